"""One turn, one commit: the case, what is to be said and what is to be done, or nothing of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from bot.storage import cases, outbox, work
from bot.storage.work import Task
from bot.turn.done import Done, Kept
from bot.turn.outcome import Incoming, Outcome
from bot.turn.turn import Turns
from dialogs.case.case import Case
from dialogs.events import CameBack, Inspected, ReminderDue, WentAway
from dialogs.roads.reminders import schedule
from tests.storage.patients import NOW, MovableClock, Person
from tests.storage.working import claimed


def report(engine: Engine, turns: Turns, task: Task, done: Done) -> Outcome | None:
    with engine.begin() as connection:
        return turns.report(connection, task, done)


def test_one_commit_holds_the_case_the_messages_and_the_work(ana: Person, engine: Engine) -> None:
    ana.walks_to_sending()
    commits: list[None] = []
    event.listen(engine, "commit", lambda _: commits.append(None))
    outcome = ana.sends_file()
    assert len(commits) == 1
    with engine.begin() as connection:
        assert outbox.waiting(connection)[-1] == outcome.messages[-1]
    assert [document.state for document in ana.case.documents] == ["arriving"]
    assert [(row.number, row.sha256) for row in ana.rows("documents")] == [(1, None)]
    assert [(row.kind, row.subject, row.details) for row in ana.rows("work")] == [
        (work.FETCH, "1", "id of scan.pdf"),
    ]
    assert outcome.planned


def test_a_commit_that_never_comes_leaves_nothing(ana: Person, engine: Engine, turns: Turns) -> None:
    ana.walks_to_sending()
    before = (ana.stored(), ana.rows("work"), ana.rows("updates"))
    with engine.connect() as connection:
        turns.take(connection, Incoming(99, ana.chat_id, ana.last.event, ana.messages))
        connection.rollback()
    assert (ana.stored(), ana.rows("work"), ana.rows("updates")) == before


def test_an_update_has_one_effect_however_often_it_comes(ana: Person) -> None:
    ana.commands("start")
    first, before = ana.outcome, ana.stored()
    for _ in range(3):
        again = ana.does(ana.last.event, ana.last.message_id, ana.last.update_id)
        assert again == Outcome()
    assert first.messages
    assert ana.stored() == before


def test_the_first_update_opens_a_case_whose_files_have_a_key_of_their_own(
    ana: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    ben = Person(engine, turns, clock, chat_id=600_000_002)
    for person in (ana, ben):
        person.commands("start")
    one, other = ana.stored(), ben.stored()
    assert one is not None
    assert other is not None
    assert one.id != other.id
    assert one.key != other.key


@pytest.mark.parametrize("what", [WentAway, CameBack])
def test_who_comes_or_goes_without_a_case_gets_none(ana: Person, what: type[WentAway | CameBack]) -> None:
    ana.does(what(NOW))
    assert ana.stored() is None


def test_a_service_message_opens_no_case(ana: Person) -> None:
    assert ana.does(None, message_id=1) == Outcome()
    assert ana.stored() is None


def test_nothing_is_stored_that_did_not_change(ana: Person, engine: Engine) -> None:
    ana.commands("start")
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    ana.taps("aside/help")
    assert not [each for each in statements if each.startswith("UPDATE cases")]


def test_a_reminder_is_planned_moved_and_dropped_with_the_case(
    ana: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    def planned() -> list[object]:
        return [row.due for row in ana.rows("work") if row.kind == work.REMIND]

    ana.walks_to_reminders()
    due = schedule.due(ana.case)
    assert planned() == [due] == [NOW + timedelta(days=7)]
    ana.taps("aside/pause")
    assert planned() == []
    ana.taps("aside/remind_me", "reminders/resume")
    assert planned() == [NOW + timedelta(days=7)]
    clock.skip(days=7)
    (task,) = claimed(engine, work.REMIND, clock)
    outcome = report(engine, turns, task, Done(ReminderDue(clock.now(), NOW + timedelta(days=7))))
    assert outcome is not None
    assert [message.name for message in outcome.messages] == ["reminder"]
    assert planned() == [NOW + timedelta(days=21)], "unanswered, the next one comes later"
    ana.does(WentAway(clock.now()))
    assert planned() == []
    clock.skip(hours=1)
    ana.does(CameBack(clock.now()))
    assert planned() == [NOW + timedelta(days=14)], "answered, it comes as often as was asked for"
    ana.taps("aside/stop")
    assert planned() == []


def test_a_file_that_was_looked_at_is_noted_with_its_receipt(
    ana: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    ana.walks_to_sending()
    ana.sends_file()
    (task,) = claimed(engine, work.FETCH, clock)
    done = Done(Inspected(NOW, 1, "readable", 3), Kept(1, 1000, "0" * 64, "pdf"))
    outcome = report(engine, turns, task, done)
    assert outcome is not None
    assert [message.slot for message in outcome.messages] == ["receipt:a1"]
    assert [(row.sha256, row.size, row.kind, row.kept_at) for row in ana.rows("documents")] == [
        ("0" * 64, 1000, "pdf", NOW)
    ]
    assert [(document.state, document.pages) for document in ana.case.documents] == [("readable", 3)]
    assert ana.rows("work") == []


def test_work_that_was_done_twice_counts_once_and_its_case_is_not_taken_for_gone(
    ana: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    ana.walks_to_sending()
    ana.sends_file()
    (task,) = claimed(engine, work.FETCH, clock)
    done = Done(Inspected(NOW, 1, "readable", 3), Kept(1, 1000, "0" * 64, "pdf"))
    assert report(engine, turns, task, done) is not None
    before = ana.stored()
    again = report(engine, turns, task, Done(Inspected(NOW, 1, "unreadable")))
    assert again == Outcome(), "None would mean that the case is gone, and that its files are to be erased"
    assert ana.stored() == before


def test_work_for_a_deleted_case_comes_to_nothing(
    ana: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    ana.walks_to_sending()
    ana.sends_file()
    (task,) = claimed(engine, work.FETCH, clock)
    ana.taps("aside/delete", "aside@1/delete_yes")
    assert report(engine, turns, task, Done(Inspected(NOW, 1, "readable", 3), Kept(1, 9, "0" * 64, "pdf"))) is None
    assert ana.rows("documents") == []


def test_deleting_leaves_only_a_goodbye_and_the_work_of_erasing(ana: Person, engine: Engine) -> None:
    ana.walks_to_sending()
    ana.sends_file()
    stored = ana.stored()
    assert stored is not None
    outcome = ana.taps("aside/delete", "aside@1/delete_yes")
    assert outcome.forgotten == ana.chat_id
    assert ana.stored() is None
    assert [(row.case_id, row.kind) for row in ana.rows("work")] == [(stored.id, work.ERASE)]
    with engine.begin() as connection:
        assert [message.name for message in outbox.waiting(connection)] == ["deleted"]
    assert ana.rows("documents") == []


def test_who_writes_after_deleting_begins_anew(ana: Person) -> None:
    ana.walks_to_sending()
    before = ana.stored()
    ana.taps("aside/delete", "aside@1/delete_yes")
    ana.commands("start")
    after = ana.stored()
    assert before is not None
    assert after is not None
    assert after.id != before.id
    assert after.key != before.key
    assert after.case == Case(heard=ana.clock.now(), keyboard=after.case.keyboard)


def test_an_event_that_no_update_brought_is_heard_by_who_is_there(ana: Person, engine: Engine, turns: Turns) -> None:
    with engine.begin() as connection:
        assert turns.tell(connection, ana.chat_id, WentAway(NOW)) == Outcome()
    ana.commands("start")
    with engine.begin() as connection:
        turns.tell(connection, ana.chat_id, WentAway(NOW))
    assert not ana.case.reachable


def test_a_group_is_left_unread_and_greeted_once(ana: Person, engine: Engine, turns: Turns) -> None:
    with engine.begin() as connection:
        joined = turns.take(connection, Incoming(1, -100, None, group=True, joined=True))
        heard = turns.take(connection, Incoming(2, -100, None, message_id=5, group=True))
        assert cases.find(connection, -100) is None
    assert [message.kind for message in joined.messages] == ["say", "leave"]
    assert [message.kind for message in heard.messages] == ["leave"]
