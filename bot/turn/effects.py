"""What a turn asks for, done in the turn's own commit: the one place that knows every effect."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.packet.pieces import FIRST_PIECE, words_of
from bot.storage import accesses, cases, errands, work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from bot.turn.envelopes import Envelopes, Unsent
from bot.turn.last_words import LastWords
from bot.turn.outcome import Unlocking
from dialogs.effects import (
    BuildPacket,
    Effect,
    EndErrand,
    Erase,
    ErasePackets,
    Fetch,
    Forget,
    GatherEverything,
    Look,
    Read,
    Say,
    SendPaper,
    ShareErrand,
    TakeOut,
    TellHelper,
    Turn,
    Unlock,
    Unsay,
)
from dialogs.roads.errands.screens import LINK_DAYS
from dialogs.roads.keeping.accesses import OF_PAPERS
from dialogs.words.papers import Papers


@dataclass
class Carried:
    """What the effects of one turn left to do."""

    planned: bool = False
    forgotten: bool = False
    unlocking: Unlocking | None = None
    told: list[tuple[int, Say]] = field(default_factory=list)
    """What helpers are told, each in their own chat."""


def messages(turn: Turn, envelopes: Envelopes, papers: Papers, page: int, at: datetime, message: int) -> list[Unsent]:
    """All that is said, in words, in its order. Needs no database; raises whatever makes a message impossible.

    `page` is the message that may be edited into a new one, `message` what the patient sent (0: none).
    """
    said: list[Unsent] = []
    for effect in turn.effects:
        match effect:
            case Say():
                said.append(envelopes.message(effect, page, at.date()))
            case SendPaper(kind, values, for_another, reader):
                said.append((kind, kind, "", papers.of(for_another, reader).words(kind, values, at)))
            case Unsay() if message:
                said.insert(0, ("unsay", "unsay", "", {"message": message}))
    return said


def carry_out(connection: Connection, stored: StoredCase, turn: Turn, now: datetime) -> Carried:
    """Everything else that a turn asks for: files to fetch, look at or erase, a packet to build, links, deletion."""
    carried = Carried()
    for effect in turn.effects:
        carried.planned = _carry_out(connection, stored, effect, now, carried) or carried.planned
    return carried


def _carry_out(connection: Connection, stored: StoredCase, effect: Effect, now: datetime, carried: Carried) -> bool:
    """Whether work was planned that can begin now."""
    match effect:
        case Fetch(document, file_id):
            cases.expect_document(connection, stored.id, document)
            work.plan(connection, stored.id, work.FETCH, str(document), now, file_id)
        case TakeOut(document, container, place):
            cases.expect_document(connection, stored.id, document)
            work.plan(connection, stored.id, work.UNWRAP, str(document), now, f"{container}/{place}")
        case Read(document, first):
            work.plan(connection, stored.id, work.READ, str(document), now, str(first) if first > 1 else "")
        case Look(document):
            work.plan(connection, stored.id, work.LOOK, str(document), now)
        case BuildPacket(number):
            work.plan(connection, stored.id, work.PACKET, str(number), now)
        case Erase(document):
            cases.drop_document(connection, stored.id, document)
            work.drop(connection, stored.id, work.READ, str(document))
            work.drop(connection, stored.id, work.LOOK, str(document))
            work.drop(connection, stored.id, work.UNWRAP, str(document))
            work.plan(connection, stored.id, work.ERASE, str(document), now)
            _erase_words(connection, stored, document, now)
            accesses.note(connection, stored.id, now, "erased", document)
        case ErasePackets(but):
            for piece in cases.drop_documents(connection, stored.id, FIRST_PIECE, but):
                work.plan(connection, stored.id, work.DISCARD, str(piece), now)
        case GatherEverything(number):
            work.plan(connection, stored.id, work.EXPORT, str(number), now)
        case Forget(then, for_another):
            carried.forgotten = True
            cases.forget(connection, stored)
            last_words = LastWords(stored.chat_id, then, for_another, stored.case.language).sealed() if then else ""
            work.plan(connection, stored.id, work.ERASE, "", now, last_words)
        case Unlock(document, password):
            carried.unlocking = Unlocking(stored.chat_id, stored.id, stored.key, document, password)
            return False
        case ShareErrand(number, link):
            until = now + timedelta(days=LINK_DAYS)
            errands.offer(connection, stored.id, number, link, until)
            work.plan(connection, stored.id, work.ERRAND, str(number), until)
            return False
        case EndErrand(number):
            errands.end(connection, stored.id, number)
            work.drop(connection, stored.id, work.ERRAND, str(number))
            return False
        case TellHelper(number, say):
            row = errands.of_case(connection, stored.id, number)
            if row and row.helper_chat_id:
                carried.told.append((row.helper_chat_id, say))
            return False
        case SendPaper(kind, values) if kind in OF_PAPERS:
            document = values["document"] if kind == "pictures" else 0
            accesses.note(connection, stored.id, now, OF_PAPERS[kind], document)
            return False
        case Say() | SendPaper() | Unsay():  # said, above
            return False
    return True


def _erase_words(connection: Connection, stored: StoredCase, document: int, now: datetime) -> None:
    """What was read on a file goes with it."""
    words = words_of(document)
    if cases.kept(connection, stored.id, words)[1]:
        cases.drop_document(connection, stored.id, words)
        work.plan(connection, stored.id, work.ERASE, str(words), now)
