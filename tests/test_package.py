import inspect
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pkgutil import iter_modules

import pytest

import nnnotes as nn

MODULES = [
    module.name
    for module in iter_modules(nn.__path__)
    if module.name != "plotting" and not module.name.startswith("_")
]


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_importing_the_package_leaves_matplotlib_alone():
    code = "import sys, nnnotes; print(sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = run(code)
    assert "'numpy'" in loaded
    for heavy in ("matplotlib", "scipy", "sklearn", "onnx", "tqdm", "PIL"):
        assert f"'{heavy}'" not in loaded


def test_a_plotting_name_brings_matplotlib_when_it_is_used():
    code = "import sys, nnnotes; nnnotes.plot_function; print('matplotlib' in sys.modules)"
    assert run(code) == "True"


def test_a_look_at_the_names_leaves_matplotlib_alone():
    code = "import sys, nnnotes; dir(nnnotes); print('matplotlib' in sys.modules)"
    assert run(code) == "False"


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_flat(module):
    names = import_module(f"nnnotes.{module}").__all__
    assert names
    for name in names:
        assert getattr(nn, name) is getattr(import_module(f"nnnotes.{module}"), name)
        assert name in nn.__all__


def test_plotting_names_come_from_the_plotting_module():
    plotting = import_module("nnnotes.plotting")
    assert nn.__getattr__("plotting") is plotting
    assert nn.use_korean_font is plotting.use_korean_font


def test_every_name_is_reachable_and_listed_once():
    names = dir(nn)
    assert names == sorted(set(names))
    assert {"plotting", "plot_function", "use_korean_font", "__version__", "sigmoid"} <= set(names)
    assert set(nn.__all__) <= set(names)
    assert len(nn.__all__) == len(set(nn.__all__))
    for name in names:
        assert getattr(nn, name) is not None


@pytest.mark.parametrize("name", nn.__all__)
def test_every_public_name_has_a_docstring(name):
    thing = getattr(nn, name)
    if inspect.isfunction(thing):
        assert ">>> " in thing.__doc__
    elif name != "__version__":
        assert thing.__doc__


def test_an_unknown_name_is_an_error_in_korean():
    with pytest.raises(AttributeError) as caught:
        nn.sigmoyd  # noqa: B018
    assert str(caught.value) == "nnnotes에 'sigmoyd'라는 이름이 없습니다"
    assert not hasattr(nn, "_checks_of_no_kind")


def test_the_version_is_that_of_the_distribution():
    assert nn.__version__ == version("nnnotes")
    assert nn.__version__[0].isdigit()
