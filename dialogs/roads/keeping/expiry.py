"""The end of the days: a warning a week before, another a day before, and then all goes as by /delete.

The days run from what the person last did; nothing that we do makes them longer. Nobody loses anything unwarned: a
warning that was not said yet begins its wait anew. Who blocked the bot cannot be warned: all is kept a month longer, is
tried once more, and then goes in silence (decisions/0042).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.expiry import Expiry
from dialogs.days import zones
from dialogs.days.hours import Hours, awake_at
from dialogs.effects import Button, Forget, Say, Turn, aside
from dialogs.events import ClockSetRight, Event, WentAway, is_act
from dialogs.roads.keeping.events import DaysRunOut
from dialogs.roads.reminders import schedule

WEEK, DAY = timedelta(days=7), timedelta(days=1)
UNWARNED = timedelta(days=30)
"""So much longer it is kept for who cannot be warned; then the warning is tried once more."""
LATE = timedelta(days=2)
"""The last wait, if the warning before it came later than it should: the bot was off, or a clock was wrong."""
FURTHEST = UNWARNED + LATE
"""Nothing is planned further ahead: what is was planned while the clock was ahead."""
SOON, TOMORROW = "expiry_week", "expiry_day"
WARNINGS = (SOON, TOMORROW)


@dataclass(frozen=True)
class Expiring:
    """What is done when the days are nearly over, `days` after the person last did anything (0: never)."""

    days: int

    def happened(self, case: Case, event: Event) -> Turn | None:
        return self._run_out(case, event) if isinstance(event, DaysRunOut) else None

    def settle(self, _: Case, turn: Turn, event: Event) -> Turn:
        """Whatever a person does begins the days anew; who has blocked the bot was not warned."""
        expiry = turn.case.expiry
        if expiry is None:
            return turn
        ahead = isinstance(event, ClockSetRight) and expiry.due - event.at > FURTHEST
        if is_act(event) or ahead:
            return replace(turn, case=replace(turn.case, expiry=None))
        if isinstance(event, WentAway) and event.unsaid == SOON and expiry.warned:
            due = event.at + (UNWARNED if not expiry.refused else DAY)
            refused = replace(expiry, due=due, warned=None, refused=expiry.refused + 1)
            return replace(turn, case=replace(turn.case, expiry=refused))
        return turn

    def _run_out(self, case: Case, event: DaysRunOut) -> Turn:
        known = case.expiry
        if known and known.due != event.due:
            return Turn(case)
        # What was due has come, even if a clock was set back since.
        now = max(event.at, event.due) if event.due - event.at <= schedule.ASTRAY else event.at
        ends = min(event.acted, now) + timedelta(days=self.days) if event.acted and self.days else None
        if ends is None or ends - WEEK > now:
            return Turn(replace(case, expiry=None))
        expiry = known or Expiry(due=event.due)
        if (expiry.warned or now) - now > schedule.ASTRAY:
            expiry = Expiry(due=event.due)
        if holds_nothing(case):
            return self._gone(case) if ends <= now else _waiting(case, expiry, ends)
        if expiry.refused > 1 and not expiry.warned:
            return self._gone(case)
        later = hours(case).first(now)
        if later > now:
            return _waiting(case, expiry, later)
        if event.unsaid:
            return _waiting(case, _begun_anew(expiry, now), now + (LATE if expiry.warned_again else WEEK - DAY))
        if not expiry.warned:
            end = max(ends, now + WEEK)
            return self._warn(case, replace(expiry, warned=now, due=end - DAY), SOON, end)
        if not expiry.warned_again:
            end = now + (LATE if now - expiry.due > DAY else DAY)
            return self._warn(case, replace(expiry, warned_again=now, due=end), TOMORROW, end)
        return self._gone(case, said=True)

    def _warn(self, case: Case, expiry: Expiry, name: str, end: datetime) -> Turn:
        values = {"days": self.days, "day": _day(case, end)}
        buttons: tuple[tuple[Button, ...], ...] = ((aside("keep_records"),), (aside("delete"),))
        # Who asked for no notes, or ended them, is not rung for.
        say = Say(name, values, buttons, quiet=case.reminders is None)
        return Turn(replace(case, expiry=expiry), (say,))

    def _gone(self, case: Case, said: bool = False) -> Turn:
        return Turn(Case(), (Forget("expired" if said else "", case.for_another),))


def due(case: Case) -> datetime | None:
    """When something is to be done about the end of the days, or None."""
    return case.expiry.due if case.expiry else None


def kept_on(case: Case) -> Case:
    """The case of somebody who said that it is to be kept."""
    return replace(case, expiry=None, deletions_asked=case.deletions_asked + 1)


def holds_nothing(case: Case) -> bool:
    """Nothing of the person's is kept: they never agreed to it, and need not hear that it goes."""
    return case.keeps_files is None and not case.documents


def hours(case: Case) -> Hours:
    """The hours in which this person may be written to."""
    if case.reminders:
        return schedule.hours(case, case.reminders)
    return Hours(zones.zone_of(case.zone)) if zones.is_zone(case.zone) else awake_at(case.heard)


def _waiting(case: Case, expiry: Expiry, due: datetime) -> Turn:
    return Turn(replace(case, expiry=replace(expiry, due=due)))


def _begun_anew(expiry: Expiry, now: datetime) -> Expiry:
    """What was to be said still waits: the time to think begins when it is said."""
    return replace(expiry, warned_again=now) if expiry.warned_again else replace(expiry, warned=now)


def _day(case: Case, moment: datetime) -> date:
    return zones.local(case, moment).date()
