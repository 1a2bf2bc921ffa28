import io
import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import SimpleNamespace

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.colors import to_hex, to_rgb
from matplotlib.text import Text

import nnnotes as nn
from nnnotes import plotting
from nnnotes.plotting._axes import MARKERS, line_ends, name_axes, tint
from nnnotes.plotting._strict import MissingGlyphError, missing_glyphs_are_errors
from nnnotes.plotting.font import COLORS, FAMILY, FONT_FILE

SQUARE = [[0, 0], [0, 1], [1, 0], [1, 1]]
UPDATES = [
    SimpleNamespace(weights=(1.0, 0.0), bias=-0.5),
    SimpleNamespace(weights=(1.0, 2.0), bias=-1.5),
]


def square(x):
    return x**2


# Every function once, in a plain use; each takes ax as a keyword.
CALLS = {
    "draw_network": lambda ax: nn.draw_network([2, 3, 1], ax=ax),
    "draw_tensor": lambda ax: nn.draw_tensor([[1, 2, 3], [4, 5, 6]], ax=ax),
    "plot_confusion": lambda ax: nn.plot_confusion([[3, 1], [0, 4]], ax=ax),
    "plot_decision_boundary": lambda ax: nn.plot_decision_boundary(
        lambda p: (p[:, 0] > 0.5).astype(int), SQUARE, [0, 0, 1, 1], ax=ax, n=10
    ),
    "plot_descent": lambda ax: nn.plot_descent(square, [4, 2, 1], ax=ax),
    "plot_function": lambda ax: nn.plot_function(square, -2, 2, ax=ax),
    "plot_gate": lambda ax: nn.plot_gate(nn.AND, ax=ax),
    "plot_images": lambda ax: nn.plot_images(np.ones((3, 8, 8)), ["가", "나", "다"], ax=ax),
    "plot_lines": lambda ax: nn.plot_lines(UPDATES, SQUARE, [0, 1, 1, 1], ax=ax),
    "plot_loss": lambda ax: nn.plot_loss({"loss": [3, 2, 1], "accuracy": [0.1, 0.2, 0.3]}, ax=ax),
    "plot_tangent": lambda ax: nn.plot_tangent(square, 1, -1, 3, h=1, ax=ax),
    "plot_timeline": lambda ax: nn.plot_timeline([(1943, "뉴런"), (1957, "퍼셉트론")], ax=ax),
}
calls = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


@pytest.fixture(autouse=True)
def _default_style() -> Iterator[None]:
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        matplotlib.rcdefaults()


def refuses(error, text, call, *args, **keywords):
    """Check for exactly this message, on one line, and that no figure was opened."""
    with pytest.raises(error) as caught:
        call(*args, **keywords)
    assert str(caught.value) == text
    assert not plt.get_fignums()


def luminance(color):
    parts = np.array(to_rgb(color))
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def texts(ax):
    return [text.get_text() for text in ax.texts]


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def markers(ax):
    """Colour, marker and points of every class drawn by scatter."""
    return [
        (to_hex(c.get_facecolor()[0]), len(c.get_paths()[0].vertices), c.get_offsets().tolist())
        for c in ax.collections
        if len(c.get_offsets()) and c.get_label()[0] != "_"
    ]


# ---------------------------------------------------------------- all functions


def test_every_plotting_name_is_reached_from_the_package():
    assert frozenset(plotting.__all__) == nn._PLOTTING
    for name in plotting.__all__:
        assert getattr(nn, name) is getattr(plotting, name)
        assert name in dir(nn)


def test_importing_the_package_does_not_import_matplotlib():
    code = "import sys, nnnotes; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_function_is_called_here():
    assert {*CALLS, "use_korean_font"} == set(plotting.__all__)


@calls
def test_without_ax_one_figure_is_opened(call):
    ax = call(None)
    assert plt.get_fignums() == [ax.figure.number]


@calls
def test_given_ax_is_used_and_no_other_figure_is_opened(call):
    _, (left, right) = plt.subplots(1, 2)
    assert call(right) is right
    assert right.has_data() or right.texts
    assert not left.has_data()
    assert len(plt.get_fignums()) == 1


@calls
def test_ax_of_another_kind_is_refused(call):
    refuses(TypeError, "ax: matplotlib의 Axes이거나 None이어야 합니다. 받은 값: 3", call, 3)


@calls
def test_every_text_can_be_drawn_and_read(call):
    ax = call(None)
    with missing_glyphs_are_errors():
        ax.figure.canvas.draw()
    for text in ax.figure.findobj(Text):
        assert not text.get_text() or text.get_fontsize() >= 10.5


@calls
def test_the_font_is_registered_on_first_use(call):
    assert matplotlib.rcParams["font.family"] != [FAMILY, "DejaVu Sans"]
    call(None)
    assert matplotlib.rcParams["font.family"] == [FAMILY, "DejaVu Sans"]


@pytest.mark.parametrize("key", ["font.family", "font.sans-serif"])
def test_a_font_that_the_reader_chose_is_kept(key):
    matplotlib.rcParams[key] = ["DejaVu Serif"]
    ax = nn.plot_function(square, 0, 1)
    assert matplotlib.rcParams[key] == ["DejaVu Serif"]
    assert matplotlib.rcParams["svg.hashsalt"] is None
    assert ax.xaxis.label.get_fontfamily() == matplotlib.rcParams["font.family"]


def test_names_given_before_are_kept():
    ax = plt.subplots()[1]
    ax.set_xlabel("시간")
    name_axes(ax, "x", "y")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("시간", "y")
    ax.set_ylabel("온도")
    name_axes(ax, "x", "y")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("시간", "온도")


# ---------------------------------------------------------------- the font


def test_use_korean_font_can_be_called_again():
    assert nn.use_korean_font() == nn.use_korean_font() == "nnnotes Sans KR"
    entries = [e for e in font_manager.fontManager.ttflist if e.name == "nnnotes Sans KR"]
    assert [entry.fname for entry in entries] == [FONT_FILE]
    assert font_manager.findfont("nnnotes Sans KR") == FONT_FILE


def test_style_of_a_figure():
    nn.use_korean_font()
    style = matplotlib.rcParams
    assert style["axes.unicode_minus"] is True
    assert tuple(style["figure.figsize"]) == (6.4, 3.8)
    assert (style["figure.dpi"], style["savefig.dpi"]) == (100, 150)
    assert style["svg.hashsalt"] == "nnnotes"
    assert [style[f"{of}.facecolor"] for of in ("figure", "savefig", "axes")] == ["white"] * 3
    assert not style["axes.spines.top"]
    assert not style["axes.spines.right"]
    assert style["axes.grid"]
    assert style["axes.axisbelow"] is True
    figure = nn.plot_function({"a": square}, -1, 1).figure
    assert figure.get_layout_engine() is not None


def test_lines_stand_out_from_white_and_differ_from_each_other():
    nn.use_korean_font()
    cycle = matplotlib.rcParams["axes.prop_cycle"].by_key()["color"]
    assert tuple(cycle) == COLORS
    assert len(set(cycle)) == len(cycle) == len(set(MARKERS)) == 6
    for color in cycle:
        assert 1.05 / (luminance(color) + 0.05) >= 3
        # Black text and the points themselves are read on the tint.
        assert (luminance(tint(color)) + 0.05) / 0.05 >= 7
    assert to_rgb(tint("black")) == pytest.approx((0.8, 0.8, 0.8))
    assert tint("#ff0000", 0.5) == pytest.approx((1, 0.5, 0.5))


