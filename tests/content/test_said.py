"""Plain words that are heard at any step, measured on texts that they were neither written nor mended with."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.composed.contents import Content
from dialogs.content.meanings import DELETE, GONE, LOST, STOP, UNCLEAR
from tests import real

EXAMPLES = tomllib.loads((Path(__file__).parent / "said_examples.toml").read_text(encoding="utf-8"))
# What was measured stands at the head of said_examples.toml; these are floors a little below it.
FLOORS = {"tuned": 1.0, "held_out": 0.85}


def heard(content: Content, text: str) -> str:
    """What the dialogue makes of a text where a decision is asked for."""
    said = content.dialogue.said
    meanings = said.meanings(text)
    graver = next((each for each in (GONE, DELETE, STOP, LOST, UNCLEAR) if each in meanings), "")
    return graver or said.is_no_answer(text, weighs=True) or "answer"


@pytest.mark.parametrize("half", FLOORS)
def test_what_is_said_plainly_is_understood_as_often_as_was_measured(
    content: Content, half: str, capsys: pytest.CaptureFixture[str]
):
    wanted = [(kind, text) for kind, texts in EXAMPLES[half].items() for text in texts]
    wrong = [(text, kind, got) for kind, text in wanted if (got := heard(content, text)) != kind]
    with capsys.disabled():
        print(f"\nsaid plainly, {half}: {len(wanted) - len(wrong)} of {len(wanted)} understood")
    assert 1 - len(wrong) / len(wanted) >= FLOORS[half], wrong


@pytest.mark.parametrize("half", FLOORS)
def test_no_decision_is_taken_for_a_wish_to_stop_or_to_be_forgotten(content: Content, half: str):
    taken = [text for text in EXAMPLES[half]["answer"] if content.dialogue.said.meanings(text)]
    assert taken == []


def test_the_two_halves_have_no_text_in_common():
    halves = [{text.casefold() for texts in EXAMPLES[half].values() for text in texts} for half in FLOORS]
    assert not halves[0] & halves[1]
    assert all(len(half) >= 50 for half in halves)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "my husband died last year so I do this alone"),
        ("en", "my wife passed away a year ago"),
        ("es", "mi esposo murió el año pasado"),
        ("ar", "زوجي توفي السنة الماضية"),
    ],
)
def test_a_death_of_a_year_ago_is_not_that_of_who_is_helped_now(language, text):
    assert GONE not in real.content(language).dialogue.said.meanings(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "he passed stool with blood today"),
        ("en", "mom passed a kidney stone yesterday"),
        ("en", "he didn't make it to the appointment"),
        ("en", "she did not make it on time yesterday"),
        ("en", "she lost her hair"),
        ("en", "my passport expired yesterday"),
        ("en", "it stopped"),
        ("es", "no llegó a la cita ayer"),
        ("es", "ya paró"),
        ("ar", "ما وصل عالموعد"),
    ],
)
def test_what_a_body_does_and_a_visit_that_was_missed_are_no_death_and_no_wish(language, text):
    assert not real.content(language).dialogue.said.meanings(text) & {GONE, LOST, STOP}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "is she dead?"), ("es", "¿mi mamá murió ayer?"), ("ar", "ماتت؟")]
)
def test_who_asks_whether_somebody_died_is_asked_kindly(language, text):
    meanings = real.content(language).dialogue.said.meanings(text)
    assert LOST in meanings
    assert GONE not in meanings


@pytest.mark.parametrize("text", ["dad expired yesterday", "mum didn't survive the op", "My father expired on 3rd"])
def test_a_death_in_other_words_is_asked_about(text):
    assert real.content("en").dialogue.said.meanings(text) & {GONE, LOST}
