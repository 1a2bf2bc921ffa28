"""프레임워크마다 가상 환경을 만들어 설치하고, 러너를 실행하고, 결과를 검사합니다.

    python docs/frameworks/run.py                     할 수 있는 것을 모두 다시 실행합니다
    python docs/frameworks/run.py pytorch jax         고른 것만 다시 실행합니다
    python docs/frameworks/run.py --update            커밋할 결과(results, models)를 새로 적습니다

파이썬이나 라이브러리가 없어 실행하지 못한 것은 표에 "재실행 안 함"과 그 까닭으로 남습니다.
이름을 대고 고른 것을 실행하지 못하면 실패입니다. 표준 라이브러리만 씁니다.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from check import (
    REQUIREMENTS,
    RESULTS,
    ROOT,
    committed,
    load_spec,
    pins_hash,
    problems,
    spec_hash,
    table,
)

PROJECT = ROOT.parent.parent
MODELS = ROOT / "models"
DATES = ROOT / "dates.json"
QUIET = {
    "CUDA_VISIBLE_DEVICES": "",
    "OMP_NUM_THREADS": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
}


class Missing(Exception):
    """실행할 준비가 안 됨: 파이썬, 컴파일러, 내려받을 파일 가운데 무언가가 없습니다."""


class Broken(Exception):
    """실행했으나 틀림: 러너가 멈췄거나 값이 어긋납니다."""


@dataclass(frozen=True)
class Framework:
    """프레임워크 하나를 실행하는 법입니다."""

    name: str
    runner: str
    python: str
    dtypes: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    prepare: Callable[[Path], dict[str, str]] | None = None


def install_nnnotes(folder: Path) -> dict[str, str]:
    """이 저장소의 nnnotes를 설치합니다."""
    command(python_of(folder), "-m", "pip", "install", "--quiet", "--no-deps", "-e", PROJECT)
    return {}


def stub_mpi(folder: Path) -> dict[str, str]:
    """CNTK가 찾는 MPI 라이브러리를, 이름만 있는 빈 것으로 만들어 둡니다."""
    compiler = shutil.which("cc")
    if compiler is None:
        raise Missing("C 컴파일러(cc)가 없습니다")
    for library in ("libmpi.so.12", "libmpi_cxx.so.1"):
        command(compiler, "-shared", "-fPIC", "-o", folder / library, ROOT / "mpi_stub.c")
    return {"LD_LIBRARY_PATH": str(folder)}


BOTH = ("float32", "float64")
SINGLE = ("float32",)

# Those that write model files come before those that read them.
FRAMEWORKS = (
    Framework("numpy", "with_numpy.py", "3.11", ("float64",), prepare=install_nnnotes),
    Framework("onnx", "with_onnx.py", "3.11", SINGLE),
    Framework("caffe", "with_caffe.py", "3.9", SINGLE),
    Framework("cntk", "with_cntk.py", "3.6", BOTH, prepare=stub_mpi),
    Framework("onnxruntime", "with_onnxruntime.py", "3.11", SINGLE),
    Framework("opencv", "with_opencv.py", "3.11", SINGLE),
    Framework("pytorch", "with_pytorch.py", "3.11", BOTH),
    Framework("tensorflow", "with_tensorflow.py", "3.11", BOTH),
    Framework("jax", "with_jax.py", "3.11", BOTH),
    Framework("mxnet", "with_mxnet.py", "3.11", BOTH),
    Framework("keras-tensorflow", "with_keras.py", "3.11", BOTH, {"KERAS_BACKEND": "tensorflow"}),
    Framework("keras-jax", "with_keras.py", "3.11", SINGLE, {"KERAS_BACKEND": "jax"}),
    Framework("keras-torch", "with_keras.py", "3.11", SINGLE, {"KERAS_BACKEND": "torch"}),
)


def command(*words: str | Path, environment: dict[str, str] | None = None) -> None:
    """명령을 실행합니다. 실패하면 남긴 말의 마지막 줄로 CalledProcessError를 냅니다."""
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run(
        [str(word) for word in words],
        check=True,
        env={**variables, **QUIET, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def last_line(error: subprocess.CalledProcessError) -> str:
    lines = [line.strip() for line in error.output.splitlines() if line.strip()]
    return lines[-1] if lines else f"종료 코드 {error.returncode}"


def find_python(version: str) -> str:
    """그 판의 파이썬을 PATH와 pyenv에서 찾습니다."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [sys.executable, shutil.which(f"python{version}")]
    candidates += sorted(str(path) for path in pyenv.glob(f"{version}.*/bin/python"))
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    for candidate in filter(None, candidates):
        answer = subprocess.run([candidate, "-c", question], capture_output=True, text=True)
        if answer.stdout.strip() == version:
            return candidate
    raise Missing(f"파이썬 {version} 인터프리터가 없습니다")


