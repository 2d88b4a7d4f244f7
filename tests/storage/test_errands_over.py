"""An errand ends: it is taken back, runs out, goes with what either of the two deletes, or is given up in words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.storage import work
from bot.turn.done import Done
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from dialogs.roads.errands.events import ErrandOver
from tests.storage.errands import button, everything_stored, hands_out, hears, opens, rows
from tests.storage.patients import MovableClock, Person


def planned(person: Person) -> list[tuple[str, object]]:
    return [(row.subject, row.due) for row in person.rows("work") if row.kind == work.ERRAND]


def time_passes(engine: Engine, turns: Turns, clock: MovableClock) -> Outcome | None:
    with engine.begin() as connection:
        (task,) = work.claim(connection, clock.now(), (work.ERRAND,), 9, timedelta(minutes=5))
        return turns.report(connection, task, Done(ErrandOver(clock.now(), int(task.subject))))


def test_what_was_taken_back_is_gone_for_its_helper(ana: Person, mia: Person, engine: Engine, link: str) -> None:
    opens(mia, link)
    done = button(mia, "done")
    ana.taps("errands/list", "errands/end/1")
    assert rows(engine) == []
    assert planned(ana) == []
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]
    mia.sends_file()
    assert hears(mia) == ["welcome"], "it is nobody's but their own"
    assert ana.case.documents == ()


def test_a_link_nobody_opens_ends_after_seven_days(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str
) -> None:
    assert planned(ana) == [("1", clock.now() + timedelta(days=7))]
    clock.skip(days=7)
    assert opens(mia, link) == ["errand_gone"], "also before the worker has come by"
    outcome = time_passes(engine, turns, clock)
    assert outcome is not None
    assert [message.name for message in outcome.messages] == ["errand_over"]
    assert (rows(engine), ana.case.errands, planned(ana)) == ([], (), [])


def test_an_errand_ends_thirty_days_after_it_was_taken(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str
) -> None:
    clock.skip(days=6)
    opens(mia, link)
    done = button(mia, "done")
    assert planned(ana) == [("1", clock.now() + timedelta(days=30))]
    clock.skip(days=30)
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]
    time_passes(engine, turns, clock)
    assert (rows(engine), ana.case.errands) == ([], ())


def test_deleting_ends_every_errand_of_the_patient(ana: Person, mia: Person, engine: Engine, link: str) -> None:
    opens(mia, link)
    done = button(mia, "done")
    ana.taps("aside/delete", "aside@1/delete_yes")
    assert rows(engine) == []
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]


@pytest.mark.parametrize("has_case", [True, False])
def test_a_helper_who_deletes_leaves_every_errand_without_a_trace(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str, has_case: bool
) -> None:
    if has_case:
        mia.commands("start")
    opens(mia, link, "Kanarienvogel")
    mia.taps(button(mia, "done"))
    opens(mia, hands_out(ana, "staging"), "Kanarienvogel")
    if has_case:
        mia.taps("aside/delete", "aside@1/delete_yes")
    else:
        mia.commands("delete")
    assert hears(mia, ana.chat_id) == ["errand_left"], "of the one that was still open"
    assert hears(mia) == (["deleted"] if has_case else ["errand_forgotten"])
    assert [(errand.state, errand.helper) for errand in ana.case.errands] == [("done", ""), ("returned", "")]
    with engine.begin() as connection:
        for task in work.claim(connection, clock.now(), (work.ERASE,), 9, timedelta(minutes=1)):
            turns.report(connection, task, Done())  # it carries where to say that it is done
    ana.reads()
    assert not [row for row in everything_stored(engine) if "Kanarienvogel" in row or str(mia.chat_id) in row]
    assert opens(mia, link) == ["errand_gone"]


@pytest.mark.parametrize(
    ("text", "parting"),
    [
        ("STOP", "errand_forgotten"),
        ("please leave me alone", "errand_forgotten"),
        ("delete everything", "errand_forgotten"),
        ("She died this morning", "gone"),
    ],
)
def test_a_helper_who_wants_no_more_of_it_is_let_go_with_one_message(
    ana: Person, mia: Person, link: str, engine: Engine, text: str, parting: str
) -> None:
    opens(mia, link)
    mia.writes(text)
    assert hears(mia) == [parting]
    assert [row[2] for row in rows(engine)] == [None], "no chat of theirs is left"
    assert hears(mia, ana.chat_id) == ["errand_left"]
    mia.writes("hello")
    assert "errand_only" not in hears(mia)
