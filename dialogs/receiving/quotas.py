"""How much one person may send: enough for a thick case, not enough to fill the disk for all others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Say
from dialogs.receiving.sent import TELEGRAM_LIMIT, SentFile

MAX_FILES = 300
"""Files one case may hold, unless the operator says otherwise."""
MOST_BYTES = 2 << 30
"""Bytes of all files of a case together, unless the operator says otherwise."""
MOST_A_DAY = 500
"""Files taken from one person in a day (UTC), those included that were deleted since."""


@dataclass(frozen=True, slots=True)
class Quotas:
    """How much one person may have kept. What is kept already stays, even if it is more than that."""

    files: int = MAX_FILES
    size: int = MOST_BYTES
    """Bytes."""
    a_file: int = TELEGRAM_LIMIT
    """Bytes of one file: what the Bot API server gives a bot."""

    @property
    def a_day(self) -> int:
        return max(MOST_A_DAY, self.files)

    def has_room(self, case: Case) -> bool:
        """Whether one more file may be kept."""
        return len(case.documents) < self.files and sum(each.size for each in case.documents) < self.size

    def takes(self, case: Case, at: datetime) -> bool:
        """Whether one more may be taken out of a file that was sent."""
        return self.has_room(case) and _taken_on(case, at) < self.a_day

    def refusal(self, case: Case, file: SentFile) -> Say | None:
        """Why this file is not taken, and what to do; None if it is."""
        if len(case.documents) >= self.files:
            return Say("files_full", {"at_most": self.files})
        if not self.has_room(case) or self._is_far_too_much(case, file):
            return Say("files_heavy")
        if _taken_on(case, file.at) >= self.a_day:
            return Say("files_today", {"at_most": self.a_day})
        return None

    def _is_far_too_much(self, case: Case, file: SentFile) -> bool:
        """Whether a disc that could be fetched would go beyond the limit by more than the last ordinary file may."""
        return (
            file.size <= self.a_file
            and sum(each.size for each in case.documents) + file.size > self.size + TELEGRAM_LIMIT
        )


def counted(case: Case, at: datetime) -> Case:
    """The case once one more file is taken."""
    day = at.date().isoformat()
    return replace(case, files_seen=case.files_seen + 1, files_day=day, files_that_day=_taken_on(case, at) + 1)


def _taken_on(case: Case, at: datetime) -> int:
    return case.files_that_day if case.files_day == at.date().isoformat() else 0
