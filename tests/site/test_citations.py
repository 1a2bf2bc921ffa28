"""Every entry of the bibliography leads somewhere: its DOI and its address are well-formed."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pybtex.database import Entry, parse_file

ENTRIES = parse_file(str(Path(__file__).parents[2] / "docs" / "references.bib")).entries
DOI = re.compile(r"10\.\d{4,9}/[-._;()/:a-zA-Z0-9]+[a-zA-Z0-9)]")  # as Crossref recommends
ADDRESS = re.compile(r"[!-~]+")  # printable ASCII without spaces; the rest is percent-encoded
ARXIV = re.compile(r"arXiv:(\d{4}\.\d{4,5}|[a-z-]+/\d{7})")


def faults(entry: Entry) -> list[str]:
    """Return the fields of an entry that lead nowhere."""
    fields = entry.fields
    address = urlsplit(fields.get("url", "https://example.org"))
    right = {
        "doi": DOI.fullmatch(fields.get("doi", "10.1000/182")),
        "url": ADDRESS.fullmatch(address.geturl())
        and address.scheme in {"http", "https"}
        and re.fullmatch(r"([\w-]+\.)+[a-z]{2,}", address.netloc)
        and not address.netloc.endswith("doi.org"),  # that is what the field doi is for
        "journal": "arxiv" not in fields.get("journal", "").lower()
        or ARXIV.fullmatch(fields["journal"]),
    }
    return [name for name, holds in right.items() if not holds]


@pytest.mark.parametrize("key", ENTRIES)
def test_an_entry_has_a_title_and_leads_somewhere(key):
    assert ENTRIES[key].fields["title"]
    assert faults(ENTRIES[key]) == []


def test_no_two_entries_lead_to_the_same_place():
    places = [entry.fields.get("doi") or entry.fields.get("url") for entry in ENTRIES.values()]
    assert [place for place, count in Counter(places).items() if place and count > 1] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doi", "https://doi.org/10.1007/BF02478259"),
        ("doi", "10.1007"),
        ("doi", "10.1007/BF02478259."),
        ("doi", "10.1007/BF 02478259"),
        ("url", "www.example.org/page"),
        ("url", "https://example.org/a page"),
        ("url", "https://example.org/쪽"),
        ("url", "https://localhost/page"),
        ("url", "https://doi.org/10.1007/BF02478259"),
        ("journal", "arXiv:15120.1274"),
        ("journal", "arxiv 1512.01274"),
    ],
)
def test_a_fault_is_seen(field, value):
    assert faults(Entry("misc", [("title", "Something"), (field, value)])) == [field]
