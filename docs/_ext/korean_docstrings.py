"""Give numpydoc's section headings their Korean names."""

from typing import Any

from sphinx.application import Sphinx

HEADINGS = {
    "Parameters": "매개변수",
    "Returns": "반환값",
    "Yields": "내놓는 값",
    "Raises": "예외",
    "Warns": "경고",
    "Attributes": "속성",
    "Methods": "메서드",
    "Notes": "설명",
    "References": "참고 문헌",
    "Examples": "예제",
    "See Also": "함께 보기",
    "Warnings": "주의",
}


def translate(
    _app: Sphinx, _what: str, _name: str, _object: Any, _opts: Any, lines: list[str]
) -> None:
    """Rename ``:Parameters:`` and ``.. rubric:: Notes`` after numpydoc has written them."""
    for number, line in enumerate(lines):
        stripped = line.strip()
        for english, korean in HEADINGS.items():
            if stripped in {f":{english}:", f".. rubric:: {english}"}:
                lines[number] = line.replace(english, korean)


def setup(app: Sphinx) -> dict[str, bool]:
    """Run after numpydoc (priority 500)."""
    app.connect("autodoc-process-docstring", translate, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
