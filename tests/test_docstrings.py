"""Every public name explains itself: Korean, numpydoc, with an example that runs."""

import doctest
import inspect
import re

import pytest

import nnnotes as nn

PUBLIC = [name for name in dir(nn) if name not in {"__version__", "plotting"}]
EXPLAINED = [name for name in PUBLIC if inspect.isroutine(getattr(nn, name))]
CLASSES = [
    name
    for name in PUBLIC
    if inspect.isclass(getattr(nn, name)) and not issubclass(getattr(nn, name), Warning)
]


def document(name: str) -> str:
    return inspect.cleandoc(getattr(nn, name).__doc__ or "")


@pytest.mark.parametrize("name", PUBLIC)
def test_the_first_line_is_one_korean_sentence(name):
    value = getattr(nn, name)
    if isinstance(value, tuple):
        return  # a constant; its module explains it
    first, *rest = document(name).splitlines()
    assert re.search("[가-힣]", first), first
    assert first.endswith((".", "다")), first
    assert not rest or not rest[0], "the summary is one line"


@pytest.mark.parametrize("name", EXPLAINED)
def test_a_function_tells_its_parameters_result_and_errors(name):
    text, signature = document(name), inspect.signature(getattr(nn, name))
    if signature.parameters:
        assert "\nParameters\n----------\n" in text
        for parameter in signature.parameters:
            assert re.search(rf"(^|, |\*){parameter}\b.* ?:|{parameter}, ", text, re.MULTILINE)
        assert "\nRaises\n------\n" in text
    assert "\nReturns\n-------\n" in text


@pytest.mark.parametrize("name", EXPLAINED + CLASSES)
def test_there_is_an_example(name):
    text = document(name)
    assert "\nExamples\n--------\n" in text
    assert len(doctest.DocTestParser().get_examples(text)) >= 2


def test_every_name_is_explained_somewhere():
    assert len(EXPLAINED) > 40
    assert len(CLASSES) > 8
