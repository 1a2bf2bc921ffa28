"""Exercises: parts, checks that run in the build, and what is wrong with a broken one."""

import json
import re

import nbformat
import pytest
from notebook_downloads import convert
from page_steps import ExerciseError, Step, markdown_steps, read_exercise

EXERCISE = """# 쪽

```{code-cell}
base = 10
```

::::{exercise} 두 배
:name: ex-double

`double(x)`을 쓰십시오. 지금 base는 {value}`base`입니다.

```{hint}
**곱하기**
```
```{starter}
def double(x):
    ...
```
```{solution}
def double(x):
    return 2 * x

double(base)
```
```{checks}
assert double(4) == 8, f"double(4)는 8이어야 하는데 {double(4)}입니다"
```
::::

{ref}`여기 <ex-double>`
"""


def test_an_exercise_shows_its_parts_and_the_solution_was_run(site):
    site.write("index.md", EXERCISE)
    done = site.build("-W", "-n")
    assert done.returncode == 0, done.stderr
    page = site.html()
    assert "연습 1. 두 배" in page
    assert "<summary>힌트 1</summary>" in page
    assert "<strong>곱하기</strong>" in page
    assert "<summary>풀이</summary>" in page
    assert re.search(r"풀이</summary>.*>20\n<", page, re.DOTALL)
    data = json.loads(re.search(r'class="exercise-data">(.*?)</script>', page)[1])
    assert data["starter"] == "def double(x):\n    ..."
    assert "assert double(4) == 8" in data["checks"]


@pytest.mark.parametrize(
    ("old", "new", "expected", "line"),
    [
        (
            "return 2 * x",
            "return 3 * x",
            "AssertionError: double(4)는 8이어야 하는데 12입니다",
            None,
        ),
        ("    ...", "    return 2 * x", "시작 코드가 채점을 그대로 통과합니다", 20),
        ("```{checks}", "```{python}", "연습 문제에는 {checks}가 하나 있어야 합니다", None),
        ("double(base)", "double(bass)", "NameError: name 'bass' is not defined", 23),
    ],
)
def test_a_broken_exercise_ends_the_build(site, old, new, expected, line):
    site.write("index.md", EXERCISE.replace(old, new))
    done = site.build()
    assert done.returncode != 0
    assert expected in done.stderr
    assert f"index.md:{line or ''}" in done.stderr
    assert "  연습 문제\n" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_solution_leaves_the_page_alone(site):
    page = EXERCISE.replace("double(base)", "base = 99\ndouble(base)")
    site.write("index.md", page + "\n```{code-cell}\nprint('base', base)\n```\n")
    done = site.build("-W")
    assert done.returncode == 0, done.stderr
    assert "base 10" in site.html()


def test_steps_come_in_reading_order_with_their_lines():
    text = "가 {value}`a`\n\n```python\n{value}`no`\n```\n" + EXERCISE.split("```\n\n", 1)[1]
    steps = markdown_steps(text, 1)
    assert [(step.kind, step.line) for step in steps[:2]] == [("value", 1), ("value", 9)]
    assert steps[0] == Step("value", 1, "a")
    assert [step.kind for step in steps] == ["value", "value", "exercise"]
    assert "line" not in steps[0].as_json()


def test_read_exercise_wants_each_part_once():
    with pytest.raises(ExerciseError, match=r"\{starter\}가 하나"):
        read_exercise("질문")
    twice = "```{starter}\n1\n```\n" * 2 + "```{solution}\n1\n```\n```{checks}\n1\n```\n"
    with pytest.raises(ExerciseError, match=r"\{starter\}가 하나"):
        read_exercise(twice)


def test_a_downloaded_notebook_reads_well_in_jupyter():
    cells = [
        nbformat.v4.new_markdown_cell(
            "(target)=\n# 제목 {covers}`N01`\n\n{value}`x`와 {value}`x`, {doc}`장 </chapters/gates>`, "
            "{func}`nn.linear() <nnnotes.functions.linear>`, {cite:p}`hebb1949`, {term}`가중치`\n\n"
            ":::{admonition} 노트 바로잡기\n:class: correction\n\n글\n:::\n\n"
            ":::{fold} 증명\n끝\n:::\n"
        ),
        nbformat.v4.new_code_cell("1 + 1"),
        nbformat.v4.new_markdown_cell(EXERCISE.split("```\n\n", 1)[1]),
    ]
    page = nbformat.v4.new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
            "language_info": {"name": "python"},
        },
    )
    result = convert(page, {"x": ["1", "2"], "base": ["10"]})
    text = "\n".join(cell.source for cell in result.cells if cell.cell_type == "markdown")
    assert "# 제목" in text
    assert "1와 2, 장, `nn.linear()`, (hebb1949), 가중치" in text
    assert "> **노트 바로잡기**\n>\n> 글" in text
    assert "<details><summary>증명</summary>\n\n끝\n\n</details>" in text
    assert "### 연습 1. 두 배" in text
    assert "지금 base는 10입니다." in text
    for leftover in (":::", "{value}", "{covers}", "(target)=", ":class:", ":name:", "```{"):
        assert leftover not in text
    code = [cell.source for cell in result.cells if cell.cell_type == "code"]
    assert code == ["1 + 1", "def double(x):\n    ..."]
    assert [cell.id for cell in result.cells] == [f"cell-{n}" for n in range(1, 8)]
    nbformat.validate(result)
