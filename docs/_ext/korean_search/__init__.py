"""Search in Korean for Sphinx: a language class, and rules that Python and JavaScript share.

Sphinx has no search language for Korean. Without one it reads Korean as English: AND, OR
and NOT are ignored, and 텐서 is not found where a page says 텐서의. ``SearchKorean`` takes
particles and endings off the words of the pages while the index is made. ``search.js``
does the same to the words of a query, and ranks what it finds. Both read ``rules.json``:

``particles``, ``endings``
    What is taken off the end of a word, again and again, as long as two syllables stay,
    or one that is listed in ``nouns``.
``stopwords``
    Words that say nothing about a page.
``synonyms``
    Spellings of the same thing, separated by commas.

The script replaces ``Search.query`` and ``Search.makeSearchSummary``. It

- finds each word by itself, at the start of a longer word or inside it, and cuts compounds:
  활성함수 finds 활성 함수, and the other way round;
- asks for no word, but scores them all: a rare word more than a common one, a title more
  than the text, and a section by the share of its title that was asked for;
- finds API names by their last part (``nn.truth_table()``, ``truth_table``, ``truth``) and
  words by their initial consonants (ㅌㅅ);
- shows the sentence that has most of the words, with the words marked, and in
  a folder opened from disk, where pages can't be read by scripts, the section's title.

Settings in conf.py, all optional::

    language = "ko"
    html_search_options = {
        "synonyms": ["미분, 도함수, derivative"],      # more spellings of the same thing
        "places": {"도함수": ["chapters/derivatives"]},   # where a word is at home
        "weights": {"reference/": 0.8, "/index": 0.5},   # pages that count less, or more
    }
"""

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.search import SearchLanguage
from sphinx.util.index_entries import split_index_msg

HERE = Path(__file__).parent
RULES: dict[str, Any] = json.loads((HERE / "rules.json").read_text(encoding="utf-8"))
SUFFIXES = frozenset(" ".join(RULES["particles"] + RULES["endings"]).split())
LONGEST = max(map(len, SUFFIXES))
NOUNS = frozenset(RULES["nouns"].split())
TOKEN = re.compile(r"([가-힣]+)|[ㄱ-ㅎ]+|(?:(?![가-힣ㄱ-ㅎ])\w)+")


def strip(word: str, glued: bool = False) -> str:
    """Take particles and endings off a Korean word.

    >>> strip("텐서에서는"), strip("층이"), strip("평가"), strip("학습합니다")
    ('텐서', '층', '평가', '학습')

    What is ``glued`` to a word in another script may go altogether.

    >>> strip("에서는", glued=True)
    ''
    """
    for size in range(LONGEST, 0, -1):
        stem, suffix = word[:-size], word[-size:]
        if suffix in SUFFIXES and (len(stem) > 1 or stem in NOUNS or (glued and not stem)):
            return strip(stem, glued)
    return word


def split(text: str) -> list[str]:
    """Cut a text into words, in lower case and without particles and endings.

    >>> split("ReLU를 쓰면 XOR은 nn.truth_table()로 풀립니다")
    ['relu', '쓰면', 'xor', 'nn', 'truth_table', '풀립']
    """
    words: list[str] = []
    end = 0
    for match in TOKEN.finditer(text.lower()):
        # code and its particle may stand in two texts: a particle alone goes as well
        glued = 0 < match.start() == end or match[0] in SUFFIXES
        word = strip(match[1], glued) if match[1] else match[0]
        end = match.end()
        if word:
            words.append(word)
    return words


class SearchKorean(SearchLanguage):
    """Korean: particles and endings stripped, English left as it is, synonyms known."""

    lang = "ko"
    language_name = "Korean"
    stopwords: frozenset[str] = frozenset(RULES["stopwords"].split())

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(options)
        data = {
            "suffixes": " ".join(sorted(SUFFIXES)),
            "nouns": RULES["nouns"],
            "synonyms": [*RULES["synonyms"], *options.get("synonyms", [])],
            "places": options.get("places", {}),
            "weights": options.get("weights", {}),
        }
        rules = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        script = (HERE / "search.js").read_text(encoding="utf-8")
        self.js_splitter_code = f"const KOREAN = {rules};\n{script}"

    def split(self, input: str) -> list[str]:
        return split(input)

    def word_filter(self, word: str) -> bool:
        """Leave out stop words, numbers, and single syllables that are no nouns."""
        single = len(word) == 1 and "가" <= word <= "힣" and word not in NOUNS
        return super().word_filter(word) and not single


def keep_index_entries(_app: Sphinx, builder: Builder) -> None:
    """Give the search index the terms of pages that this build does not write again.

    Sphinx takes titles and words of such pages from the last index, but not their index entries.
    """
    entries_of = builder.env.domains.index_domain.entries
    kept = builder.env._search_index_index_entries
    kept.clear()
    for docname, entries in sorted(entries_of.items()):
        found = set()
        for kind, value, target, main, _key in entries:
            with suppress(ValueError):
                found |= {(word, target, main) for word in split_index_msg(kind, value)}
        kept[docname] = sorted(found)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_search_language(SearchKorean)
    app.connect("write-started", keep_index_entries)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
