import re
from dataclasses import FrozenInstanceError, astuple
from pathlib import Path

import pytest

import nnnotes as nn

BIBLIOGRAPHY = Path(__file__).parent.parent / "docs" / "references.bib"
BY_NAME = {framework.name: framework for framework in nn.FRAMEWORKS}


def test_the_frameworks_of_the_notes_come_in_their_order_and_jax_is_added():
    assert [framework.name for framework in nn.FRAMEWORKS] == [
        "TensorFlow",
        "Keras",
        "Apache MXNet",
        "PyTorch",
        "Caffe",
        "Microsoft Cognitive Toolkit",
        "ONNX",
        "JAX",
    ]


def test_korean_names_are_those_of_the_korean_editions():
    names = [framework.korean for framework in nn.FRAMEWORKS]
    assert names[:2] == ["텐서플로", "케라스"]
    assert names[3] == "파이토치"
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[가-힣 ]+", name) for name in names)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("TensorFlow", 2015),
        ("Keras", 2015),
        ("Apache MXNet", 2015),
        ("PyTorch", 2017),
        ("Caffe", 2013),
        ("Microsoft Cognitive Toolkit", 2015),
        ("ONNX", 2017),
        ("JAX", 2018),
    ],
)
def test_first_public_year(name, year):
    assert BY_NAME[name].year == year


@pytest.mark.parametrize(
    ("name", "day"), [("TensorFlow", "2015-11-09"), ("Keras", "2015-03-27"), ("ONNX", "2017-09")]
)
def test_first_public_day_is_as_exact_as_the_source(name, day):
    assert BY_NAME[name].first_public == day


def test_the_retired_ones():
    retired = {framework.name for framework in nn.FRAMEWORKS if not framework.active}
    assert retired == {"Apache MXNet", "Caffe", "Microsoft Cognitive Toolkit"}
    assert all(f.state.startswith("개발 중") == f.active for f in nn.FRAMEWORKS)


@pytest.mark.parametrize(
    ("licence", "names"),
    [
        ("Apache-2.0", {"TensorFlow", "Keras", "Apache MXNet", "ONNX", "JAX"}),
        ("BSD-3-Clause", {"PyTorch"}),
        ("BSD-2-Clause", {"Caffe"}),
        ("MIT", {"Microsoft Cognitive Toolkit"}),
    ],
)
def test_licences(licence, names):
    assert {f.name for f in nn.FRAMEWORKS if f.licence == licence} == names


def test_core_languages():
    python = {f.name for f in nn.FRAMEWORKS if f.core_language == "Python"}
    assert python == {"Keras", "JAX"}
    assert {f.core_language for f in nn.FRAMEWORKS} == {"Python", "C++"}


def test_no_field_is_empty_and_no_date_is_later_than_the_look():
    for framework in nn.FRAMEWORKS:
        assert all(value != "" and value != () for value in astuple(framework))
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", framework.first_public)
        assert framework.first_public < framework.as_of == "2026-11"


def test_every_source_is_in_the_bibliography():
    keys = set(re.findall(r"^@\w+\{([^,]+),", BIBLIOGRAPHY.read_text(encoding="utf-8"), re.M))
    sources = {source for framework in nn.FRAMEWORKS for source in framework.sources}
    assert sources <= keys


def test_records_are_frozen():
    with pytest.raises(FrozenInstanceError):
        nn.FRAMEWORKS[0].active = False
