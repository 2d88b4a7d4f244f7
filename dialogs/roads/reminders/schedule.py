"""When the next reminder is due: pure functions of the case and a moment.

A reminder is asked for, said beforehand how many, and comes in the patient's own hours, at most once on one of their
days. Unanswered they come less and less often, and then no more. A due time is a row outside; here it is only reckoned.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.reminders import Reminders
from dialogs.content.guide import Guide
from dialogs.days import zones
from dialogs.days.hours import Hours, awake_at
from dialogs.days.zones import is_zone, zone_of
from dialogs.roads.reminders.occasions import waking_days

HOW_MANY = 4
"""Reminders a patient gets at most each time they ask for them; the number is told beforehand."""
UNANSWERED = 3
"""So many without an answer, and they end: after 3 days, after 6 more, and one last."""
IN_CONVERSATION = timedelta(minutes=10)
"""Somebody who did something so recently is not interrupted."""
UNASKED_PACE = 3
"""Days between reminders of somebody who asked for a single one."""
ASTRAY = timedelta(days=1)
"""A moment further ahead of now than this was noted while a clock was wrong."""


def hours(case: Case, reminders: Reminders) -> Hours:
    """The hours in which this patient may be reminded."""
    known = is_zone(case.zone)
    theirs = Hours(zone_of(case.zone), reminders.from_hour, reminders.to_hour) if known else None
    theirs = theirs or awake_at(reminders.due or case.heard)
    off = {date.fromisoformat(day) for day in reminders.days_off}
    first = date.fromisoformat(reminders.quiet_until) if reminders.quiet_until else date.min
    if reminders.last:
        first = max(first, theirs.day(reminders.last) + timedelta(days=1))  # never two on one day
    return replace(theirs, first_day=first, days_off=off, weekdays_off=reminders.weekdays_off)


def start(guide: Guide, case: Case, every_days: int, now: datetime) -> Case:
    """The case of a patient who has just asked for reminders."""
    known = case.reminders or Reminders(every_days, HOW_MANY, None)
    reminders = replace(known, every_days=every_days, left=HOW_MANY, due=None, unanswered=0, stopped=())
    return _due(guide, case, reminders, now + timedelta(days=every_days), now)


def not_now(case: Case, at: datetime) -> Case | None:
    """The case with its reminder put off, if this is no time for it: outside the hours, or in mid-conversation."""
    reminders = case.reminders
    assert reminders is not None, "called for a reminder"
    theirs = hours(case, reminders)
    quiet = at
    if timedelta(0) <= at - case.heard < IN_CONVERSATION:
        quiet = case.heard + IN_CONVERSATION
    later = theirs.first(quiet)
    return replace(case, reminders=replace(reminders, due=later)) if later > at else None


def after_one(guide: Guide, case: Case, about: str, now: datetime, is_last: bool = False) -> Case:
    """What remains when one was sent now. Those that were missed while we were down come as that one."""
    reminders = case.reminders
    assert reminders is not None, "called for a reminder"
    left, unanswered = reminders.left - 1, reminders.unanswered + 1
    over = is_last or left < 1 or unanswered >= UNANSWERED
    base = reminders.wanted or reminders.due or now
    sent = replace(reminders, left=0 if over else left, unanswered=unanswered, last=now, about=about)
    if over:
        return replace(case, reminders=replace(sent, due=None))
    gap = timedelta(days=reminders.every_days * 2**unanswered)
    return _due(guide, case, sent, max(base + gap, now + timedelta(days=reminders.every_days)), now)


def skipped(guide: Guide, case: Case, now: datetime) -> Case:
    """Nothing to say this time: look again later, without counting."""
    reminders = case.reminders
    assert reminders is not None, "called for a reminder"
    return _due(guide, case, reminders, now + timedelta(days=reminders.every_days), now)


def stopped(case: Case) -> Case:
    """No reminders any more, and none is offered; only the patient can ask for them again."""
    return replace(case, reminders=None, reminders_offered=True)


def answered(guide: Guide, case: Case, now: datetime, wrote: bool = False) -> Case:
    """The patient did something since the last reminder: the next one comes at the pace they chose.

    Whoever only writes is not reminded the sooner for it: the words may have said that it is enough.
    """
    reminders = case.reminders
    if reminders is None or not reminders.unanswered:
        return case
    reminders = replace(reminders, unanswered=0)
    if wrote or reminders.due is None or reminders.last is None:
        return replace(case, reminders=reminders)
    sooner = max(reminders.last + timedelta(days=reminders.every_days), now + timedelta(days=1))
    return _due(guide, case, reminders, min(reminders.wanted or reminders.due, sooner), now)


def put_off(guide: Guide, case: Case, until: datetime, now: datetime) -> Case:
    """One more on a day that the patient named, whether or not others were still to come."""
    reminders = case.reminders or Reminders(UNASKED_PACE, 0, None)
    reminders = replace(reminders, left=max(1, reminders.left), unanswered=0, due=until, wanted=until)
    return replace(case, reminders=replace(reminders, due=hours(case, reminders).first(max(until, now))))


def on_weekday(guide: Guide, case: Case, weekday: int, now: datetime) -> Case:
    """The first of them on the coming day of that name, and so those that follow a week apart."""
    today = zones.local(case, now).date()
    until = on_day(case, today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1), now)
    return put_off(guide, case, until, now)


def on_day(case: Case, day: date, now: datetime) -> datetime:
    """The beginning of the patient's hours on a day of theirs; without a zone, at the time of day it is now."""
    if not is_zone(case.zone):
        return datetime.combine(day, now.astimezone(UTC).timetz())
    begins = case.reminders.from_hour if case.reminders else 9
    return datetime.combine(day, time(begins), zone_of(case.zone)).astimezone(UTC)


