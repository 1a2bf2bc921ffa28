import ast
import copy
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).parent.parent / "docs" / "frameworks"
sys.path.insert(0, str(FOLDER))
try:
    import check
    import run
finally:
    sys.path.remove(str(FOLDER))

SPEC = json.loads((FOLDER / "spec.json").read_text(encoding="utf-8"))
RESULTS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((FOLDER / "results").glob("*.json"))
}
DATES = json.loads((FOLDER / "dates.json").read_text(encoding="utf-8"))
FORWARD_ONLY = {"onnx", "onnxruntime", "opencv"}


def owner(name):
    return name.rpartition("-")[0]


def sums(network):
    values, pre_activations = [np.array(SPEC["inputs"], float)], []
    for layer in network["layers"]:
        pre_activations.append(values[-1] @ np.array(layer["weights"]) + np.array(layer["bias"]))
        values.append(1 / (1 + np.exp(-pre_activations[-1])))
    return values, pre_activations


def mean_squared_error(network):
    return np.mean((sums(network)[0][-1] - np.array(network["targets"])) ** 2)


def slope(network, layer, key, place, h=1e-6):
    ends = []
    for step in (h, -h):
        moved = copy.deepcopy(network)
        parameter = np.array(moved["layers"][layer][key])
        parameter[place] += step
        moved["layers"][layer][key] = parameter.tolist()
        ends.append(mean_squared_error(moved))
    return (ends[0] - ends[1]) / (2 * h)


def backpropagated(network):
    values, _ = sums(network)
    upstream = 2 * (values[-1] - np.array(network["targets"])) / values[-1].size
    gradients = []
    for layer, before, after in reversed(
        list(zip(network["layers"], values[:-1], values[1:], strict=True))
    ):
        delta = upstream * after * (1 - after)
        gradients.append({"weights": before.T @ delta, "bias": delta.sum(axis=0)})
        upstream = delta @ np.array(layer["weights"]).T
    return gradients[::-1]


NETWORKS = {
    name: {
        "outputs": sums(network)[0][-1],
        "loss": mean_squared_error(network),
        "gradients": backpropagated(network),
    }
    for name, network in SPEC["networks"].items()
}


# The two networks themselves


def test_the_neuron_is_a_gate_and_the_network_solves_xor():
    assert NETWORKS["neuron"]["outputs"].round().ravel().tolist() == [0, 1, 1, 1]
    assert NETWORKS["xor"]["outputs"].round().ravel().tolist() == [0, 1, 1, 0]
    for name, network in SPEC["networks"].items():
        assert NETWORKS[name]["outputs"].round().tolist() == network["targets"]


def test_the_networks_are_a_neuron_and_2_3_1():
    shapes = {
        name: [np.shape(layer["weights"]) for layer in network["layers"]]
        for name, network in SPEC["networks"].items()
    }
    assert shapes == {"neuron": [(2, 1)], "xor": [(2, 3), (3, 1)]}


def test_no_pre_activation_is_zero_and_no_gradient_hides_a_mistake():
    for name, network in SPEC["networks"].items():
        assert all(np.all(z != 0) for z in sums(network)[1])
        for gradient in NETWORKS[name]["gradients"]:
            assert all(np.all(np.abs(g) > 1e-4) for g in gradient.values())


def test_the_tolerances_are_those_promised():
    assert SPEC["tolerances"] == {"float32": 1e-6, "float64": 1e-12}


@pytest.mark.parametrize("name", SPEC["networks"])
def test_the_gradients_are_the_slopes_of_the_loss(name):
    network = SPEC["networks"][name]
    for number, gradient in enumerate(NETWORKS[name]["gradients"]):
        for key, values in gradient.items():
            for place in np.ndindex(values.shape):
                assert slope(network, number, key, place) == pytest.approx(values[place], abs=1e-9)


@pytest.mark.parametrize("name", SPEC["networks"])
def test_the_reference_in_plain_python_agrees_with_numpy(name):
    found = check.expected(SPEC["networks"][name], SPEC["inputs"])
    wanted = NETWORKS[name]
    np.testing.assert_allclose(found["outputs"], wanted["outputs"], rtol=0, atol=1e-15)
    np.testing.assert_allclose(found["loss"], wanted["loss"], rtol=0, atol=1e-15)
    for layer, gradient in zip(found["gradients"], wanted["gradients"], strict=True):
        for key in ("weights", "bias"):
            np.testing.assert_allclose(layer[key], gradient[key], rtol=0, atol=1e-15)


# The committed results


