"""Several replicas over one PostgreSQL: one effect an update, every message said, in its order, whoever is killed."""

from __future__ import annotations

import random
import time
from collections import Counter
from itertools import count, islice
from pathlib import Path

import pytest

from dialogs.content.ears import read_ears
from tests.real import FOLDER
from tests.soaking import FIGURES
from tests.system.company import AUDIT, Company, company, rows
from tests.system.running import TO_THE_FIRST_RECORD, shows, until
from tests.telegram import Patient, RehearsalServer


@pytest.fixture
def database(postgresql: str) -> str:
    return postgresql


def bring_to_the_first_record(bots: Company, people: list[Patient], dice: random.Random) -> None:
    """Everybody stands where a text is no answer: it is quoted, and asked about."""

    def everybody(do: str, then: str) -> None:
        for person in people:
            person.sends(do) if do.startswith("/") else person.presses(do)
        pass_on(bots, dice)
        for person in people:
            person.waits_for(shows(then))

    everybody("/start", TO_THE_FIRST_RECORD[0])
    for data, then in zip(TO_THE_FIRST_RECORD, (*TO_THE_FIRST_RECORD[1:], ""), strict=True):
        if then:
            everybody(data, then)
    for person in people:
        person.presses(TO_THE_FIRST_RECORD[-1])
        person.sends("Whether to begin")
    pass_on(bots, dice)
    for person in people:
        person.waits_for(shows("pathology/send"))


def pass_on(bots: Company, dice: random.Random) -> None:
    """Once each, in the order in which Telegram brings them."""
    until(lambda: not bots.telegram.telegram.updates.waiting(bots.telegram.telegram.clock.unix(), 1), "brought")
    for update in bots.brought:
        bots.hand_until_taken(update, dice)
    bots.brought.clear()


def meaningless(how_many: int) -> list[str]:
    """Texts of their own that mean nothing; what the ears of today take for a cry or a question is not among them."""
    ears = read_ears(FOLDER)
    syllables = ("".join("bdfgklmnprstvwxz"[int(digit, 16)] + "o" for digit in f"{number:04x}") for number in count())
    return list(islice((text for each in syllables if not ears.hear(text := f"zu{each}").sure), how_many))


def said_once_and_in_order(bots: Company, people: list[Patient], sent: dict[int, tuple[int, str]]) -> Counter[int]:
    """Every update had one effect, every message was said, at most twice, and each chat heard its own in order."""
    taken = [number for (number,) in bots.rows("SELECT id FROM audit WHERE what = 'update' ORDER BY number")]
    assert len(taken) == len(set(taken)), "an update was taken twice"
    assert set(sent) <= set(taken), "an update was lost"
    query = "SELECT chat, count(*) FROM audit WHERE what = 'message' AND name = 'text_unplaced' GROUP BY chat"
    posted = dict(bots.rows(query))
    times = Counter[int]()
    for person in people:
        own = [sent[number][1] for number in taken if number in sent and sent[number][0] == person.id]
        assert posted.get(person.id, 0) == len(own), "an update had no effect, or two"
        heard = [each for message in person.bot_messages for each in own if each in message.text]
        assert list(dict.fromkeys(heard)) == own, "a message was lost, or out of order"
        times.update(Counter(heard).values())
    # Once more for each kill between Telegram's acceptance and our note of it; two in a row may meet one message.
    assert max(times, default=1) <= 3, "a message was shown too often"
    return times


def storm(telegram: RehearsalServer, folder: Path, database: str, people: int, texts: int, wave: int) -> str:
    """Every so many updates some of the replicas are killed, mostly one; figures for whoever wants to know."""
    dice, kills = random.Random(1), 0
    with company(telegram, folder, database) as bots:
        patients = [telegram.person(f"Person {number}") for number in range(people)]
        bring_to_the_first_record(bots, patients, dice)
        bots.all_is_said()
        rows(database, AUDIT)
        written = meaningless(texts)
        sent: dict[int, tuple[int, str]] = {}
        began = time.monotonic()
        for start in range(0, texts, wave):
            for number in range(start, start + wave):
                patients[number % people].sends(written[number])
            until(lambda: len(bots.brought) == wave, "Telegram brought everything")
            for message in (update["message"] | {"update": update["update_id"]} for update in bots.brought):
                sent[message["update"]] = (message["chat"]["id"], message["text"])
            killed = dice.choice((1, 1, 1, 2, 3))
            bots.hand_over(bots.brought, dice, killed)
            bots.brought.clear()
            kills += killed
        bots.all_is_said()
        took = time.monotonic() - began
        times = said_once_and_in_order(bots, patients, sent)
        return f"{texts} updates, {kills} kills, {took:.0f} s; shown once {times[1]}, twice {times[2]}"


def test_killed_again_and_again_they_say_everything_once_and_in_order(telegram, tmp_path, database):
    storm(telegram, tmp_path, database, people=8, texts=200, wave=50)


@pytest.mark.soak
def test_ten_thousand_updates_are_taken_once_each_whoever_is_killed(telegram, tmp_path, database, record_property):
    record_property(FIGURES, storm(telegram, tmp_path, database, people=50, texts=10_000, wave=200))
