"""Examples on the API pages that describe what they use, and links from code to those pages."""

import re
from pathlib import Path

import nnnotes

ROOT = Path(__file__).parents[2]
USE = re.compile(r"\bnn\.(\w+)")


def scripts() -> list[tuple[str, set[str]]]:
    """Return the page of every example and the public names that its code uses."""
    found = []
    for path in sorted(ROOT.glob("gallery/*/plot_*.py")):
        code = re.sub(r"^#.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        page = path.relative_to(ROOT).with_suffix(".html").as_posix()
        found.append((page, set(USE.findall(code)) & set(dir(nnnotes))))
    return found


def described(site):
    """Return for each public name the page and the element that describes it."""
    return {
        entry["id"].rpartition(".")[2]: (name, entry.find_parent("dl"))
        for name, page in site.items()
        if name.startswith("reference/")
        for entry in page.select("dt.sig[id^='nnnotes.']")
        if entry["id"].count(".") == 2
    }


def test_an_api_page_shows_the_examples_that_use_a_name(site):
    places = described(site)
    for example, names in scripts():
        for name in names - {"use_korean_font", "plotting"}:
            _, entry = places[name]
            assert entry.select(f'.sphx-glr-thumbnails a[href="../{example}"]'), (example, name)


def test_what_nearly_every_example_uses_gets_a_link_instead(site):
    _, entry = described(site)["use_korean_font"]
    assert f"예제 {len(scripts())}개가 씁니다" in entry.get_text()
    assert not entry.select(".sphx-glr-thumbnails")


def test_thumbnails_say_what_the_example_shows(site):
    for name in ("gallery/index.html", "gallery/gates/index.html", "reference/gates.html"):
        images = site[name].select(".sphx-glr-thumbcontainer img")
        assert images
        for image in images:
            alt = image["alt"]
            assert len(alt) > 20
            assert "\\" not in alt
            assert "&quot;" not in alt
            assert (image["width"], image["height"]) == ("200", "140")


def test_code_leads_to_the_description_of_what_it_uses(site):
    places = described(site)
    pages = [name for name in site if name.startswith(("chapters/", "gallery/"))]
    seen = 0
    for name in pages:
        for code in site[name].select("div.highlight pre"):
            linked = [link.get_text() for link in code.select("a.code-link")]
            used = [use for use in USE.findall(code.get_text()) if use in places]
            code_of_strings = "".join(node.get_text() for node in code.select(".s1, .s2, .c1"))
            assert len(linked) >= len(used) - len(USE.findall(code_of_strings)), name
            for link in code.select("a.code-link"):
                target = link.get_text().removeprefix("nn.")
                page, _ = places[target]
                assert link["href"].endswith(
                    f"{page.removeprefix('reference/')}#nnnotes.{Path(page).stem}.{target}"
                ), name
                seen += 1
    assert seen > 300


def test_no_two_examples_look_the_same(html: Path):
    pictures = [path.read_bytes() for path in html.glob("_images/sphx_glr_plot_*_thumb.png")]
    assert len(pictures) == len(scripts()) >= 26
    assert len(set(pictures)) == len(pictures)
