"""Days as an iCalendar file, for whatever calendar a patient keeps: whole days, and words that give nothing away.

RFC 5545: https://www.rfc-editor.org/rfc/rfc5545
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

EVENTS = ("date", "ask", "call_again", "give_back")
"""What a day may be for; what stands in the calendar for it is content and names no illness, record or hospital."""
MAX_OCTETS = 75
"""Of one line (section 3.1)."""


def calendar(days: Iterable[tuple[date, str]], series: str, made: datetime) -> str:
    """The file's text. `series` is the same for all files of one patient and tells nothing about them.

    The ids stay the same while the words do: a day that was moved takes the place of the old one in the calendar.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Second opinion companion//EN", "CALSCALE:GREGORIAN"]
    seen: Counter[str] = Counter()
    for day, words in sorted(days):
        seen[words] += 1
        lines += _event(day, words, _uid(series, words, seen[words]), made)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _event(day: date, words: str, uid: str, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_plain(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_plain(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(words)}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _plain(day: date) -> str:
    return day.isoformat().replace("-", "")


def _uid(series: str, words: str, number: int) -> str:
    return hashlib.sha256(f"{series}\0{words}\0{number}".encode()).hexdigest()[:32]


def _escaped(words: str) -> str:
    """Section 3.3.11; other control characters may not stand in a text at all."""
    words = words.replace("\r\n", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    shown = "".join(one for one in words if one == "\n" or (one.isprintable() and not "\ud800" <= one <= "\udfff"))
    return shown.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no character cut in two; all but the first begin with a space."""
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > MAX_OCTETS:
            yield piece
            piece, octets = " ", 1
        piece, octets = piece + character, octets + size
    yield piece
