"""A data folder of an older version, its chats with it: every button, reminder, request, errand and packet goes on.

`stored_at_0005.zip` was made by walking with the version whose tables were at revision 0005, before every road had a
folder: three people in the middle of things, a helper, and a bot that was killed while it built a packet.
"""

from __future__ import annotations

import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.telegram.limits import Limits
from tests.patient import Patient
from tests.system.running import RunningBot, shows, until
from tests.telegram import RehearsalServer

STORED = Path(__file__).with_name("stored_at_0005.zip")
WRITTEN = date(2026, 11, 26)
TOKEN = "42:" + "y" * 35
WHO = ("Ana", "Bea", "Dora")
"""In the order in which they came; Mia is a helper, and has no case."""


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[RehearsalServer]:
    with zipfile.ZipFile(STORED) as archive:
        archive.extractall(tmp_path)
    brought_to_today(tmp_path / "data" / "companion.db")
    with RehearsalServer(tmp_path / "telegram", limits=Limits.none(), token=TOKEN) as server:
        yield server


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data").start()
    yield running
    running.kill()


def brought_to_today(database: Path) -> None:
    """As if it had been written today: what was a week ahead is a week ahead."""
    passed = datetime.now(UTC).date() - WRITTEN

    def later(value: str) -> str:
        return re.sub(r"\d{4}-\d\d-\d\d", lambda day: str(date.fromisoformat(day[0]) + passed), value)

    with closing(sqlite3.connect(database)) as connection, connection:
        for table in ("cases", "work", "errands", "outbox", "updates", "documents"):
            rows = connection.execute(f"SELECT rowid, * FROM {table}").fetchall()
            names = [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
            for number, *values in rows:
                moved = [later(value) if isinstance(value, str) else value for value in values]
                settings = ", ".join(f"{name} = ?" for name in names)
                connection.execute(f"UPDATE {table} SET {settings} WHERE rowid = ?", (*moved, number))


def case_of(bot: RunningBot, who: str) -> dict[str, Any]:
    return bot.cases()[WHO.index(who)]


def known(telegram: RehearsalServer, who: str) -> Patient:
    return next(person for person in telegram.people if person.account.first_name == who)


def taps_yesterdays(person: Patient, data: str) -> None:
    """A button as it lay in the chat when the older version was stopped."""
    assert any(shows(data)(message) for message in person.messages), f"{data} lies in no chat"
    person.presses(data)


def test_the_packet_that_was_half_built_is_built_and_sent(bot: RunningBot, telegram: RehearsalServer) -> None:
    ana = known(telegram, "Ana")
    until(
        lambda: sum(message.kind == "document" for message in ana.bot_messages) >= 3,
        "a letter, the packet, the originals",
    )
    until(lambda: not bot.rows("SELECT 1 FROM work WHERE kind IN ('packet', 'discard')"), "nothing is left of it")
    assert case_of(bot, "Ana")["packet"]["pages"] > 9


def test_yesterdays_buttons_mean_what_stood_above_them(bot: RunningBot, telegram: RehearsalServer) -> None:
    ana = known(telegram, "Ana")
    taps_yesterdays(ana, "aside/request/1/by_phone")
    until(lambda: case_of(bot, "Ana")["requests"][0].get("how") == "by_phone", "how it was asked for")
    taps_yesterdays(ana, "aside/request/1/promised")
    ana.waits_for(shows("requests.promised@1/skip"))
    ana.presses("requests.promised@1/skip")
    taps_yesterdays(ana, "packet/naming")
    ana.waits_for(shows("packet.naming/no_name"))
    ana.sends("Ana Example")
    until(lambda: case_of(bot, "Ana").get("name") == "Ana Example", "the name for the cover")
    taps_yesterdays(ana, "aside/errand/1")
    ana.waits_for(shows("errands/end/1"))


def test_a_locked_file_still_opens(bot: RunningBot, telegram: RehearsalServer) -> None:
    ana = known(telegram, "Ana")
    taps_yesterdays(ana, "aside/file/4/password")
    ana.waits_for(shows("files.password@4/back"))
    ana.sends("a secret")
    until(lambda: case_of(bot, "Ana")["documents"][3]["state"] == "readable", "it is open")


def test_whoever_stood_at_the_question_about_the_country_answers_it(bot: RunningBot, telegram: RehearsalServer) -> None:
    bea, dora = known(telegram, "Bea"), known(telegram, "Dora")
    taps_yesterdays(bea, "requests.country/us")
    bea.waits_for(shows("requests/look/1"))
    taps_yesterdays(dora, "letters.country@records/us")
    dora.waits_for(lambda message: message.kind == "document")
    assert [case_of(bot, who)["country"] for who in ("Bea", "Dora")] == ["us", "us"]


def test_a_helper_goes_on_with_the_errand(bot: RunningBot, telegram: RehearsalServer) -> None:
    ana, mia = known(telegram, "Ana"), known(telegram, "Mia")
    taps_yesterdays(mia, "errand/1/done")
    ana.waits_for(shows("aside/errand/1"))
    ana.presses("aside/errand/1")
    ana.waits_for(shows("errands/here/1"))


def test_the_reminder_that_was_asked_for_comes(bot: RunningBot, telegram: RehearsalServer) -> None:
    bot.stop()
    days = 9 + (12 - datetime.now(UTC).hour) % 24 / 24  # about noon, as reminders keep to the day
    telegram.skips_ahead(days=days)
    bot.start(days_ahead=days)
    known(telegram, "Ana").waits_for(shows("aside/pause"))
