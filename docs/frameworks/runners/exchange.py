"""러너들이 함께 쓰는 입출력입니다: 명세를 읽고, 모델 파일을 찾고, 결과를 적습니다.

    python with_pytorch.py                  결과를 화면에 보입니다(float32)
    python with_pytorch.py float64 폴더     결과를 폴더/result.json에 적습니다

CNTK도 쓰므로 파이썬 3.6에서 돌아야 합니다.
"""

import json
import os
import sys

import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = sys.argv[2] if len(sys.argv) > 2 else None


def read(default="float32"):
    """명세(spec.json)와, 계산에 쓸 자료형의 이름을 돌려줍니다."""
    with open(os.path.join(ROOT, "spec.json"), encoding="utf-8") as file:
        spec = json.load(file)
    return spec, sys.argv[1] if len(sys.argv) > 1 else default


def model(name):
    """다른 러너가 만든 모델 파일의 경로입니다."""
    return os.path.join(ROOT, "models", name)


def models(ending):
    """이름이 ending으로 끝나는 모델 파일의 경로를 모두 찾습니다."""
    return [model(name) for name in sorted(os.listdir(model(""))) if name.endswith(ending)]


def output(name):
    """러너가 만드는 모델 파일을 적을 경로입니다."""
    return os.path.join(FOLDER, name) if FOLDER else model(name)


def numbers(value):
    """배열을 JSON에 적을 수 있는 리스트로 바꿉니다."""
    return np.asarray(value).tolist()


def computed(outputs, loss=None, gradients=None):
    """한 신경망의 결과입니다. gradients는 층마다 (가중치 기울기, 편향 기울기)입니다."""
    return {
        "outputs": numbers(outputs),
        "loss": None if loss is None else float(loss),
        "gradients": gradients
        and [{"weights": numbers(w), "bias": numbers(b)} for w, b in gradients],
    }


def write(name, version, dtype, networks, notes=(), files=None):
    """결과를 적습니다. 시각과 경로는 넣지 않으므로 다시 실행해도 같은 파일이 나옵니다."""
    result = {
        "name": name,
        "version": version,
        "python": "{}.{}".format(*sys.version_info),
        "dtype": dtype,
        "networks": networks,
        "notes": list(notes),
    }
    if files:
        result["files"] = files
    text = json.dumps(result, ensure_ascii=False, indent=1, sort_keys=True)
    if FOLDER is None:
        print(text)
    else:
        with open(os.path.join(FOLDER, "result.json"), "w", encoding="utf-8") as file:
            file.write(text + "\n")
