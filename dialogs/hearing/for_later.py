""" "It's with the doctor, later": who says where a record is and that it comes later leaves it for later."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.effects import Turn
from dialogs.hearing.pressing import key_of
from dialogs.hearing.where_it_lies import ELSEWHERE, WhereItLies
from dialogs.hearing.written import Written

LATER = "later"
_LAST_PART = re.compile(r"^(.*\S)\s*[,،;؛.]\s*(\S.*)$", re.DOTALL)


@dataclass(frozen=True)
class ForLater:
    """Knows a text at a record whose last part leaves it for later, and whose first says only who has it."""

    where: WhereItLies

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text; None if it is none."""
        case, text, own = written.case, written.last, self.where.own_words
        record, parts = own.screens.guide.record(case.step), _LAST_PART.match(text)
        if case.asked or record is None or parts is None or own.is_of_another_record(case, text):
            return None
        first, last = parts.groups()
        if self._pressed(case, last) != LATER:
            return None
        is_there = self.where.says_where(record.key, first) or self._pressed(case, first) in (ELSEWHERE, LATER)
        return self.where.roads.press(case, LATER, "") if is_there else None

    def _pressed(self, case: Case, text: str) -> str:
        shown, _ = self.where.own_words.mean(case, text)
        return key_of(shown) if shown else ""
