"""Days as an iCalendar file, for whatever calendar a patient keeps: whole days, and words that give nothing away.

RFC 5545: https://www.rfc-editor.org/rfc/rfc5545
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

EVENTS = ("date", "ask", "call_again", "give_back")
"""What a day may be for; what stands in the calendar for it is content and names no illness, record or hospital."""


def calendar(days: Iterable[tuple[date, str]], series: str, made: datetime) -> str:
    """The file's text. `series` is the same for all files of one patient and tells nothing about them.

    The ids stay the same while the words do: a day that was moved takes the place of the old one in the calendar.
    """
    from icalendar import Calendar  # read only for those who want one

    file, seen = Calendar(), Counter[str]()
    for name, value in (("VERSION", "2.0"), ("PRODID", "-//Second opinion companion//EN"), ("CALSCALE", "GREGORIAN")):
        file.add(name, value)
    for day, words in sorted(days):
        seen[words] += 1
        file.add_component(_event(day, words, _uid(series, words, seen[words]), made))
    return str(file.to_ical().decode())


def _event(day: date, words: str, uid: str, made: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", made.astimezone(UTC))
    event.add("DTSTART", day)
    if day < date.max:
        event.add("DTEND", day + timedelta(days=1))
    event.add("SUMMARY", "".join(one for one in words if one == "\n" or _is_shown(one)))
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PRIVATE")
    return event


def _uid(series: str, words: str, number: int) -> str:
    return hashlib.sha256(f"{series}\0{words}\0{number}".encode()).hexdigest()[:32]


def _is_shown(one: str) -> bool:
    """Control characters, and halves of characters, may not stand in a text (section 3.3.11)."""
    return one.isprintable() and not "\ud800" <= one <= "\udfff"