@pytest.mark.parametrize("kind", ["png", "pdf", "svg"])
def test_every_character_a_reader_may_meet_is_drawn(kind):
    nn.use_korean_font()
    figure, ax = plt.subplots()
    ax.plot([-1, 1])
    ax.set_title("αβγδεζηθικλμνξοπρστυφχψω − × ≤ ∂ ∇ Σ 뷁 가힣 x₁ ⋮ 『 』 → ℝ")
    ax.set_xlabel(r"기울기 $\frac{\partial f}{\partial x}$와 α")
    with missing_glyphs_are_errors():
        figure.savefig(io.BytesIO(), format=kind)
    assert "−0.50" in [label.get_text() for label in ax.get_yticklabels()]


def test_svg_is_reproducible():
    def draw():
        file = io.BytesIO()
        nn.plot_gate(nn.XOR).figure.savefig(file, format="svg", metadata={"Date": None})
        return file.getvalue()

    assert draw() == draw()


# ---------------------------------------------------------------- missing glyphs


def draw_title(title):
    figure, ax = plt.subplots()
    ax.set_title(title)
    figure.canvas.draw()


def test_missing_glyph_in_plain_text_is_an_error():
    nn.use_korean_font()
    with (
        pytest.raises(MissingGlyphError, match=r"^글꼴에 없는 글자입니다: 'ภ' \(U\+0E20\)$"),
        missing_glyphs_are_errors(),
    ):
        draw_title("타이 문자 ภ")


def test_missing_glyph_beside_a_formula_is_an_error():
    # Without a Korean font; mathtext tells only its log.
    with (
        pytest.raises(MissingGlyphError, match=r"^글꼴에 없는 글자입니다: '글' \(U\+AE00\)$"),
        missing_glyphs_are_errors(),
    ):
        draw_title("글 $x^2$")


def test_a_character_of_the_second_font_is_missing_only_beside_a_formula():
    nn.use_korean_font()
    with missing_glyphs_are_errors():
        draw_title("𝕏")
    with pytest.raises(MissingGlyphError, match="𝕏"), missing_glyphs_are_errors():
        draw_title("𝕏 $x$")


def test_other_warnings_and_log_records_pass():
    log = logging.getLogger("matplotlib.mathtext")
    before = list(log.handlers)
    with missing_glyphs_are_errors():
        assert len(log.handlers) == len(before) + 1
        log.warning("something else")
    with pytest.raises(UserWarning, match=r"^other$") as caught, missing_glyphs_are_errors():
        warnings.warn("other", stacklevel=1)
    assert type(caught.value) is UserWarning
    with pytest.raises(UserWarning, match=r"^Glyph"):
        draw_title("ภ")
    assert log.handlers == before


# ---------------------------------------------------------------- functions and tangents


def test_function_is_computed_on_both_ends():
    ax = nn.plot_function(square, -5, 5)
    (line,) = ax.lines
    x, y = line.get_data()
    np.testing.assert_array_equal(x, np.linspace(-5, 5, 400))
    np.testing.assert_array_equal(y, x**2)
    assert line.get_label()[0] == "_"
    assert ax.get_legend() is None
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x", "y")


def test_several_functions_differ_in_dash_and_name():
    functions = {str(power): lambda x, power=power: x**power for power in range(1, 6)}
    ax = nn.plot_function(functions, 0, 1, n=2)
    assert [line.get_linestyle() for line in ax.lines] == ["-", "--", "-.", ":", "-"]
    assert legend(ax) == ["1", "2", "3", "4", "5"]
    np.testing.assert_array_equal(ax.lines[3].get_ydata(), [0, 1])


@pytest.mark.parametrize(
    ("f", "label", "expected"),
    [
        (square, "제곱", ["제곱"]),
        ([square, np.exp], None, ["square", "exp"]),
        ([square, np.exp], ["제곱", "지수"], ["제곱", "지수"]),
        ({"a": square, "b": np.exp}, ["제곱", "지수"], ["제곱", "지수"]),
        ([square, lambda x: x], None, ["square"]),
    ],
)
def test_names_of_functions(f, label, expected):
    assert legend(nn.plot_function(f, 0, 1, label=label)) == expected


def test_one_nameless_function_in_a_list_has_no_legend():
    assert nn.plot_function([lambda x: x], 0, 1).get_legend() is None


def test_constant_is_a_level_line():
    np.testing.assert_array_equal(
        nn.plot_function(lambda x: 3, 0, 1).lines[0].get_ydata(), [3] * 400
    )


def test_line_breaks_where_there_is_no_number():
    y = (
        nn.plot_function(lambda x: np.array([0, np.inf, np.nan, 1]), 0, 1, n=4)
        .lines[0]
        .get_ydata()
    )
    np.testing.assert_array_equal(y, [0, np.nan, np.nan, 1])


@pytest.mark.parametrize(
    ("error", "text", "args", "keywords"),
    [
        (ValueError, "stop: start(1)보다 커야 합니다. 받은 값: 1.0", (square, 1, 1), {}),
        (ValueError, "start: 유한한 실수여야 합니다. 받은 값: nan", (square, np.nan, 1), {}),
        (ValueError, "stop: 실수 하나여야 합니다. 받은 값: (2,)", (square, 0, [1, 2]), {}),
        (ValueError, "n: 2 이상이어야 합니다. 받은 값: 1", (square, 0, 1, 1), {}),
        (
            TypeError,
            "f: 함수이거나 함수를 하나 이상 모은 것이어야 합니다. 받은 값: 3",
            (3, 0, 1),
            {},
        ),
        (
            TypeError,
            "f: 함수이거나 함수를 하나 이상 모은 것이어야 합니다. 받은 값: []",
            ([], 0, 1),
            {},
        ),
        (
            TypeError,
            "f: 함수이거나 함수를 하나 이상 모은 것이어야 합니다. 받은 값: {'a': 1}",
            ({"a": 1}, 0, 1),
            {},
        ),
        (
            ValueError,
            "f: f(x)의 모양이 (400,)이어야 합니다. 받은 값: (2,)",
            (lambda x: x[:2], 0, 1),
            {},
        ),
        (
            ValueError,
            "label: 함수의 수만큼(1개) 있어야 합니다. 받은 값: ['a', 'b']",
            (square, 0, 1),
            {"label": ["a", "b"]},
        ),
    ],
)
def test_wrong_functions_are_refused(error, text, args, keywords):
    refuses(error, text, nn.plot_function, *args, **keywords)


def test_tangent_touches_and_secant_cuts():
    ax = nn.plot_tangent(square, 1, -1, 3, h=1.5)
    curve, tangent, secant, points = ax.lines
    x = curve.get_xdata()
    np.testing.assert_array_equal(x, np.linspace(-1, 3, 400))
    np.testing.assert_array_equal(curve.get_ydata(), x**2)
    np.testing.assert_allclose(tangent.get_ydata(), 2 * x - 1, rtol=0, atol=1e-8)
    np.testing.assert_allclose(secant.get_ydata(), 1 + 3.5 * (x - 1), rtol=0, atol=1e-8)
    assert points.get_xydata().tolist() == [[1, 1], [2.5, 6.25]]
    assert legend(ax) == ["f(x)", "접선 (기울기 2)", "할선 (h = 1.5, 기울기 3.5)"]
    assert len({line.get_linestyle() for line in (curve, tangent, secant)}) == 3
    assert len({line.get_color() for line in (curve, tangent, secant)}) == 3
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x", "y")


