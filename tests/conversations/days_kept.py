"""The days for which a case is kept: Ana's last act, what is planned from it, and what is said until the end."""

from __future__ import annotations

from datetime import datetime, timedelta

from dialogs.effects import Forget
from dialogs.roads.keeping.events import DaysRunOut
from tests.chat import Chat

DAY = timedelta(days=1)


def agreed(chat: Chat) -> datetime:
    """Ana has agreed and sent a file; the moment of her last act."""
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    return chat.now


def falls_due(chat: Chat, acted: datetime, unsaid: bool = False) -> list[str]:
    """What was planned about the end of the days comes; the names of what is said."""
    assert chat.case.expiry
    due = chat.case.expiry.due
    chat.now = max(chat.now, due)
    chat.happens(DaysRunOut(chat.now, due, acted, unsaid))
    return [say.name for say in chat.said_now()]


def is_looked_at(chat: Chat, acted: datetime, at: datetime) -> list[str]:
    """A case that was untouched for long is looked at for the first time."""
    chat.now = at
    chat.happens(DaysRunOut(at, at, acted))
    return [say.name for say in chat.said_now()]


def ends_in(chat: Chat) -> Forget | None:
    return next((each for each in chat.turn.effects if isinstance(each, Forget)), None)


def until_the_end(chat: Chat, acted: datetime) -> list[tuple[int, str]]:
    """Everything that is planned comes at its time; on which day after the last act what was said."""
    said = []
    while not chat.forgotten:
        for name in falls_due(chat, acted) or ([] if not chat.forgotten else ["gone"]):
            said.append(((chat.now - acted) // DAY, name))
    return said
