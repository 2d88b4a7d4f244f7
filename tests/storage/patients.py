"""One patient of the real guide, whose updates become turns in a real database."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Engine, select

from bot.clock import Clock
from bot.storage import cases, outbox
from bot.storage.cases import StoredCase
from bot.storage.outbox import Delivery
from bot.storage.tables import documents, updates, work
from bot.turn.outcome import Incoming, Outcome
from bot.turn.turn import Turns
from dialogs.case.case import Case
from dialogs.events import Command, Event, Pressed, Wrote
from dialogs.receiving.sent import SentFile

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NUMBERS = count(1)


TO_THE_FIRST_RECORD = ("welcome/begin", "consent/keep_files", "gather/go_on", "date/not_now", "destination/not_now")


class MovableClock(Clock):
    """A clock that stands still until a test moves it."""

    __setattr__ = object.__setattr__
    """The bot's own clock is frozen."""

    def __init__(self, at: datetime = NOW) -> None:
        super().__init__()
        self.at = at

    def now(self) -> datetime:
        return self.at

    def skip(self, **time: float) -> None:
        self.at += timedelta(**time)


@dataclass
class Person:
    """Sends updates, and looks at what is stored; every act is one transaction."""

    engine: Engine
    turns: Turns
    clock: MovableClock
    chat_id: int = 6_000_000_001
    language: str = ""
    """That of their Telegram, as far as it tells."""
    messages: int = 0
    """The id of the newest message of the chat, the patient's or the bot's."""
    outcome: Outcome = field(default_factory=Outcome)

    def does(self, event: Event | None, message_id: int = 0, update_id: int = 0) -> Outcome:
        self.last = Incoming(update_id or next(NUMBERS), self.chat_id, event, message_id, language=self.language)
        with self.engine.begin() as connection:
            self.outcome = self.turns.take(connection, self.last)
        return self.outcome

    def writes(self, text: str) -> Outcome:
        self.messages += 1
        return self.does(Wrote(self.clock.now(), text, message=self.messages), self.messages)

    def commands(self, name: str) -> Outcome:
        self.messages += 1
        return self.does(Command(self.clock.now(), name), self.messages)

    def sends_file(self, name: str = "scan.pdf", size: int = 1000, album: str = "a1") -> Outcome:
        self.messages += 1
        file = SentFile(self.clock.now(), f"id of {name}", name, size, album, message=self.messages)
        return self.does(file, self.messages)

    def taps(self, *data: str, on: int = 0) -> Outcome:
        """Tap buttons of the newest message, or of an older one."""
        for each in data:
            self.does(Pressed(self.clock.now(), each), on or self.messages)
        return self.outcome

    def walks_to_sending(self) -> None:
        self.taps(*TO_THE_FIRST_RECORD, f"{self.first_record}/send")

    def walks_to_reminders(self) -> None:
        self.taps("welcome/begin", "consent/checklist_only", "date/not_now", "aside/remind_me", "reminders/remind_yes")

    first_record = "pathology"

    def reads(self) -> list[int]:
        """The bot's messages are delivered; the ids of their messages."""
        delivered = []
        with self.engine.begin() as connection:
            for message in outbox.waiting(connection):
                edits = message.kind == "say" and json.loads(message.content)["edit"]
                self.messages += 0 if edits else 1
                delivered.append(Delivery(message, 0 if edits else self.messages))
            outbox.delivered(connection, delivered)
        return [each.message_id for each in delivered]

    def stored(self) -> StoredCase | None:
        with self.engine.begin() as connection:
            return cases.find(connection, self.chat_id)

    @property
    def case(self) -> Case:
        stored = self.stored()
        assert stored is not None
        return stored.case

    def hears(self) -> list[str]:
        """The names of what the last turn says."""
        return [message.name for message in self.outcome.messages]

    def contents(self) -> list[dict[str, Any]]:
        return [json.loads(message.content) for message in self.outcome.messages]

    def rows(self, table: str) -> list[Any]:
        with self.engine.begin() as connection:
            known = {"work": work, "documents": documents, "updates": updates}
            return list(connection.execute(select(known[table])))