def test_tangent_alone_at_the_end_of_the_interval():
    ax = nn.plot_tangent(np.exp, 0, 0, 5)
    assert legend(ax) == ["f(x)", "접선 (기울기 1)"]
    assert ax.lines[-1].get_xydata().tolist() == [[0, 1]]
    assert nn.plot_tangent(np.exp, 5, 0, 5).lines[-1].get_xdata().tolist() == [5]


def test_secant_to_the_left():
    assert legend(nn.plot_tangent(square, 1, 0, 3, h=-1))[2] == "할선 (h = -1, 기울기 1)"


def test_steep_tangent_does_not_flatten_the_curve():
    ax = nn.plot_tangent(lambda x: np.tanh(50 * x), 0, -1, 1)
    assert ax.get_ylim() == pytest.approx((-1.1, 1.1), abs=0.01)


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("x0: 구간 [0, 1] 안에 있어야 합니다. 받은 값: 2.0", (2, 0, 1)),
        ("x0: 구간 [0, 1] 안에 있어야 합니다. 받은 값: -0.5", (-0.5, 0, 1)),
        ("h: 0이 아니어야 합니다. 받은 값: 0", (0.5, 0, 1, 0)),
        ("x0 + h: 구간 [0, 1] 안에 있어야 합니다. 받은 값: 1.5", (0.5, 0, 1, 1)),
        ("stop: start(1)보다 커야 합니다. 받은 값: 0.0", (0.5, 1, 0)),
    ],
)
def test_wrong_tangents_are_refused(text, args):
    refuses(ValueError, text, nn.plot_tangent, square, *args)


# ---------------------------------------------------------------- descent


def test_descent_on_a_curve():
    ax = nn.plot_descent(square, [4, 2, 1])
    curve, path, first, last = ax.lines
    x = curve.get_xdata()
    np.testing.assert_array_equal(x, np.linspace(1 - 0.75, 4 + 0.75, 400))
    np.testing.assert_array_equal(curve.get_ydata(), x**2)
    assert path.get_xydata().tolist() == [[4, 16], [2, 4], [1, 1]]
    assert first.get_xydata().tolist() == [[4, 16]]
    assert last.get_xydata().tolist() == [[1, 1]]
    assert [line.get_marker() for line in (path, first, last)] == ["o", "s", "*"]
    assert legend(ax) == ["경로", "출발", "도착"]
    assert [(t.get_text(), tuple(t.xy)) for t in ax.texts] == [
        ("0", (4, 16)),
        ("1", (2, 4)),
        ("2", (1, 1)),
    ]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x", "f(x)")


def test_descent_on_contours():
    path = np.array([[2.0, 1.0], [1.0, 0.5], [0.0, 0.0]])
    ax = nn.plot_descent(lambda x: x[0] ** 2 + x @ x, path)
    line, first, last = ax.lines
    np.testing.assert_array_equal(line.get_xydata(), path)
    assert first.get_xydata().tolist() == [[2, 1]]
    assert last.get_xydata().tolist() == [[0, 0]]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x₁", "x₂")
    assert ax.get_xlim() == pytest.approx((-0.5, 2.5))
    assert ax.get_ylim() == pytest.approx((-0.25, 1.25))
    (contours,) = ax.collections
    for level, curve in zip(contours.levels, contours.get_paths(), strict=True):
        x1, x2 = curve.vertices.T
        np.testing.assert_allclose(2 * x1**2 + x2**2, level, atol=0.01)


def test_descent_of_the_package():
    descent = nn.gradient_descent(square, 3.0, max_steps=5)
    path = nn.plot_descent(square, descent).lines[1]
    np.testing.assert_array_equal(path.get_xdata(), descent.path)


def test_numbers_that_would_overlap_are_left_out():
    # The picture is 15 wide; numbers must be more than 7 % of it apart.
    assert texts(nn.plot_descent(lambda x: 0 * x, [10, 9.5, 8.5, 8.2, 0])) == ["0", "2", "4"]


def test_path_that_does_not_move():
    ax = nn.plot_descent(square, [0, 0])
    assert ax.lines[0].get_xdata()[[0, -1]].tolist() == [-1, 1]
    assert texts(ax) == ["0"]


@pytest.mark.parametrize(
    ("text", "f", "path"),
    [
        (
            "path: 모양이 (n,)이나 (n, 2)여야 합니다. 받은 값: (1, 3)",
            square,
            [[1, 2, 3]],
        ),
        ("path: 모양이 (n,)이나 (n, 2)여야 합니다. 받은 값: ()", square, 3),
        (
            "path: 모양이 (n,)이나 (n, 2)여야 합니다. 받은 값: (1, 2, 2)",
            square,
            [[[1, 2], [1, 2]]],
        ),
        ("f: f(x)가 숫자 하나여야 합니다. 받은 값: (2,)", square, [[1, 2], [3, 4]]),
        ("f: f(x)의 모양이 (400,)이어야 합니다. 받은 값: (2,)", lambda x: x[:2], [1, 2, 3]),
    ],
)
def test_wrong_paths_are_refused(text, f, path):
    refuses(ValueError, text, nn.plot_descent, f, path)


# ---------------------------------------------------------------- gates and lines

weight = st.floats(-10, 10).filter(lambda w: abs(w) > 1e-3) | st.just(0.0)


@given(weight, weight, st.floats(-10, 10))
def test_ends_lie_on_the_line(w1, w2, bias):
    if w1 == w2 == 0:
        return
    x1, x2 = line_ends(np.array([w1, w2]), bias, (-1.0, 2.0), (-3.0, 4.0))
    np.testing.assert_allclose(w1 * x1 + w2 * x2 + bias, 0, atol=1e-12 * (1 + abs(bias)))
    # They span the picture in one direction, so that the line crosses all of it.
    if abs(w2) >= abs(w1):
        assert x1.tolist() == [-1, 2]
    else:
        assert x2.tolist() == [-3, 4]


@pytest.mark.parametrize("gate", [nn.AND, nn.NAND, nn.OR, nn.NOR, nn.Gate((1, 0), -0.5, "x₁")])
def test_gate(gate):
    ax = nn.plot_gate(gate)
    table = nn.truth_table(gate)
    expected = [
        (to_hex(color), table.inputs[table.outputs == output].tolist())
        for output, color in enumerate(COLORS[:2])
    ]
    assert [(color, points) for color, _, points in markers(ax)] == expected
    assert len({vertices for _, vertices, _ in markers(ax)}) == 2
    assert [(t.get_text(), tuple(t.xy)) for t in ax.texts] == [
        (str(y), (x1, x2)) for x1, x2, y in table.rows.tolist()
    ]
    (line,) = ax.lines
    np.testing.assert_allclose(gate.value(*line.get_data()), 0, atol=1e-12)
    assert line.get_label() == f"{gate.name}의 결정 경계"
    assert ax.get_title() == gate.name
    assert ax.get_xlim() == ax.get_ylim() == (-0.5, 1.5)
    assert ax.get_xticks().tolist() == ax.get_yticks().tolist() == [0, 1]
    assert ax.get_aspect() == 1
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x₁", "x₂")


