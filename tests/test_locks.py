"""The lock files pin what pyproject.toml asks for, with hashes and from no particular host."""

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["tool"]["nnnotes"]["locks"]


@pytest.mark.parametrize("name", GROUPS)
def test_a_lock_pins_every_requirement_with_hashes(name):
    text = (ROOT / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    wanted = [one for group in GROUPS[name] for one in PROJECT["dependency-groups"][group]]
    if "build" in GROUPS[name]:
        wanted += PROJECT["project"]["dependencies"]
    hashed = r"^([\w.-]+)==(?:.*\\\n)+    --hash=sha256:[0-9a-f]{64}$"
    pins = re.findall(hashed, text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^\w", text, re.MULTILINE))
    assert {re.match(r"[\w.-]+", one)[0] for one in wanted} <= set(pins)
    assert "://" not in text
    assert "index" not in re.sub(r"^.*==.*$", "", text, flags=re.MULTILINE)


def test_nothing_is_missing_where_a_lock_was_installed_without_resolving():
    installed = {canonicalize_name(one.name): one for one in distributions()}
    wanted = [Requirement(text) for one in installed.values() for text in one.requires or ()]
    missing = [
        str(one)
        for one in wanted
        if (one.marker is None or one.marker.evaluate({"extra": ""}))
        and (
            canonicalize_name(one.name) not in installed
            or not one.specifier.contains(installed[canonicalize_name(one.name)].version, True)
        )
    ]
    assert len(wanted) > 50
    assert missing == []