def python_of(folder: Path) -> Path:
    """가상 환경의 파이썬입니다."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(framework: Framework, folder: Path) -> dict[str, str]:
    """가상 환경을 만들어 못 박은 판을 설치합니다. 이미 그대로 설치되어 있으면 다시 씁니다."""
    stamp = folder / "installed.txt"
    pinned = pins_hash(framework.name)
    try:
        if not stamp.exists() or stamp.read_text() != pinned:
            python = find_python(framework.python)
            command(python, "-m", "venv", "--clear", folder)
            requirements = REQUIREMENTS / f"{framework.name}.txt"
            command(python_of(folder), "-m", "pip", "install", "--quiet", "-r", requirements)
            stamp.write_text(pinned)
        return framework.prepare(folder) if framework.prepare else {}
    except subprocess.CalledProcessError as error:
        raise Missing(f"설치하지 못했습니다: {last_line(error)}") from None


def run(framework: Framework, dtype: str, folder: Path, output: Path) -> dict[str, Any]:
    """러너를 실행하고, 결과에 명세와 판의 지문을 찍어 돌려줍니다."""
    variables = {**install(framework, folder), **framework.environment}
    runner = ROOT / "runners" / framework.runner
    try:
        command(python_of(folder), runner, dtype, output, environment=variables)
    except subprocess.CalledProcessError as error:
        raise Broken(last_line(error)) from None
    result: dict[str, Any] = json.loads((output / "result.json").read_text(encoding="utf-8"))
    stamps = {"spec": spec_hash(load_spec()), "requirements": pins_hash(framework.name)}
    return {**result, **stamps}


def same(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def rerun(framework: Framework, dtype: str, folder: Path, update: bool) -> str:
    """다시 실행해 검사하고, 커밋된 결과와 견준 한마디를 돌려줍니다."""
    with tempfile.TemporaryDirectory() as temporary:
        output = Path(temporary)
        result = run(framework, dtype, folder, output)
        faults = list(problems(result, framework.name, load_spec()))
        if faults:
            raise Broken(faults[0])
        text = json.dumps(result, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        made = {MODELS / path.name: path.read_bytes() for path in output.iterdir()}
        del made[MODELS / "result.json"]
        record = RESULTS / f"{framework.name}-{dtype}.json"
        changed = [path for path, content in made.items() if not same(path, content)]
        if same(record, text.encode()) and not changed:
            return "다시 실행함: 같음"
        if update:
            for path, content in {**made, record: text.encode()}.items():
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
            write_date(record.stem)
            return "새로 적음"
        if changed:
            raise Broken(f"만든 파일이 커밋된 것과 다릅니다: {changed[0].name}")
        if not record.exists():
            raise Broken("커밋된 결과가 없습니다. --update로 적습니다")
        before = json.loads(record.read_text(encoding="utf-8"))
        if {**before, "networks": 0, "files": 0} != {**result, "networks": 0, "files": 0}:
            raise Broken("커밋된 결과와 판이나 명세가 다릅니다. --update로 새로 적습니다")
        return "다시 실행함: 허용 오차 안에서 다름"


def write_date(name: str) -> None:
    """결과를 적은 날을 적습니다. 결과가 그대로이면 날도 그대로입니다."""
    dates = json.loads(DATES.read_text()) if DATES.exists() else {}
    dates[name] = date.today().isoformat()
    DATES.write_text(json.dumps(dates, indent=1, sort_keys=True) + "\n")


def rerun_all(
    chosen: Iterable[Framework], folder: Path, update: bool
) -> tuple[dict[str, str], bool, bool]:
    """차례로 다시 실행합니다. 상태의 표, 빠진 것이 있는지, 틀린 것이 있는지를 돌려줍니다."""
    states, missing, broken = {}, False, False
    for framework in chosen:
        for dtype in framework.dtypes:
            name = f"{framework.name}-{dtype}"
            try:
                states[name] = rerun(framework, dtype, folder / framework.name, update)
            except Missing as reason:
                states[name], missing = f"재실행 안 함: {reason}", True
            except Broken as reason:
                states[name], broken = f"실패: {reason}", True
            print(f"{name}: {states[name]}", flush=True)
    return states, missing, broken


def main() -> int:
    parser = argparse.ArgumentParser(description="신경망 하나를 모든 프레임워크로 계산합니다")
    names = [framework.name for framework in FRAMEWORKS]
    parser.add_argument("names", nargs="*", metavar="이름", help=", ".join(names))
    parser.add_argument("--update", action="store_true", help="커밋할 결과를 새로 적습니다")
    default = PROJECT / ".nox" / "frameworks"
    parser.add_argument("--environments", type=Path, default=default, help="가상 환경을 둘 폴더")
    options = parser.parse_args()
    unknown = set(options.names) - set(names)
    if unknown:
        parser.error(f"모르는 이름입니다: {', '.join(sorted(unknown))}")
    chosen = [f for f in FRAMEWORKS if not options.names or f.name in options.names]
    states, missing, broken = rerun_all(chosen, options.environments, options.update)
    print()
    print(table(committed(), states))
    return int(broken or (missing and bool(options.names)))


if __name__ == "__main__":
    sys.exit(main())
