"""Labs: the figure that Node draws during the build, and pages that load no script in vain."""

import re
import shutil

import nbformat
import pytest
from notebook_downloads import convert

from conftest import ROOT

PAGE = """# 쪽

:::{lab} gate
:name: lab-gate

**OR**를 만들 수 있습니까?
:::
"""


@pytest.fixture
def labs(site):
    shutil.copytree(ROOT / "docs" / "_static" / "labs", site.folder / "_static" / "labs")
    site.names.append("labs")
    site.more += 'html_static_path = ["_static"]\n'
    return site


def test_a_lab_shows_its_question_and_the_figure_of_its_first_state(labs):
    labs.write("index.md", PAGE)
    done = labs.build("-W", "-n")
    assert done.returncode == 0, done.stderr
    page = labs.html()
    assert re.search(r'<section[^>]*aria-label="실험: [^"]+"[^>]*class="lab"', page)
    assert "<strong>OR</strong>를 만들 수 있습니까?" in page
    assert '<gate-lab data-lab><div class="lab-figure"><svg' in page
    assert 'aria-label="출력은 0, 0, 0, 1, 곧 AND입니다.' in page


def test_only_pages_with_a_lab_load_the_script(labs):
    labs.write("index.md", "# 쪽\n\n```{toctree}\nother\n```\n")
    labs.write("other.md", PAGE)
    assert labs.build("-W").returncode == 0
    assert "labs/" not in labs.html()
    assert re.search(r'<script type="module" src="_static/labs/load.js', labs.html("other"))
    assert "_static/labs/labs.css" in labs.html("other")


def test_an_unknown_lab_ends_the_build_in_words(labs):
    labs.write("index.md", PAGE.replace("{lab} gate", "{lab} nothing"))
    done = labs.build("-W")
    assert done.returncode != 0
    assert "nothing: 실험의 첫 그림을 그리지 못했습니다" in done.stderr


def test_a_lab_asks_a_question(labs):
    labs.write("index.md", "# 쪽\n\n:::{lab} gate\n:::\n")
    assert labs.build("-W").returncode != 0


def test_text_and_notebooks_keep_the_question(labs):
    labs.write("index.md", PAGE)
    labs.build("-b", "text")
    [text] = labs.folder.parent.rglob("index.txt")
    assert "를 만들 수 있습니까?" in text.read_text(encoding="utf-8")
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell(PAGE)],
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python"},
            "language_info": {"name": "python"},
        },
    )
    shown = convert(notebook, {}).cells[-1].source
    assert "> **OR**를 만들 수 있습니까?" in shown
    assert "실험: " in shown
    assert "{lab}" not in shown
