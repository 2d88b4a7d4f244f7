"""The road to Telegram or to the database is cut, silent or ends in the middle: nothing is lost, nobody restarts."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import psycopg
import pytest

from tests.roads import Road, State, road_to
from tests.system.impatient import be_impatient
from tests.system.running import RunningBot, shows, taps, until
from tests.telegram import Patient, RehearsalServer

FOR = 3.0
"""Seconds for which a road is bad."""
BAD: tuple[State, ...] = tuple(state for state in get_args(State) if state != "open")


class BotOverARoad(RunningBot):
    """A bot whose database is read beside the road."""

    database = ""
    oldest_first = "changed_at"

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        if not self.database:
            return super().rows(query)
        with psycopg.connect(self.database) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture
def over_telegram(telegram: RehearsalServer, tmp_path: Path) -> Iterator[tuple[BotOverARoad, Road]]:
    with road_to(telegram.url) as (road, address):
        bot = BotOverARoad(telegram, tmp_path / "data", TELEGRAM_API_URL=address)
        bot.before = be_impatient
        bot.start()
        yield bot, road
        bot.kill()


@pytest.fixture
def over_postgresql(telegram: RehearsalServer, tmp_path: Path, postgresql: str) -> Iterator[tuple[BotOverARoad, Road]]:
    with road_to(postgresql) as (road, address):
        bot = BotOverARoad(telegram, tmp_path / "data", DATABASE_URL=address)
        bot.database = postgresql
        bot.start()
        yield bot, road
        bot.kill()


def is_served(bot: BotOverARoad, ana: Patient, road: Road, telegram: RehearsalServer) -> None:
    """Through every kind of bad road one question is written; each is taken once, in its order, without a restart."""
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"), seconds=120)
    taps(ana, "welcome/begin", "consent/keep_files")
    taps(ana, "consent/keep_files", "gather/go_on")
    ana.sends("/questions")
    ana.waits_for(shows("questions/done"), seconds=120)
    written: list[str] = []
    for state in BAD:
        road.is_now(state)
        written.append(f"What does {state} mean?")
        ana.sends(written[-1])
        threading.Event().wait(FOR)
        road.is_now("open")
        until(lambda: [each["text"] for each in asked(bot)] == written, f"after {state}: taken, in its order", 150)
        until(lambda: not bot.rows("SELECT 1 FROM outbox"), f"after {state}: all is said", 150)
    assert bot.stop() == 0, "the one that was started"


def asked(bot: BotOverARoad) -> Any:
    (case,) = bot.cases()
    return case["questions"]


def test_over_the_road_to_telegram(over_telegram, ana, telegram):
    bot, road = over_telegram
    is_served(bot, ana, road, telegram)


def test_over_the_road_to_the_database(over_postgresql, ana, telegram):
    bot, road = over_postgresql
    is_served(bot, ana, road, telegram)


def test_a_database_that_is_away_is_told_once_by_each_who_needs_it(over_postgresql, ana):
    bot, road = over_postgresql
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"), seconds=120)
    bot.stop()
    bot.settings["LOG_LEVEL"] = "INFO"
    said_before = len(bot.log)
    bot.start()
    until(lambda: "this replica has the duty" in bot.log[said_before:], "at work")
    road.is_now("reset")
    until(lambda: "nothing can be stored" in bot.log, "told")
    ana.sends("/questions")
    threading.Event().wait(3 * FOR)
    away = len(bot.log)
    road.is_now("open")
    until(lambda: "things are stored again" in bot.log, "over")
    lines = bot.log[said_before:away].splitlines()
    told = Counter(re.sub(r"^\S+ \S+ \[\w+ *\]|\d+|\(.*\)", "", line) for line in lines)
    assert max(told.values()) == 1, told
    assert bot.stop() == 0
