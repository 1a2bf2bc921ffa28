"""What must hold on every page of the built site."""

import re
import runpy
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from conftest import ROOT, visible_text

INTERFACE = re.compile(
    r"\b(skip to|back to top|on this page|next|previous|contents|search results?|searching|"
    r"toggle|menu|expand|copy|copied|download|parameters|returns|raises|notes|references|"
    r"examples|see also|attributes|methods|warnings?|permalink|link to this|made with|"
    r"copyright|last updated|total running time|gallery generated|go to the end|view page|"
    r"edit this page|light mode|dark mode|hide|show|preparing|please activate|"
    r"module|return type|figure|fig\.|table \d)\b",
    re.IGNORECASE,
)
ATTRIBUTES = ("title", "aria-label", "alt", "placeholder", "data-tooltip")


def test_the_language_is_declared(site):
    assert all(page.html["lang"] == "ko" for page in site.values())


def test_no_request_goes_to_another_host(html: Path, site):
    for name, page in site.items():
        for tag in page.find_all(["script", "img", "link", "iframe", "source"]):
            if tag.name == "link" and not {"stylesheet", "icon", "preload"} & set(tag["rel"]):
                continue
            address = tag.get("src") or tag.get("href") or ""
            assert not urlsplit(address).netloc, f"{name}: {address}"
    for sheet in html.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"(url\(|@import )[\"']?(https?:)?//", text), sheet


def test_no_raw_markup_is_left(articles):
    marks = re.compile(
        r"(?<!\w)\*\*|\*\*(?!\w)|``|:::|\{(value|term|doc|ref|numref|cite\w*|covers|func)[:}]|\]\(|^\$|`_"
    )
    for name, page in articles.items():
        for text in visible_text(page):
            parameter = re.fullmatch(r"\*\*\w+", text)
            assert parameter or not marks.search(text), f"{name}: {text!r}"


def test_no_system_message_is_left(site):
    for name, page in site.items():
        assert not page.select(".system-message, .problematic"), name


def test_every_image_says_what_is_to_be_seen(articles):
    for name, page in articles.items():
        for image in page.find_all("img"):
            alt = image.get("alt", "")
            assert re.search("[가-힣]", alt) or len(alt) > 3, f"{name}: {image.get('src')} {alt!r}"
            assert {"width", "height"} <= set(image.attrs), f"{name}: {image.get('src')}"
            assert not alt.endswith(".png"), f"{name}: {alt}"


def test_no_heading_level_is_skipped(articles):
    for name, page in articles.items():
        levels = [int(tag.name[1]) for tag in page.article.find_all(re.compile("^h[1-6]$"))]
        assert levels[:1] == [1], name
        assert levels.count(1) == 1, name
        steps = [b - a for a, b in pairwise(levels)]
        assert all(step <= 1 for step in steps), (name, levels)


def test_every_internal_link_leads_somewhere(html: Path, site):
    targets = {name: {tag["id"] for tag in page.find_all(id=True)} for name, page in site.items()}
    for name, page in site.items():
        for link in page.find_all("a", href=True):
            parts = urlsplit(link["href"])
            if parts.scheme or parts.netloc or link["href"] == "#":
                continue
            folder = html if parts.path.startswith("/") else (html / name).parent  # 404.html
            path = folder / unquote(parts.path).lstrip("/") if parts.path else html / name
            assert path.resolve().exists(), f"{name}: {link['href']}"
            if parts.fragment and path.suffix == ".html":
                target = path.resolve().relative_to(html.resolve()).as_posix()
                assert unquote(parts.fragment) in targets[target], f"{name}: {link['href']}"


def test_no_english_is_left_in_the_interface(site):
    for name, page in site.items():
        for text in visible_text(page):
            if "index.html" in name and "/" not in name and name != "index.html":
                break  # genindex, py-modindex: the entries are names of the package
            if re.search("[가-힣]", text):
                continue
            assert not INTERFACE.fullmatch(text.strip(" .:#")), f"{name}: {text!r}"
        for tag in page.find_all(lambda tag: not tag.find_parent(class_="sig")):
            for attribute in ATTRIBUTES:
                value = tag.get(attribute, "")
                if len(value) < 60 and not re.search("[가-힣]", value):  # a title may cite
                    assert not INTERFACE.search(value), f"{name}: {attribute}={value!r}"


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "chapters").glob("*.md")), ids=lambda p: p.stem
)
def test_a_chapter_has_its_parts(site, page: Path):
    article = site[f"chapters/{page.stem}.html"].article
    assert article.select_one(".admonition.goals"), "이 장에서 할 일"
    headings = [heading.get_text().rstrip("¶#") for heading in article.find_all("h2")]
    for part in ("정리", "연습 문제", "더 읽을거리"):
        assert part in headings
    assert len(article.select("section.exercise")) >= 4
    assert len(article.select("section.exercise details.fold")) >= 4
    assert article.select("a[href*=bibliography]")
    assert len(article.select("div.cell")) >= 5


def test_chapters_and_examples_can_be_downloaded(html: Path, site):
    for page in (ROOT / "docs" / "chapters").glob("*.md"):
        link = site[f"chapters/{page.stem}.html"].select_one("a[download][href$='.ipynb']")
        assert (html / "chapters" / link["href"]).resolve().exists()
    for script in (ROOT / "gallery").rglob("plot_*.py"):
        name = script.relative_to(ROOT).with_suffix(".html").as_posix()
        endings = {link["href"].rsplit(".", 1)[1] for link in site[name].select("a.download")}
        assert {"py", "ipynb"} <= endings, name


def test_formulas_are_rendered_with_mathml(articles):
    found = 0
    for name, page in articles.items():
        for formula in page.select(".math"):
            assert formula.select_one(".katex-html"), name
            assert formula.find("math"), name
            assert not formula.select(".katex-error"), name
            found += 1
    assert found > 20


def test_nothing_on_the_site_wears_a_class_whose_rules_are_left_out(site):
    marks = tuple(runpy.run_path(str(ROOT / "docs" / "conf.py"))["bundles_unused"])
    tags = [tag for page in site.values() for tag in page.select("[class]")]
    worn = {f".{name}" for tag in tags for name in tag["class"]}
    assert ".sd-card" in worn
    assert sorted(name for name in worn if name.startswith(marks)) == []
