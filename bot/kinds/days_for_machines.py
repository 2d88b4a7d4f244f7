"""Days as programs write them: HL7 ("202603121015-0500") and ISO 8601 ("2026-03-12T10:15:00Z")."""

from __future__ import annotations

import re
from datetime import date

_HL7 = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{2,6}(?:\.\d+)?(?:[+-]\d{4})?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_PARTIAL = re.compile(r"\d{4}(?:-\d{2})?")


def day_of(said: str) -> str:
    """The day as ISO 8601; empty if it is none, or only a month or a year."""
    found = _HL7.fullmatch(said.strip()) or _ISO.fullmatch(said.strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def shown_day(said: str) -> str:
    """The day, or whatever stands there instead: a month, a year, words."""
    return day_of(said) or (said.strip() if _PARTIAL.fullmatch(said.strip()) else "")
