"""What a replica was at when it was killed, or only held up, another takes over: its updates, its chats, its work."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from bot.folders import CONTENT
from dialogs.content.folders import languages
from tests.faults import stalls
from tests.makers import made
from tests.storage.installations import copy_database
from tests.system.company import Replica, company
from tests.system.running import shows, until
from tests.system.walk import TO_SENDING
from tests.telegram import RehearsalServer


@pytest.fixture
def server(postgresql_server: str) -> str:
    return postgresql_server


def a_database(server: str, folder: Path) -> str:
    """One of the test's own."""
    return copy_database(server, "template0", "takeover" + folder.name[-20:].replace("-", "_"))


@pytest.fixture
def pair(telegram: RehearsalServer, tmp_path: Path, server: str) -> Iterator[tuple[Replica, Replica]]:
    """Two replicas without a webhook; the first has the duty."""
    database = a_database(server, tmp_path)
    first, second = (Replica(telegram, tmp_path / "data", database) for _ in range(2))
    first.start()
    until(lambda: telegram.calls("getUpdates"), "the first asks for updates")
    second.start()
    until(lambda: second.rows("SELECT count(*) FROM replicas") == [(2,)], "both are there")
    yield first, second
    for replica in (first, second):
        replica.kill()


def test_when_the_one_who_asks_for_updates_is_killed_the_other_asks(pair, telegram):
    first, _ = pair
    ana = telegram.person("Ana")
    for number, act in enumerate(TO_SENDING):
        if number == 3:
            first.kill()
        act.do(ana)
        act.wait(ana, first)


def test_while_one_asks_for_updates_the_other_does_not_and_is_ready(pair, telegram):
    ana = telegram.person("Ana")
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, pair[0])
    assert all("this replica has the duty" not in replica.log for replica in pair[1:])
    assert "Conflict" not in pair[0].log + pair[1].log
    assert telegram.sent("setMyCommands") == len(languages(CONTENT)), "one of them, in each language"


def bring_to_sending(pair: tuple[Replica, Replica], telegram: RehearsalServer):
    ana = telegram.person("Ana")
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, pair[0])
    return ana


def whose_work(pair: tuple[Replica, Replica]) -> str:
    until(lambda: pair[0].rows("SELECT 1 FROM work WHERE kind = 'fetch' AND attempts > ended"), "it is being fetched")
    ((name,),) = pair[0].rows("SELECT replica FROM work WHERE kind = 'fetch'")
    return str(name)


def test_a_file_that_a_killed_replica_was_fetching_is_fetched_by_the_other(pair, telegram):
    first, second = pair
    ana = bring_to_sending(pair, telegram)
    telegram.faults.next("file", stalls(after=500, seconds=600), stalls(after=500, seconds=600))
    ana.sends_document("report.pdf", made.a_pdf())
    name = whose_work(pair)
    telegram.faults.clear()
    (first if is_called(first, name) else second).kill()
    until(lambda: first.kept() == 1, "the other has fetched it")
    until(lambda: not first.rows("SELECT 1 FROM outbox"), "its receipt is shown")


def is_called(replica: Replica, name: str) -> bool:
    """Whether a replica has this name, by what it logged at its start."""
    return f"this replica is {name}" in replica.log


def test_the_result_of_a_replica_that_was_only_held_up_does_not_count(pair, telegram):
    first, second = pair
    ana = bring_to_sending(pair, telegram)
    telegram.faults.next("file", stalls(after=500, seconds=600))
    ana.sends_document("report.pdf", made.a_pdf())
    name = whose_work(pair)
    one = first if is_called(first, name) else second
    one.send(signal.SIGSTOP)
    try:
        until(lambda: first.kept() == 1, "the other has fetched it")
        other = first.rows("SELECT name FROM replicas")
        assert len(other) == 1
    finally:
        one.send(signal.SIGCONT)
    until(lambda: len(first.rows("SELECT 1 FROM replicas")) == 2, "it is back, with another name")
    assert (name,) not in first.rows("SELECT name FROM replicas")
    ana.sends("/checklist")
    ana.waits_for(shows("aside/sheet"))
    until(lambda: not first.rows("SELECT 1 FROM outbox"), "all is said")
    assert first.kept() == 1


def test_a_replica_frozen_in_the_middle_of_a_commit_is_in_nobodys_way(pair, telegram):
    """It asks for updates, and holds what it has locked, and no connection of it ends."""
    first, _ = pair
    ana = bring_to_sending(pair, telegram)
    with psycopg.connect(first.database) as held:
        held.execute("LOCK TABLE outbox IN SHARE MODE")
        ana.sends("/checklist")
        waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'outbox'::regclass"
        until(lambda: first.rows(waits), "its answer is being committed")
        first.send(signal.SIGSTOP)
    try:
        ana.waits_for(shows("aside/sheet"))
    finally:
        first.send(signal.SIGCONT)
    until(lambda: len(first.rows("SELECT 1 FROM replicas")) == 2, "it is back")
    until(lambda: not first.rows("SELECT 1 FROM outbox"), "all is said")


def test_a_deletion_through_another_replica_leaves_nothing_and_the_next_start_is_a_new_one(telegram, tmp_path, server):
    with company(telegram, tmp_path, a_database(server, tmp_path), replicas=2) as bots:
        one, other = bots.replicas

        def through(replica: Replica) -> None:
            until(lambda: bots.brought, "brought")
            until(lambda: bots.hand(bots.brought[0], replica), "taken")
            bots.brought.clear()

        ana = telegram.person("Ana")
        ana.sends("/start")
        through(one)
        ana.waits_for(shows("welcome/begin"))
        ana.sends("/delete")
        through(other)
        ana.waits_for(shows("aside@1/delete_yes"))
        ana.presses("aside@1/delete_yes")
        through(other)
        tables = ("cases", "documents", "slots", "speaking", "outbox", "work")
        until(lambda: not any(one.rows(f"SELECT 1 FROM {table}") for table in tables), "nothing is left")
        said = len(ana.bot_messages)
        ana.sends("/start")
        through(one)
        ana.waits_for(shows("welcome/begin"))
        assert len(ana.bot_messages) == said + 1
