"""A file may be another person's: said only where its name is surely another one."""

from __future__ import annotations

import pytest

from dialogs.case.document import Document
from tests.dialogs.suggesting import a_file, kinds, suggested


def people(*names: str, born: tuple[str, ...] = ()) -> list[Document]:
    births = (*born, *("" for _ in names))
    return [
        a_file(number, patient=name, born=birth)
        for number, (name, birth) in enumerate(zip(names, births, strict=False), 1)
    ]


def test_a_name_unlike_that_of_most_others_is_mentioned():
    (found,) = suggested(*people("Ana Bell", "BELL, ANA", "Ana M. Bell", "Boris Kahn"))
    assert (found.kind, found.document, found.detail) == ("other_person", 4, "Boris Kahn")


@pytest.mark.parametrize(
    "names",
    [
        ("Ana Bell",),
        ("Ana Bell", "Boris Kahn"),
        ("Ana Bell", "Boris Kahn", "Carla Moss"),
        ("Ana Bell", "Ana Bell", "Boris Kahn", "Boris Kahn"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "A. Bell"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "Ana Kahn"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "Ana Bel"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "Bell"),
        ("Ana Bell", "Ana Bell", "Ana Bell", ""),
    ],
)
def test_without_a_clear_majority_or_with_a_name_that_may_be_the_same_nothing_is_said(names: tuple[str, ...]):
    assert "other_person" not in kinds(*people(*names))


def test_one_date_of_birth_on_both_papers_speaks_against_another_person():
    same = ("1960-01-01",) * 4
    assert kinds(*people("Ana Bell", "Ana Bell", "Ana Bell", "Nora Kahn", born=same)) == []


def test_the_name_for_the_packet_counts_where_papers_alone_decide_nothing():
    assert kinds(*people("Boris Kahn"), name="Ana Bell") == ["other_person"]
    assert kinds(*people("Ana Maria Bell"), name="Ana Bell") == []
    assert kinds(*people("Boris Kahn", "Boris Kahn"), name="Ana Bell") == [], "or is it the name that is wrong?"