def shown_region(ax, x1, x2):
    """Which of the first two classes has its tint at a point."""
    (image,) = ax.images
    pixels = image.get_array()
    left, right, bottom, top = image.get_extent()
    column = int((x1 - left) / (right - left) * pixels.shape[1])
    row = int((x2 - bottom) / (top - bottom) * pixels.shape[0])
    tints = [tint(color) for color in COLORS]
    return int(np.argmin(np.abs(np.array(tints) - pixels[row, column]).sum(axis=1)))


@pytest.fixture(scope="module")
def picture_of_and():
    return nn.plot_gate(nn.AND)


@given(st.floats(-0.49, 1.49), st.floats(-0.49, 1.49))
def test_ground_of_a_gate_is_its_output(picture_of_and, x1, x2):
    total = x1 + x2 - 1.5
    if abs(total) > 0.02:
        assert shown_region(picture_of_and, x1, x2) == (total > 0)


def test_xor_is_the_strip_between_two_lines():
    ax = nn.plot_gate(nn.XOR)
    assert [line.get_label() for line in ax.lines] == ["NAND의 결정 경계", "OR의 결정 경계"]
    for line, gate in zip(ax.lines, nn.XOR.inner, strict=True):
        np.testing.assert_allclose(gate.value(*line.get_data()), 0, atol=1e-12)
    places = [(0, 0), (0, 1), (1, 0), (1, 1), (0.5, 0.5), (1.4, -0.3), (0.3, 0.3), (0.9, 0.9)]
    assert [shown_region(ax, *place) for place in places] == [0, 1, 1, 0, 1, 1, 0, 0]


def test_gates_deeper_inside_are_followed_to_the_inputs():
    ax = nn.plot_gate(nn.XNOR)
    assert [line.get_label() for line in ax.lines] == ["NAND의 결정 경계", "OR의 결정 경계"]
    assert [shown_region(ax, *place) for place in SQUARE] == [1, 0, 0, 1]


def test_value_exactly_zero_does_not_fire():
    # On the grid there are points with x1 = 0.5 exactly, and its line goes through them.
    ax = nn.plot_gate(nn.Gate((1, 0), -0.5, "x₁"))
    assert ax.images[0].get_array().shape == (201, 201, 3)
    assert [shown_region(ax, x, 0.2) for x in (0.499, 0.5, 0.501, 0.512)] == [0, 0, 0, 1]


@pytest.mark.parametrize(("bias", "output"), [(1, 1), (-1, 0)])
def test_constant_gate_has_no_line(bias, output):
    ax = nn.plot_gate(nn.Gate((0, 0), bias, "상수"))
    assert not ax.lines
    assert shown_region(ax, 0, 0) == shown_region(ax, 1, 1) == output
    assert [(color, points) for color, _, points in markers(ax)] == [
        (to_hex(COLORS[output]), SQUARE)
    ]


def test_plain_function_has_points_only():
    def implies(a, b):
        return nn.OR(nn.NOT(a), b)

    ax = nn.plot_gate(implies)
    assert not ax.lines
    assert not ax.images
    assert texts(ax) == ["1", "1", "0", "1"]
    assert ax.get_title() == "implies"


def test_gate_of_one_input_is_refused():
    text = "gate: 입력이 두 개인 게이트여야 합니다. 받은 값: 1"
    refuses(ValueError, text, nn.plot_gate, nn.NOT)


def test_what_is_no_gate_is_refused():
    text = "gate: 게이트나 함수여야 합니다. 받은 값: 3"
    refuses(TypeError, text, nn.plot_gate, 3)


def test_lines_of_a_perceptron():
    model = nn.Perceptron().fit(SQUARE, [0, 0, 0, 1])
    ax = nn.plot_lines(model.history_, SQUARE, [0, 0, 0, 1])
    drawn = [(i, u) for i, u in enumerate(model.history_, 1) if any(u.weights)]
    assert len(ax.lines) == len(drawn) > 2
    for line, (number, update) in zip(ax.lines, drawn, strict=True):
        x1, x2 = line.get_data()
        total = update.weights[0] * x1 + update.weights[1] * x2 + update.bias
        np.testing.assert_allclose(total, 0, atol=1e-12)
        assert line.get_label() == f"{number}번째 수정"
    assert ax.lines[-1].get_linewidth() == 3
    assert ax.lines[-1].get_linestyle() == "-"
    assert ax.lines[-1].get_alpha() == 1
    assert {line.get_linestyle() for line in ax.lines[:-1]} == {"--"}
    assert {line.get_linewidth() for line in ax.lines[:-1]} == {1.5}
    alphas = [line.get_alpha() for line in ax.lines]
    assert alphas == sorted(alphas)
    assert [points for _, _, points in markers(ax)] == [SQUARE[:3], SQUARE[3:]]
    assert legend(ax) == ["0", "1"]
    assert ax.get_legend().get_title().get_text() == "클래스"


def test_number_of_an_update_stands_on_its_line():
    ax = nn.plot_lines(UPDATES, SQUARE, [0, 0, 0, 1])
    assert texts(ax) == ["1", "2"]
    for text, update in zip(ax.texts, UPDATES, strict=True):
        assert np.dot(update.weights, text.xy) + update.bias == pytest.approx(0)
        assert (np.abs(np.array(text.xy) - 0.5) <= 1).all()
    assert ax.get_title() == ""
    assert ax.get_xlim() == ax.get_ylim() == pytest.approx((-0.5, 1.5))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x₁", "x₂")
    assert ax.lines[0].get_alpha() == pytest.approx(0.65)


def test_numbers_keep_away_from_points_and_from_each_other():
    same = [SimpleNamespace(weights=(1, -1), bias=0)] * 40
    ax = nn.plot_lines(same, SQUARE, [0, 0, 0, 1])
    assert len(ax.lines) == 40
    places = [np.array(text.xy) for text in ax.texts]
    assert 10 < len(places) < 40
    assert texts(ax) == [str(number + 1) for number in range(len(places))]
    for index, place in enumerate(places):
        for other in [*SQUARE, *places[:index]]:
            assert np.hypot(*(place - other)) > 0.07 * 2
    # The line runs from (-0.5, -0.5) to (1.5, 1.5), and 25 / 200 of it is an eighth.
    assert places[0] == pytest.approx([-0.25, -0.25])


def test_line_along_an_edge_is_seen():
    edges = [SimpleNamespace(weights=(1, 0), bias=bias) for bias in (0.5, -1.5)]
    ax = nn.plot_lines(edges, SQUARE, [0, 0, 0, 1])
    assert texts(ax) == ["1", "2"]
    assert ax.get_title() == ""


def test_lines_that_cannot_be_seen_are_counted():
    updates = [
        SimpleNamespace(weights=(0, 0), bias=1),
        SimpleNamespace(weights=(0, 0), bias=2),
        SimpleNamespace(weights=(1, 1), bias=-9),
        SimpleNamespace(weights=(1, 1), bias=-1),
    ]
    ax = nn.plot_lines(updates, SQUARE, [0, 0, 0, 1])
    assert ax.get_title() == "수정 4번: 직선 없음 2번, 그림 밖 1번"
    assert [line.get_label() for line in ax.lines] == ["3번째 수정", "4번째 수정"]
    assert texts(ax) == ["4"]
    only_outside = nn.plot_lines(updates[2:], SQUARE, [0, 0, 0, 1])
    assert only_outside.get_title() == "수정 2번: 직선 없음 0번, 그림 밖 1번"
    only_absent = nn.plot_lines(updates[:1], SQUARE, [0, 0, 0, 1])
    assert only_absent.get_title() == "수정 1번: 직선 없음 1번, 그림 밖 0번"


