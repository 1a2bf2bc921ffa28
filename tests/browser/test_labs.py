"""The labs: their arithmetic against nnnotes, and what a reader can do with them."""

import gzip
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

import nnnotes as nn
from conftest import HTML

MODULES = HTML / "_static" / "labs"
BITS = [[0, 0], [0, 1], [1, 0], [1, 1]]
CHAPTERS = {
    "gate": "gates",
    "perceptron": "perceptrons",
    "tangent": "derivatives",
    "descent": "derivatives",
    "activation": "neural-networks",
    "broadcast": "tensors",
    "network": "training",
}
FUNCTIONS = {
    "quadratic": nn.quadratic,
    "exponential": nn.exponential,
    "valleys": lambda x: nn.quartic(x, d=1),
    "sigmoid": nn.sigmoid,
}
SLOPES = {"quadratic": lambda x: 2 * x - 1, "valleys": lambda x: 4 * x**3 - 10 * x + 1}


def compute(tab: Page, address: str, script: str, vectors: Any) -> Any:
    """Run ``script`` on the vectors in the browser, with the labs' arithmetic as ``m``."""
    tab.goto(address + "index.html")
    code = f"""async ([url, vectors]) => {{
        const m = await import(url);
        return vectors.map({script});
    }}"""
    return tab.evaluate(code, [f"{address}_static/labs/arithmetic.js", vectors])


def agree(got: Any, expected: Any) -> None:
    # A large whole number comes from JavaScript as an int of any length.
    np.testing.assert_allclose(np.asarray(got, float), expected, rtol=1e-9, atol=1e-9)


# Arithmetic


def test_gates_agree(tab: Page, address: str):
    rng = np.random.default_rng(0)
    numbers = [*rng.integers(-10, 11, (200, 3)).tolist(), *rng.normal(size=(100, 3)).tolist()]
    gates = [nn.Gate((w1, w2), b, "g") for w1, w2, b in numbers]
    script = """([w1, w2, b]) => ({
        sums: m.BITS.map(x => m.weightedSum([w1, w2], b, x)),
        outputs: m.gateOutputs([w1, w2], b),
    })"""
    found = compute(tab, address, script, numbers)
    agree([gate["sums"] for gate in found], [gate.value(*np.transpose(BITS)) for gate in gates])
    outputs = [nn.truth_table(gate).outputs.tolist() for gate in gates]
    assert [gate["outputs"] for gate in found] == outputs
    assert [0, 1, 1, 0] not in outputs


def test_the_decision_line_is_where_the_gate_turns(tab: Page, address: str):
    numbers = np.random.default_rng(1).normal(size=(100, 3)).tolist()
    found = compute(tab, address, "([w1, w2, b]) => m.halfPlane([w1, w2], b, -0.5, 1.5)", numbers)
    lines = 0
    for (w1, w2, b), drawn in zip(numbers, found, strict=True):
        gate = nn.Gate((w1, w2), b, "g")
        corners = [(x, y) for x in (-0.5, 1.5) for y in (-0.5, 1.5)]
        inside = [corner for corner in corners if gate.value(*corner) > 0]
        ends = drawn["line"]
        assert len(ends) == (0 if len(inside) in {0, 4} else 2)
        lines += len(ends)
        for end in ends:
            agree(gate.value(*end), 0)
            assert max(abs(np.array(end) - 0.5)) == pytest.approx(1)
        assert {tuple(p) for p in drawn["region"]} >= set(inside)
        assert len(drawn["region"]) == len(inside) + len(ends)
    assert lines > 100


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_slopes_and_tangents_agree(tab: Page, address: str, name: str):
    f, x = FUNCTIONS[name], np.linspace(-2, 2, 41)
    script = f"""x => {{
        const both = m.FUNCTIONS.{name}, line = m.tangentLine(both, x);
        const steps = [1, 0.1, 0.001].flatMap(h => [
            m.forwardDifference(both.f, x, h), m.centralDifference(both.f, x, h)]);
        return [both.f(x), both.slope(x), line.slope, line.intercept, ...steps];
    }}"""
    found = np.transpose(compute(tab, address, script, x.tolist()))
    agree(found[0], f(x))
    agree(found[1], nn.derivative(f, x))
    lines = [nn.tangent_line(f, point) for point in x]
    agree(found[2], [line.slope for line in lines])
    agree(found[3], [line.intercept for line in lines])
    for i, h in enumerate((1, 0.1, 0.001)):
        agree(found[4 + 2 * i], (f(x + h) - f(x)) / h)
        agree(found[5 + 2 * i], nn.derivative(f, x, h))


