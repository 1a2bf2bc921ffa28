"""Measure every chapter of the built site with Lighthouse, as on a phone, and print a table.

Started by ``nox -s lighthouse``, which has installed Lighthouse beside this file. With names of
chapters as arguments, only these are measured. Performance swings with what else the machine is
doing: a chapter that falls short is measured twice more, and the run in the middle counts.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))
from hosted import HTML, hosted  # noqa: E402

WANTED = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-sync"


def measure(address: str) -> dict:
    """Return Lighthouse's report of one page (its mobile preset, its own throttling)."""
    command = [shutil.which("node") or "node", str(HERE / "node_modules/lighthouse/cli/index.js")]
    command += [address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(WANTED)}"]
    environment = dict(os.environ, CHROME_PATH=os.environ["CHROMIUM"])
    with tempfile.TemporaryFile() as report:
        subprocess.run(command, env=environment, stdout=report, check=True, timeout=180)
        report.seek(0)
        return json.load(report)


def measure_fairly(address: str) -> dict:
    """Return the report of one page; of three, the one in the middle, if the first falls short."""
    first = measure(address)
    if score(first, "performance") >= WANTED["performance"]:
        return first
    reports = [first, measure(address), measure(address)]
    return sorted(reports, key=lambda report: score(report, "performance"))[1]


def score(report: dict, category: str) -> int:
    return round(100 * report["categories"][category]["score"])


def shortcomings(report: dict, category: str) -> list[str]:
    """Return the titles of what cost points."""
    weights = {one["id"]: one["weight"] for one in report["categories"][category]["auditRefs"]}
    audits = [report["audits"][name] for name, weight in weights.items() if weight]
    return [one["title"] for one in audits if one["score"] is not None and one["score"] < 0.9]


def main() -> int:
    """Print the table; say what is missing; return how many pages fell short."""
    names = sys.argv[1:] or sorted(path.stem for path in HTML.glob("chapters/*.html"))
    print(f"{'장':<20}" + "".join(f"{category:>16}" for category in WANTED))
    failed = 0
    with hosted() as address:
        for name in names:
            report = measure_fairly(f"{address}chapters/{name}.html")
            scores = {category: score(report, category) for category in WANTED}
            print(f"{name:<20}" + "".join(f"{value:>16}" for value in scores.values()), flush=True)
            short = [category for category, least in WANTED.items() if scores[category] < least]
            for category in short:
                print(f"  {category}: {'; '.join(shortcomings(report, category))}", flush=True)
            failed += bool(short)
    return failed


if __name__ == "__main__":
    if number := main():
        sys.exit(f"기준에 못 미친 장이 {number}개 있습니다")