def test_every_framework_has_its_results_and_there_are_no_others():
    wanted = {f"{f.name}-{dtype}" for f in run.FRAMEWORKS for dtype in f.dtypes}
    assert RESULTS.keys() == wanted == DATES.keys()
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in DATES.values())


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_is_within_tolerance_of_numpy(name):
    result = RESULTS[name]
    tolerance = SPEC["tolerances"][result["dtype"]]
    assert name.endswith("-" + result["dtype"])
    assert result["networks"].keys() == NETWORKS.keys()
    for network, found in result["networks"].items():
        wanted = NETWORKS[network]
        np.testing.assert_allclose(found["outputs"], wanted["outputs"], rtol=0, atol=tolerance)
        if owner(name) in FORWARD_ONLY:
            assert found["loss"] is None
            assert found["gradients"] is None
            continue
        assert found["loss"] == pytest.approx(wanted["loss"], rel=0, abs=tolerance)
        for layer, gradient in zip(found["gradients"], wanted["gradients"], strict=True):
            assert layer.keys() == gradient.keys()
            for key, values in gradient.items():
                assert np.shape(layer[key]) == values.shape
                np.testing.assert_allclose(layer[key], values, rtol=0, atol=tolerance)
    for file, outputs in result.get("files", {}).items():
        wanted = NETWORKS[re.match("[a-z]+", file).group()]["outputs"]
        np.testing.assert_allclose(outputs, wanted, rtol=0, atol=tolerance)


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_belongs_to_this_spec_and_these_pins(name):
    text = json.dumps(SPEC, ensure_ascii=False, sort_keys=True)
    assert RESULTS[name]["spec"] == hashlib.sha256(text.encode()).hexdigest()
    lines = (FOLDER / "requirements" / f"{owner(name)}.txt").read_text(encoding="utf-8")
    pinned = [line for line in lines.splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in pinned)
    assert RESULTS[name]["requirements"] == hashlib.sha256("\n".join(pinned).encode()).hexdigest()
    assert pinned[0].partition("==")[2].startswith(RESULTS[name]["version"])


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_holds_no_time_and_no_path(name):
    text = (FOLDER / "results" / f"{name}.json").read_text(encoding="utf-8")
    assert not re.search(r"[/\\]|\d{4}-\d\d|\d\d:\d\d", text)
    keys = {"name", "version", "python", "dtype", "spec", "requirements", "networks", "notes"}
    assert RESULTS[name].keys() - {"files"} == keys
    assert re.fullmatch(r"3\.\d+", RESULTS[name]["python"])


@pytest.mark.parametrize("name", RESULTS)
def test_the_check_finds_nothing_wrong(name):
    assert list(check.problems(RESULTS[name], owner(name), SPEC)) == []


# A result that was broken by hand


@pytest.fixture
def result():
    return copy.deepcopy(RESULTS["pytorch-float32"])


def faults(result, spec=SPEC, requirements="pytorch"):
    return list(check.problems(result, requirements, spec))


@pytest.mark.parametrize("part", ["weights", "bias", "inputs", "targets", "tolerances"])
def test_a_result_of_an_older_spec_is_refused(result, part):
    newer = copy.deepcopy(SPEC)
    network = newer["networks"]["xor"]
    if part in ("weights", "bias"):
        network["layers"][0][part] = (np.array(network["layers"][0][part]) + 1e-9).tolist()
    elif part == "targets":
        network["targets"][0] = [1e-9]
    elif part == "inputs":
        newer["inputs"][0][0] = 1e-9
    else:
        newer["tolerances"]["float32"] = 1.1e-6
    assert "다른 명세(spec.json)로 만든 결과입니다" in faults(result, newer)


def test_the_layout_of_the_spec_does_not_matter():
    shuffled = dict(reversed(SPEC.items()))
    assert list(shuffled) != list(SPEC)
    assert check.spec_hash(shuffled) == check.spec_hash(SPEC)


def test_a_result_of_other_pins_is_refused(result):
    assert faults(result, requirements="keras-torch") == [
        "다른 판(requirements/keras-torch.txt)으로 만든 결과입니다",
        "판이 못 박은 것과 다릅니다: 2.13.0",
    ]


