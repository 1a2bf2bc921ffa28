"""Formulas are rendered while a page is read; a wrong one ends the build."""

import os
import shutil

import pytest
from bs4 import BeautifulSoup
from npm_assets import install

from conftest import ROOT


@pytest.fixture
def formulas(site):
    modules = install(ROOT / "docs")
    site.folder.mkdir()
    (site.folder / "node_modules").symlink_to(modules, target_is_directory=True)
    shutil.copy(ROOT / "docs" / "package-lock.json", site.folder)
    site.names += ["formulas"]
    site.more = 'html_math_renderer = "prerendered"'
    return site


def test_formulas_become_html_with_mathml(formulas):
    formulas.write("index.md", "# 쪽\n\n글 $x^2$ 글\n\n$$\n\\frac{1}{2} \\text{한글}\n$$\n")
    done = formulas.build("-W")
    assert done.returncode == 0, done.stderr
    page = formulas.html()
    assert page.count('class="katex-html"') == 2
    assert page.count("<math") == 2
    assert "katex-display" in page
    assert "katex.min.css" in page
    assert not BeautifulSoup(page, "html.parser").select(".katex [style]")
    [sheet] = formulas.folder.parent.rglob("katex/pages/index.css")
    assert all(rule.split("{")[0][1:] in page for rule in sheet.read_text().splitlines())
    assert "!important" in sheet.read_text()


def test_pages_without_formulas_ask_for_no_style_sheet(formulas):
    formulas.write("index.md", "# 쪽\n\n글\n")
    assert formulas.build("-W").returncode == 0
    assert "katex" not in formulas.html()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_node_that_dies_ends_the_build_with_the_page_and_is_not_remembered(formulas, jobs):
    for number in range(6):
        formulas.write(f"page{number}.md", "---\norphan: true\n---\n# 쪽\n\n글\n")
    formulas.write("index.md", "# 쪽\n\n좋은 $a$\n\n또 $b$\n")
    dying = formulas.write("bin/node", "#!/bin/sh\necho 기억이 모자랍니다 >&2\nexit 9\n")
    dying.chmod(0o755)
    formulas.environment = {"PATH": f"{dying.parent}:{os.environ['PATH']}"}
    done = formulas.build("-j", jobs)
    assert done.returncode != 0
    heading, place, *what = [line for line in done.stderr.splitlines() if line.strip()]
    assert heading == "KaTeX가 읽지 못한 수식이 있습니다:"
    assert place in {"index.md:3", "index.md:4"}
    assert what == ["  a", "  Node가 수식을 바꾸다 멈추었습니다: exit 9 기억이 모자랍니다"]
    formulas.environment = {}
    done = formulas.build("-j", jobs)
    assert done.returncode == 0, done.stderr
    assert formulas.html().count('class="katex-html"') == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_wrong_formula_ends_the_build_with_its_line(formulas, jobs):
    formulas.write("index.md", "# 쪽\n\n```{toctree}\n:glob:\n*\n```\n")
    for number in range(6):
        formulas.write(f"page{number}.md", "# 쪽\n\n$x$\n")
    formulas.write("wrong.md", "# 쪽\n\n좋은 $a$\n\n$$\n\\fraq{1}{2}\n$$\n")
    for _ in range(2):
        done = formulas.build("-j", jobs)
        assert done.returncode != 0
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        assert lines[0] == "KaTeX가 읽지 못한 수식이 있습니다:"
        assert lines[1] in {"wrong.md:5", "wrong.md:6"}
        assert lines[2] == "  \\fraq{1}{2}"
        assert "Undefined control sequence: \\fraq" in lines[3]
        assert len(lines) == 4
