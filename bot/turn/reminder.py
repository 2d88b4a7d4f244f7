"""The one reminder that a case waits for, as a row of work."""

from __future__ import annotations

from bot.storage import work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from dialogs.case.case import Case
from dialogs.roads.reminders import schedule


def plan_reminder(connection: Connection, stored: StoredCase, case: Case) -> None:
    """Let the next reminder fall due when the case now says so."""
    due = schedule.due(case)
    if due == schedule.due(stored.case):
        return
    work.drop(connection, stored.id, work.REMIND)
    if due:
        work.plan(connection, stored.id, work.REMIND, due.isoformat(), due)
