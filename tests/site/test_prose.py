"""One voice: one spelling, one term, one form of speech in all that a reader reads."""

import re
from pathlib import Path

import pytest

from conftest import ROOT

WRITTEN = [
    *ROOT.glob("docs/*.md"),
    *ROOT.glob("docs/chapters/*.md"),
    *(path for path in ROOT.glob("docs/reference/*.md") if path.stem not in {"glossary", "notes"}),
    ROOT / "README.ko.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "tests" / "mutation.md",
    ROOT / "docs" / "_ext" / "README.md",
    *ROOT.glob("gallery/**/*.rst"),
    *ROOT.glob("gallery/**/*.py"),
    *ROOT.glob("src/**/*.py"),
    *ROOT.glob("docs/_static/*/*.js"),
]
WRONG = {
    "탠서|백터|백앤드|maxnet|Congitive": "a misspelling of the notes",
    "자동 차별화": "자동 미분",
    "활성 ?함수": "활성화 함수",
    "텐서플로우": "텐서플로",
    "그래디언트|그라디언트|그레디언트|변화도": "기울기",
    "에폭": "에포크",
    "(?<!억 )파라미터": "매개변수",
    "레이어": "층",
    "히든": "은닉",
    "임계값|임계치": "임곗값",
    "최소값|최대값|초기값": "최솟값, 최댓값, 초깃값",
    "요소별": "원소별",
    "학습율": "학습률",
    "오버피팅|과대적합": "과적합",
    "씨앗": "시드",
    "뒷단": "백엔드",
    "바이어스": "편향",
    "딥 러닝": "딥러닝",
    "세요[.?!]|해요[.?!]|에요[.?!]|예요[.?!]|네요[.?!]": "합니다체",
}
BOX = re.compile(r"^(:{3,})\{admonition\} 노트 바로잡기.*?^\1\s*$", re.MULTILINE | re.DOTALL)


def lines(path: Path) -> list[str]:
    """Return the lines outside the boxes that show a fault of the notes."""
    text = path.read_text(encoding="utf-8")
    return BOX.sub(lambda found: "\n" * found[0].count("\n"), text).splitlines()


@pytest.mark.parametrize("pattern", WRONG)
def test_no_other_word_for_the_same_thing(pattern):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()} ({WRONG[pattern]})"
        for path in WRITTEN
        for number, line in enumerate(lines(path), 1)
        if re.search(pattern, line)
    ]
    assert not found, "\n".join(found)


def test_the_prose_is_where_it_is_looked_for():
    assert len(WRITTEN) > 60
    assert any("노트 바로잡기" in path.read_text(encoding="utf-8") for path in WRITTEN)


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("docs/chapters/*.md")), ids=lambda page: page.stem
)
def test_a_chapter_has_the_length_of_one(page: Path):
    text = re.sub(r"^(`{3,})\{?\w.*?^\1\s*$", "", page.read_text("utf-8"), flags=re.M | re.S)
    words = [word for word in text.split() if re.search("[가-힣]", word)]
    assert 1200 <= len(words) <= 3000
