"""What a turn asks to have done, as rows of work in the turn's own commit."""

from __future__ import annotations

from datetime import datetime

from bot.packet.pieces import FIRST_PIECE
from bot.storage import cases, outbox, work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from dialogs.case.case import Case
from dialogs.effects import BuildPacket, Erase, ErasePackets, Fetch, Look, Read, Turn
from dialogs.events import Event, ReminderDue
from dialogs.roads.errands.events import ErrandOver
from dialogs.roads.reminders import schedule


def plan_work(connection: Connection, stored: StoredCase, turn: Turn, now: datetime) -> bool:
    """Plan what takes its time: files to fetch, read or erase, a packet to build; whether there was any."""
    planned = False
    for effect in turn.effects:
        match effect:
            case Fetch(document, file_id):
                cases.expect_document(connection, stored.id, document)
                work.plan(connection, stored.id, work.FETCH, str(document), now, file_id)
            case Read(document):
                work.plan(connection, stored.id, work.READ, str(document), now)
            case Look(document):
                work.plan(connection, stored.id, work.LOOK, str(document), now)
            case BuildPacket(number):
                work.plan(connection, stored.id, work.PACKET, str(number), now)
            case Erase(document):
                cases.drop_document(connection, stored.id, document)
                work.drop(connection, stored.id, work.READ, str(document))
                work.drop(connection, stored.id, work.LOOK, str(document))
                work.plan(connection, stored.id, work.ERASE, str(document), now)
            case ErasePackets(but):
                for piece in cases.drop_documents(connection, stored.id, FIRST_PIECE, but):
                    work.plan(connection, stored.id, work.DISCARD, str(piece), now)
            case _:
                continue
        planned = True
    return planned


def plan_reminder(connection: Connection, stored: StoredCase, case: Case) -> None:
    """Let the next reminder fall due when the case now says so."""
    due = schedule.due(case)
    if due == schedule.due(stored.case):
        return
    work.drop(connection, stored.id, work.REMIND)
    if due:
        work.plan(connection, stored.id, work.REMIND, due.isoformat(), due)


def urgency_of(event: Event, asked: bool) -> int:
    """How urgent what follows from an event is: an answer, if somebody asked for it just now."""
    if asked:
        return outbox.ANSWER
    return outbox.ANNOUNCEMENT if isinstance(event, ReminderDue | ErrandOver) else outbox.NEWS
