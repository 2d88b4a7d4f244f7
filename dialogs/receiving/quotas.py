"""How much one person may send: enough for a thick case, not enough to fill the disk for all others."""

from __future__ import annotations

from dataclasses import replace

from dialogs.case.case import Case
from dialogs.effects import Say
from dialogs.receiving.sent import SentFile

MAX_FILES = 300
"""Files one case may hold."""
MOST_BYTES = 2 << 30
"""Bytes of all files of a case together."""
MOST_A_DAY = 500
"""Files taken from one person in a day (UTC), those included that were deleted since."""


def has_room(case: Case) -> bool:
    """Whether one more file may be kept."""
    return len(case.documents) < MAX_FILES and sum(each.size for each in case.documents) < MOST_BYTES


def refusal(case: Case, file: SentFile) -> Say | None:
    """Why this file is not taken; None if it is."""
    if len(case.documents) >= MAX_FILES:
        return Say("files_full", {"at_most": MAX_FILES})
    if not has_room(case):
        return Say("files_heavy")
    if _taken_on(case, file) >= MOST_A_DAY:
        return Say("files_today", {"at_most": MOST_A_DAY})
    return None


def counted(case: Case, file: SentFile) -> Case:
    """The case once this file is taken."""
    day = file.at.date().isoformat()
    return replace(case, files_seen=case.files_seen + 1, files_day=day, files_that_day=_taken_on(case, file) + 1)


def _taken_on(case: Case, file: SentFile) -> int:
    return case.files_that_day if case.files_day == file.at.date().isoformat() else 0
