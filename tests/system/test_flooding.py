"""One person writes hundreds of messages: others are answered meanwhile, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.folders import CONTENT
from tests.ports import free_port
from tests.system.running import TO_THE_FIRST_RECORD, RunningBot, shows, until
from tests.system.test_fairness import PATIENCE, taps_through
from tests.system.test_watched import numbers
from tests.telegram import Patient, RehearsalServer

ROUNDS, EACH = 10, 40
BEHIND = (CONTENT / "en" / "messages" / "behind.html.j2").read_text(encoding="utf-8").strip()


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data", LISTEN_PORT=str(free_port()))
    running.start()
    yield running
    running.kill()


def walks_to_the_first_record(person: Patient) -> None:
    person.sends("/start")
    taps_through(person, *TO_THE_FIRST_RECORD)
    person.waits_for(shows("pathology/send"), seconds=PATIENCE)


def test_whoever_floods_is_heard_told_once_and_in_nobodys_way(
    bot: RunningBot, telegram: RehearsalServer, ana: Patient
) -> None:
    fay = telegram.person("Fay")
    for person in (ana, fay):
        walks_to_the_first_record(person)
    before = int(numbers(bot)["companion_updates_total/taken"])
    for round_ in range(ROUNDS):
        for number in range(EACH):
            fay.sends(f"thought {round_ * EACH + number} of many")
        if round_ == ROUNDS // 2:
            fay.sends("I can't breathe")
        ana.sends("/checklist")
        ana.waits_for(shows("aside/sheet"), seconds=PATIENCE)
    taken = before + ROUNDS * EACH + 1 + ROUNDS
    until(lambda: numbers(bot)["companion_updates_total/taken"] == taken, "every message is taken", PATIENCE)
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "all is said", PATIENCE)
    telegram.idle()
    found = numbers(bot)
    assert found["companion_turns_total/Wrote"] == ROUNDS * EACH + 1, "each of them had its turn"
    # What is written below the card may be of it, too: that is weighed, and the card may come once more.
    assert found["companion_safety_cards_total/emergency"] >= 1
    assert [message for message in fay.bot_messages if shows("aside/here")(message)], "what must not wait was said"
    assert [message.text for message in fay.bot_messages].count(BEHIND) == 1
    assert len(fay.bot_messages) < ROUNDS * EACH, "and she is not answered hundreds of times"
    assert any(map(shows("aside/here"), fay.bot_messages[-3:])), "help stands at the end, whatever she writes below it"
    assert found["companion_turn_failures_total"] == 0
    assert not [message for message in ana.bot_messages if message.text == BEHIND]