def test_descents_agree(tab: Page, address: str):
    vectors = [
        ["quadratic", start, rate] for start in (-4.3, 0.5, 3) for rate in (0.1, 0.5, 1, 1.2)
    ]
    vectors += [
        ["valleys", start, rate] for start in (-2, 0, 0.1, 2) for rate in (0.01, 0.05, 0.5)
    ]
    script = "([f, start, rate]) => m.gradientDescent(m.FUNCTIONS[f], start, rate, 60)"
    for (name, start, rate), found in zip(
        vectors, compute(tab, address, script, vectors), strict=True
    ):
        expected = nn.gradient_descent(
            FUNCTIONS[name], start, rate, max_steps=60, gradient=SLOPES[name]
        )
        agree(found["path"], expected.path)
        assert found["converged"] == expected.converged


@pytest.mark.parametrize("name", ["step", "sigmoid", "tanh", "relu", "identity"])
def test_activations_agree(tab: Page, address: str, name: str):
    z = np.array([*np.linspace(-8, 8, 65), -700, 700])
    script = f"z => [m.ACTIVATIONS.{name}.f(z), m.ACTIVATIONS.{name}.slope(z)]"
    values, slopes = np.transpose(compute(tab, address, script, z.tolist()))
    agree(values, getattr(nn, name)(z))
    agree(slopes, getattr(nn, f"{name}_derivative")(z))


def test_broadcasts_agree(tab: Page, address: str):
    rng = np.random.default_rng(2)
    shapes = [
        [rng.integers(0, 4, rng.integers(0, 4)).tolist() for _ in range(2)] for _ in range(300)
    ]
    found = compute(tab, address, "shapes => m.broadcastSteps(...shapes)", shapes)
    failures = 0
    for pair, steps in zip(shapes, found, strict=True):
        expected = nn.broadcast_steps(*pair)
        failures += expected.result is None
        assert steps["failsAt"] == expected.fails_at
        assert steps["result"] == (None if expected.result is None else list(expected.result))
        assert [[*step.values()] for step in steps["steps"]] == [
            [step.axis, list(step.lengths), list(step.missing), step.result]
            for step in expected.steps
        ]
    assert 50 < failures < 250


def test_perceptrons_agree(tab: Page, address: str):
    X, y = nn.moons(40, noise=0.0, seed=3)
    X = X + 3 * np.column_stack([y, -y])
    t = (2 * y - 1).tolist()
    script = "([X, t, rate]) => m.perceptronLooks(X, t, rate, 200)"
    for rate in (1.0, 0.1):
        [found] = compute(tab, address, script, [[X.tolist(), t, rate]])
        model = nn.Perceptron(rate, max_epochs=200).fit(X, y)
        assert found["converged"] is model.converged_ is True
        assert len(found["looks"]) == model.n_epochs_ * len(X)
        updates = [look for look in found["looks"] if look["wrong"]]
        assert [(look["epoch"], look["index"]) for look in updates] == [
            (update.epoch, update.index) for update in model.history_
        ]
        for part, name in (("value", "value"), ("w", "weights"), ("b", "bias")):
            agree([u[part] for u in updates], [getattr(u, name) for u in model.history_])


def test_a_perceptron_gives_up_on_xor(tab: Page, address: str):
    script = "([X, t]) => m.perceptronLooks(X, t, 1, 7)"
    [found] = compute(tab, address, script, [[BITS, [-1, 1, 1, -1]]])
    assert found["converged"] is False
    assert len(found["looks"]) == 28


@pytest.mark.parametrize("hidden", [(), (4,), (3, 5)])
@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid", "identity"])
def test_training_agrees(tab: Page, address: str, hidden: tuple[int, ...], activation: str):
    X, y = nn.moons(30, noise=0.2, seed=0)
    sizes = [2, *hidden, 1]
    kinds = [*[activation] * len(hidden), "sigmoid"]
    network = nn.Network(
        [
            nn.Dense(n, m, kind, seed=seed)
            for seed, (n, m, kind) in enumerate(zip(sizes, sizes[1:], kinds, strict=False))
        ]
    )
    layers = [
        {"W": layer.weights.tolist(), "b": layer.bias.tolist(), "activation": layer.activation}
        for layer in network.layers
    ]
    script = """([layers, X, y]) => ({
        losses: Array.from({ length: 60 }, () => m.trainStep(layers, X, y, 0.3)),
        layers, predicted: m.predict(layers, X),
    })"""
    [found] = compute(tab, address, script, [[layers, X.tolist(), y.tolist()]])
    history = network.fit(X, y, "binary_cross_entropy", epochs=60, learning_rate=0.3)
    agree(found["losses"], history.loss)
    agree(found["predicted"], network.predict(X))
    for drawn, layer in zip(found["layers"], network.layers, strict=True):
        agree(drawn["W"], layer.weights)
        agree(drawn["b"], layer.bias)


