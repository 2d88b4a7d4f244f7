"""While the database is away, an update is neither acknowledged nor blamed."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest

from bot.chat.reception import MOST_TRIES, Reception
from bot.clock import Clock
from bot.storage.writer import DatabaseAway


class AwayAtFirst:
    """A writer whose database is away for the turns it is given, and back right after."""

    def __init__(self, times: int) -> None:
        self.times, self.done = times, []  # type: ignore[var-annotated]

    async def run(self, do: Any, *_: Any) -> None:
        if self.times and do == "take":
            self.times -= 1
            raise DatabaseAway
        self.done.append(do)


class Turns:
    take, give_up = "take", "give_up"


def said(text: str) -> dict[str, Any]:
    person = {"id": 7, "is_bot": False, "first_name": "Ana"}
    chat = {"id": 7, "type": "private", "first_name": "Ana"}
    message = {"message_id": 1, "date": int(time.time()), "chat": chat, "from": person, "text": text}
    return {"update_id": 1, "message": message}


async def test_an_update_that_met_no_database_is_taken_once_it_is_back_and_never_given_up() -> None:
    writer: Any = AwayAtFirst(MOST_TRIES + 2)
    turns, speaker = Turns(), type("Speaker", (), {"post": lambda *_: None})()
    reception = Reception(writer, turns, speaker, Clock(timedelta()), lambda: None)  # type: ignore[arg-type]
    for _ in range(MOST_TRIES + 2):
        with pytest.raises(DatabaseAway):
            await reception.take(said("hello"))
    await reception.take(said("hello"))
    assert writer.done == ["take"]
