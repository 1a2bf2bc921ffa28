"""The gallery: what fails in an example, when examples run again, what the pages look like."""

import json

import pytest

SETTINGS = """
sphinx_gallery_conf = {
    "examples_dirs": "../gallery", "gallery_dirs": "gallery", "filename_pattern": "/plot_",
    "image_scrapers": ("gallery_pages",), "reset_modules": ("gallery_pages.prepare_figures",),
    "write_computation_times": False, "show_signature": False, "min_reported_time": 1e9,
    "remove_config_comments": True,
    "download_all_examples": False,
}
suppress_warnings = ["sphinx_gallery.example_error"]
html_scaled_image_link = False
"""
EXAMPLE = '''"""
예제
====

한 문장입니다.
"""

import matplotlib.pyplot as plt

import nnnotes as nn

nn.use_korean_font()
with open({counter!r}, "a") as file:
    _ = file.write("x")

# %%
# 글입니다.

# sphinx_gallery_alt = "오르는 직선"
plt.plot([1, 2])
plt.title("제목")
plt.show()
'''


@pytest.fixture
def gallery(site):
    """A site with one example that counts its runs."""
    site.names += ["sphinx_gallery.gen_gallery", "gallery_pages"]
    site.more = SETTINGS
    site.write("index.md", "# 쪽\n\n```{toctree}\ngallery/index\n```\n")
    site.write("../gallery/GALLERY_HEADER.rst", "예제\n====\n")
    site.write("../gallery/topic/GALLERY_HEADER.rst", "주제\n----\n")
    site.example = EXAMPLE.format(counter=str(site.folder / "runs.txt"))
    site.write("../gallery/topic/plot_line.py", site.example)
    return site


def test_an_example_becomes_a_korean_page_and_runs_once(gallery):
    done = gallery.build("-W", "-n")
    assert done.returncode == 0, done.stderr
    assert gallery.runs() == 1
    page = gallery.text("gallery/topic/plot_line")
    assert "주피터 노트북 내려받기: plot_line.ipynb" in page
    assert "파이썬 파일 내려받기: plot_line.py" in page
    for english in ("Download", "Go to the end", "sphinx_gallery_alt", "running time"):
        assert english not in page
    assert 'alt="오르는 직선"' in gallery.html("gallery/topic/plot_line")
    assert 'alt="한 문장입니다."' in gallery.html("gallery/index")
    notebook = json.loads((gallery.folder / "gallery" / "topic" / "plot_line.ipynb").read_text())
    assert not any(cell.get("outputs") for cell in notebook["cells"])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("plt.plot([1, 2])", "1 / 0", ["plot_line.py:20\n", "  1 / 0\n", "ZeroDivisionError"]),
        ('"제목"', '"제목 \U00013000"', ["plot_line.py:", "글꼴에 없는 글자입니다"]),
        ('"제목"', '"제목 \U00013000 $x$"', ["plot_line.py:", "글꼴에 없는 글자입니다"]),
        ('"제목"', '"제목", color="silver"', ["plot_line.py:", "읽기 어려운 글자입니다: '제목'"]),
        ("# sphinx_gallery_alt", "# other", ["plot_line.py:1", "sphinx_gallery_alt"]),
    ],
)
def test_a_failing_example_ends_the_build_with_three_lines(gallery, old, new, expected):
    gallery.write("../gallery/topic/plot_line.py", gallery.example.replace(old, new))
    for _ in range(2):  # nor is it taken for finished by the next build
        done = gallery.build()
        assert done.returncode != 0
        assert "실행하지 못한 예제가 있습니다:" in done.stderr
        for text in expected:
            assert text in done.stderr
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 4


