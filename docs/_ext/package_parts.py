"""Tell from a program's imports which modules of the package its results can depend on.

``nn.relu`` after ``import nnnotes as nn`` means the module that ``nnnotes/__init__.py`` takes
``relu`` from, and all that this module imports. A program that reaches the package in another
way (``from nnnotes import *``, ``dir(nn)``, code that doesn't parse) depends on everything.
"""

import ast
import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

NAME = "nnnotes"
PACKAGE = Path(find_spec(NAME).origin).parent
LIBRARIES = ("numpy", "matplotlib", "scipy", "onnx", "onnxruntime", "pillow")
INDIRECT = frozenset({"importlib", "subprocess", "exec", "eval", "__import__"})


class Everything(Exception):
    """The imports do not tell: take the whole package."""


@cache
def modules() -> dict[str, Path]:
    """Return the package's modules by their full names."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


@cache
def source(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_bytes())


@cache
def origins(package: str) -> dict[str, str]:
    """Return which module each name comes from that a package's ``__init__`` imports."""
    return {
        alias.asname or alias.name: statement.module
        for statement in ast.walk(source(package))
        if isinstance(statement, ast.ImportFrom) and statement.module in modules()
        for alias in statement.names
    }


def origin(package: str, name: str) -> str:
    """Return the module that a name of a package or module comes from."""
    if (module := f"{package}.{name}") in modules():
        return module
    if modules()[package].name != "__init__.py":
        return package
    if name.startswith("__"):
        return package
    if name not in origins(package):
        raise Everything
    inner = origins(package)[name]
    return inner if inner == package else origin(inner, name)


def direct(tree: ast.Module) -> Iterator[str]:
    """Yield the modules that a program names; raise ``Everything`` if it may name others."""
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name in modules():
                    yield alias.name
                    aliases[alias.asname or NAME] = alias.name if alias.asname else NAME
        elif isinstance(node, ast.ImportFrom):
            if node.level or (node.module == NAME and node.names[0].name == "*"):
                raise Everything
            if node.module in modules():
                yield from (origin(node.module, alias.name) for alias in node.names)
    members = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in aliases:
                members.add(node.value)
                yield origin(aliases[node.value.id], node.attr)
        elif node in members or not isinstance(node, ast.Name):
            continue
        elif node.id in INDIRECT or node.id in aliases:
            raise Everything


@cache
def parts_of_module(module: str) -> frozenset[str]:
    """Return the modules that a module imports, and those that they import, and itself."""
    found, waiting = {module}, [module]
    while waiting:
        new = set(direct(source(waiting.pop()))) - found - {NAME}
        found |= new
        waiting += new
    return frozenset(found)


def parts(program: str) -> list[str] | None:
    """Return the modules that a program can depend on; None for everything.

    >>> parts("import nnnotes as nn; nn.cubic(2)")
    ['nnnotes._checks', 'nnnotes.functions']
    >>> parts("from nnnotes import *") is None
    True
    """
    try:
        found = set(direct(ast.parse(program))) - {NAME}
        return sorted(set().union(*map(parts_of_module, found)))
    except (Everything, SyntaxError):
        return None


@cache
def common() -> bytes:
    """Hash what every program depends on: versions, data, where the package's names come from."""
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for library in LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}".encode())
    data = [path for path in PACKAGE.rglob("*") if path.suffix not in {".py", ".pyc"}]
    for path in [PACKAGE / "__init__.py", *sorted(path for path in data if path.is_file())]:
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.digest()


def state(names: Iterable[str] | None) -> str:
    """Hash the sources of some modules (of all, for None) and what every program depends on."""
    digest = hashlib.sha256(common())
    for name in sorted(modules() if names is None else names):
        digest.update(name.encode())
        if name in modules():
            digest.update(modules()[name].read_bytes())
    return digest.hexdigest()[:16]