# On the page


@pytest.mark.parametrize("module", sorted(path.name for path in MODULES.glob("*.js")))
def test_every_module_is_small(module: str):
    limit = 20_000 if module == "network-lab.js" else 6_000
    assert len(gzip.compress((MODULES / module).read_bytes())) < limit


def opened(tab: Page, address: str, name: str) -> Any:
    """Open the page of a lab, go to the lab, and wait until it can be moved."""
    tab.complaints = []
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.on(
        "console",
        lambda message: (
            message.type == "error"
            and not message.location["url"].endswith("favicon.ico")
            and tab.complaints.append(message.text)
        ),
    )
    tab.goto(f"{address}chapters/{CHAPTERS[name]}.html")
    lab = tab.locator(f"{name}-lab")
    for _ in range(10):  # on a phone the sections above are laid out as one comes past them
        lab.evaluate("lab => lab.scrollIntoView({behavior: 'instant', block: 'center'})")
        tab.wait_for_timeout(30)
    lab.locator("form").wait_for()
    return lab


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_lab_answers_to_the_keyboard_and_says_so(tab: Page, address: str, name: str):
    lab = opened(tab, address, name)
    summary, figure = lab.locator(".lab-summary"), lab.locator("svg[role=img]").first
    assert summary.get_attribute("aria-live") == "polite"
    before = summary.inner_text()
    keys = {"range": "ArrowLeft", "select-one": "ArrowDown", "text": "Backspace"}
    for field in lab.locator("input, select, button").all():
        field.focus()
        tab.keyboard.press(keys.get(field.evaluate("field => field.type"), "Enter"))
        assert field.evaluate("field => field === document.activeElement")
    expect(summary).not_to_have_text(before)
    expect(summary).to_have_text(figure.get_attribute("aria-label") or "")
    assert not tab.complaints


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_text_alternative_changes_with_the_figure(tab: Page, address: str, name: str):
    lab = opened(tab, address, name)
    summary, figure = lab.locator(".lab-summary"), lab.locator("svg[role=img]").first
    before = summary.inner_text(), figure.inner_html()
    controls = {
        "gate": ("편향 b", "ArrowRight"),
        "tangent": ("간격 h", "ArrowLeft"),
        "descent": ("학습률", "ArrowRight"),
        "activation": ("가중치 w", "ArrowRight"),
    }
    if name in controls:
        label, key = controls[name]
        slider = lab.get_by_label(label, exact=True)
        slider.focus()
        for _ in range(5):
            tab.keyboard.press(key)
    elif name == "broadcast":
        lab.get_by_label("둘째 모양", exact=True).fill("2")
        lab.get_by_label("첫째 모양", exact=True).fill("2, 3")
    else:
        lab.get_by_role("button", name="한 에포크").press("Enter")
    expect(summary).not_to_have_text(before[0])
    assert figure.inner_html() != before[1]
    expect(summary).to_have_text(figure.get_attribute("aria-label") or "")
    assert not tab.complaints


def test_or_can_be_made_and_xor_gets_no_further_than_three(tab: Page, address: str):
    lab = opened(tab, address, "gate")
    bias = lab.get_by_label("편향 b", exact=True)
    bias.focus()
    for _ in range(3):
        tab.keyboard.press("ArrowRight")
    assert bias.get_attribute("aria-valuetext") == "−0.3"
    expect(lab.locator(".lab-summary")).to_contain_text("과제를 풀었습니다")
    assert lab.locator("td", has_text="✓ 맞음").count() == 4
    lab.get_by_label("과제", exact=True).select_option("XOR")
    expect(lab.locator(".lab-summary")).to_contain_text("3줄이 같습니다")


def test_descent_says_whether_it_converges(tab: Page, address: str):
    lab = opened(tab, address, "descent")
    rate, summary = lab.get_by_label("학습률", exact=True), lab.locator(".lab-summary")
    words_of = {"0.9": "튀지만 결국 수렴", "1": "멎지 않고", "1.1": "발산", "0.1": "이대로 가면"}
    for value, words in words_of.items():
        rate.fill(value)
        expect(summary).to_contain_text(words)


def test_a_shape_that_is_no_shape_is_explained(tab: Page, address: str):
    lab = opened(tab, address, "broadcast")
    lab.get_by_label("둘째 모양", exact=True).fill("둘, 셋")
    expect(lab.locator(".lab-summary")).to_contain_text("둘째 모양을 읽지 못했습니다")