@pytest.mark.parametrize(
    ("text", "updates"),
    [
        ("updates: 기록이 하나 이상 있어야 합니다. 받은 값: ()", ()),
        (
            "weights: 모양이 (2,)여야 합니다. 받은 값: (3,)",
            [SimpleNamespace(weights=(1, 2, 3), bias=0)],
        ),
    ],
)
def test_wrong_updates_are_refused(text, updates):
    refuses(ValueError, text, nn.plot_lines, updates, SQUARE, [0, 0, 0, 1])


# ---------------------------------------------------------------- decision boundaries


def left_or_right(points):
    return (points[:, 0] > 0.5).astype(int)


def test_boundary_between_two_classes():
    seen = []

    def predict(points):
        seen.append(points)
        return left_or_right(points)

    X = [[0, 0], [0, 10], [1, 0], [1, 10]]
    ax = nn.plot_decision_boundary(predict, X, [0, 0, 1, 1])
    (grid,) = seen
    assert grid.shape == (200 * 200, 2)
    np.testing.assert_allclose(np.unique(grid[:, 0]), np.linspace(-0.1, 1.1, 200))
    np.testing.assert_allclose(np.unique(grid[:, 1]), np.linspace(-1, 11, 200))
    assert ax.get_xlim() == pytest.approx((-0.1, 1.1))
    assert ax.get_ylim() == pytest.approx((-1, 11))
    assert [shown_region(ax, x, y) for x, y in [(0, 0), (0.45, 9), (0.55, 9), (1, 0)]] == [
        0,
        0,
        1,
        1,
    ]
    border = ax.collections[0].get_paths()[0].vertices
    assert np.ptp(border[:, 1]) == pytest.approx(12)
    np.testing.assert_allclose(border[:, 0], 0.5, atol=1.2 / 200)
    assert [(color, points) for color, _, points in markers(ax)] == [
        (to_hex(COLORS[0]), X[:2]),
        (to_hex(COLORS[1]), X[2:]),
    ]
    assert legend(ax) == ["0", "1"]
    assert ax.get_legend().get_title().get_text() == "클래스"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x₁", "x₂")


def test_pixels_are_centred_on_the_points_that_were_predicted():
    ax = nn.plot_decision_boundary(left_or_right, SQUARE, [0, 0, 1, 1], n=3)
    assert ax.images[0].get_extent() == pytest.approx([-0.4, 1.4, -0.4, 1.4])
    assert ax.images[0].get_array().shape == (3, 3, 3)


def test_six_classes_differ_in_colour_and_marker():
    X = np.arange(12).reshape(6, 2)
    y = list("fedcba")
    ax = nn.plot_decision_boundary(lambda p: np.full(len(p), "c"), X, y, n=5)
    drawn = markers(ax)
    assert legend(ax) == list("abcdef")
    assert [points for _, _, points in drawn] == [[row] for row in X[::-1].tolist()]
    assert len({color for color, _, _ in drawn}) == 6
    assert shown_region(ax, 5, 5) == 2
    paths = {c.get_paths()[0].vertices.round(6).tobytes() for c in ax.collections}
    assert len(paths) == 6


def test_points_without_width():
    ax = nn.plot_decision_boundary(lambda p: np.zeros(len(p)), [[3, 5]], [0], n=2)
    assert ax.get_xlim() == (2, 4)
    assert ax.get_ylim() == (4, 6)


@pytest.mark.parametrize(
    ("predict", "threshold"),
    [
        (lambda p: p[:, 0] - 0.5, 0),
        (lambda p: p[:, 0], 0.5),
        (lambda p: p[:, :1], 0.5),
        (lambda p: np.column_stack([1 - p[:, 0], p[:, 0]]), None),
        (SimpleNamespace(predict=left_or_right), None),
        (SimpleNamespace(predict=lambda p: p[:, :1]), 0.5),
        (SimpleNamespace(decision_function=lambda p: p[:, 0] - 0.5), None),
        (SimpleNamespace(decision_function=lambda p: p[:, 0]), 0.5),
        (SimpleNamespace(predict=left_or_right, decision_function=None), None),
    ],
)
def test_labels_and_scores(predict, threshold):
    ax = nn.plot_decision_boundary(predict, SQUARE, [0, 0, 1, 1], threshold=threshold, n=20)
    assert [shown_region(ax, x, 0.5) for x in (0, 0.4, 0.6, 1)] == [0, 0, 1, 1]


def test_score_at_the_threshold_is_the_first_class():
    ax = nn.plot_decision_boundary(lambda p: 0 * p[:, 0], SQUARE, [0, 0, 1, 1], threshold=0, n=2)
    assert shown_region(ax, 0.5, 0.5) == 0


def test_perceptron_as_a_model():
    model = nn.Perceptron().fit(SQUARE, [0, 0, 0, 1])
    ax = nn.plot_decision_boundary(model, SQUARE, [0, 0, 0, 1])
    assert [shown_region(ax, *place) for place in SQUARE] == [0, 0, 0, 1]


def test_classes_can_be_named():
    ax = nn.plot_decision_boundary(
        left_or_right, SQUARE, [0, 0, 1, 1], n=5, names=["왼쪽", "오른쪽"]
    )
    assert legend(ax) == ["왼쪽", "오른쪽"]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("X: 모양이 (n, 2)여야 합니다. 받은 값: (4, 3)", {"X": np.ones((4, 3))}),
        ("X: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (4,)", {"X": [1, 2, 3, 4]}),
        ("y: 모양이 (4,)여야 합니다. 받은 값: (3,)", {"y": [0, 0, 1]}),
        ("y: 클래스가 6개 이하여야 합니다. 받은 값: 7", {"X": np.ones((7, 2)), "y": range(7)}),
        ("n: 2 이상이어야 합니다. 받은 값: 1", {"n": 1}),
        ("n: 200 이하여야 합니다. 받은 값: 201", {"n": 201}),
        ("names: 이름이 2개여야 합니다. 받은 값: ['a']", {"names": ["a"]}),
        ("threshold: 유한한 실수여야 합니다. 받은 값: inf", {"threshold": np.inf}),
        (
            "threshold: y에 클래스가 두 개일 때만 쓸 수 있습니다. 받은 값: 3",
            {"threshold": 0, "y": [0, 1, 2, 0]},
        ),
        (
            "predict: 결과의 모양이 (25,)이어야 합니다. 받은 값: (25, 3)",
            {"predict": lambda p: np.zeros((25, 3))},
        ),
        (
            "predict: 결과의 모양이 (25,)이어야 합니다. 받은 값: ()",
            {"predict": lambda p: 0},
        ),
        (
            "predict: y에 있는 레이블을 돌려주어야 합니다(점수라면 threshold를 정합니다). "
            "받은 값: 0.25",
            {"predict": lambda p: np.full(25, 0.25)},
        ),
    ],
)
def test_wrong_boundaries_are_refused(text, changes):
    given = {"predict": left_or_right, "X": SQUARE, "y": [0, 0, 1, 1], "n": 5} | changes
    refuses(ValueError, text, nn.plot_decision_boundary, **given)


