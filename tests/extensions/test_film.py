"""Films: the figures of one cell become one sheet, and only pages with a film get the player."""

import base64
import io
import re

import pytest
from film import COLUMNS, LARGEST, film, picture, shown
from PIL import Image

PAGE = """# 쪽

```{{code-cell}}
import matplotlib.pyplot as plt
print("준비")
```

```{{code-cell}}
:tags: [film]
:alt: 점이 오른쪽으로 간다.
:caption: 움직이는 점.
:name: fig-dot
for k in range({frames}):
    fig, ax = plt.subplots(figsize=(2 + k * {growth}, 1))
    ax.plot(k, 0, "o")
    ax.set(xlim=(0, 9), xticks=(), yticks=())
print("끝")
```

{{numref}}`fig-dot`
"""


@pytest.fixture
def cinema(site):
    site.names.insert(2, "film")
    site.more = 'numfig = True\nhtml_static_path = ["_static"]'
    for name in ("film.js", "film.css"):
        site.write(f"_static/{name}", "")
    return site


def frames(n, size=(30, 20)):
    return [Image.new("RGB", size, (10 * k, 0, 0)) for k in range(n)]


def test_the_sheet_holds_every_frame_row_by_row():
    png = film(frames(7))
    size, kind = shown(png, 7)
    sheet = Image.open(io.BytesIO(png)).convert("RGB")
    assert COLUMNS == 5
    assert sheet.size == (5 * 30, 2 * 20)
    for k in range(7):
        assert sheet.getpixel((k % 5 * 30 + 15, k // 5 * 20 + 10)) == (10 * k, 0, 0)
    assert sheet.getpixel((2 * 30 + 15, 20 + 10)) == (255, 255, 255)
    assert size == {"width": 100, "height": 27}
    assert kind == "computed film film-7-5"


def test_a_full_row_adds_no_empty_one():
    assert Image.open(io.BytesIO(film(frames(5)))).size == (150, 20)


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        (frames(1), "그림이 둘 이상 있어야 합니다. 받은 값: 1"),
        (
            [*frames(2), *frames(1, (31, 20))],
            r"모든 장면의 크기가 같아야 합니다. 받은 값: [(30, 20), (31, 20)]",
        ),
    ],
)
def test_what_is_no_film_is_refused(pictures, expected):
    with pytest.raises(ValueError, match=re.escape(expected)):
        film(pictures)


def test_a_heavy_film_is_refused():
    noise = [Image.effect_noise((400, 400), 90).convert("RGB") for _ in range(4)]
    with pytest.raises(ValueError, match="60,000바이트를 넘지 않아야 합니다"):
        film(noise)
    assert LARGEST == 60_000


def test_a_picture_is_read_from_its_output():
    png = io.BytesIO()
    Image.new("L", (3, 2), 200).save(png, "png")
    frame = base64.b64encode(png.getvalue()).decode()
    assert picture(frame).size == (3, 2)
    assert picture(frame).mode == "RGB"


def test_a_page_shows_one_figure_and_loads_the_player(cinema):
    cinema.write("index.md", PAGE.format(frames=6, growth=0) + "\n```{toctree}\nstill\n```\n")
    still = PAGE.format(frames=1, growth=0).replace("fig-dot", "fig-still")
    cinema.write("still.md", still.replace(":tags: [film]\n", ""))
    done = cinema.build("-W", "-n")
    assert done.returncode == 0, done.stderr
    page = cinema.html()
    assert page.count("<img") == 1
    tag = re.search(r"<img[^>]*>", page)[0]
    assert 'alt="점이 오른쪽으로 간다."' in tag
    assert 'class="computed film film-6-5"' in tag
    (kept,) = cinema.folder.parent.rglob("films/*.png")
    sheet = Image.open(io.BytesIO(kept.read_bytes()))
    assert f'width="{round(sheet.width / 1.5)}"' in tag
    assert page.count("움직이는 점.") == 1
    assert ">끝\n<" in page
    assert "film.js" in page
    assert "film.css" in page
    assert "film" not in cinema.html("still")


@pytest.mark.parametrize(
    ("frames", "growth", "expected"),
    [(1, 0, "그림이 둘 이상"), (3, 1, "모든 장면의 크기가 같아야")],
)
def test_a_bad_film_ends_the_build_with_its_line(cinema, frames, growth, expected):
    cinema.write("index.md", PAGE.format(frames=frames, growth=growth))
    done = cinema.build("-W", "-n")
    assert done.returncode == 1
    assert "index.md:8\n  필름\n" in done.stderr
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_a_film_that_drew_nothing_is_refused_too(cinema):
    cinema.write("index.md", '# 쪽\n\n```{code-cell}\n:tags: [film]\nprint("없음")\n```\n')
    done = cinema.build()
    assert done.returncode == 1
    assert "그림이 둘 이상 있어야 합니다. 받은 값: 0" in done.stderr
