"""More answers wait for one chat than can be said one by one: the newest are said, and what must be said is."""

from __future__ import annotations

import json

import pytest

from bot.post.queues import MOST_ANSWERS
from bot.storage import outbox
from bot.storage.outbox import ANSWER, NEWS, STAYS, Message
from tests.adapters.desk import NOW, Desk, shown
from tests.telegram import Patient, RehearsalServer

MANY = MOST_ANSWERS + 20


async def answer(
    desk: Desk, person: Patient, text: str, name: str, kind: str = "say", slot: str = "", urgency: int = ANSWER
) -> Message:
    """A message that is committed, and that the speaker has not heard of."""
    content = json.dumps({"text": text, "buttons": [], "edit": 0, "quiet": False})
    return await desk.writer.run(outbox.post, person.id, kind, name, content, NOW, slot, urgency)


async def test_of_answers_that_are_given_anew_the_newest_is_said(desk: Desk, ana: Patient) -> None:
    flood = [await answer(desk, ana, f"question {number}", "record") for number in range(MANY)]
    told: list[int] = []
    desk.speaker.tell_behind = told.append
    desk.speaker.post(flood)
    await desk.all_said()
    texts = shown(ana)
    assert texts[-1] == f"question {MANY - 1}"
    assert len(texts) <= MOST_ANSWERS + 2, "those in between are passed over"
    assert texts == sorted(texts, key=lambda text: int(text.split()[1]))
    assert told == [ana.id], "once"


async def test_what_must_be_said_is_said_however_much_waits(desk: Desk, ana: Patient) -> None:
    kept = {
        "a card that must not wait": (STAYS, "emergency", "", ANSWER),
        "another card": (STAYS, "emergency", "", ANSWER),
        "a reminder": ("say", "reminder", "", NEWS),
        "another reminder": ("say", "reminder", "", NEWS),
        "a receipt": ("say", "receipt", "receipt:1", ANSWER),
        "said once": ("say", "stopped", "", ANSWER),
    }
    flood = []
    for number in range(MANY):
        flood.append(await answer(desk, ana, f"question {number}", "record"))
        if number < len(kept):
            text, (kind, name, slot, urgency) = list(kept.items())[number]
            flood.append(await answer(desk, ana, text, name, kind, slot, urgency))
    desk.speaker.post(flood)
    await desk.all_said()
    assert set(kept) <= set(shown(ana))


@pytest.mark.parametrize("number", [1, MOST_ANSWERS])
async def test_few_answers_are_all_said(desk: Desk, ana: Patient, number: int) -> None:
    told: list[int] = []
    desk.speaker.tell_behind = told.append
    desk.speaker.post([await answer(desk, ana, f"question {each}", "record") for each in range(number)])
    await desk.all_said()
    assert len(shown(ana)) == number
    assert not told


async def test_many_receipts_are_no_crowd(desk: Desk, ana: Patient, telegram: RehearsalServer) -> None:
    told: list[int] = []
    desk.speaker.tell_behind = told.append
    receipts = [
        await answer(desk, ana, f"photo {number}", "receipt", slot=f"receipt:{number}") for number in range(MANY)
    ]
    desk.speaker.post(receipts)
    await desk.all_said()
    assert len(shown(ana)) == MANY
    assert not told
