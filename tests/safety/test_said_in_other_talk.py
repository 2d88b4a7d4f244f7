"""A sign at the end of other talk, a fall on a blood thinner, French and Arabic in Latin letters."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.understanding.safety import Kind
from dialogs.understanding.safety.arabizi import of_arabic, of_latin
from tests import real

EARS = real.content("en").dialogue.ears
TEXTS = tomllib.loads((Path(__file__).parent / "in_other_talk.toml").read_text(encoding="utf-8"))
FLOORS = {"mended": 1.0, "held_back": 0.94}
"""Of the urgent ones; 52 of 52 and 49 of 52 were heard, where 35 and 38 had been."""


@pytest.mark.parametrize("half", FLOORS)
def test_what_must_not_wait_is_heard_in_the_midst_of_other_talk(half: str):
    every = [text for texts in TEXTS[half]["urgent"].values() for text in texts]
    missed = [text for text in every if not EARS.hear(text).urgent]
    assert 1 - len(missed) / len(every) >= FLOORS[half], missed


@pytest.mark.parametrize("half", FLOORS)
def test_and_no_talk_of_every_day_with_the_same_words(half: str):
    every = [text for texts in TEXTS[half]["every_day"].values() for text in texts]
    assert [text for text in every if EARS.says_alone(text)] == []


def test_a_fall_is_one_with_a_blood_thinner_and_neither_is_alone():
    assert EARS.says_alone("i take eliquis and fell off the bed") is Kind.EMERGENCY
    assert [text for text in ("i take eliquis", "i fell", "باخد مميع", "tomo sintrom") if EARS.says_alone(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "ma 3andi 7arara",
        "ma fi nzif",
        "ma fi 7arara",
        "ma fiya walo",
        "mesh m7arrara",
        "mashi",
        "hm",
        "no hurry",
        "on it",
    ],
)
def test_a_no_and_words_of_other_languages_are_no_sign_in_latin_letters(text: str):
    assert EARS.says_alone(text) is None


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("nzif", "نزيف"),
        ("2adra", "قادره"),
        ("byuja3ni", "بيوجعني"),
        ("7arara", "حراره"),
        ("b2dar", "بقدر"),
        ("mout", "موت"),
    ],
)
def test_a_word_sounds_alike_in_both_scripts(latin: str, arabic: str):
    assert of_latin(latin) == of_arabic(arabic)