def paused(reminders: Reminders) -> Reminders:
    return replace(reminders, due=None)


def resumed(guide: Guide, case: Case, now: datetime) -> Case:
    assert case.reminders is not None, "there are reminders to take up again"
    return _due(guide, case, case.reminders, now + timedelta(days=case.reminders.every_days), now)


def replanned(guide: Guide, case: Case, now: datetime) -> Case:
    """The next due time reckoned again: the hours, the zone, a day off or what was promised has changed."""
    reminders = case.reminders
    if reminders is None or reminders.due is None:
        return case
    return _due(guide, case, reminders, reminders.wanted or reminders.due, now)


def kept_up(guide: Guide, before: Case, after: Case, now: datetime) -> Case:
    """The case after a turn, its next reminder reckoned again if anything that decides about it is another now."""
    if after.reminders is None or after.reminders.due is None:
        return after  # none is to come
    unchanged = _reckoned_from(guide, before, now) == _reckoned_from(guide, after, now)
    return after if unchanged else replanned(guide, after, now)


def in_the_present(guide: Guide, case: Case, now: datetime) -> Case:
    """A clock may have been ahead, and set right: what it then noted as later than now counts as now."""
    reminders = case.reminders
    last = reminders.last if reminders else None
    if max(case.heard, last or case.heard) - now <= ASTRAY:
        return case
    case = replace(case, heard=min(case.heard, now))
    if reminders is None:
        return case
    pace = now + timedelta(days=reminders.every_days)
    reminders = replace(reminders, last=min(last, now) if last else None)
    wanted = min(reminders.wanted or reminders.due or pace, pace)
    return _due(guide, case, reminders, wanted, now) if reminders.due else replace(case, reminders=reminders)


def given_back(guide: Guide, case: Case, now: datetime) -> Case:
    """A reminder that Telegram did not take, because the patient had blocked us, was none."""
    reminders = case.reminders
    if reminders is None or reminders.last is None:
        return case
    unanswered = max(0, reminders.unanswered - 1)
    reminders = replace(reminders, left=min(HOW_MANY, reminders.left + 1), unanswered=unanswered, last=None, about="")
    return _due(guide, case, reminders, now + timedelta(days=reminders.every_days), now)


def due(case: Case) -> datetime | None:
    """The moment (UTC) of the next reminder, or None: not asked for, paused, over, or nobody to reach."""
    if case.reminders is None or not case.reachable:
        return None
    return case.reminders.due


def _due(guide: Guide, case: Case, reminders: Reminders, at: datetime, now: datetime) -> Case:
    """The case with its next reminder: at that moment, or before it when something promised has not come."""
    theirs = hours(case, replace(reminders, due=at))
    early = min((moment for day in _days(guide, case, now) if (moment := on_day(case, day, now)) > now), default=at)
    return replace(case, reminders=replace(reminders, wanted=at, due=theirs.first(max(now, min(at, early)))))


def _reckoned_from(guide: Guide, case: Case, now: datetime) -> object:
    """All that decides when the next reminder comes, but for the pace and what was put off by name."""
    reminders = case.reminders
    if reminders is None:
        return case.zone, (), _days(guide, case, now)
    days = reminders.days_off, reminders.weekdays_off, reminders.quiet_until
    return case.zone, (reminders.from_hour, reminders.to_hour, *days), _days(guide, case, now)


def _days(guide: Guide, case: Case, now: datetime) -> list[date]:
    return waking_days(guide, case, zones.local(case, now).date())