@pytest.mark.parametrize("broken", [1.1e-6, -1.1e-6])
@pytest.mark.parametrize("key", ["outputs", "loss", "gradients"])
def test_a_number_that_is_a_little_off_is_found(result, key, broken):
    xor = result["networks"]["xor"]
    wanted = check.expected(SPEC["networks"]["xor"], SPEC["inputs"])
    if key == "loss":
        xor["loss"] = wanted["loss"] + broken
    elif key == "outputs":
        xor["outputs"][3][0] = wanted["outputs"][3][0] + broken
    else:
        xor["gradients"][1]["bias"][0] = wanted["gradients"][1]["bias"][0] + broken
    assert faults(result) == [f"{key}: 기준값과 1.1e-06만큼 다릅니다. 허용 오차는 1e-06입니다"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, "0.5", [0.5]])
def test_what_is_no_number_is_found(result, value):
    result["networks"]["xor"]["outputs"][0][0] = value
    assert faults(result) == ["outputs: 기준값과 inf만큼 다릅니다. 허용 오차는 1e-06입니다"]


def test_what_is_missing_is_found(result):
    result["networks"]["xor"]["gradients"] = None
    assert faults(result) == ["gradients: 기준값과 inf만큼 다릅니다. 허용 오차는 1e-06입니다"]
    result["networks"]["xor"]["outputs"].pop()
    assert len(faults(result)) == 2
    del result["networks"]["xor"]
    assert len(faults(result)) == 3


def test_a_file_that_was_read_wrong_is_found():
    result = copy.deepcopy(RESULTS["onnxruntime-float32"])
    result["files"]["xor-cntk.onnx"][0][0] += 0.5
    (fault,) = faults(result, requirements="onnxruntime")
    assert fault.startswith("xor-cntk.onnx: 기준값과 5.0e-01만큼 다릅니다")


# The model files, written once and read by all


def model_files(ending):
    return {path.name for path in (FOLDER / "models").glob(f"*{ending}")}


def test_every_reader_has_read_every_file_it_can():
    written = {
        f"{network}{writer}.onnx"
        for network in SPEC["networks"]
        for writer in ("", "-cntk", "-nnnotes")
    }
    assert model_files(".onnx") == written
    assert RESULTS["onnxruntime-float32"]["files"].keys() == written
    caffe = model_files(".caffemodel")
    assert caffe == {"neuron.caffemodel", "xor.caffemodel"}
    assert RESULTS["opencv-float32"]["files"].keys() == written | caffe
    assert RESULTS["cntk-float32"]["files"].keys() == {"neuron.onnx", "xor.onnx"}


@pytest.mark.parametrize("file", sorted(model_files(".onnx")))
def test_a_model_file_still_runs(file):
    onnxruntime = pytest.importorskip("onnxruntime")
    session = onnxruntime.InferenceSession(
        FOLDER / "models" / file, providers=["CPUExecutionProvider"]
    )
    (argument,) = session.get_inputs()
    rows = np.array(SPEC["inputs"], np.float32)[:, np.newaxis]
    found = [session.run(None, {argument.name: row})[0][0] for row in rows]
    wanted = NETWORKS[re.match("[a-z]+", file).group()]["outputs"]
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-6)


# The runners


def test_each_runner_is_used_and_shadows_no_library():
    runners = {path.name for path in (FOLDER / "runners").glob("*.py")} - {"exchange.py"}
    assert runners == {framework.runner for framework in run.FRAMEWORKS}
    assert all(runner.startswith("with_") for runner in runners)


@pytest.mark.parametrize("file", ["exchange.py", "with_cntk.py"])
def test_what_cntk_runs_is_valid_in_python_3_6(file):
    source = (FOLDER / "runners" / file).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))


def test_the_numpy_runner_gives_the_committed_numbers(tmp_path):
    pytest.importorskip("onnx")
    script = FOLDER / "runners" / "with_numpy.py"
    command = [sys.executable, script, "float64", tmp_path]
    subprocess.run(command, check=True)
    found = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    committed = RESULTS["numpy-float64"]["networks"]
    for name, network in found["networks"].items():
        assert check.difference(network, committed[name]) < 1e-15
    assert {path.name for path in tmp_path.glob("*.onnx")} == model_files("-nnnotes.onnx")


# Running again


@pytest.fixture
def numpy_run(monkeypatch, tmp_path):
    """What a rerun of the NumPy runner gives, to be changed by the test."""
    result = copy.deepcopy(RESULTS["numpy-float64"])
    models = {name: (FOLDER / "models" / name).read_bytes() for name in ("xor-nnnotes.onnx",)}

    def fake(framework, dtype, folder, output):
        (output / "result.json").write_text("{}")
        for name, content in models.items():
            (output / name).write_bytes(content)
        return result

    monkeypatch.setattr(run, "run", fake)
    for name in ("RESULTS", "MODELS"):
        copied = tmp_path / name
        copied.mkdir()
        for path in getattr(run, name).iterdir():
            (copied / path.name).write_bytes(path.read_bytes())
        monkeypatch.setattr(run, name, copied)
    monkeypatch.setattr(run, "DATES", tmp_path / "dates.json")
    return result, models


