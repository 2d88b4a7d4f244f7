"""Work that takes its time: planned once, claimed once, finished once, and never lost with whoever claimed it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from bot.storage import work
from tests.storage.working import CASE, LEASE, NOW, claim, claim_files, plan, subjects


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


def test_a_lease_that_is_renewed_goes_on_and_ends_with_what_it_was_for(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    work.renew(connection, [task.claim], NOW + LEASE * 2)
    assert claim(connection, NOW + LEASE) == []
    work.postpone(connection, task.claim, NOW + timedelta(seconds=8))
    work.renew(connection, [task.claim], NOW + LEASE * 9)
    assert subjects(claim(connection, NOW + timedelta(seconds=8))) == ["1"]


def test_only_what_speaks_against_the_work_is_counted_as_its_failure(connection: Connection) -> None:
    plan(connection)
    for failed in (False, True, False):
        (task,) = claim(connection)
        work.postpone(connection, task.claim, NOW, failed)
    (task,) = claim(connection)
    assert (task.attempts, task.failures, task.cut_off, task.since) == (3, 1, 0, NOW)


def test_what_is_cut_off_is_counted_apart_and_forgiven_once_it_comes_to_an_end(connection: Connection) -> None:
    plan(connection)
    for times in range(3):
        (task,) = claim(connection)
        assert (task.cut_off, task.failures) == (times, 0)
        work.release_all(connection, NOW)
    (task,) = claim(connection, NOW + timedelta(hours=1))
    work.postpone(connection, task.claim, NOW)
    (task,) = claim(connection)
    assert (task.cut_off, task.failures) == (0, 0)


def test_what_was_let_go_in_good_order_was_not_cut_off(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    work.let_go(connection, [task.claim], NOW)
    (task,) = claim(connection)
    assert task.cut_off == 0


def test_what_is_cut_off_again_and_again_rests_while_all_else_is_done(connection: Connection) -> None:
    plan(connection, "poisoned")
    for _ in range(work.SUSPECT):
        assert subjects(claim(connection)) == ["poisoned"]
        work.release_all(connection, NOW)
    plan(connection, "another")
    (another,) = claim(connection)
    assert work.finish(connection, another.claim)
    assert subjects(claim(connection, NOW + timedelta(seconds=work.LONGEST_REST))) == ["poisoned"]


def test_what_rests_after_it_was_cut_off_is_not_under_way_and_in_no_other_file_of_its_patient_s_way(
    connection: Connection,
) -> None:
    for subject in ("poisoned", "another"):
        work.plan(connection, "a", work.FETCH, subject, NOW)
    for _ in range(work.SUSPECT):
        assert subjects(claim_files(connection)) == ["poisoned"]
        work.release_all(connection, NOW)
    (another,) = claim_files(connection)
    assert another.subject == "another"
    work.hurry(connection, work.FETCH, NOW)  # nor is what rests hurried by what comes to a good end
    assert work.finish(connection, another.claim)
    assert claim_files(connection) == []
    (poisoned,) = claim_files(connection, NOW + timedelta(seconds=work.LONGEST_REST))
    assert (poisoned.subject, poisoned.cut_off) == ("poisoned", work.SUSPECT)


def test_a_start_leaves_alone_what_rests_after_a_try(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    work.postpone(connection, task.claim, NOW + timedelta(minutes=4))
    work.release_all(connection, NOW)
    assert claim(connection) == []


def test_what_rests_is_hurried_and_what_is_under_way_or_of_tomorrow_is_not(connection: Connection) -> None:
    for subject in ("rests", "under way"):
        plan(connection, subject)
    plan(connection, "of tomorrow", NOW + timedelta(days=1))
    rests, _ = claim(connection)
    work.postpone(connection, rests.claim, NOW + timedelta(minutes=4))
    work.hurry(connection, work.FETCH, NOW)
    assert subjects(claim(connection)) == ["rests"]


def test_a_start_frees_what_a_killed_process_had_claimed(connection: Connection) -> None:
    plan(connection, "claimed")
    plan(connection, "of tomorrow", NOW + timedelta(days=1))
    claim(connection)
    work.release_all(connection, NOW)
    assert subjects(claim(connection)) == ["claimed"]


def test_what_is_postponed_comes_back_at_its_time(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    work.postpone(connection, task.claim, NOW + timedelta(seconds=8))
    assert claim(connection, NOW + timedelta(seconds=7)) == []
    assert [task.attempts for task in claim(connection, NOW + timedelta(seconds=8))] == [1]


def test_work_is_finished_once(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    assert work.finish(connection, task.claim)
    assert not work.finish(connection, task.claim)
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


def lost(connection: Connection) -> tuple[work.Task, work.Task]:
    """Work whose lease ended while somebody was at it, and that another has begun by now: both claims."""
    plan(connection)
    (stale,) = claim(connection)
    (fresh,) = claim(connection, NOW + LEASE)
    return stale, fresh


def test_whoever_lost_the_lease_can_neither_finish_nor_postpone_nor_let_go_nor_renew(connection: Connection) -> None:
    stale, fresh = lost(connection)
    assert not work.finish(connection, stale.claim)
    assert not work.postpone(connection, stale.claim, NOW, failed=True)
    work.let_go(connection, [stale.claim], NOW)
    assert work.renew(connection, [stale.claim], NOW) == {stale.claim}, "and hears of it"
    assert work.is_anothers(connection, stale.claim)
    assert not work.is_anothers(connection, fresh.claim)
    assert claim(connection, NOW + LEASE + LEASE - timedelta(seconds=1)) == [], "the other's lease is as it was"
    assert work.finish(connection, fresh.claim)


def test_what_was_dropped_or_is_done_is_not_called_lost(connection: Connection) -> None:
    plan(connection)
    (task,) = claim(connection)
    work.finish(connection, task.claim)
    assert work.renew(connection, [task.claim], NOW + LEASE) == set()


def test_of_dead_replicas_alone_the_work_is_free(connection: Connection) -> None:
    plan(connection, "1")
    work.claim(connection, NOW, (work.FETCH,), 9, LEASE, "alive")
    plan(connection, "2")
    work.claim(connection, NOW, (work.FETCH,), 9, LEASE, "dead")
    plan(connection, "3")
    work.claim(connection, NOW, (work.FETCH,), 9, LEASE)
    work.release_all(connection, NOW, ["dead"])
    (freed,) = claim(connection)
    assert (freed.subject, freed.cut_off) == ("2", 1)
