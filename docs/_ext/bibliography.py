"""Name the line of ``references.bib`` that can't be read, before sphinxcontrib-bibtex reads it."""

from pathlib import Path

from failures import Failure, end_build
from pybtex.database import parse_file
from pybtex.exceptions import PybtexError
from sphinx.application import Sphinx


def check(app: Sphinx) -> None:
    """End the build if a file is no BibTeX, or has a key twice."""
    for name in app.config.bibtex_bibfiles:
        path = Path(app.srcdir, name)
        try:
            parse_file(str(path))
        except PybtexError as error:
            failure = Failure(str(path), getattr(error, "lineno", 1), "BibTeX", str(error))
            end_build("참고 문헌을 읽지 못했습니다", [failure])


def setup(app: Sphinx) -> dict[str, bool]:
    """Look first."""
    app.connect("builder-inited", check, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