def test_model_without_a_method_is_refused():
    text = "predict: 함수이거나 predict 메서드가 있는 모형이어야 합니다. 받은 값: 3"
    refuses(TypeError, text, nn.plot_decision_boundary, 3, SQUARE, [0, 0, 1, 1])


# ---------------------------------------------------------------- loss and confusion


@dataclass
class History:
    loss: list[float]
    accuracy: list[float] | None = None


def test_loss_alone():
    ax = nn.plot_loss(History([3, 2, 1]))
    (line,) = ax.lines
    assert line.get_xydata().tolist() == [[1, 3], [2, 2], [3, 1]]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("에포크", "손실")
    assert ax.get_legend() is None
    assert ax.get_yscale() == "linear"
    assert ax.figure.axes == [ax]
    assert line.get_marker() == "None"


def test_loss_and_accuracy_have_an_axis_each():
    ax = nn.plot_loss(History([3, 2], [0.5, 1]))
    left, right = ax.figure.axes
    assert left is ax
    assert (left.get_ylabel(), right.get_ylabel()) == ("손실", "정확도")
    assert left.lines[0].get_ydata().tolist() == [3, 2]
    assert right.lines[0].get_ydata().tolist() == [0.5, 1]
    assert right.get_ylim() == (-0.02, 1.02)
    assert right.spines["right"].get_visible()
    assert legend(ax) == ["손실", "정확도"]
    assert left.lines[0].get_color() != right.lines[0].get_color()
    assert left.lines[0].get_linestyle() != right.lines[0].get_linestyle()


def test_accuracy_alone_takes_the_only_axis():
    ax = nn.plot_loss({"accuracy": [0.5, 1.0]}, log=True)
    assert ax.figure.axes == [ax]
    assert ax.get_ylabel() == "정확도"
    assert ax.get_ylim() == (-0.02, 1.02)
    assert ax.get_yscale() == "linear"


def test_loss_on_a_logarithmic_scale():
    ax = nn.plot_loss(
        {"loss": [1, 0.1], "validation_loss": [1, 0.2], "validation_accuracy": [0, 1]}, log=True
    )
    left, right = ax.figure.axes
    assert (left.get_yscale(), right.get_yscale()) == ("log", "linear")
    assert legend(ax) == ["손실", "검증 손실", "검증 정확도"]


def test_names_of_the_reader_are_kept_and_one_epoch_is_a_point():
    ax = nn.plot_loss({"학습률 0.1": [1], "학습률 0.5": [2], "시험 정확도": [0.5]})
    assert legend(ax) == ["학습률 0.1", "학습률 0.5", "시험 정확도"]
    assert [line.get_marker() for line in ax.lines] == ["o", "o"]
    assert len(ax.figure.axes) == 2


def test_more_curves_than_colours():
    ax = nn.plot_loss({str(i): [i, i + 1] for i in range(7)})
    assert [line.get_color() for line in ax.lines] == [*COLORS, COLORS[0]]
    assert [line.get_linestyle() for line in ax.lines] == ["-", "--", "-.", ":", "-", "--", "-."]


@pytest.mark.parametrize(
    ("error", "text", "history", "log"),
    [
        (
            TypeError,
            "history: 사전이나 loss가 있는 기록이어야 합니다. 받은 값: [1, 2]",
            [1, 2],
            False,
        ),
        (TypeError, "history: 사전이나 loss가 있는 기록이어야 합니다. 받은 값: {}", {}, False),
        (ValueError, "loss: 모양이 (n,)인 벡터여야 합니다. 받은 값: ()", {"loss": 1}, False),
        (
            ValueError,
            "loss: 유한한 실수여야 합니다. 받은 값: nan (위치 (1,))",
            {"loss": [1, np.nan]},
            False,
        ),
        (
            ValueError,
            "loss: 로그 눈금에서는 모두 0보다 커야 합니다. 받은 값: 0.0",
            {"accuracy": [0, 1], "loss": [1, 0]},
            True,
        ),
    ],
)
def test_wrong_histories_are_refused(error, text, history, log):
    refuses(error, text, nn.plot_loss, history, log=log)


