"""What is said at any step and what presses a button in Spanish, on the texts of spanish_words.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.asides import ASKED_FOR
from dialogs.content.meanings import DELETE, GONE, LOST, STOP, UNCLEAR
from dialogs.content.pressed_words import read_presses
from dialogs.content.presses import Pressed, Presses
from dialogs.content.said import Said
from dialogs.content.said_file import read_said
from dialogs.roads.every import BUTTONS
from dialogs.words.vocabulary import ASIDE_BUTTONS, CHOICES_SAID
from tests.content.conftest import FOLDER

HERE = Path(__file__).parent
EXAMPLES = tomllib.loads((HERE / "spanish_words.toml").read_text(encoding="utf-8"))
CARDS = tomllib.loads((HERE / "press_examples.toml").read_text(encoding="utf-8"))["cards"]
EVERY = sorted({key for visible in CARDS.values() for key in visible})


@pytest.fixture(scope="module")
def presses() -> Presses:
    return read_presses(FOLDER / "es" / "pressed.toml", frozenset({*BUTTONS, *ASIDE_BUTTONS, *CHOICES_SAID}), ASKED_FOR)


@pytest.fixture(scope="module")
def said() -> Said:
    return read_said(FOLDER / "es" / "said.toml")


def test_a_text_presses_the_button_it_means(presses: Presses):
    texts = [(*key.split("."), text) for key, some in EXAMPLES["pressed"].items() for text in some]
    pressed = [(card, key, text, presses.pressed(text, CARDS[card])) for card, key, text in texts]
    assert [each for each in pressed if each[3] != Pressed(each[1])] == []
    details = EXAMPLES["texts"]["details"]
    assert {presses.pressed(text, CARDS["record"]) for text in details} == {Pressed("asked", details=True)}


def test_a_text_asks_for_what_it_means(presses: Presses):
    texts = {text: command for command, some in EXAMPLES["commands"].items() for text in some}
    assert {text: presses.asks_for(text) for text in texts} == texts


def test_what_is_no_answer_presses_nothing(presses: Presses):
    everywhere = (*CARDS.values(), EVERY)
    texts = EXAMPLES["texts"]["nothing"]
    assert [text for text in texts if presses.asks_for(text)] == []
    assert [text for text in texts if any(presses.pressed(text, visible).key for visible in everywhere)] == []


def test_every_button_and_command_of_the_english_words_can_be_said(presses: Presses):
    english = tomllib.loads((FOLDER / "en" / "pressed.toml").read_text(encoding="utf-8"))
    ways = [tuple(wish["keys"]) for wish in english["pressed"]]
    # But for what stood on English buttons once, before there were Spanish ones: it comes after what is said now.
    now = ways[: ways.index(("finish",), ways.index(("finish",)) + 1)]
    assert {key for keys in now for key in keys} <= {key for wish in presses.wishes for key in wish.keys}
    assert {key for wish in presses.commands for key in wish.keys} == {wish["command"] for wish in english["asked_for"]}


def test_what_is_said_at_any_step_is_heard(said: Said):
    def heard(text: str) -> str:
        meanings = said.meanings(text)
        graver = next((each for each in (GONE, DELETE, STOP, LOST, UNCLEAR) if each in meanings), "")
        return graver or said.is_no_answer(text, weighs=True) or "answer"

    texts = {text: kind for kind, some in EXAMPLES["said"].items() for text in some}
    assert {text: heard(text) for text in texts} == texts
