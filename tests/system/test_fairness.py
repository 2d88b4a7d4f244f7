"""One patient does X, and another does not wait for it: shown by what is done while X is still under way."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults import is_held_by
from tests.makers import made
from tests.system.running import TO_THE_FIRST_RECORD, RunningBot, shows, until
from tests.telegram import Patient, RehearsalServer

PATIENCE = 120
"""Seconds: nothing here is about how fast it is, only about what is done before what."""


@pytest.fixture
def gate(telegram: RehearsalServer) -> Iterator[threading.Event]:
    """While it is closed, downloads that it holds do not come to their end."""
    gate = threading.Event()
    yield gate
    gate.set()


def all_walk_to_sending(people: list[Patient]) -> None:
    """Side by side, to where files are asked for."""
    steps = (
        *TO_THE_FIRST_RECORD,
        "pathology/send",
        "pathology.sending/done",
    )
    for person in people:
        person.sends("/start")
    for step in steps:
        for person in people:
            person.waits_for(shows(step), seconds=PATIENCE)
            if step != steps[-1]:
                person.presses(step)


def taps_through(person: Patient, *data: str) -> None:
    for each in data:
        person.waits_for(shows(each), seconds=PATIENCE)
        person.presses(each)


def asks_for_reminders(person: Patient) -> None:
    person.sends("/start")
    taps_through(person, "welcome/begin", "consent/checklist_only")
    person.waits_for(shows("date/not_now"), seconds=PATIENCE)
    person.sends("/remind")
    taps_through(person, "reminders/remind_yes")
    person.waits_for(shows("reminders.zone/skip"), seconds=PATIENCE)


def documents(bot: RunningBot, person: Patient) -> list[str]:
    """The states of a patient's files."""
    return [each["state"] for case in bot.cases(f"chat_id = {person.id}") for each in case["documents"]]


def others_go_on(bot: RunningBot, telegram: RehearsalServer, reader: Patient, leaver: Patient, sender: Patient) -> None:
    """One reads on, one deletes everything, one sends a file: each comes to its end."""
    leaver.sends("/delete")
    leaver.waits_for(shows("aside@1/delete_yes"), seconds=PATIENCE)
    leaver.presses("aside@1/delete_yes")
    reader.sends("/checklist")
    reader.waits_for(shows("aside/sheet"), seconds=PATIENCE)
    sender.sends_document("report.pdf", made.a_pdf())
    until(lambda: documents(bot, sender) == ["readable"], "another's file is saved", PATIENCE)
    erased = "SELECT 1 FROM work WHERE kind = 'erase'"
    until(lambda: documents(bot, leaver) == [] and not bot.rows(erased), "another's deletion is done", PATIENCE)


@pytest.mark.parametrize("senders", [1, 16])
def test_while_downloads_are_slow_others_are_answered_deleted_reminded_and_their_files_saved(
    bot: RunningBot, telegram: RehearsalServer, gate: threading.Event, senders: int
) -> None:
    slow = [telegram.person(f"Slow {number}") for number in range(senders)]
    reader, leaver, sender, waiting = (telegram.person(name) for name in ("Ana", "Ben", "Cora", "Dan"))
    all_walk_to_sending([*slow, leaver, sender])
    asks_for_reminders(waiting)
    reader.sends("/start")
    taps_through(reader, "welcome/begin", "consent/keep_files")
    reader.waits_for(shows("gather/go_on"), seconds=PATIENCE)
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "all is said", PATIENCE)
    bot.kill()
    each = 120 // senders
    for person in slow:
        for number in range(each):
            person.sends_document(f"{number}.pdf", made.a_pdf())
    telegram.faults.next("file", *[is_held_by(gate)] * senders)
    bot.start(days_ahead=8)
    until(lambda: len(telegram.calls("file")) >= senders, "the slow downloads are under way", PATIENCE)
    until(lambda: len(documents(bot, slow[-1])) == each, "all are promised", PATIENCE)

    waiting.waits_for(shows("aside/pause"), seconds=PATIENCE)
    others_go_on(bot, telegram, reader, leaver, sender)
    assert {state for person in slow for state in documents(bot, person)} == {"arriving"}

    gate.set()
    until(lambda: "readable" in documents(bot, slow[0]), "and the slow ones come too", PATIENCE)


def test_a_packet_is_built_while_the_same_patients_files_wait(
    bot: RunningBot, telegram: RehearsalServer, ana: Patient, gate: threading.Event
) -> None:
    all_walk_to_sending([ana])
    ana.sends_document("report.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "one is kept", PATIENCE)
    telegram.faults.next("file", is_held_by(gate))
    for number in range(30):
        ana.sends_document(f"{number}.pdf", made.a_pdf())
    until(lambda: len(telegram.calls("file")) >= 2, "the slow download is under way", PATIENCE)
    ana.sends("/packet")
    ana.waits_for(shows("packet/build"), seconds=PATIENCE)
    ana.presses("packet/build")
    ana.waits_for(lambda message: message.kind == "document", seconds=PATIENCE)
    assert documents(bot, ana).count("readable") == 1


def with_letters_of_yesterday(file: Path, chats: list[int], letters: int) -> None:
    content = json.dumps({"text": "of yesterday", "buttons": [], "edit": 0, "quiet": False})
    rows = [(chats[number % len(chats)], content) for number in range(letters)]
    with closing(sqlite3.connect(file)) as database, database:
        database.executemany(
            "INSERT INTO outbox (chat_id, kind, name, content, created_at, urgency) "
            "VALUES (?, 'say', 'reminder', ?, '2026-03-02 09:30:00.000000', 1)",
            rows,
        )


def test_somebody_new_is_answered_while_fifteen_hundred_letters_wait(
    bot: RunningBot, telegram: RehearsalServer, ana: Patient
) -> None:
    people = [telegram.person(f"P{number}") for number in range(50)]
    for person in people:
        person.sends("/start")
    until(lambda: len(bot.rows("SELECT 1 FROM cases")) == len(people), "known", PATIENCE)
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "all is said", PATIENCE)
    bot.stop()
    with_letters_of_yesterday(bot.data_dir / "companion.db", [person.id for person in people], 1500)
    before = telegram.sent("sendMessage")
    bot.start()
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"), seconds=PATIENCE)
    assert telegram.sent("sendMessage") - before < 1400, "the letters of yesterday still wait"