def again(update=False):
    return run.rerun(run.FRAMEWORKS[0], "float64", Path("unused"), update)


def test_the_same_bytes_are_told_and_nothing_is_written(numpy_run):
    assert again() == again(update=True) == "다시 실행함: 같음"
    assert not run.DATES.exists()


def test_another_last_digit_is_told(numpy_run):
    numpy_run[0]["networks"]["xor"]["loss"] += 1e-15
    assert again() == "다시 실행함: 허용 오차 안에서 다름"


def test_a_wrong_number_is_never_written(numpy_run):
    numpy_run[0]["networks"]["xor"]["loss"] += 1e-9
    for update in (False, True):
        with pytest.raises(run.Broken, match="loss: 기준값과 1"):
            again(update)


def test_another_model_file_is_refused_until_it_is_written(numpy_run):
    numpy_run[1]["xor-nnnotes.onnx"] = b"other"
    with pytest.raises(run.Broken, match="만든 파일이 커밋된 것과 다릅니다: xor-nnnotes"):
        again()
    assert again(update=True) == "새로 적음"
    assert again() == "다시 실행함: 같음"
    assert json.loads(run.DATES.read_text()).keys() == {"numpy-float64"}


def test_a_committed_result_of_another_spec_is_refused(numpy_run):
    path = run.RESULTS / "numpy-float64.json"
    path.write_text(path.read_text(encoding="utf-8").replace(RESULTS["numpy-float64"]["spec"], ""))
    with pytest.raises(run.Broken, match="판이나 명세가 다릅니다"):
        again()


def test_a_result_that_was_never_committed_is_refused(numpy_run):
    (run.RESULTS / "numpy-float64.json").unlink()
    with pytest.raises(run.Broken, match="커밋된 결과가 없습니다"):
        again()


def test_a_missing_python_is_named():
    with pytest.raises(run.Missing, match=r"파이썬 2\.1 인터프리터가 없습니다"):
        run.find_python("2.1")
    assert run.find_python("{}.{}".format(*sys.version_info)) == sys.executable


def test_a_missing_compiler_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    with pytest.raises(run.Missing, match="C 컴파일러"):
        run.stub_mpi(tmp_path)


@pytest.mark.parametrize(
    ("names", "fault", "state", "code"),
    [
        ([], None, "다시 실행함: 같음", 0),
        (
            [],
            run.Missing("파이썬 3.6 인터프리터가 없습니다"),
            "재실행 안 함: 파이썬 3.6 인터프리터가 없습니다",
            0,
        ),
        (["cntk"], run.Missing("파이썬 3.6 인터프리터가 없습니다"), "재실행 안 함", 1),
        ([], run.Broken("loss"), "실패: loss", 1),
    ],
)
def test_the_table_says_what_was_not_rerun(monkeypatch, capsys, names, fault, state, code):
    def rerun(framework, dtype, folder, update):
        if framework.name == "cntk" and fault:
            raise fault
        return "다시 실행함: 같음"

    monkeypatch.setattr(run, "rerun", rerun)
    monkeypatch.setattr(sys, "argv", ["run.py", *names])
    assert run.main() == code
    table = capsys.readouterr().out.split("\n\n")[1]
    row = next(line for line in table.splitlines() if line.startswith("| cntk-float64 "))
    assert state in row
    assert DATES["cntk-float64"] in row
    assert len(table.strip().splitlines()) == 2 + len(RESULTS)


def test_the_page_can_say_not_rerun_with_the_date():
    results = check.committed()
    table = check.table(results, {"numpy-float64": "이 쪽에서 실행함"}, otherwise="재실행 안 함")
    rows = {line.split(" | ")[0].strip("| "): line for line in table.splitlines()[2:]}
    assert rows.keys() == RESULTS.keys()
    for name, row in rows.items():
        state = "이 쪽에서 실행함" if name == "numpy-float64" else "재실행 안 함"
        assert row.endswith(f"| {DATES[name]} | {state} |")
        assert ("| 없음 |" in row) == (owner(name) in FORWARD_ONLY)


def test_an_unknown_name_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["run.py", "theano"])
    with pytest.raises(SystemExit, match="2"):
        run.main()
    assert "모르는 이름입니다: theano" in capsys.readouterr().err