def test_confusion_matrix():
    ax = nn.plot_confusion([[5, 0], [3, 2]], ["고양이", "강아지"])
    assert [(t.get_text(), t.get_position()) for t in ax.texts] == [
        ("5", (0, 0)),
        ("0", (1, 0)),
        ("3", (0, 1)),
        ("2", (1, 1)),
    ]
    np.testing.assert_array_equal(ax.images[0].get_array(), [[5, 0], [3, 2]])
    assert [t.get_text() for t in ax.get_xticklabels()] == ["고양이", "강아지"]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["고양이", "강아지"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("예측", "정답")
    assert tuple(ax.figure.get_size_inches()) == pytest.approx((6.4, 2.8))


def test_numbers_in_a_confusion_matrix_are_read_on_their_ground():
    ax = nn.plot_confusion([[100, 61], [60, 0]])
    image = ax.images[0]
    for text in ax.texts:
        column, row = text.get_position()
        ground = luminance(image.cmap(image.norm(image.get_array()[row, column]))[:3])
        light, dark = sorted((luminance(text.get_color()), ground), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_twelve_classes_are_numbered():
    ax = nn.plot_confusion(np.eye(12))
    assert [t.get_text() for t in ax.get_xticklabels()] == [str(i) for i in range(12)]


@pytest.mark.parametrize(
    ("text", "matrix", "labels"),
    [
        ("matrix: 정사각 행렬이어야 합니다. 받은 값: (1, 2)", [[1, 2]], None),
        ("matrix: 클래스가 12개 이하여야 합니다. 받은 값: 13", np.eye(13), None),
        ("matrix: 0 이상의 정수여야 합니다. 받은 값: -1.0", [[1, -1], [0, 0]], None),
        ("matrix: 0 이상의 정수여야 합니다. 받은 값: 0.5", [[1, 0], [0.5, 0]], None),
        ("labels: 이름이 2개여야 합니다. 받은 값: ['a']", np.eye(2), ["a"]),
    ],
)
def test_wrong_confusion_matrices_are_refused(text, matrix, labels):
    refuses(ValueError, text, nn.plot_confusion, matrix, labels)


# ---------------------------------------------------------------- images and timelines


def test_images_fill_rows_from_the_top_left():
    images = np.arange(3 * 2 * 4).reshape(3, 2, 4)
    ax = nn.plot_images(images, ["가", "나", 3], columns=2)
    for drawn, image in zip(ax.images, images, strict=True):
        np.testing.assert_array_equal(drawn.get_array(), image)
        assert drawn.get_clim() == (0, 23)
        assert drawn.cmap.name == "gray_r"
        left, right, bottom, top = drawn.get_extent()
        assert (right - left, bottom - top) == pytest.approx((1, 0.5))
    places = [image.get_extent() for image in ax.images]
    assert [place[0] for place in places] == pytest.approx([0, 1.15, 0])
    assert [place[2] for place in places] == pytest.approx([1, 1, 2])
    assert texts(ax) == ["가", "나", "3"]
    for text, place in zip(ax.texts, places, strict=True):
        assert text.get_position() == pytest.approx((place[0] + 0.5, place[3] - 0.04))
    assert ax.get_xlim() == pytest.approx((-0.15, 2.3))
    assert ax.get_ylim() == pytest.approx((2.15, 0))
    assert not ax.axison
    assert tuple(ax.figure.get_size_inches()) == pytest.approx((3.68, 3.68 * 2 / 2.3))


def test_one_image_and_ten_columns():
    ax = nn.plot_images(np.eye(8))
    assert ax.images[0].get_extent() == pytest.approx([0, 1, 1.15, 0.15])
    assert not ax.texts
    ax = nn.plot_images(np.zeros((100, 8, 8)))
    assert len({image.get_extent()[0] for image in ax.images}) == 10
    assert tuple(ax.figure.get_size_inches()) == pytest.approx((6.4, 6.4))


def test_flat_images_keep_a_visible_height():
    assert nn.plot_images(np.ones((1, 1, 40))).figure.get_figheight() == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("text", "images", "keywords"),
    [
        (
            "images: 모양이 (n, 높이, 너비)여야 합니다. 받은 값: (2,)",
            [1, 2],
            {},
        ),
        ("images: 그림이 100개 이하여야 합니다. 받은 값: 101", np.ones((101, 2, 2)), {}),
        ("titles: 제목이 2개여야 합니다. 받은 값: 1", np.ones((2, 2, 2)), {"titles": ["a"]}),
        ("columns: 1 이상이어야 합니다. 받은 값: 0", np.ones((2, 2, 2)), {"columns": 0}),
    ],
)
def test_wrong_images_are_refused(text, images, keywords):
    refuses(ValueError, text, nn.plot_images, images, **keywords)


def test_timeline_keeps_the_distances_between_years():
    ax = nn.plot_timeline([(2000, "나"), (1900, "가"), (2020, "라"), (2020, "다")])
    assert texts(ax) == ["1900  가", "2000  나", "2020  다", "2020  라"]
    dots = [line.get_ydata()[0] for line in ax.lines if line.get_marker() == "o"]
    assert dots == pytest.approx([0, 100 / 120, 1, 1])
    leaders = [line.get_ydata().tolist() for line in ax.lines if len(line.get_xdata()) == 3]
    heights = [text.get_position()[1] for text in ax.texts]
    assert leaders == [[dot, y, y] for dot, y in zip(dots, heights, strict=True)]
    assert heights == pytest.approx([1 / 8, 3 / 8, 5 / 8, 7 / 8])
    assert ax.lines[-1].get_xydata().tolist() == [[0, 0], [0, 1]]
    turns = {tuple(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 3}
    assert turns == {(0, 0.12, 0.15)}
    assert {text.get_position()[0] for text in ax.texts} == {0.16}
    assert ax.get_ylim() == (1.02, -0.02)


def test_labels_of_a_timeline_do_not_overlap_each_other_or_the_edge():
    long = "여러 층의 학습법은 아직 알려지지 않았다고 적은 아주 긴 글 " * 3
    ax = nn.plot_timeline(
        [(2012, "AlexNet"), (2012, long), (2013, "가"), (1943, "나"), (1944, "")]
    )
    assert tuple(ax.figure.get_size_inches()) == pytest.approx(
        (6.4, 0.24 * (7 + 5 * 0.6) + 0.3), abs=0.5
    )
    ax.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts]
    for above, below in pairwise(boxes):
        assert above.y0 >= below.y1
    assert max(box.x1 for box in boxes) <= ax.figure.bbox.x1


def test_timeline_of_one_year():
    ax = nn.plot_timeline([(1943, "뉴런")])
    assert [line.get_ydata()[0] for line in ax.lines if line.get_marker() == "o"] == [0.5]
    assert ax.figure.get_figheight() == 1.2


@pytest.mark.parametrize(
    ("error", "text", "records"),
    [
        (ValueError, "records: (해, 글)의 쌍이 하나 이상 있어야 합니다. 받은 값: []", []),
        (
            ValueError,
            "records: (해, 글)의 쌍이 하나 이상 있어야 합니다. 받은 값: [(1943,)]",
            [(1943,)],
        ),
        (TypeError, "year: 정수여야 합니다. 받은 값: '1943'", [("1943", "뉴런")]),
    ],
)
def test_wrong_records_are_refused(error, text, records):
    refuses(error, text, nn.plot_timeline, records)


# ---------------------------------------------------------------- tensors and networks


@pytest.mark.parametrize(
    ("x", "names"),
    [
        (7, []),
        ([1, 2, 3], ["축 0 (길이 3)"]),
        ([[1, 2, 3], [4, 5, 6]], ["축 0 (길이 2)", "축 1 (길이 3)"]),
        (
            np.arange(24).reshape(2, 3, 4),
            ["축 0 (길이 2)", "축 1 (길이 3)", "축 2 (길이 4)"],
        ),
    ],
)
def test_tensor_has_a_cell_for_every_value(x, names):
    ax = nn.draw_tensor(x)
    values = [str(value) for value in np.ravel(x)]
    assert [text for text in texts(ax) if text] == values + names
    assert len(ax.patches) == len(values)
    for cell, text in zip(ax.patches, ax.texts, strict=False):
        assert (cell.get_width(), cell.get_height()) == (1, 1)
        assert text.get_position() == pytest.approx(np.add(cell.get_xy(), 0.5))
    assert ax.get_aspect() == 1
    low, high = ax.get_xlim(), sorted(ax.get_ylim())
    for text in ax.texts:
        assert low[0] <= text.get_position()[0] <= low[1]
        assert high[0] <= text.get_position()[1] <= high[1]


def test_cells_of_a_matrix_run_right_and_down():
    ax = nn.draw_tensor([[1, 2], [3, 4]])
    assert [cell.get_xy() for cell in ax.patches] == [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert ax.yaxis_inverted()


def test_layers_are_moved_back_and_differ_in_colour():
    ax = nn.draw_tensor(np.arange(8).reshape(2, 2, 2))
    assert [cell.get_xy() for cell in ax.patches[4:]] == [
        (2.6, -0.5),
        (3.6, -0.5),
        (2.6, 0.5),
        (3.6, 0.5),
    ]
    assert ax.patches[0].get_facecolor() != ax.patches[4].get_facecolor()


def test_arrows_run_along_the_axes():
    ax = nn.draw_tensor(np.zeros((2, 3, 4)))
    arrows = [text for text in ax.texts if text.get_text() == ""]
    spans = [np.subtract(arrow.xy, arrow.get_position()).tolist() for arrow in arrows]
    assert spans == [pytest.approx([8.6, -0.5]), [0, 3], [4, 0]]


def test_names_stand_outside_the_cells_beside_their_arrows():
    ax = nn.draw_tensor(np.zeros((2, 3, 4)))
    assert [text.get_position() for text in ax.texts if text.get_text()[:1] == "축"] == [
        (2, 3.65),
        (-0.65, 1.5),
        (2, -0.65),
    ]
    assert [arrow.get_position() for arrow in ax.texts if arrow.get_text() == ""] == [
        (0, 3.3),
        (-0.3, 0),
        (0, -0.3),
    ]
    assert ax.get_xlim() == pytest.approx((-1.1, 9.2))
    assert ax.get_ylim() == pytest.approx((3.9, -1.5))
    assert tuple(ax.figure.get_size_inches()) == pytest.approx((0.6 * 10.4 + 0.2, 0.6 * 5.5 + 0.2))


@pytest.mark.parametrize(
    ("value", "text"),
    [(3.14159, "3.14"), (True, "True"), (12345, "12345"), (-0.5, "-0.5"), (1e-7, "1e-07")],
)
def test_text_of_a_value(value, text):
    assert texts(nn.draw_tensor(value)) == [text]


@pytest.mark.parametrize(
    "x", [np.full((12, 12), -0.0123), np.full((3, 5, 4), -1.23e-5), [1e-9] * 12]
)
def test_values_fit_into_their_cells(x):
    _, given = plt.subplots(figsize=(4, 4))
    for ax in (nn.draw_tensor(x), nn.draw_tensor(x, ax=given)):
        ax.figure.canvas.draw()
        for cell, text in zip(ax.patches, ax.texts, strict=False):
            assert text.get_window_extent().width <= cell.get_window_extent().width
    assert given.texts[0].get_fontsize() < 11


def test_usual_size_in_a_roomy_ax():
    ax = nn.draw_tensor([1, 2], ax=plt.subplots()[1])
    assert {text.get_fontsize() for text in ax.texts if text.get_text()} == {11}


@pytest.mark.parametrize(
    ("error", "text", "x"),
    [
        (ValueError, "x: 3차원 이하여야 합니다. 받은 값: '4차원'", np.ones((1, 1, 1, 1))),
        (ValueError, "x: 가로와 세로가 12칸 이하여야 합니다. 받은 값: (13,)", np.ones(13)),
        (ValueError, "x: 가로와 세로가 12칸 이하여야 합니다. 받은 값: (13, 1)", np.ones((13, 1))),
        (
            ValueError,
            "x: 가로와 세로가 12칸 이하여야 합니다. 받은 값: (3, 1, 5)",
            np.ones((3, 1, 5)),
        ),
        (ValueError, "x: 유한한 실수여야 합니다. 받은 값: nan (위치 (1,))", [1, np.nan]),
        (TypeError, "x: 실수나 실수 배열이어야 합니다. 받은 값: 'abc'", "abc"),
    ],
)
def test_wrong_tensors_are_refused(error, text, x):
    refuses(error, text, nn.draw_tensor, x)


def units(ax):
    return [line.get_xydata().tolist() for line in ax.lines]


def test_network_joins_neighbouring_layers():
    ax = nn.draw_network([2, 3, 1])
    assert units(ax) == [
        [[0, 0.5], [0, -0.5]],
        [[1, 1], [1, 0], [1, -1]],
        [[2, 0]],
    ]
    first, second = ([segment.tolist() for segment in c.get_segments()] for c in ax.collections)
    assert first == [[[0, a], [1, b]] for a in (0.5, -0.5) for b in (1, 0, -1)]
    assert second == [[[1, a], [2, 0]] for a in (1, 0, -1)]
    assert texts(ax) == ["입력층\n2개", "은닉층\n3개", "출력층\n1개"]
    low, high = ax.get_ylim()
    assert (low, high) == pytest.approx((-1.4, 1.4))
    assert ax.get_xlim() == (-0.5, 2.5)


def test_names_of_layers():
    assert texts(nn.draw_network([1, 1])) == ["입력층\n1개", "출력층\n1개"]
    assert texts(nn.draw_network([1, 2, 3, 4])) == [
        "입력층\n1개",
        "은닉층 1\n2개",
        "은닉층 2\n3개",
        "출력층\n4개",
    ]
    colors = [line.get_markerfacecolor() for line in nn.draw_network([1, 2, 3, 4]).lines]
    assert colors[1] == colors[2]
    assert len(set(colors)) == 3


def test_large_layer_says_what_is_left_out():
    ax = nn.draw_network([10, 11])
    assert [text for text in texts(ax) if text != "⋮"] == [
        "입력층\n10개",
        "출력층\n11개\n(2개 생략)",
    ]
    assert texts(ax).count("⋮") == 1
    whole, part = units(ax)
    assert [y for _, y in whole] == [4.5 - i for i in range(10)]
    assert [y for _, y in part] == [4.5, 3.5, 2.5, 1.5, 0.5, -1.5, -2.5, -3.5, -4.5]
    (gap,) = (text for text in ax.texts if text.get_text() == "⋮")
    assert gap.get_position() == (1, -0.5)
    assert len(ax.collections[0].get_segments()) == 90


def test_weights_set_width_dash_and_colour():
    weights = [[[1, -2], [0, 4]], [[-1], [2]]]
    first, second = nn.draw_network([2, 2, 1], weights=weights).collections
    assert first.get_linewidths().tolist() == [1, 2, 0, 4]
    assert second.get_linewidths().tolist() == [1, 2]
    solid = [dash is None for _, dash in first.get_linestyles()]
    assert solid == [True, False, True, True]
    colors = [to_hex(color) for color in first.get_colors()]
    assert colors == [to_hex(COLORS[i]) for i in (0, 1, 0, 0)]
    assert [dash is None for _, dash in second.get_linestyles()] == [False, True]


def test_weights_of_units_that_are_left_out_are_left_out():
    column = np.arange(1, 13).reshape(12, 1)
    (edges,) = nn.draw_network([12, 1], weights=[column]).collections
    expected = np.array([1, 2, 3, 4, 5, 9, 10, 11, 12]) * 4 / 12
    np.testing.assert_allclose(edges.get_linewidths(), expected)


def test_weights_of_zero_have_no_width():
    (edges,) = nn.draw_network([1, 1], weights=[[[0]]]).collections
    assert edges.get_linewidths().tolist() == [0]


@pytest.mark.parametrize(
    ("error", "text", "sizes", "weights"),
    [
        (ValueError, "layer_sizes: 층이 둘 이상이어야 합니다. 받은 값: [3]", [3], None),
        (ValueError, "layer_sizes: 1 이상이어야 합니다. 받은 값: 0", [3, 0], None),
        (TypeError, "layer_sizes: 정수여야 합니다. 받은 값: 2.5", [2.5, 1], None),
        (ValueError, "weights: 가중치 행렬이 2개여야 합니다. 받은 값: 1", [1, 1, 1], [[[1]]]),
        (
            ValueError,
            "weights[1]: 모양이 (2, 1)여야 합니다. 받은 값: (1, 2)",
            [1, 2, 1],
            [[[1, 2]], [[1, 2]]],
        ),
        (
            ValueError,
            "weights[0]: 모양이 (행, 열)인 행렬이어야 합니다. 받은 값: (1,)",
            [1, 1],
            [[1]],
        ),
    ],
)
def test_wrong_networks_are_refused(error, text, sizes, weights):
    refuses(error, text, nn.draw_network, sizes, weights=weights)


# ---------------------------------------------------------------- inputs stay as they are


def test_inputs_are_not_changed():
    X = np.array(SQUARE, dtype=float)
    images, matrix, path = np.ones((2, 3, 3)), np.eye(2), np.array([3.0, 1.0])
    before = [array.copy() for array in (X, images, matrix, path)]
    nn.plot_decision_boundary(left_or_right, X, np.array([0, 0, 1, 1]), n=4)
    nn.plot_images(images)
    nn.plot_confusion(matrix)
    nn.plot_descent(square, path)
    nn.draw_network([2, 2], weights=[matrix])
    nn.draw_tensor(matrix)
    for array, copy in zip((X, images, matrix, path), before, strict=True):
        np.testing.assert_array_equal(array, copy)
