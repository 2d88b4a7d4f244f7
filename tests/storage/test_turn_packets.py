"""A packet is asked for, reported and erased: each in one commit with what the patient is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine

from bot.packet.pieces import FIRST_PIECE
from bot.storage import cases, work
from bot.storage.work import Task
from bot.turn.done import Done, Kept
from bot.turn.turn import Turns
from dialogs.case.document import Document
from dialogs.case.packet import PacketResult, Piece
from dialogs.composed.contents import Content
from dialogs.events import PacketBuilt
from dialogs.roads.packet.digest import digest
from tests.storage.patients import NOW, Person


def claimed(engine: Engine) -> Task:
    with engine.begin() as connection:
        (task,) = work.claim(connection, NOW, (work.PACKET,), 9, timedelta(minutes=5))
    return task


def asks_for_a_packet(ana: Person, engine: Engine) -> Task:
    """Ana, who has one file, taps twice for a packet; the one row that asks for it, claimed."""
    ana.walks_to_sending()
    stored = ana.stored()
    assert stored is not None
    kept = replace(stored.case, documents=(Document(1, "b", "a.pdf", "pathology", "readable", pages=1),))
    with engine.begin() as connection:
        cases.save(connection, replace(stored, case=kept), NOW)
    ana.commands("packet")
    ana.taps("packet/build", "packet/build")
    return claimed(engine)


def reports(ana: Person, engine: Engine, turns: Turns, content: Content, task: Task) -> list[str]:
    """The packet is built as it stands; the names of what is said."""
    number = int(task.subject)
    piece = FIRST_PIECE + number * 1000 + 1
    packet = PacketResult(digest(content.guide, ana.case), 5, (Piece("pages", piece, 1, 1),))
    done = Done(PacketBuilt(NOW, number, packet), made=(Kept(piece, 9, "00", "pdf"),))
    with engine.begin() as connection:
        outcome = turns.report(connection, task, done)
    assert outcome is not None
    return [message.name for message in outcome.messages]


def test_two_taps_ask_for_one_packet(ana: Person, engine: Engine) -> None:
    task = asks_for_a_packet(ana, engine)
    assert (task.kind, task.subject) == (work.PACKET, "1")


def test_what_was_built_is_known_and_sent_in_the_commit_that_reports_it(
    ana: Person, engine: Engine, turns: Turns, content: Content
) -> None:
    said = reports(ana, engine, turns, content, asks_for_a_packet(ana, engine))
    assert said == ["packet_progress", "packet_piece", "packet_sent"]
    assert [row.number for row in ana.rows("documents")] == [FIRST_PIECE + 1001]
    assert ana.rows("work") == []


def test_a_newer_packet_has_the_older_one_erased(ana: Person, engine: Engine, turns: Turns, content: Content) -> None:
    reports(ana, engine, turns, content, asks_for_a_packet(ana, engine))
    ana.taps("packet/size/10", "packet/build")
    reports(ana, engine, turns, content, claimed(engine))
    assert [row.number for row in ana.rows("documents")] == [FIRST_PIECE + 2001]
    assert [(row.kind, row.subject) for row in ana.rows("work")] == [(work.DISCARD, str(FIRST_PIECE + 1001))]


def test_only_pieces_that_no_case_knows_are_tidied_away(
    ana: Person, engine: Engine, turns: Turns, content: Content
) -> None:
    task = asks_for_a_packet(ana, engine)
    reports(ana, engine, turns, content, task)
    among = [(task.case_id, FIRST_PIECE + 1001), (task.case_id, FIRST_PIECE + 1002)]
    with engine.begin() as connection:
        assert cases.unknown_documents(connection, among) == {(task.case_id, FIRST_PIECE + 1002)}
