"""Joined files, cut fonts and the security policy, each by itself."""

import base64
import hashlib
from pathlib import Path

import matplotlib
import pytest
from bundles import WIDE, source
from fontTools.ttLib import TTFont
from furo import THEME_PATH
from hosting import fill, policy
from math_fonts import characters, class_of, cut, rules, with_classes

FONT = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")


@pytest.fixture
def static(tmp_path):
    (tmp_path / "katex").mkdir()
    sheet = "a{b:url(fonts/x.woff2)}c{d:url('data:e')}.-Color-Red,.f{g:h}.i{j:url(/k)}"
    (tmp_path / "katex" / "a.css").write_text(sheet)
    script = 'x = new Function(\n  "n",\n  `return (${catalog.plural_expr})`,\n);\ny()'
    (tmp_path / "a.js").write_text(script)
    return tmp_path


def test_addresses_are_those_seen_from_the_bundle(static):
    text = source(static, "katex/a.css", [])
    assert "url(../katex/fonts/x.woff2)" in text
    assert "url('data:e')" in text
    assert "url(/k)" in text
    assert ".-Color-Red" in text


def test_rules_that_nobody_needs_are_left_out(static):
    text = source(static, "katex/a.css", [".-Color"])
    assert text == "a{b:url(../katex/fonts/x.woff2)}c{d:url('data:e')}.i{j:url(/k)}"


def test_no_text_becomes_a_function(static):
    assert source(static, "a.js", []).split() == ["x", "=", "()", "=>", "0;", "y();"]


def test_the_theme_measures_headings_only_on_a_wide_screen():
    theme = (THEME_PATH / "static" / "scripts" / "furo.js").read_text(encoding="utf-8")
    mended = source(THEME_PATH / "static", "scripts/furo.js", [])
    assert mended == theme.replace('new(e())(".toc-tree', WIDE + 'new(e())(".toc-tree') + ";"
    assert mended.count(WIDE) == 1


def test_a_font_is_cut_to_the_formulas_the_same_way_each_time(tmp_path):
    shown = characters('<span class="mord">x</span><span>&lt;→</span>')
    assert shown == set("x<→")
    small = cut(FONT, "x<→")
    assert cut(FONT, "x<→") == small
    assert len(small) < len(FONT.read_bytes()) / 10
    (tmp_path / "small.woff2").write_bytes(small)
    with TTFont(tmp_path / "small.woff2") as font:
        kept = {chr(code) for code in font.getBestCmap()}
        assert kept >= set("x<→")
        assert "y" not in kept


def test_a_style_attribute_becomes_a_class_with_the_same_rule():
    formula = '<b class="strut" style="height:1em;top:-.2em;"></b><span style="top:-3em;">x</span>'
    strut, plain = class_of("height:1em;top:-.2em;"), class_of("top:-3em;")
    assert strut != plain
    shown = f'<b class="strut {strut}"></b><span class="{plain}">x</span>'
    assert with_classes(formula) == shown
    assert with_classes(shown) == shown
    assert set(rules([formula, formula]).splitlines()) == {
        f".{strut}{{height:1em!important;top:-.2em!important;}}",
        f".{plain}{{top:-3em!important;}}",
    }


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_knows_every_inline_script_and_style_and_the_host_of_pyodide():
    pages = [
        '<script>one()</script><script type="application/json">{}</script><p style="top: 1em">',
        '<script>one()</script><script src="x.js"></script><style>a { top: 0 }</style>',
    ]
    line = policy(pages, "https://cdn.example/pyodide/")
    script, style, attribute = map(digest, ("one()", "a { top: 0 }", "top: 1em"))
    assert f"script-src 'self' {script} 'wasm-unsafe-eval' https://cdn.example;" in line
    assert f"style-src 'self' {style} 'unsafe-hashes' {attribute};" in line
    assert "connect-src 'self' https://cdn.example;" in line
    assert "example" not in policy(pages, "pyodide/")


def test_places_are_filled_again_with_what_is_true_now():
    page = '<span class="hosting text">?</span> <span class="other">?</span>'
    first = fill(page, {"text": "1 < 2"})
    assert first == page.replace("?", "1 &lt; 2", 1)
    assert fill(first, {"text": "3"}) == page.replace("?", "3", 1)
