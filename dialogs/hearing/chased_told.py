""" "I called them again today": the request that waits was asked for again; no new one is made at another record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.request import Request
from dialogs.days import zones
from dialogs.effects import Turn
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.requests_told import was_told_last
from dialogs.hearing.written import Written
from dialogs.roads.requests import changes as requests
from dialogs.roads.requests.screens import receipt

CHASED = "chased"


@dataclass(frozen=True)
class ChasedTold:
    """Knows such a text at a record. `listed`: all that was asked for, where nobody knows which is meant."""

    own_words: OwnWords
    listed: Callable[[Case], Turn]

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text; None if it is none, or nothing waits that it may be about."""
        case, text, guide = written.case, written.last, self.own_words.screens.guide
        if case.asked or guide.record(case.step) is None or written.presses.is_question(text):
            return None
        if not written.presses.pressed(text, {CHASED}).key:
            return None
        named = [each for each in written.presses.topics.named_in(text) if guide.record(each)]
        waiting = [each for each in case.requests if each.waiting and (not named or each.record in named)]
        if not waiting:
            return None
        request = _meant(case, waiting)
        if request is None:
            return self.listed(case)
        case = requests.chased(case, request, zones.today(case))
        noted = receipt(case, request.number)
        return Turn(case, (noted, self.own_words.screens.prompt(case))) if noted else None


def _meant(case: Case, waiting: list[Request]) -> Request | None:
    """The only one that waits, or the one that was told just now; None where it may be any."""
    if len(waiting) == 1:
        return waiting[0]
    return next((each for each in waiting if was_told_last(case.deed, each)), None)
