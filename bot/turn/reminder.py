"""What a case waits for, each as one row of work: the next reminder, and the end of its days."""

from __future__ import annotations

from datetime import datetime

from bot.storage import work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from dialogs.case.case import Case
from dialogs.roads.keeping import expiry
from dialogs.roads.reminders import schedule


def plan_reminder(connection: Connection, stored: StoredCase, case: Case) -> None:
    """Let the next reminder fall due when the case now says so."""
    _plan(connection, stored.id, work.REMIND, schedule.due(stored.case), schedule.due(case))


def plan_expiry(connection: Connection, stored: StoredCase, case: Case) -> None:
    """Let the next thing about the end of its days fall due when the case now says so."""
    _plan(connection, stored.id, work.EXPIRE, expiry.due(stored.case), expiry.due(case))


def _plan(connection: Connection, case_id: str, kind: str, before: datetime | None, due: datetime | None) -> None:
    if due == before:
        return
    work.drop(connection, case_id, kind)
    if due:
        work.plan(connection, case_id, kind, due.isoformat(), due)
