"""Build the site twice, as unlike as can be, and name every file that differs.

The two builds differ in folder, time, number of jobs, hash seed, home, time zone and locale.
"""

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEFT_OUT = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.mo")
WAYS = {
    "one": {"jobs": "1", "TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "the other": {"jobs": "4", "TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
}


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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sites = [build(Path(folder, name), **way) for name, way in WAYS.items()]
        found = list(differences(*sites))
        count = sum(path.is_file() for path in sites[0].rglob("*"))
    if found:
        sys.exit("\n".join(["두 번 지은 사이트가 다릅니다:", *found]))
    print(f"두 번 지은 사이트가 바이트까지 같습니다: 파일 {count}개")


if __name__ == "__main__":
    main()
