"""Buttons pressed in words of one's own, measured on texts that they were neither written nor mended with."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.composed.contents import Content
from dialogs.content.presses import NOTHING, Pressed

EXAMPLES = tomllib.loads((Path(__file__).parent / "press_examples.toml").read_text(encoding="utf-8"))
CARDS = EXAMPLES["cards"]
EVERY = sorted({key for visible in CARDS.values() for key in visible})
# What was measured stands at the head of press_examples.toml; these are floors a little below it.
FLOORS = {"tuned": 0.99, "held_out": 0.96}
MOST_PRESSED = {"tuned": 0, "held_out": 0}
"""Texts that should press nothing, and do."""


def wanted(half: str) -> Iterator[tuple[str, str, bool, str]]:
    """Card, text, whether it has details, and the button it means."""
    for card, keys in EXAMPLES[half].items():
        yield from ((card, text, False, key) for key, texts in keys.items() for text in texts)
    yield from (("record", text, True, "asked") for text in EXAMPLES[f"{half}_details"]["texts"])


@pytest.mark.parametrize("half", FLOORS)
def test_what_somebody_means_is_pressed_as_often_as_was_measured(
    content: Content, half: str, capsys: pytest.CaptureFixture[str]
):
    texts = list(wanted(half))
    found = [content.presses.pressed(text, CARDS[card]) for card, text, _, _ in texts]
    missed = [
        (text, key, got)
        for (_, text, details, key), got in zip(texts, found, strict=True)
        if got != Pressed(key, details)
    ]
    commands = [(text, name) for name, some in EXAMPLES[f"{half}_commands"].items() for text in some]
    missed += [(text, name, Pressed(got)) for text, name in commands if (got := content.presses.asks_for(text)) != name]
    total = len(texts) + len(commands)
    wrong = [each for each in missed if each[2] != NOTHING]
    with capsys.disabled():
        print(f"\npressed in words, {half}: {total - len(missed)} of {total} understood, {len(wrong)} wrongly")
    assert 1 - len(missed) / total >= FLOORS[half], missed
    assert len(wrong) <= total / 100, wrong


@pytest.mark.parametrize(
    ("half", "one_in"), [("tuned", 6), ("held_out", 1), pytest.param("tuned", 1, marks=pytest.mark.soak)]
)
def test_what_is_no_answer_to_any_card_presses_nothing(
    content: Content, half: str, one_in: int, capsys: pytest.CaptureFixture[str]
):
    texts = EXAMPLES[f"{half}_nothing"]["texts"][::one_in]
    pressing = [
        text
        for text in texts
        if content.presses.asks_for(text) not in ("", "unwell")  # "I feel worse" finds where help is
        or any(content.presses.pressed(text, visible).key for visible in (*CARDS.values(), EVERY))
    ]
    with capsys.disabled():
        print(f"\nno answer, {half}: {len(texts) - len(pressing)} of {len(texts)} press nothing")
    assert len(pressing) <= MOST_PRESSED[half], pressing


ONCE = {
    "begin": "For me",
    "go_on": "Go on",
    "continue": "Go on where I was",
    "finish": "Go to my summary",
    "skip": "Skip this",
    "not_sure": "I am not sure yet",
    "hint_later": "Not now",
    "hint_leave": "Leave it",
    "checklist": "Your list",
    "pack": "All documents (PDF)",
    "build": "Make the file now",
    "privacy": "What I keep",
    "the_date": "The day that matters",
    "forget": "Take this day out",
    "promised": "A day was promised",
    "up": "Earlier",
    "down": "Later",
    "dates_yes": "All right",
    "sorted_yes": "All right",
    "pause": "Pause",
    "treatment": "Days without notes",
    "rest": "Not feeling up to it",
    "stop_this": "Not this one any more",
    "errand_new": "Hand out an errand",
    "errand_done": "I have done it",
    "to": "Add whom it goes to",
}
"""What stood on buttons in earlier versions, and stands in chats still."""


@pytest.mark.parametrize("key", ONCE)
def test_what_stood_on_a_button_once_still_presses_it(content: Content, key: str):
    assert content.presses.pressed(ONCE[key], [key]).key == key


def test_a_button_out_of_sight_is_never_pressed(content: Content):
    assert content.presses.pressed("I asked for it", ["send", "missing"]) == NOTHING


def test_all_is_deleted_only_if_that_is_said(content: Content):
    for text in ("yes", "ok", "sure", "go ahead", "do it", "yes please"):
        assert content.presses.pressed(text, ["delete_yes", "delete_no"]) == NOTHING
    assert content.presses.pressed("yes, delete everything", ["delete_yes", "delete_no"]).key == "delete_yes"


def test_a_comma_makes_a_no_an_answer_of_its_own(content: Content):
    visible = ["all_here", "send_more"]
    assert content.presses.pressed("no more pages", visible).key == "all_here"
    assert content.presses.pressed("no, more pages", visible).key == "send_more"


def test_the_halves_have_no_text_in_common():
    tuned, held_out = ({(card, text.casefold(), key) for card, text, _, key in wanted(half)} for half in FLOORS)
    assert len(held_out) >= 200
    assert not tuned & held_out
