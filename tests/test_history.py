import importlib.util
import inspect
import json
import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import numpy as np
import pytest

import nnnotes as nn

DOCS = Path(__file__).parent.parent / "docs"
KEYS = set(re.findall(r"^@\w+\{([^,]+),", (DOCS / "references.bib").read_text("utf-8"), re.M))
PAGE = (DOCS / "chapters" / "history.md").read_text("utf-8")
RECORD = json.loads((DOCS / "chapters" / "history-timing.json").read_text("utf-8"))
WAYS = ("with_loops", "with_vectors", "with_matmul")


def timing():
    path = DOCS / "chapters" / "history_timing.py"
    spec = importlib.util.spec_from_file_location("history_timing", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Year, error with the data supplied, error with other data, layers: the official results pages
# and the papers of AlexNet, GoogLeNet, ResNet and SENet.
@pytest.mark.parametrize(
    ("year", "team", "error", "error_extra", "layers"),
    [
        (2010, "NEC-UIUC", 0.28191, None, None),
        (2011, "XRCE", 0.2577, None, None),
        (2012, "AlexNet", 0.16422, 0.15315, 8),
        (2013, "Clarifai", 0.11743, 0.11197, 8),
        (2014, "GoogLeNet", 0.06656, None, 22),
        (2015, "ResNet", 0.03567, None, 152),
        (2016, "Trimps-Soushen", 0.02991, None, None),
        (2017, "SENet", 0.02251, None, 154),
    ],
)
def test_ilsvrc(year, team, error, error_extra, layers):
    (winner,) = [w for w in nn.ILSVRC if w.year == year]
    assert (winner.team, winner.error) == (team, error)
    assert (winner.error_extra, winner.layers) == (error_extra, layers)


def test_ilsvrc_has_every_year_once_and_errors_only_fall():
    assert [w.year for w in nn.ILSVRC] == list(range(2010, 2018))
    assert (np.diff([w.error for w in nn.ILSVRC]) < 0).all()
    assert all(w.error_extra < w.error for w in nn.ILSVRC if w.error_extra is not None)
    assert all(isinstance(w, nn.ILSVRCWinner) and w.note for w in nn.ILSVRC)


# Years of publication or of the event, from the sources themselves.
@pytest.mark.parametrize(
    ("year", "person", "word"),
    [
        (1943, "매컬러", "뉴런"),
        (1948, "튜링", "B형"),
        (1949, "헵", "연결"),
        (1950, "튜링", "이미테이션"),
        (1957, "로젠블랫", "퍼셉트론"),
        (1960, "로젠블랫", "마크 I"),
        (1969, "민스키", "퍼셉트론"),
        (1970, "린나인마", "미분"),
        (1985, "힌턴", "볼츠만"),
        (1986, "러멜하트", "역전파"),
        (1989, "르쿤", "합성곱"),
        (1998, "르쿤", "LeNet-5"),
        (2006, "힌턴", "심층 믿음"),
        (2012, "크리제브스키", "AlexNet"),
        (2018, "벤지오", "튜링상"),
        (2024, "홉필드", "노벨"),
    ],
)
def test_timeline(year, person, word):
    found = [e for e in nn.TIMELINE if e.year == year and word in e.event]
    assert len(found) == 1
    assert person in found[0].people


def test_the_timeline_is_sorted_and_long_enough():
    years = [e.year for e in nn.TIMELINE]
    assert years == sorted(years)
    assert 15 <= len(years) <= 20
    assert len({e.event for e in nn.TIMELINE}) == len(years)


def test_every_source_is_in_the_references():
    for record in (*nn.ILSVRC, *nn.TIMELINE):
        assert record.sources, record
        assert set(record.sources) <= KEYS, record


def test_records_do_not_change():
    for record in (nn.ILSVRC[0], nn.TIMELINE[0]):
        with pytest.raises(FrozenInstanceError):
            record.year = 1900


def test_three_ways_give_one_product():
    module = timing()
    a, b = np.random.default_rng(1).normal(size=(2, 7, 7))
    for way in WAYS:
        np.testing.assert_allclose(getattr(module, way)(a, b), a @ b)
    measured = module.measure(sizes=(2, 3))
    assert measured["sizes"] == [2, 3]
    assert set(measured["seconds"]) == set(WAYS)


def test_the_recorded_times_say_where_they_come_from():
    assert {"date", "cpu", "cores_of_machine", "threads_used", "python", "numpy"} <= set(RECORD)
    assert list(RECORD["seconds"]) == list(WAYS)
    for way in WAYS:
        assert len(RECORD["seconds"][way]) == len(RECORD["sizes"]) == len(RECORD["repeats"][way])
    loops, vectors, matmul = (np.array(RECORD["seconds"][way]) for way in WAYS)
    assert (matmul < vectors).all()
    assert (vectors < loops).all()


def test_the_chapter_shows_the_recorded_times_and_the_code_that_was_timed():
    (written,) = re.findall(r"^record = (\{.*?^\})", PAGE, re.M | re.S)
    assert eval(written) == {"n": RECORD["sizes"], **RECORD["seconds"]}
    for text in (RECORD["cpu"], RECORD["numpy"]):
        assert text in PAGE
    for way in WAYS:
        assert inspect.getsource(getattr(timing(), way)) in PAGE
