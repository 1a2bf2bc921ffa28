"""Build the site twice, as unlike as can be, and name every file that differs.

The two builds differ in folder, time, number of jobs, hash seed, home, time zone and locale. A
third is built as on an older processor, whose arithmetic differs in the last bits: there a pixel
may differ, but no text.
"""

import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
LEFT_OUT = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.mo")
WAYS = {
    "one": {"jobs": "1", "TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "the other": {"jobs": "4", "TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
}
PICTURE = re.compile(rb"[0-9a-f]{64}\.png|\"image/png\": \"[^\"]*\"|png\?v=[0-9a-f]+")


def build(folder: Path, jobs: str, **environment: str) -> Path:
    """Copy the project into a folder and build its site there."""
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT, symlinks=True)
    shutil.rmtree(folder / "docs" / "gallery", ignore_errors=True)
    site = folder / "docs" / "_build" / "html"
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-j", jobs, "docs", str(site)]
    home = {"HOME": str(folder), "PYTHONPATH": str(folder / "src")}
    options = ["-d", str(folder / "docs" / "_build" / "doctrees")]
    subprocess.run(
        [*command, *options], cwd=folder, env={**os.environ, **home, **environment}, check=True
    )
    return site


def differences(one: Path, other: Path) -> Iterator[str]:
    """Yield the files that are in one site only or whose bytes differ."""
    names = {
        path.relative_to(site).as_posix()
        for site in (one, other)
        for path in site.rglob("*")
        if path.is_file()
    }
    for name in sorted(names):
        if not (one / name).exists() or not (other / name).exists():
            yield f"{name} (한쪽에만 있습니다)"
        elif not filecmp.cmp(one / name, other / name, shallow=False):
            yield name


def older_processor() -> dict[str, str]:
    """Return what makes NumPy and OpenBLAS use only what processors of 2013 could do."""
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    newer = [name for name in found if name != "X86_V3"]
    return {"NPY_DISABLE_CPU_FEATURES": " ".join(newer), "OPENBLAS_CORETYPE": "Haswell"}


def texts(site: Path) -> dict[str, bytes]:
    """Return all text of a site, without what depends on the pixels of its figures."""
    return {
        path.relative_to(site).as_posix(): PICTURE.sub(b"", path.read_bytes())
        for path in site.rglob("*")
        if path.suffix in {".html", ".ipynb", ".js", ".css", ".json", ".txt"}
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = (build(Path(folder, name), **way) for name, way in WAYS.items())
        found = list(differences(one, other))
        count = sum(path.is_file() for path in one.rglob("*"))
        older = texts(build(Path(folder, "older"), jobs="2", **older_processor()))
        unlike = [name for name, text in texts(one).items() if older.get(name) != text]
    if found:
        sys.exit("\n".join(["두 번 지은 사이트가 다릅니다:", *found]))
    print(f"두 번 지은 사이트가 바이트까지 같습니다: 파일 {count}개")
    if unlike:
        sys.exit("\n".join(["다른 프로세서에서는 글이 달라집니다:", *unlike]))
    print(f"다른 프로세서에서도 글이 같습니다: 파일 {len(older)}개")


if __name__ == "__main__":
    main()
