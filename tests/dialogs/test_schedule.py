"""Reminders by the clock: in 8 zones, over gaps and overlaps, leap days and clocks that jump."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.case.case import Case
from dialogs.days.hours import Hours
from dialogs.roads.reminders import schedule
from dialogs.roads.reminders.schedule import HOW_MANY
from tests.chat import SMALL_GUIDE

ZONES = (
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",  # clocks move by half an hour
    "Africa/Casablanca",  # summer time is the rule, and pauses
    "America/Santiago",  # clocks move at midnight
    "Asia/Kathmandu",
    "Pacific/Apia",  # a whole day, 30 December 2011, was left out
    "Pacific/Kiritimati",
)
CHANGES = {
    "America/New_York": ("2026-03-08T07:00", "2026-11-01T06:00"),
    "Europe/Berlin": ("2026-03-29T01:00", "2026-10-25T01:00"),
    "Australia/Lord_Howe": ("2026-10-03T15:30", "2026-04-04T15:00"),
    "Africa/Casablanca": ("2026-02-15T02:00", "2026-03-22T02:00"),
    "America/Santiago": ("2026-09-06T04:00", "2026-04-05T03:00"),
    "Asia/Kathmandu": ("2026-01-01T00:00", "2026-06-01T00:00"),
    "Pacific/Apia": ("2011-12-30T10:00", "2011-04-02T14:00"),
    "Pacific/Kiritimati": ("1994-12-31T10:00", "2026-06-01T00:00"),
}
"""Moments (UTC) at which clocks jump forward, and back; two of the zones have none."""

moments = st.integers(0, 6 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
around_changes = st.sampled_from(ZONES).flatmap(
    lambda zone: st.tuples(
        st.just(zone),
        st.sampled_from(CHANGES[zone]).map(lambda text: datetime.fromisoformat(text).replace(tzinfo=UTC)),
        st.integers(-3 * 24 * 60, 2 * 24 * 60),
    ).map(lambda found: (found[0], found[1] + timedelta(minutes=found[2])))
)
anywhere = st.one_of(st.tuples(st.sampled_from(ZONES), moments), around_changes)
spans = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda span: span[0] < span[1])
days_off = st.sets(st.integers(0, 40), max_size=10)


def hours_of(zone: str, span: tuple[int, int], off: set[int], moment: datetime) -> Hours:
    today = moment.astimezone(ZoneInfo(zone)).date()
    return Hours(ZoneInfo(zone), *span, days_off=frozenset(today + timedelta(days=day) for day in off))


@given(anywhere, spans, days_off)
def test_the_first_open_moment_is_open_and_not_before(
    where: tuple[str, datetime], span: tuple[int, int], off: set[int]
):
    zone, moment = where
    theirs = hours_of(zone, span, off, moment)
    first = theirs.first(moment)
    local = first.astimezone(ZoneInfo(zone))
    assert first >= moment
    assert span[0] <= local.hour < span[1]
    assert local.date() not in theirs.days_off
    assert theirs.first(first) == first, "an open moment is its own first one"


@given(anywhere, spans)
def test_no_open_hour_is_passed_over(where: tuple[str, datetime], span: tuple[int, int]):
    zone, moment = where
    theirs = hours_of(zone, span, set(), moment)
    first, look = theirs.first(moment), moment
    while look < first:
        assert not theirs.open_at(look), f"{look} was open, and passed over for {first}"
        look += timedelta(minutes=30)


@pytest.mark.parametrize(
    ("zone", "moment", "first"),
    [
        ("Europe/Berlin", "2026-03-29T00:30", "2026-03-29T01:00"),  # 2:00 is skipped: 3:00 comes at once
        ("Europe/Berlin", "2026-10-25T00:30", "2026-10-25T00:30"),  # 2:30, the first of two
        ("Pacific/Apia", "2011-12-30T11:00", "2011-12-30T12:00"),  # straight from the 29th to the 31st
    ],
)
def test_gaps_and_overlaps_one_by_one(zone: str, moment: str, first: str):
    begin = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    theirs = Hours(ZoneInfo(zone), 2, 4)
    assert theirs.first(begin) == datetime.fromisoformat(first).replace(tzinfo=UTC)


def test_an_hour_that_is_skipped_waits_for_the_next_day():
    berlin = Hours(ZoneInfo("Europe/Berlin"), 2, 3)
    first = berlin.first(datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    assert first == datetime(2026, 3, 30, 0, 0, tzinfo=UTC)


def test_the_leap_day_is_a_day():
    theirs = Hours(ZoneInfo("America/New_York"), 9, 20, days_off={date(2028, 2, 28)})
    assert theirs.first(datetime(2028, 2, 28, 15, tzinfo=UTC)) == datetime(2028, 2, 29, 14, tzinfo=UTC)


# A whole life of reminders: a bot that looks when it can, a patient who does what they like, a clock that may jump.

acts = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.integers(1, 5 * 24 * 60)),
        st.tuples(st.just("jump back"), st.integers(1, 3 * 60)),
        st.tuples(st.just("write"), st.just(0)),
        st.tuples(st.just("rest"), st.integers(1, 14)),
        st.tuples(st.just("put off"), st.integers(0, 9)),
        st.tuples(st.just("ask again"), st.sampled_from([3, 7, 14])),
    ),
    max_size=40,
)


@given(anywhere, spans, acts)
def test_one_a_due_time_none_outside_the_hours_and_never_two_on_one_day(
    where: tuple[str, datetime], span: tuple[int, int], doings: list[tuple[str, int]]
):
    zone, now = where
    case = Case(zone=zone, heard=now - timedelta(days=1))
    case = schedule.start(SMALL_GUIDE, case, 3, now)
    assert case.reminders
    case = schedule.replanned(
        SMALL_GUIDE, replace(case, reminders=replace(case.reminders, from_hour=span[0], to_hour=span[1])), now
    )
    sent: list[datetime] = []
    given_for: list[datetime] = []
    for what, amount in doings:
        if what == "wait":
            now += timedelta(minutes=amount)
        elif what == "jump back":
            now -= timedelta(minutes=amount)
        elif what == "write":
            case = schedule.answered(SMALL_GUIDE, replace(case, heard=now), now)
        elif what == "rest" and case.reminders:
            until = (now.astimezone(ZoneInfo(zone)).date() + timedelta(days=amount)).isoformat()
            case = schedule.replanned(
                SMALL_GUIDE, replace(case, reminders=replace(case.reminders, quiet_until=until)), now
            )
        elif what == "put off":
            case = schedule.put_off(SMALL_GUIDE, case, now + timedelta(days=amount), now)
        elif what == "ask again":
            case = schedule.start(SMALL_GUIDE, case, amount, now)
        for _ in range(3):  # a worker looks, and looks again
            due = schedule.due(case)
            if due is None or due > now:
                break
            if later := schedule.not_now(case, max(now, due)):
                assert schedule.due(later) != due, "what is put off gets a due time of its own"
                case = later
                continue
            sent.append(max(now, due))
            given_for.append(due)
            case = schedule.after_one(SMALL_GUIDE, case, "report", max(now, due))
    local = [moment.astimezone(ZoneInfo(zone)) for moment in sent]
    assert all(span[0] <= moment.hour < span[1] for moment in local)
    assert len({moment.date() for moment in local}) == len(local), "two on one day"
    assert len(set(given_for)) == len(given_for), "two for one due time"
    assert case.reminders
    assert 0 <= case.reminders.left <= HOW_MANY


@given(moments, st.integers(0, 60 * 24 * 20))
def test_without_a_zone_they_come_at_about_the_time_of_day_they_were_asked_for(asked: datetime, late: int):
    case = schedule.start(SMALL_GUIDE, Case(heard=asked), 3, asked)
    due = schedule.due(case)
    assert due == asked + timedelta(days=3)
    at = due + timedelta(minutes=late)
    put_off = schedule.not_now(case, at)
    comes = (schedule.due(put_off) if put_off else at) or at
    assert comes >= at
    assert (comes - due) % timedelta(days=1) < timedelta(hours=2) or timedelta(days=1) - (comes - due) % timedelta(
        days=1
    ) < timedelta(minutes=1), "the time of day is kept, give or take what a minute's rounding makes"
