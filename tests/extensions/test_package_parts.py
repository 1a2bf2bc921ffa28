"""Which modules of the package a program depends on."""

import sys
from pathlib import Path

import pytest
from package_parts import modules, parts, state

import nnnotes


def short(program: str) -> set[str] | None:
    names = parts(program)
    return None if names is None else {name.removeprefix("nnnotes.") for name in names}


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("1 + 1", set()),
        ("import nnnotes as nn", set()),
        ("import nnnotes as nn\nnn.__version__", set()),
        ("import nnnotes as nn\nnn.cubic(2)", {"functions", "_checks"}),
        ("import nnnotes\nnnnotes.cubic(2)", {"functions", "_checks"}),
        ("from nnnotes import cubic as c", {"functions", "_checks"}),
        ("from nnnotes.functions import cubic", {"functions", "_checks"}),
        ("import nnnotes.functions as f\nf.cubic(2)", {"functions", "_checks"}),
        ("import nnnotes as nn\nnn.use_korean_font()", {"plotting.font"}),
        ("from nnnotes.plotting import use_korean_font", {"plotting.font"}),
    ],
)
def test_a_program_depends_on_the_modules_of_its_names(program, expected):
    assert short(program) == expected


@pytest.mark.parametrize(
    "program",
    [
        "from nnnotes import *",
        "import nnnotes as nn\nnn.no_such_name",
        "import nnnotes as nn\ndir(nn)",
        "import nnnotes as nn\ngetattr(nn, 'cubic')(2)",
        "exec('import nnnotes')",
        "__import__('nnnotes')",
        "from .other import x",
        "1 +",
    ],
)
def test_what_imports_do_not_tell_depends_on_everything(program):
    assert parts(program) is None


def test_every_public_name_comes_from_a_known_module():
    for name in dir(nnnotes):
        if name not in {"__version__", "plotting"}:
            origin = getattr(nnnotes, name)
            found = short(f"from nnnotes import {name}")
            assert found, name
            home = getattr(origin, "__module__", "").removeprefix("nnnotes.")
            assert f"nnnotes.{home}" not in modules() or home in found


def test_running_a_program_uses_no_module_beyond_its_parts():
    """Watch which files of the package run anything for a program that trains a network."""
    program = (
        "import nnnotes as nn\nimport numpy as np\n"
        "net = nn.Network([nn.Dense(2, 3, 'tanh', seed=0), nn.Dense(3, 1, 'sigmoid', seed=1)])\n"
        "net.fit([[0, 0], [0, 1]], [0, 1], 'binary_cross_entropy', epochs=2, learning_rate=1.0)"
    )
    expected = {modules()[name] for name in parts(program)}
    ran: set[Path] = set()

    def watch(frame, _event, _argument):
        path = Path(frame.f_code.co_filename)
        if path in set(modules().values()):
            ran.add(path)

    code = compile(program, "<program>", "exec")
    sys.setprofile(watch)
    try:
        exec(code, {})
    finally:
        sys.setprofile(None)
    assert ran
    assert ran <= expected


def test_state_tells_modules_apart():
    assert state([]) != state(["nnnotes.gates"]) != state(["nnnotes.losses"])
    assert state(None) == state(list(modules()))