def test_the_perceptron_lab_ends_where_nnnotes_does(tab: Page, address: str):
    lab = opened(tab, address, "perceptron")
    lab.get_by_role("button", name="끝까지").click()
    table = nn.truth_table(nn.AND)
    model = nn.Perceptron().fit(table.inputs, table.outputs)
    w1, w2, b = (f"{v:.0f}".replace("-", "−") for v in (*model.weights_, model.bias_))
    summary = lab.locator(".lab-summary")
    expect(summary).to_contain_text(f"모두 {model.n_updates_}번")
    expect(summary).to_contain_text(f"{model.n_epochs_}번째 에포크")
    expect(summary).to_contain_text(f"w = ({w1}, {w2}), b = {b}")


def epochs(lab: Any) -> int:
    words = lab.locator(".lab-summary").inner_text().split("에포크")[0].split()
    return int(words[-1]) if words[-1].isdigit() else 0


def test_the_network_trains_until_it_is_stopped(tab: Page, address: str):
    lab = opened(tab, address, "network")
    lab.get_by_role("button", name="훈련").click()
    expect(lab.locator(".lab-summary")).to_contain_text("훈련하고 있습니다")
    expect(lab.locator("svg .track")).to_be_visible()
    lab.get_by_role("button", name="멈춤").click()
    expect(lab.locator(".lab-summary")).to_contain_text("에포크를 훈련했습니다")
    seen = epochs(lab)
    assert seen > 0
    tab.wait_for_timeout(300)
    assert epochs(lab) == seen
    assert not tab.complaints


def test_with_reduced_motion_training_is_one_step(chromium: Browser, address: str):
    tab = chromium.new_page(reduced_motion="reduce")
    lab = opened(tab, address, "network")
    lab.get_by_role("button", name="200에포크").click()
    expect(lab.locator(".lab-summary")).to_contain_text("200에포크를 훈련했습니다")
    tab.wait_for_timeout(300)
    assert epochs(lab) == 200
    tab.close()


def test_points_are_placed_by_touch_and_by_keyboard(chromium: Browser, address: str):
    tab = chromium.new_page(has_touch=True, viewport={"width": 375, "height": 800})
    lab = opened(tab, address, "network")
    summary = lab.locator(".lab-summary")
    lab.get_by_label("데이터", exact=True).select_option("none")
    expect(summary).to_contain_text("점 0개")
    lab.locator("svg[role=img]").tap(position={"x": 120, "y": 100})
    expect(summary).to_contain_text("점 1개")
    lab.get_by_label("놓을 점", exact=True).select_option("0")
    lab.get_by_role("button", name="점 놓기").press("Enter")
    expect(summary).to_contain_text("점 2개")
    assert lab.locator("svg .zero").count() == 1
    assert lab.locator("svg .one").count() == 1
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.close()


@pytest.mark.parametrize("name", CHAPTERS)
def test_without_scripts_the_figure_is_there(chromium: Browser, address: str, name: str):
    tab = chromium.new_page(java_script_enabled=False)
    tab.goto(f"{address}chapters/{CHAPTERS[name]}.html")
    box = tab.locator(f"section.lab:has({name}-lab)")
    assert "?" in box.locator("p").nth(1).inner_text()
    figure = box.locator("svg[role=img]")
    assert figure.bounding_box()["width"] > 200
    assert figure.get_attribute("aria-label") == box.locator(".lab-summary").inner_text()
    tab.close()


def test_dark_pages_have_other_colours(chromium: Browser, address: str):
    shown = {}
    for scheme in ("light", "dark"):
        tab = chromium.new_page(color_scheme=scheme)
        lab = opened(tab, address, "gate")
        colour = "element => getComputedStyle(element).fill"
        shown[scheme] = [
            lab.locator(f"svg {part}").first.evaluate(colour) for part in (".zero", ".one", "text")
        ]
        tab.close()
    assert all(a != b for a, b in zip(shown["light"], shown["dark"], strict=True))


def test_modules_are_fetched_only_near_a_lab(tab: Page, address: str):
    asked = []
    tab.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1].split("?")[0]))
    tab.goto(address + "index.html")
    assert "load.js" not in asked
    tab.goto(address + "chapters/gates.html")
    tab.wait_for_timeout(300)
    assert "load.js" in asked
    assert "gate-lab.js" not in asked
    tab.locator("gate-lab").scroll_into_view_if_needed()
    tab.locator("gate-lab form").wait_for()
    assert "gate-lab.js" in asked
