"""When a record was asked for, how, and when it should come, in a patient's own line. What is not clear is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogs.content.day_words import DayWords
from dialogs.days.line_days import PAST, Day, Span, days_in
from dialogs.days.line_words import line_of

LONGEST = 366
"""Days from asking to what was promised; what is further is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class AskedLine:
    """What a line tells of a request; None and "": not told, or not clear."""

    asked: date | None = None
    promised: date | None = None
    how: str = ""
    says_when: bool = False
    """A day of asking is spoken of, clear or not."""


def read(text: str, today: date, words: DayWords, since: date | None = None) -> AskedLine:
    """What a line tells. Without a day in it, it was asked `since` (today, if that is not known either)."""
    line = line_of(text, words)
    days = [_gone_by(each) for each in days_in(line)]
    promised = [] if _is_of_no_promise(days) else [each for each in days if _is_promised(each)]
    asked = _asked(days, promised, today)
    told = {each.asked(today) for each in asked}
    says_when = bool(asked) or any(_may_be_asked(each) for each in days if each not in promised)
    clear = told.pop() if len(told) == 1 else None
    day = clear if says_when else since or today
    comes = _promised(promised or _behind(days, asked), day, today)
    if not says_when and not comes and len(promised) > 1 and any(map(_may_be_asked, promised)):
        return AskedLine(None, None, _way(line.ways), says_when=True)
    return AskedLine(day, comes, _way(line.ways), says_when)


def _gone_by(each: Day | Span) -> Day | Span:
    """A day that is over was promised by nobody: "a paper for them to send it, last Tuesday"."""
    is_over = isinstance(each, Day) and each.only.startswith("last") and each.role == "promised"
    return replace(each, role="") if is_over else each


def _may_be_asked(each: Day | Span) -> bool:
    """Whether it tells that it was not just now that they asked."""
    return each.only != "future" if isinstance(each, Day) else each.role == "other"


def _is_promised(each: Day | Span) -> bool:
    if isinstance(each, Span):
        return each.role != "other"
    return each.role == "promised" or (each.only == "future" and each.role in ("", "carried"))


def _is_of_no_promise(days: list[Day | Span]) -> bool:
    """Whether the only day has gone by, beside what is to come: "signed for them to send it, last Tuesday"."""
    return len(days) == 1 and isinstance(days[0], Day) and days[0].role == "promised" and days[0].only in PAST


def _asked(days: list[Day | Span], promised: list[Day | Span], today: date) -> list[Day]:
    """The days that may be the one it was asked: those said to be, or the only one that is left."""
    others = [each for each in days if isinstance(each, Day) and each not in promised and each.role != "other"]
    for sure in ("asked", "carried"):
        if said := [each for each in others if each.role == sure]:
            return said
    alone = [each for each in others if not each.role or _is_of_no_promise(days)]
    if len(alone) == 1 and (promised or alone[0].can_only_be_past(today)):
        return alone
    return alone[:1] if len(alone) == 2 and not promised else []


def _behind(days: list[Day | Span], asked: list[Day]) -> list[Day | Span]:
    """ "Monday, Friday": the first is the day it was asked, the other the one it should come."""
    return (
        [each for each in days if not each.role and each not in asked] if len(asked) == 1 and not asked[0].role else []
    )


def _promised(said: list[Day | Span], asked: date | None, today: date) -> date | None:
    found = {each.promised(asked, today) for each in said}
    day = found.pop() if len(found) == 1 else None
    return day if day and day - (asked or today) <= timedelta(days=LONGEST) else None


def _way(ways: frozenset[str]) -> str:
    """The one way that is named; how it comes is how it was asked only if nothing else is said."""
    asked = ways - {"delivery"}
    if len(asked) == 1:
        return "".join(asked - {"another_way"})
    return "by_letter" if ways == {"delivery"} else ""
