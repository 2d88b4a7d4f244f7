"""Errands as they are handed out and opened, what each chat is told of them, and what is stored."""

from __future__ import annotations

import re

from sqlalchemy import Engine, select

from bot.storage import outbox
from bot.storage import tables as known
from bot.storage.sealing import seals_of
from bot.storage.written import opened
from bot.turn.outcome import Incoming
from bot.vault.seals import Owner
from dialogs.case.stored import to_json
from dialogs.events import Command
from tests.storage.patients import NUMBERS, Person

RECORD = "labs"


def hands_out(patient: Person, record: str) -> str:
    patient.commands("errands")
    patient.taps("errands/new", f"errands/give/{record}")
    text = next(content["text"] for content in patient.contents() if "start=" in content["text"])
    found = re.search(r"https://t\.me/\w*\?start=([A-Za-z0-9_-]{1,64})$", text)
    assert found, "a link that Telegram takes"
    return found[1]


def opens(person: Person, link: str, name: str = "Mia") -> list[str]:
    """Open a link; the names of what this very chat is told."""
    person.messages += 1
    command = Command(person.clock.now(), "start", link)
    incoming = Incoming(next(NUMBERS), person.chat_id, command, person.messages, sender=name)
    with person.engine.begin() as connection:
        person.outcome = person.turns.take(connection, incoming)
    return hears(person)


def hears(person: Person, chat_id: int = 0) -> list[str]:
    """The names of what one chat is told in the last turn."""
    return [message.name for message in person.outcome.messages if message.chat_id == (chat_id or person.chat_id)]


def button(person: Person, move: str) -> str:
    """The newest button of a helper's card, as the last turn shows it."""
    shown = [data for content in person.contents() for row in content["buttons"] for _, data, *_ in row]
    return next(data for data in shown if data.startswith("errand/") and data.endswith(move))


def rows(engine: Engine) -> list[tuple[str, int, int | None, str]]:
    table = known.errands.c
    with engine.begin() as connection:
        return [
            tuple(row)
            for row in connection.execute(select(table.case_id, table.number, table.helper_chat_id, table.files))
        ]


def everything_stored(engine: Engine) -> list[str]:
    """Every row of every table as it lies there, and all that is sealed in them, opened."""
    with engine.begin() as connection:
        lying = [str(row) for table in known.metadata.sorted_tables for row in connection.execute(select(table))]
        seals, cases = seals_of(connection), connection.execute(select(known.cases)).all()
        owners = {row.chat_id: Owner(row.id, bytes(row.key)) for row in cases}
        states = [to_json(opened(seals, owners[row.chat_id], row.state)) for row in cases]
        said = connection.execute(select(known.outbox)).all()
        return [*lying, *states, *(outbox.opened(seals, owners.get(row.chat_id), row.content) for row in said)]
