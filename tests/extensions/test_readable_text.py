"""Text that is hard to read in a figure ends the build, in light and in dark mode."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from page_runner import draw_figures, run_code
from readable_text import UnreadableTextError, check_text, contrast, in_dark_mode

import nnnotes as nn
from nnnotes.plotting.font import COLORS


@pytest.fixture
def figure():
    nn.use_korean_font()
    made, ax = plt.subplots()
    ax.plot([1, 2])
    yield made
    plt.close(made)


def test_contrast_is_that_of_wcag():
    colors = np.array([to_rgb("white"), to_rgb("#777777"), to_rgb("white")])
    grounds = np.array([to_rgb("black"), to_rgb("white"), to_rgb("white")])
    np.testing.assert_allclose(contrast(colors, grounds), [21, 4.478, 1], rtol=1e-3)
    np.testing.assert_allclose(contrast(grounds, colors), [21, 4.478, 1], rtol=1e-3)


def test_dark_mode_turns_lightness_over_on_the_dark_page():
    page = np.array(to_rgb("#131416"))
    np.testing.assert_allclose(in_dark_mode(np.ones(3)), page, atol=1e-9)
    np.testing.assert_allclose(in_dark_mode(np.zeros(3)), np.ones(3), atol=1e-9)
    blue = in_dark_mode(np.array(to_rgb(COLORS[0])))
    assert blue[2] == blue.max()
    assert contrast(blue, page) > 4.5


@pytest.mark.parametrize("color", ["#BBBBBB", "#777777", (0, 0, 0, 0.4)])
def test_light_gray_text_is_refused(figure, color):
    figure.axes[0].set_title("옅은 제목", color=color)
    figure.canvas.draw()
    with pytest.raises(
        UnreadableTextError, match=r"'옅은 제목', 밝은 화면.* 받은 값: [1-4]\.\d\d$"
    ):
        check_text(figure)


def test_text_that_only_dark_mode_hides_is_refused(figure):
    figure.axes[0].text(0.5, 1.5, "글", color="black", backgroundcolor="#7C7C7C")
    figure.canvas.draw()
    with pytest.raises(UnreadableTextError, match="'글', 어두운 화면"):
        check_text(figure)


@pytest.mark.parametrize(("ground", "readable"), [("black", True), ("#AAAAAA", False)])
def test_white_text_depends_on_what_lies_behind_it(figure, ground, readable):
    figure.axes[0].axhspan(0, 3, color=ground)
    figure.axes[0].text(0.5, 1.5, "흰 글", color="white")
    figure.canvas.draw()
    if readable:
        check_text(figure)
    else:
        with pytest.raises(UnreadableTextError, match="흰 글"):
            check_text(figure)


def test_what_is_not_drawn_and_what_only_crosses_does_not_matter(figure):
    ax = figure.axes[0]
    ax.axvline(0.5, color="black")
    ax.text(0.3, 1.5, "선이 지나는 글")
    ax.text(0.3, 1.2, "숨은 글", color="white").set_visible(False)
    inset = ax.inset_axes((0.7, 0.1, 0.2, 0.2))
    inset.tick_params(colors="white")
    inset.set_axis_off()
    figure.canvas.draw()
    check_text(figure)


def test_a_page_refuses_what_a_reader_may_draw():
    drawing = "import matplotlib.pyplot as plt\nplt.figure().text(0.2, 0.5, '글', color='silver')"
    with pytest.raises(UnreadableTextError):
        run_code(drawing, {}, "<cell>")
    assert [output["output_type"] for output in draw_figures()] == ["display_data"]


def test_the_first_two_colors_carry_white_digits_in_both_modes():
    for color in map(to_rgb, COLORS[:2]):
        assert contrast(np.array(color), np.ones(3)) >= 4.5
        assert contrast(in_dark_mode(np.array(color)), in_dark_mode(np.ones(3))) >= 4.5
