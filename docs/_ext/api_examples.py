"""The gallery's examples that use a name, beneath its description on the API page.

sphinx-gallery notes which example uses which name (``nnnotes.AND``); the API pages describe the
same objects by module (``nnnotes.gates.AND``). A name that nearly every example uses gets a link
to the gallery instead.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

AT_MOST = 12
Uses = dict[str, list[tuple[str, ...]]]


def read_uses(app: Sphinx) -> Uses:
    """Return for each public name the file, sentence and title of the examples that use it."""
    folder = app.config.sphinx_gallery_conf["backreferences_dir"]
    path = Path(app.srcdir, folder, "backreferences_all.json")
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        name: sorted((file, sentence, title) for file, _, _, sentence, title in examples)
        for name, examples in found.items()
    }


def pages_to_read_again(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Name the API pages whose examples have changed since they were read."""
    old, new = getattr(env, "api_examples", {}), read_uses(app)
    env.api_examples = new  # type: ignore[attr-defined]
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    if not changed:
        return []
    objects = env.domains.python_domain.objects
    return sorted({entry.docname for name, entry in objects.items() if public(name) in changed})


@cache
def public(name: str) -> str:
    """Return the name that a reader writes: ``nnnotes.gates.AND`` is ``nnnotes.AND``."""
    import nnnotes  # only for pages that are read: importing it takes a tenth of a second

    last = name.rpartition(".")[2]
    return f"nnnotes.{last}" if last in dir(nnnotes) else name


def add_examples(
    app: Sphinx, _what: str, name: str, _object: Any, _options: Any, lines: list[str]
) -> None:
    """Append a small gallery to the docstring of a name that examples use."""
    used = public(name)
    keys = [key for key in app.env.api_examples if f"{key}.".startswith(f"{used}.")]
    examples = {example for key in keys for example in app.env.api_examples[key]}
    if used == name or not examples:
        return
    lines += ["", ".. rubric:: 쓰는 예제", ""]
    if len(examples) > AT_MOST:
        lines += [f":doc:`갤러리 </gallery/index>`\\ 의 예제 {len(examples)}개가 씁니다.", ""]
    else:
        lines += [f".. minigallery:: {' '.join(keys)}", ""]


def setup(app: Sphinx) -> dict[str, bool]:
    """Append after numpydoc (500) and the translation of its headings (600)."""
    app.connect("env-get-outdated", pages_to_read_again)
    app.connect("autodoc-process-docstring", add_examples, priority=700)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
