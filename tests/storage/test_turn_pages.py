"""A card turns its page in place only while it is the last message of the chat."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.storage.outbox import MOVES
from bot.turn.turn import Turns
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.composed.contents import Content
from dialogs.dialogue import Dialogue
from dialogs.effects import Effect, Say, Turn, aside
from dialogs.events import Event, Pressed
from tests.storage.patients import TO_THE_FIRST_RECORD, MovableClock, Person


@pytest.fixture
def ana(engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    """A patient who has read the welcome."""
    ana = Person(engine, turns, clock)
    ana.commands("start")
    ana.reads()
    return ana


def edited(person: Person) -> list[int]:
    return [content["edit"] for content in person.contents() if "edit" in content]


def test_the_last_message_turns_its_page(ana: Person) -> None:
    ana.taps("welcome/begin")
    assert edited(ana) == [ana.messages]
    assert ana.reads() == [0]
    ana.taps("consent/keep_files")
    assert edited(ana) == [ana.messages]


def test_a_tap_that_overtakes_our_books_still_turns_the_page(ana: Person) -> None:
    shown_but_not_noted = ana.messages + 1
    ana.taps("welcome/begin", on=shown_but_not_noted)
    assert edited(ana) == [shown_but_not_noted]


def test_below_what_the_patient_wrote_the_answer_is_a_new_message(ana: Person) -> None:
    card = ana.messages
    ana.writes("hello")
    ana.taps("welcome/begin", on=card)
    assert edited(ana) == [0]


def test_below_what_the_bot_said_the_answer_is_a_new_message(ana: Person) -> None:
    card = ana.messages
    ana.commands("help")
    ana.reads()
    ana.taps("welcome/begin", on=card)
    assert edited(ana) == [0]


def test_a_service_message_or_an_old_tap_does_not_make_a_message_newer(ana: Person) -> None:
    card = ana.messages
    ana.does(None, message_id=card + 1)
    ana.taps("aside/help", on=1)
    ana.taps("welcome/begin", on=card)
    assert edited(ana) == [card]


def test_what_is_no_page_is_a_new_message(ana: Person) -> None:
    ana.taps("aside/help")
    assert edited(ana) == [0]


def test_a_button_without_its_message_is_answered_with_a_new_one(ana: Person) -> None:
    ana.taps("welcome/begin")
    ana.reads()
    stored = ana.stored()
    assert stored is not None
    ana.does(ana.last.event, message_id=0)
    assert edited(ana) == [0]


def settled(person: Person) -> list[int]:
    return [json.loads(message.content)["message"] for message in person.outcome.messages if message.kind == "settle"]


def test_a_card_that_is_answered_below_others_loses_its_buttons(ana: Person) -> None:
    card = ana.messages
    ana.commands("help")
    ana.reads()
    ana.taps("welcome/begin", on=card)
    assert settled(ana) == [card]


def test_a_card_that_turns_its_page_or_is_only_asked_something_keeps_its_buttons(ana: Person) -> None:
    ana.taps("welcome/begin")
    assert settled(ana) == []
    ana.reads()
    card = ana.messages
    ana.commands("help")
    ana.reads()
    ana.taps("aside/sources", on=card)
    assert settled(ana) == []


def test_words_that_must_not_wait_are_never_touched_again(ana: Person) -> None:
    ana.taps(*TO_THE_FIRST_RECORD)
    ana.writes("I cannot breathe")
    ana.reads()
    urgent = ana.messages
    asked = [content["asks"] for content in ana.contents()]
    assert not any(asked)
    ana.commands("checklist")
    ana.reads()
    ana.taps("aside/continue", on=urgent)
    assert settled(ana) == []
    assert edited(ana) == [0]


def test_fifteen_quick_taps_are_answered_once(ana: Person) -> None:
    ana.taps("welcome/begin", "consent/keep_files")
    ana.reads()
    said = []
    for _ in range(15):
        ana.does(Pressed(ana.clock.now(), "gather/go_on", ana.messages), ana.messages)
        said += ana.hears()
        ana.clock.skip(seconds=1)
    assert said == ["date"]


@dataclass
class Saying:
    """The real dialogue, until it is told what to say."""

    dialogue: Dialogue
    says: list[Effect] = field(default_factory=list)

    def respond(self, case: Case, event: Event) -> Turn:
        return Turn(case, tuple(self.says)) if self.says else self.dialogue.respond(case, event)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.dialogue, name)


@pytest.fixture
def saying(content: Content) -> Saying:
    return Saying(content.dialogue)


@pytest.fixture
def eva(saying: Saying, content: Content, vault: Vault, engine: Engine, clock: MovableClock) -> Person:
    """A patient whose next turns a test writes."""
    turns = Turns(saying, content.wording, vault, clock)  # type: ignore[arg-type]
    eva = Person(engine, turns, clock)
    eva.commands("start")
    eva.reads()
    return eva


BUTTON = ((aside("continue"),),)


def test_a_question_that_is_asked_in_the_field_is_a_new_message_and_the_card_before_it_is_settled(
    eva: Person, saying: Saying, content: Content
) -> None:
    saying.says = [Say("kept", replaces=True, placeholder="note")]
    eva.taps("welcome/begin")
    assert edited(eva) == [0]
    assert settled(eva) == [eva.messages]
    assert eva.contents()[0]["placeholder"] == content.wording.placeholder("note")


def test_below_buttons_nothing_is_asked_in_the_field_and_the_card_turns_its_page(eva: Person, saying: Saying) -> None:
    saying.says = [Say("kept", buttons=BUTTON, replaces=True, placeholder="note")]
    eva.taps("welcome/begin")
    assert edited(eva) == [eva.messages]
    assert settled(eva) == []
    assert "placeholder" not in eva.contents()[0]


def test_what_moves_never_turns_a_page(eva: Person, saying: Saying) -> None:
    saying.says = [Say("kept", buttons=BUTTON, slot="checklist", replaces=True, moves=True)]
    eva.taps("welcome/begin")
    assert [(message.kind, message.slot) for message in eva.outcome.messages][:1] == [(MOVES, "checklist")]
    assert edited(eva) == [0]
    assert settled(eva) == [eva.messages]


def test_what_answers_a_message_says_which(eva: Person, saying: Saying) -> None:
    saying.says = [Say("kept", answers=eva.messages), Say("kept")]
    eva.writes("a text")
    assert [content.get("answers", 0) for content in eva.contents()] == [eva.messages - 1, 0]
