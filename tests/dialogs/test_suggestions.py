"""When a suggestion is made, and above all when it is not: being unsure means being silent."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from dialogs.case.facts import Facts
from dialogs.understanding.suggestions import KINDS
from tests.dialogs.suggesting import a_file, kinds, suggested


def test_a_file_we_could_read_nothing_of_gets_no_suggestion():
    assert kinds(a_file(1), a_file(2)) == []


def test_only_readable_files_are_spoken_about():
    blurred = replace(a_file(1, record="report"), remarks=("blurred",))
    for state in ("arriving", "locked", "unreadable", "too_big"):
        assert kinds(replace(blurred, state=state)) == []
    assert kinds(blurred) == ["unclear"]


# Which record


def test_what_looks_like_another_record_may_be_moved():
    (found,) = suggested(replace(a_file(1), facts=Facts(record="plan")))
    assert (found.kind, found.record) == ("looks_like", "plan")


@pytest.mark.parametrize("record", ["report", "", "discs", "unheard_of"])
def test_what_fits_what_is_unknown_or_takes_no_file_stays(record: str):
    assert kinds(replace(a_file(1), facts=Facts(record=record))) == []


def test_a_file_that_belongs_nowhere_yet_is_asked_about_already():
    assert kinds(replace(a_file(1, record=""), facts=Facts(record="plan"))) == []


# Order and memory


def test_what_weighs_most_comes_first_and_what_was_settled_is_gone():
    number = count(1)
    files = [
        *(a_file(next(number), patient="Ana Bell") for _ in range(3)),
        a_file(next(number), patient="Boris Kahn", status="preliminary", pages_missing=(2,)),
        replace(a_file(next(number)), remarks=("small",)),
        replace(a_file(next(number)), facts=Facts(record="plan")),
    ]
    found = kinds(*files)
    assert found == ["other_person", "looks_like", "unclear", "pages_missing", "preliminary"]
    assert found == sorted(found, key=KINDS.index)
    assert kinds(*files, settled=("other_person.4", "unclear.5")) == ["looks_like", "pages_missing", "preliminary"]
