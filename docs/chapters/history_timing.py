"""행렬 곱 하나를 세 가지 방법으로 계산해 걸린 시간을 잽니다.

    OMP_NUM_THREADS=1 python docs/chapters/history_timing.py

결과를 같은 폴더의 ``history-timing.json``에 적습니다. 역사 장의 표와 그림은 그 기록으로 만들므로,
다시 재면 장의 ``record``도 고쳐야 합니다(시험이 둘을 견줍니다).
"""

import json
import os
import platform
import sys
from datetime import date
from pathlib import Path
from time import process_time

import numpy as np

RECORD = Path(__file__).with_name("history-timing.json")
SIZES = (32, 64, 128, 256)


def with_loops(a, b):
    a, b, n = a.tolist(), b.tolist(), len(a)
    c = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            for k in range(n):
                c[i][j] += a[i][k] * b[k][j]
    return c


def with_vectors(a, b):
    c = np.zeros(a.shape)
    for k in range(len(a)):
        c += a[:, [k]] * b[k]
    return c


def with_matmul(a, b):
    return a @ b


def fastest(multiply, n, repeats):
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(2, n, n))
    seconds = []
    for _ in range(repeats):
        start = process_time()
        multiply(a, b)
        seconds.append(process_time() - start)
    return min(seconds)


def processor():
    """Name the CPU, as far as the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def measure(sizes=SIZES):
    """Time every way at every size; the slower the way, the fewer the repeats."""
    repeats = {
        "with_loops": [max(9, 20_000 // n**2) for n in sizes],
        "with_vectors": [max(50, 200_000 // n**2) for n in sizes],
        "with_matmul": [max(300, 2_000_000 // n**2) for n in sizes],
    }
    ways = (with_loops, with_vectors, with_matmul)
    seconds = {
        way.__name__: [
            float(f"{fastest(way, n, times):.3g}")
            for n, times in zip(sizes, repeats[way.__name__], strict=True)
        ]
        for way in ways
    }
    return {"sizes": list(sizes), "seconds": seconds, "repeats": repeats}


if __name__ == "__main__":
    if os.environ.get("OMP_NUM_THREADS") != "1":
        sys.exit("OMP_NUM_THREADS=1로 실행하십시오. 코어 하나로 잽니다.")
    record = {
        "date": date.today().isoformat(),
        "cpu": processor(),
        "cores_of_machine": os.cpu_count(),
        "threads_used": 1,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "note": "다른 일도 하던 기계에서 코어 하나의 CPU 시간(초)을 여러 번 재어 가장 짧은 것.",
        **measure(),
    }
    RECORD.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
