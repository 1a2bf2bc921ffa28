"""Terms lead to the glossary from the chapters that use them."""

import copy
import re

import pytest

from conftest import ROOT

CHAPTERS = sorted(ROOT.glob("docs/chapters/*.md"))
ENTRY = "a[href*='glossary.html#term']"
NOT_PROSE = (
    "pre, code, script, h1, h2, h3, figcaption, nav, summary, table, .page-tools, .goals, .katex,"
    f" section.exercise, a:not({ENTRY.removeprefix('a')})"
)
PARTICLE = (
    "(?:은|는|이|가|을|를|의|에|와|과|로|으로|도|만|나|입니다|라고|이라고|"
    "에서|보다|마다|까지|부터|이나)?"
)


def terms(site) -> list[str]:
    """Return the Korean terms; those of two letters are words of many meanings."""
    found = (entry.get_text().rstrip("¶") for entry in site.select("dl.glossary > dt"))
    return [term for term in found if re.fullmatch("[가-힣 ]{3,}", term)]


def test_the_glossary_is_a_glossary(site):
    glossary = site["reference/glossary.html"]
    assert len(glossary.select("dl.glossary > dd")) >= 80
    assert len(terms(glossary)) >= 60


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.stem)
def test_a_chapter_links_every_term_that_it_uses(site, page):
    article = copy.copy(site[f"chapters/{page.stem}.html"].article)
    linked = {link.get_text() for link in article.select(ENTRY)}
    for other in article.select(NOT_PROSE):
        other.extract()
    prose = re.sub("『[^』]*』", "", article.get_text(" "))
    used = [
        term
        for term in terms(site["reference/glossary.html"])
        if re.search(rf"(?<!\w){term}{PARTICLE}(?!\w)", prose)
    ]
    # "경사 하강법" needs no second link beside that of "확률적 경사 하강법".
    assert len(used) > 5
    assert [term for term in used if not any(term in one or one in term for one in linked)] == []
