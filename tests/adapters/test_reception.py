"""An update is taken once, whatever happens to our database meanwhile; one that can never be taken is let go."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import msgspec
import pytest
from sqlalchemy import Engine

from bot.post.reception import MOST_TRIES
from bot.storage.writer import DatabaseAway
from tests.adapters.companion import Companion
from tests.adapters.desk import shown
from tests.storage.patience import eventually
from tests.storage.trouble import database_away, pragma
from tests.telegram import Patient


def spoil(companion: Companion, person: Patient) -> None:
    """Something that nobody can read stands where the person's case was."""
    with closing(sqlite3.connect(companion.file)) as database, database:
        database.execute("UPDATE cases SET state = '{' WHERE chat_id = ?", (person.id,))


def leave_no_room(engine: Engine) -> None:
    """The database may not grow any more; what is small still fits between its rows."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM")
    pragma(engine, "max_page_count=1")  # SQLite makes it the present size


def failures(companion: Companion) -> list[str]:
    return [failure for (failure,) in companion.rows("SELECT failure FROM updates WHERE failure IS NOT NULL")]


async def test_an_update_is_never_given_up_because_the_database_is_away(companion: Companion, ana: Patient) -> None:
    update = {"update_id": 1, "message": ana.messages[0].body}
    async with database_away(companion.writer, companion.file):
        for _ in range(2 * MOST_TRIES + 1):
            with pytest.raises(DatabaseAway):
                await companion.reception.take(update)
    await companion.reception.take(update)
    await eventually(lambda: shown(ana), "answered")
    assert failures(companion) == []
    assert companion.rows("SELECT count(*) FROM cases") == [(1,)]


async def test_an_update_is_never_given_up_because_the_disk_has_room_for_less_than_it_needs(
    companion: Companion, ana: Patient
) -> None:
    await companion.reception.take({"update_id": 1, "message": ana.messages[0].body})
    for number, data in enumerate(("welcome/begin", "consent/keep_files")):
        query = {"id": "1", "from": ana.messages[0].body["from"], "chat_instance": "1", "data": data}
        query["message"] = {"chat": ana.messages[0].body["chat"], "message_id": 2, "date": 0}
        await companion.reception.take({"update_id": 2 + number, "callback_query": query})
    await companion.all_said()
    long = {"update_id": 9, "message": ana.forwards("a long message " * 290).body}
    await companion.writer.maintain(leave_no_room)
    for _ in range(2 * MOST_TRIES + 1):
        with pytest.raises(DatabaseAway):
            await companion.reception.take(long)
    await companion.writer.maintain(lambda engine: pragma(engine, "max_page_count=100000"))
    await companion.reception.take(long)
    assert failures(companion) == []
    assert "a long message" in str(companion.cases()[0])


async def test_a_malformed_update_is_never_let_go_before_it_is_recorded(companion: Companion, ana: Patient) -> None:
    update = {"update_id": 1, "message": {**ana.messages[0].body, "text": 7}}
    async with database_away(companion.writer, companion.file):
        with pytest.raises(DatabaseAway):
            await companion.reception.take(update)
    await companion.reception.take(update)
    assert len(failures(companion)) == 1


async def test_an_update_is_taken_once_however_often_and_however_close_together_it_comes(
    companion: Companion, ana: Patient
) -> None:
    update = {"update_id": 1, "message": ana.messages[0].body}
    await asyncio.gather(*(companion.reception.take(update) for _ in range(5)))
    await companion.reception.take(update)
    await companion.all_said()
    assert len(shown(ana)) == 1


async def test_an_update_that_fails_every_time_is_recorded_and_then_let_go(companion: Companion, ana: Patient) -> None:
    await companion.reception.take({"update_id": 1, "message": ana.messages[0].body})
    spoil(companion, ana)
    update = {"update_id": 2, "message": ana.sends("hello").body}
    for _ in range(MOST_TRIES - 1):
        with pytest.raises(msgspec.DecodeError):
            await companion.reception.take(update)
    await companion.reception.take(update)
    assert len(failures(companion)) == 1


async def test_nothing_but_its_kind_is_kept_of_a_failed_update(companion: Companion, ana: Patient) -> None:
    await companion.reception.take({"update_id": 1, "message": {**ana.messages[0].body, "text": ["Kanarienvogel"]}})
    assert failures(companion) == ["unreadable"]
    assert b"Kanarienvogel" not in b"".join(path.read_bytes() for path in companion.file.parent.glob("companion.*"))
