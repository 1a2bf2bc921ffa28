"""What CONTRIBUTING tells a newcomer to paste works as it stands."""

import re
import shutil
import textwrap

from conftest import ROOT


def test_the_first_draft_of_a_chapter_is_built_without_a_complaint(site):
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    chapter = textwrap.dedent(re.search(r"^   ````\n(.*?)^   ````$", text, re.M | re.S)[1])
    site.names += ["sphinxcontrib.bibtex"]
    site.more = 'bibtex_bibfiles = ["references.bib"]'
    site.write("index.md", chapter + "\n```{bibliography}\n```\n")
    shutil.copy(ROOT / "docs" / "references.bib", site.folder)
    done = site.build("-n", "-W")
    assert done.returncode == 0, done.stderr
    assert "답은 27.0입니다." in site.text()
    assert "연습 1. 두 배" in site.text()
    assert "54.0" in site.text()


def test_the_guide_names_every_extension_and_no_other():
    guide = (ROOT / "docs" / "_ext" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/]+(?:\.(?:py|mjs|cjs|css)|/))`", guide)) - {
        "conf.py",
        "docs/book/",
    }
    there = {path.name + "/" * path.is_dir() for path in (ROOT / "docs" / "_ext").iterdir()}
    assert named == there - {"README.md", "__pycache__/"}
