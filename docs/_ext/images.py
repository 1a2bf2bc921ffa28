"""Let a browser draw the text before it decodes the figures (docutils only says ``lazy``)."""

from typing import Any

from sphinx.application import Sphinx


def decode_later(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _: Any
) -> None:
    """Say so on every figure of a page."""
    lazy = 'loading="lazy"'
    context["body"] = context.get("body", "").replace(lazy, f'decoding="async" {lazy}')


def setup(app: Sphinx) -> dict[str, bool]:
    """Change pages as they are written."""
    app.connect("html-page-context", decode_later)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
