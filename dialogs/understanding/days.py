"""The day a paper is of: as its patient confirmed it, or as it was read, which is never the same."""

from __future__ import annotations

from datetime import date

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.days.zones import today

DAY_FIRST, MONTH_FIRST = 0, 1
"""Places in `Facts.either`."""
_ORDERS = {"us": MONTH_FIRST, "uk": DAY_FIRST}
_ZONES_OF_THE_US = frozenset(
    {
        *("America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Boise"),
        *("America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Juneau"),
        *("America/Kentucky/Louisville", "America/Indiana/Indianapolis", "America/Menominee"),
    }
)
_DAY_FIRST_ZONES = ("Europe/", "Australia/", "Africa/", "America/Argentina/")


def day_of(case: Case, document: Document) -> str:
    """The day a paper is of (ISO 8601): what the patient confirmed, or else what was read; empty if neither."""
    return document.date or read_day(case, document)


def read_day(case: Case, document: Document) -> str:
    """The day that is printed on it, where the patient did not say one; empty where it may be two."""
    if document.date:
        return ""
    may_be = _may_be(case, document)
    return document.facts.date or (may_be[0] if len(may_be) == 1 else "")


def either_day(case: Case, document: Document) -> tuple[str, ...]:
    """The two days that 03/05/2026 may be, where only the patient can tell; empty otherwise."""
    may_be = () if document.date or document.facts.date else _may_be(case, document)
    return may_be if len(may_be) == 2 else ()


def _may_be(case: Case, document: Document) -> tuple[str, ...]:
    """Of the days that it may be those that are left: none is to come, and the patient's country writes it one way."""
    either = document.facts.either
    if len(either) != 2:
        return ()
    now = today(case).isoformat()
    if len(past := tuple(day for day in either if day <= now)) == 1:
        return past
    order = _order(case)
    return either if order is None else (either[order],)


def _order(case: Case) -> int | None:
    if case.country in _ORDERS:
        return _ORDERS[case.country]
    if case.zone in _ZONES_OF_THE_US:
        return MONTH_FIRST
    return DAY_FIRST if case.zone.startswith(_DAY_FIRST_ZONES) else None


def is_day(text: str) -> bool:
    """Whether a text is a day in ISO 8601, and not a month or a year alone."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