def test_examples_run_again_when_they_or_the_package_change(gallery, own_package):
    gallery.environment["PYTHONPATH"] = str(own_package)
    assert gallery.build().returncode == 0
    assert gallery.build().returncode == 0
    assert gallery.runs() == 1
    gates, font = (own_package / "nnnotes" / name for name in ("gates.py", "plotting/font.py"))
    gates.write_text(gates.read_text() + "\n# changed\n")  # the example draws no gate
    assert gallery.build().returncode == 0
    assert gallery.runs() == 1
    font.write_text(font.read_text() + "\n# changed\n")
    gallery.write("index.md", "# 다른 제목\n\n```{toctree}\ngallery/index\n```\n")
    assert gallery.build().returncode == 0
    assert gallery.runs() == 2
    gallery.write(
        "../gallery/topic/plot_line.py", gallery.example.replace("글입니다", "새 글입니다")
    )
    assert gallery.build().returncode == 0
    assert gallery.runs() == 3


def test_examples_run_again_when_a_setting_changes_what_they_show(gallery):
    assert gallery.build("-W").returncode == 0
    assert gallery.build("-W").returncode == 0
    assert gallery.runs() == 1
    conf = gallery.folder / "conf.py"
    begin = "sphinx_gallery_conf = {"
    conf.write_text(conf.read_text().replace(begin, begin + '"ignore_repr_types": "str",'))
    assert gallery.build("-W").returncode == 0
    assert gallery.runs() == 2


def test_an_example_that_was_mended_by_taking_back_the_fault_is_right(gallery):
    assert gallery.build().returncode == 0
    path = "../gallery/topic/plot_line.py"
    gallery.write(
        path, gallery.example.replace('"제목"', '"다른 제목"').replace("[1, 2]", "1 / 0")
    )
    assert gallery.build().returncode != 0
    gallery.write(path, gallery.example)
    done = gallery.build("-W")
    assert done.returncode == 0, done.stderr
    assert "ZeroDivisionError" not in gallery.html("gallery/topic/plot_line")
    assert gallery.runs() == 3


def test_an_example_that_was_killed_is_executed_again(gallery):
    assert gallery.build().returncode == 0
    path, picture = (
        "../gallery/topic/plot_line.py",
        "gallery/topic/images/sphx_glr_plot_line_001.png",
    )
    before = (gallery.folder / picture).read_bytes()
    kill = "\n# %%\n# 끝입니다.\n\nimport os\n\nos.kill(os.getpid(), 9)\n"
    gallery.write(path, gallery.example.replace("[1, 2]", "[3, 1]") + kill)
    assert gallery.build().returncode == -9
    assert (gallery.folder / picture).read_bytes() != before
    gallery.write(path, gallery.example)  # as it was when it was last executed to the end
    assert gallery.build("-W").returncode == 0
    assert (gallery.folder / picture).read_bytes() == before
    assert gallery.runs() == 3


API_PAGE = """# 쪽

```{eval-rst}
.. automodule:: nnnotes.gates
   :members: AND, OR
   :ignore-module-all:
```
"""


def test_an_api_page_shows_the_examples_that_use_a_name_now(gallery):
    gallery.names += ["sphinx.ext.autodoc", "numpydoc", "api_examples", "code_links"]
    gallery.more = gallery.more.replace(
        "sphinx_gallery_conf = {",
        'sphinx_gallery_conf = {"doc_module": ("nnnotes",), "backreferences_dir": "back",',
    )
    gallery.write("index.md", "# 쪽\n\n```{toctree}\ngallery/index\napi\n```\n")
    gallery.write("api.md", API_PAGE)
    example = gallery.folder.parent / "gallery" / "topic" / "plot_line.py"
    for used in ("AND", "OR"):
        example.write_text(gallery.example.replace("[1, 2]", f"[1, nn.{used}(1, 1)]"), "utf-8")
        done = gallery.build()
        assert done.returncode == 0, done.stderr
        described = gallery.html("api").split('id="nnnotes.gates.')
        for part in described[1:]:
            name = part.partition('"')[0]
            assert ("sphx-glr-thumbcontainer" in part) == (name == used), (name, used)
        assert f'href="../../api.html#nnnotes.gates.{used}"' in gallery.html(
            "gallery/topic/plot_line"
        )
