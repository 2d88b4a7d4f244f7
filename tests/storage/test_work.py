"""Work that takes its time: planned once, claimed once, finished once, and never lost with whoever claimed it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot.storage import work
from bot.storage.work import Task

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LEASE = timedelta(minutes=5)
KINDS = (work.FETCH, work.REMIND, work.ERASE)
CASE = "a" * 32


def plan(connection: Connection, subject: str = "1", due: datetime = NOW, kind: str = work.FETCH) -> None:
    work.plan(connection, CASE, kind, subject, due, f"details of {subject}")


def claim(connection: Connection, now: datetime = NOW, at_most: int = 9, kinds: tuple[str, ...] = KINDS) -> list[Task]:
    return work.claim(connection, now, kinds, at_most, LEASE)


def subjects(tasks: list[Task]) -> list[str]:
    return [task.subject for task in tasks]


def test_what_is_planned_twice_is_done_once(connection: Connection) -> None:
    plan(connection)
    plan(connection, due=NOW - timedelta(hours=1))
    (task,) = claim(connection)
    assert (task.case_id, task.kind, task.subject, task.details, task.attempts) == (
        CASE,
        work.FETCH,
        "1",
        "details of 1",
        0,
    )


def test_different_cases_kinds_and_subjects_do_not_stand_in_each_others_way(connection: Connection) -> None:
    plan(connection, "1")
    plan(connection, "2")
    plan(connection, "1", kind=work.REMIND)
    work.plan(connection, "b" * 32, work.FETCH, "1", NOW)
    assert len(claim(connection)) == 4


def test_what_is_not_due_is_left_alone(connection: Connection) -> None:
    plan(connection, "early", NOW - timedelta(seconds=1))
    plan(connection, "now", NOW)
    plan(connection, "late", NOW + timedelta(seconds=1))
    assert subjects(claim(connection)) == ["early", "now"]


def test_only_kinds_asked_for_are_claimed(connection: Connection) -> None:
    plan(connection, "1", kind=work.REMIND)
    assert claim(connection, kinds=(work.FETCH,)) == []
    assert len(claim(connection, kinds=(work.REMIND,))) == 1


def test_what_has_been_due_the_longest_is_claimed_first(connection: Connection) -> None:
    for minutes in (1, 3, 2, 4):
        plan(connection, str(minutes), NOW - timedelta(minutes=minutes))
    assert set(subjects(claim(connection, at_most=2))) == {"4", "3"}
    assert set(subjects(claim(connection, at_most=2))) == {"2", "1"}


def test_a_claim_is_one_workers_until_its_lease_ends(connection: Connection) -> None:
    plan(connection)
    assert claim(connection)
    assert claim(connection, NOW + LEASE - timedelta(seconds=1)) == []
    (again,) = claim(connection, NOW + LEASE)
    assert again.attempts == 1


def test_a_start_frees_what_a_killed_process_had_claimed(connection: Connection) -> None:
    plan(connection, "claimed")
    plan(connection, "of tomorrow", NOW + timedelta(days=1))
    claim(connection)
    work.release_all(connection, NOW)
    assert subjects(claim(connection)) == ["claimed"]


def test_what_is_postponed_comes_back_at_its_time(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    work.postpone(connection, task.id, NOW + timedelta(seconds=8))
    assert claim(connection, NOW + timedelta(seconds=7)) == []
    assert [task.attempts for task in claim(connection, NOW + timedelta(seconds=8))] == [1]


def test_work_is_finished_once(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    assert work.finish(connection, task.id)
    assert not work.finish(connection, task.id)
    assert claim(connection, NOW + LEASE) == []


def test_dropping_a_kind_leaves_the_others_and_other_cases(connection: Connection) -> None:
    plan(connection, "1", kind=work.REMIND)
    plan(connection, "2", kind=work.FETCH)
    work.plan(connection, "b" * 32, work.REMIND, "3", NOW)
    work.drop(connection, CASE, work.REMIND)
    assert sorted(subjects(claim(connection))) == ["2", "3"]


def test_what_lies_far_ahead_is_found_case_by_case_some_at_a_time(connection: Connection) -> None:
    for number in range(5):
        work.plan(connection, f"case{number}", work.REMIND, "far", NOW + timedelta(days=400))
        work.plan(connection, f"near{number}", work.REMIND, "near", NOW + timedelta(days=4))
        work.plan(connection, f"else{number}", work.ERRAND, "far", NOW + timedelta(days=400))
    found = work.planned_beyond(connection, work.REMIND, NOW + timedelta(days=60), "", 3)
    assert found == ["case0", "case1", "case2"]
    assert work.planned_beyond(connection, work.REMIND, NOW + timedelta(days=60), "case2", 3) == ["case3", "case4"]
