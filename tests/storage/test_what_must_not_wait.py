"""A message that must not wait outlives every tap and every word that comes after it, wherever the patient stood."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.storage import cases, outbox
from bot.storage.outbox import Delivery
from bot.turn.turn import Turns
from dialogs.composed.contents import Content
from dialogs.events import Command, Edited, Event, Pressed, SentOther, Wrote
from dialogs.hearing.cards import CARDS, NEUTRAL
from dialogs.receiving.sent import SentFile
from tests.storage.patients import NOW, TO_THE_FIRST_RECORD, MovableClock, Person

CRIES = ("I want to kill myself", "I cannot breathe", "fever of 39 and chills", "quiero suicidarme", "لا أستطيع التنفس")
TEXTS = ("hello", "STOP", "Dr. Patel's office", "Surgery or radiation first?", "is it bad?", "tomorrow", "Berlin")
UNDER_IT = (
    "aside/here",
    "aside/unwell",
    "aside/text/drop",
    "aside/text/question",
    "aside/text/answer",
    "aside/continue",
)
"""What is, or in an older version was, under such a message."""
SAFE = {*CARDS, *NEUTRAL.values()}


class Reader(Person):
    """A person whose chat is remembered: which message is which, and every change to one."""

    def begins(self) -> None:
        self.staying: dict[int, str] = {}
        self.changed: list[int] = []
        self.offered: list[str] = []

    def reads(self) -> list[int]:
        delivered = []
        with self.engine.begin() as connection:
            for message in outbox.waiting(connection):
                content = json.loads(message.content)
                number = 0
                if message.kind in ("unsay", "settle"):
                    self.changed.append(content["message"])
                elif content.get("edit"):
                    self.changed.append(content["edit"])
                else:
                    self.messages += 1
                    number = self.messages
                    if message.name in SAFE:
                        self.staying[number] = message.content
                self.offered += [data for row in content.get("buttons", ()) for _, data, *_ in row if data]
                delivered.append(Delivery(message, number))
            outbox.delivered(connection, delivered)
        return [each.message_id for each in delivered]


@pytest.fixture
def reader(engine: Engine, turns: Turns, clock: MovableClock) -> Reader:
    person = Reader(engine, turns, clock)
    person.begins()
    return person


def ways_to_cry(person: Reader, text: str) -> Iterator[tuple[str, object]]:
    now = person.clock.now()
    yield "text", Wrote(now, text)
    yield "forwarded", Wrote(now, text, forwarded=True)
    yield "quote", Wrote(now, "this", quote=text)
    yield "command", Command(now, text.split()[0].lower(), words=text)
    yield "behind a command", Command(now, "checklist", words=f"checklist {text}")
    yield "caption", SentFile(now, "id", "a.jpg", 1000, f"a{person.messages}", text)
    yield "video", SentOther(now, "video", text)
    yield "edit", Edited(now, text)
    yield "the menu", Command(now, "unwell")
    yield "the button", Pressed(now, "aside/unwell", person.messages)


@pytest.mark.parametrize("walked", [False, True])
def test_whatever_is_done_after_it_nothing_is_edited_into_it(reader: Reader, content: Content, walked: bool) -> None:
    chance = random.Random(20261125 + walked)
    reader.commands("start")
    reader.reads()
    if walked:
        reader.taps(*TO_THE_FIRST_RECORD)
    for _ in range(60):
        reader.reads()
        how, event = chance.choice(list(ways_to_cry(reader, chance.choice(CRIES))))
        reader.messages += 1
        staying = len(reader.staying)
        reader.does(event, reader.messages)  # type: ignore[arg-type]
        if chance.random() < 0.7:
            reader.reads()
            assert len(reader.staying) == staying + 1, how
        for _ in range(chance.randrange(5)):
            if chance.random() < 0.6 and reader.offered:
                on = chance.choice([*reader.staying, reader.messages])
                reader.taps(chance.choice(UNDER_IT if on in reader.staying else reader.offered[-12:]), on=on)
            else:
                reader.writes(chance.choice(TEXTS))
            reader.reads()
    assert len(reader.staying) >= 60
    assert not set(reader.changed) & set(reader.staying)


def test_it_stands_alone_at_every_step_and_one_tap_leads_back_to_it(reader: Reader, content: Content) -> None:
    reader.taps(*TO_THE_FIRST_RECORD)
    for number, step in enumerate(content.dialogue.journey.steps):
        if step in ("welcome", "consent"):
            continue
        _stand_at(reader, step)
        reader.writes(CRIES[number % len(CRIES)])
        assert [message.kind for message in reader.outcome.messages] == [outbox.STAYS], step
        (said,) = reader.contents()
        assert [data for row in said["buttons"] for _, data, *_ in row] == ["aside/here"]
        reader.reads()
        reader.taps("aside/here")
        assert reader.case.step == step
        assert reader.contents()[-1]["edit"] == 0, "a new message"
        assert not reader.case.texts


def _stand_at(person: Person, step: str) -> None:
    stored = person.stored()
    assert stored is not None
    with person.engine.begin() as connection:
        case = replace(stored.case, step=step, asked="")
        cases.save(connection, replace(stored, case=case), person.clock.now())


def test_the_first_thing_ever_said_stands_alone_too(reader: Reader) -> None:
    reader.writes("I want to kill myself")
    assert set(reader.hears()) <= SAFE
    assert len(reader.hears()) == 1
    assert "welcome" not in str(reader.contents())
    reader.reads()
    reader.taps("aside/here")
    assert reader.hears() == ["welcome"]
    assert reader.contents()[0]["edit"] == 0


def test_under_a_message_of_an_older_version_no_page_is_turned(reader: Reader) -> None:
    """Those offered to keep the words, and the answer to that was edited into them."""
    reader.taps(*TO_THE_FIRST_RECORD)
    reader.reads()
    reader.writes("I cannot breathe")
    reader.reads()
    for data in ("aside/text/drop", "aside/text/question", "aside/text/answer"):
        reader.taps(data)
        assert [each["edit"] for each in reader.contents()] == [0] * len(reader.contents())


@pytest.mark.parametrize(
    "event", [Command(NOW, "unwell"), Pressed(NOW, "aside/unwell", 1), Wrote(NOW, "I feel unwell")]
)
def test_of_a_newcomer_who_asks_where_help_is_nothing_is_kept(reader: Reader, event: Event) -> None:
    reader.does(event, 1)
    assert reader.hears() == ["errand_unwell"], "nobody knows who it is: no illness is named"
    assert [message.kind for message in reader.outcome.messages] == [outbox.STAYS]
    assert reader.stored() is None
    reader.reads()
    reader.taps("aside/here")
    assert reader.hears() == ["welcome"]


def test_asking_where_help_is_leaves_everything_where_it_stands(reader: Reader) -> None:
    reader.taps(*TO_THE_FIRST_RECORD)
    reader.reads()
    before = reader.case
    reader.commands("unwell")
    assert reader.hears() == ["unwell"]
    reader.reads()
    reader.taps("aside/here")
    assert reader.hears() == ["record"]
    assert (reader.case.step, reader.case.answers, reader.case.texts) == (before.step, before.answers, before.texts)
