"""Papers without a title: told by their fields or by all that a letter tells, and never by what others say as well."""

from __future__ import annotations

import pytest

from bot.documents.recognition import Rules, facts_of
from dialogs.case.facts import Facts
from tests.recognition.measuring import Score, pages, papers, score

LEAST = {"letters": 0.8, "letters_held_back": 0.8}
"""Recall at least, of the kind of record; a letter that sends somebody on stays without a guess."""


def guesses(half: str, rules: Rules) -> tuple[Score, list[str]]:
    """How many kinds were right, and the names of the papers that were called what they are not."""
    total, wrong = Score(), list[str]()
    for paper in papers(half):
        facts: Facts = facts_of(pages(paper), rules)
        total += score("record", paper.get("record", ""), facts)
        wrong += [paper["name"]] if facts.record not in ("", paper.get("record", "")) else []
    return total, wrong


@pytest.mark.parametrize("half", LEAST)
def test_papers_without_a_title_are_told_by_what_they_tell(rules: Rules, half: str) -> None:
    found, wrong = guesses(half, rules)
    assert wrong == []
    assert found.recall >= LEAST[half]


def test_who_says_the_same_and_is_no_doctor_writes_no_record(rules: Rules) -> None:
    found, wrong = guesses("no_letters", rules)
    assert wrong == []
    assert found.right == found.printed


@pytest.mark.parametrize("half", ["everyday", "everyday_held_back"])
def test_what_people_have_beside_their_records_is_none_of_them(rules: Rules, half: str) -> None:
    found, wrong = guesses(half, rules)
    assert wrong == []
    assert found.recall >= LEAST["letters"]
