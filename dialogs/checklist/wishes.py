"""What the destinations that were chosen want of each record: all of them together, and who of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.content.profile import ANOTHER, Profile, found
from dialogs.days.zones import today

LONGEST_MONTH = timedelta(days=31)
"""A record is never said to be too old because a month was short."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How far a record is wanted where it all goes."""

    wish: Literal["", "yes", "if_asked", "no"] = ""
    """Empty: nothing is known, so it is asked for as everywhere."""
    by: tuple[str, ...] = ()
    """Which destinations want it, where not all of several do."""
    months: int = 0
    """None older than so many months, for those that want it; 0: nothing is said of its age."""


NOTHING_KNOWN = Wanted()


def bound_for(guide: Guide, case: Case) -> tuple[str, ...]:
    """Where it goes, by keys: what was chosen; a place in the patient's own words that is none of those is another."""
    if not case.destination or {*found(guide.destinations, case.destination)} & {*case.destinations}:
        return case.destinations
    return tuple(dict.fromkeys((*case.destinations, ANOTHER)))


def label_of(case: Case, key: str) -> str:
    """The label of a button for one of them: its name, or the place as the patient wrote it."""
    return f"in_own_words.{case.destination}" if key == ANOTHER and case.destination else f"bound.{key}"


def named(guide: Guide, case: Case) -> tuple[str, ...]:
    """The chosen destinations that the patient's own words do not name already: a doctor there, and where."""
    said = found(guide.destinations, case.destination) if case.destination else ()
    return tuple(key for key in case.destinations if key not in said)


def wanted(
    guide: Guide, case: Case, record: str, bound: tuple[str, ...] | None = None, day: date | None = None
) -> Wanted:
    """What is known of one record: it is not needed only where nobody wants it, and that is sure and not too old.

    `bound`, `day`: where it goes and the day it is, where that was looked up already.
    """
    bound = bound_for(guide, case) if bound is None else bound
    if not bound or not guide.destinations:
        return NOTHING_KNOWN
    day = today(case) if day is None else day
    profiles = {key: guide.destination(key) for key in bound}
    wishes = {key: profile.wanted(record, day) for key, profile in profiles.items()}
    for wish in ("yes", "if_asked"):
        by = tuple(key for key, each in wishes.items() if each == wish)
        if by and (wish == "yes" or None not in wishes.values()):
            months = min((m for key in by if (m := _months(profiles[key], record, day))), default=0)
            return Wanted(wish, by if len(by) < len(bound) else (), months)
    return Wanted("no") if {*wishes.values()} == {"no"} else NOTHING_KNOWN


def is_too_old(wanted: Wanted, latest: str, today: date) -> bool:
    """Whether the newest day (ISO 8601) of a record is surely longer ago than the destinations ask for."""
    return bool(wanted.months and latest) and date.fromisoformat(latest) < today - wanted.months * LONGEST_MONTH


def _months(profile: Profile, record: str, day: date) -> int:
    wish = profile.wish(record, day)
    return wish.months if wish and not wish.unsure else 0
