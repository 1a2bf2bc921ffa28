"""결과 파일을 검사합니다: 명세가 같은지, 값이 허용 오차 안에 드는지.

기준값은 파이썬의 실수(float64)로 계산하므로, 어떤 프레임워크도 필요하지 않습니다.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from math import exp, inf, isfinite
from operator import add, mul, sub
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
RESULTS = ROOT / "results"
REQUIREMENTS = ROOT / "requirements"

Matrix = list[list[float]]


def load_spec() -> dict[str, Any]:
    """모든 러너가 읽는 명세(spec.json)를 돌려줍니다."""
    spec: dict[str, Any] = json.loads((ROOT / "spec.json").read_text(encoding="utf-8"))
    return spec


def spec_hash(spec: dict[str, Any]) -> str:
    """명세의 지문입니다. 빈칸이나 순서가 아니라 내용이 달라질 때에만 달라집니다."""
    text = json.dumps(spec, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def pins(name: str) -> list[str]:
    """설치할 때 못 박은 판(``이름==판``)의 목록입니다. 첫 줄이 그 프레임워크입니다."""
    text = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def pins_hash(name: str) -> str:
    """못 박은 판 전체의 지문입니다."""
    return hashlib.sha256("\n".join(pins(name)).encode()).hexdigest()


def transpose(a: Matrix) -> Matrix:
    return [list(column) for column in zip(*a, strict=True)]


def product(a: Matrix, b: Matrix) -> Matrix:
    """행렬 곱입니다."""
    columns = transpose(b)
    return [[sum(map(mul, row, column)) for column in columns] for row in a]


def each(f: Callable[..., float], *matrices: Matrix) -> Matrix:
    """모양이 같은 행렬들의 같은 자리 원소끼리 f를 계산합니다."""
    return [
        [f(*cells) for cells in zip(*rows, strict=True)] for rows in zip(*matrices, strict=True)
    ]


def expected(network: dict[str, Any], inputs: Matrix) -> dict[str, Any]:
    """신경망 하나의 출력, 손실, 기울기를 연쇄 법칙 그대로 계산합니다."""
    layers, targets = network["layers"], network["targets"]
    values = [inputs]
    for layer in layers:
        sums = product(values[-1], layer["weights"])
        biased = [list(map(add, row, layer["bias"])) for row in sums]
        values.append(each(lambda z: 1 / (1 + exp(-z)), biased))
    outputs = values[-1]
    errors = each(sub, outputs, targets)
    count = sum(map(len, errors))
    loss = sum(error**2 for row in errors for error in row) / count

    gradients: list[dict[str, Any]] = []
    upstream = each(lambda error: 2 * error / count, errors)
    for layer, before, after in zip(layers[::-1], values[-2::-1], values[:0:-1], strict=True):
        delta = each(lambda g, y: g * y * (1 - y), upstream, after)
        weights, bias = product(transpose(before), delta), [sum(row) for row in transpose(delta)]
        gradients.insert(0, {"weights": weights, "bias": bias})
        upstream = product(delta, transpose(layer["weights"]))
    return {"outputs": outputs, "loss": loss, "gradients": gradients}


def difference(found: Any, wanted: Any) -> float:
    """겹겹의 리스트 두 개에서 가장 크게 벌어진 곳의 차이입니다. 모양이 다르면 무한대입니다."""
    if isinstance(wanted, dict) and isinstance(found, dict) and found.keys() == wanted.keys():
        return max(difference(found[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list) and isinstance(found, list) and len(found) == len(wanted):
        return max(difference(*pair) for pair in zip(found, wanted, strict=True))
    if isinstance(wanted, float) and isinstance(found, float) and isfinite(found):
        return abs(found - wanted)
    return inf


def differences(result: dict[str, Any], spec: dict[str, Any]) -> dict[str, float | None]:
    """출력, 손실, 기울기가 기준값에서 벗어난 크기입니다. 계산하지 않은 것은 None입니다."""
    wanted = {name: expected(net, spec["inputs"]) for name, net in spec["networks"].items()}
    networks = result["networks"]
    if networks.keys() != wanted.keys():
        return {"outputs": inf, "loss": inf, "gradients": inf}
    worst: dict[str, float | None] = {}
    for key in ("outputs", "loss", "gradients"):
        pairs = [(networks[name][key], wanted[name][key]) for name in wanted]
        computed = key == "outputs" or any(found is not None for found, _ in pairs)
        worst[key] = max(difference(*pair) for pair in pairs) if computed else None
    for name, outputs in result.get("files", {}).items():
        network = name.split(".")[0].split("-")[0]
        worst[name] = difference(outputs, wanted[network]["outputs"])
    return worst


def problems(result: dict[str, Any], requirements: str, spec: dict[str, Any]) -> Iterator[str]:
    """결과 하나가 지금의 명세, 판, 허용 오차와 어긋나는 점을 한 줄씩 내놓습니다."""
    if result["spec"] != spec_hash(spec):
        yield "다른 명세(spec.json)로 만든 결과입니다"
    if result["requirements"] != pins_hash(requirements):
        yield f"다른 판(requirements/{requirements}.txt)으로 만든 결과입니다"
    if not pins(requirements)[0].partition("==")[2].startswith(result["version"]):
        yield f"판이 못 박은 것과 다릅니다: {result['version']}"
    tolerance = spec["tolerances"][result["dtype"]]
    for what, size in differences(result, spec).items():
        if size is not None and size > tolerance:
            yield f"{what}: 기준값과 {size:.1e}만큼 다릅니다. 허용 오차는 {tolerance:.0e}입니다"


def committed() -> dict[str, dict[str, Any]]:
    """커밋된 결과를 이름(``프레임워크-자료형``)마다, 적은 날과 차이를 붙여 모읍니다."""
    spec = load_spec()
    dates = json.loads((ROOT / "dates.json").read_text(encoding="utf-8"))
    results = {}
    for path in sorted(RESULTS.glob("*.json")):
        result = json.loads(path.read_text(encoding="utf-8"))
        results[path.stem] = {
            **result,
            "date": dates[path.stem],
            "differences": differences(result, spec),
        }
    return results


def table(
    results: dict[str, dict[str, Any]],
    states: dict[str, str],
    otherwise: str = "고르지 않음",
) -> str:
    """커밋된 결과와 이번 실행의 상태를 마크다운 표로 만듭니다.

    ``otherwise``는 ``states``에 없는 결과에 적을 말입니다.
    """
    rows = [
        "| 결과 | 판 | 파이썬 | 출력 차이 | 기울기 차이 | 적은 날 | 이번 실행 |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in sorted(results.keys() | states.keys()):
        state = states.get(name, otherwise)
        if name not in results:
            rows.append(f"| {name} | | | | | | {state} |")
            continue
        result = results[name]
        found = result["differences"]
        sizes = [
            "없음" if found[key] is None else f"{found[key]:.0e}"
            for key in ("outputs", "gradients")
        ]
        cells = [name, result["version"], result["python"], *sizes, result["date"], state]
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows)
