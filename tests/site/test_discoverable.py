"""What search engines and messengers find: on a site that doesn't know its own address."""

import io
from pathlib import Path

from PIL import Image

from conftest import ROOT

MADE = {"404.html", "search.html", "genindex.html", "py-modindex.html"}


def size(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size


def content(page, **attributes):
    return [tag["content"] for tag in page.find_all("meta", attrs=attributes)]


def test_every_page_has_one_title_and_one_description_of_its_own(site):
    titles, descriptions = {}, {}
    for name, page in site.items():
        if name in MADE:
            assert content(page, name="robots") == ["noindex"], name
            continue
        [written] = content(page, name="description")
        assert 15 <= len(written) <= 165, (name, written)
        assert content(page, property="og:description") == [written]
        assert content(page, property="og:locale") == ["ko_KR"]
        kind = "article" if name.startswith("chapters/") else "website"
        assert content(page, property="og:type") == [kind], name
        assert content(page, property="og:title")[0] in page.title.get_text()
        titles.setdefault(page.title.get_text(), []).append(name)
        descriptions.setdefault(written, []).append(name)
    assert not [names for names in titles.values() if len(names) > 1]
    assert not [names for names in descriptions.values() if len(names) > 1]


def test_a_chapter_promises_what_its_box_does(site):
    page = site["chapters/gates.html"]
    [written] = content(page, name="description")
    assert written.startswith("뉴런 하나의 계산(가중합, 편향, 0과 견주기)을 손으로 하고")
    assert written.endswith("니다.")


def test_without_an_address_nothing_pretends_to_have_one(html: Path, site):
    for name, page in site.items():
        assert not page.select("link[rel=canonical]"), name
        assert not content(page, property="og:image"), name
    assert not (html / "sitemap.xml").exists()
    assert (html / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_every_chapter_has_a_small_picture(html: Path):
    names = {path.stem for path in (ROOT / "docs" / "chapters").glob("*.md")} | {"index"}
    pictures = {path.stem: path.read_bytes() for path in (html / "_static/pictures").glob("*.png")}
    assert set(pictures) == names
    assert len(set(pictures.values())) == len(names)
    for name, png in pictures.items():
        assert len(png) < 60_000, name
        picture = Image.open(io.BytesIO(png))
        assert picture.size == (1200, 630)
        assert not picture.info, name  # no dates, no versions


def test_language_models_get_a_list_of_the_chapters(html: Path):
    text = (html / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# nnnotes: 실행하며 배우는 신경망\n\n> 신경망이 무엇인지")
    assert "- [8. 논리 게이트를 뉴런으로 만들기](chapters/gates.html): 뉴런 하나의" in text
    assert "(reference/glossary.html)" in text
    assert "404" not in text


def test_a_lost_reader_can_search_from_any_depth(site):
    page = site["404.html"]
    assert page.h1.get_text() == "쪽을 찾지 못했습니다"
    assert page.select_one("article form[role=search] input[name=q]")
    addresses = [tag["href"] for tag in page.find_all(["a", "link"], href=True)]
    addresses += [tag["src"] for tag in page.find_all(["script", "img"], src=True)]
    addresses += [tag["action"] for tag in page.find_all("form")]
    inside = [one for one in addresses if not one.startswith(("#", "https://"))]
    assert len(inside) > 50
    assert all(one.startswith("/") for one in inside)


def test_figures_are_lazy_sized_and_light(html: Path, articles):
    for name, page in articles.items():
        weight = 0
        for image in page.article.find_all("img"):
            path = (html / name).parent / image["src"]
            assert image["loading"] == "lazy", f"{name}: {image['src']}"
            assert image["decoding"] == "async", f"{name}: {image['src']}"
            width, height = size(path)
            shown = int(image["width"]), int(image["height"])
            assert abs(width / height - shown[0] / shown[1]) < 0.03, f"{name}: {image['src']}"
            assert path.stat().st_size < 60_000, f"{name}: {image['src']}"
            weight += path.stat().st_size
        assert weight < 400_000, name


def test_chapter_figures_are_sharp(html: Path, articles):
    for name, page in articles.items():
        if name.startswith("chapters/"):
            for image in page.select("img.computed"):
                pixels, _ = size((html / name).parent / image["src"])
                assert abs(pixels / int(image["width"]) - 1.5) < 0.01, name
