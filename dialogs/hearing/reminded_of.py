""" "Got them", written below a reminder: what has come of the request that it is about, opened or not."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.request import Request
from dialogs.days import zones
from dialogs.days.line_days import Day, days_in
from dialogs.days.line_words import line_of
from dialogs.effects import Turn
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.journey.taps import Tap
from dialogs.roads.answering import Answering
from dialogs.roads.reminders.due import request_of
from dialogs.roads.requests import changes as requests
from dialogs.roads.requests.screens import receipt
from dialogs.understanding.asked_when import tells_when

MOST_WORDS = 10
"""Of a text that only tells what came of a request."""
OF_A_REQUEST = frozenset({"requests", "deliveries", "checklist"})
"""What a text may name beside the record, and tells of no other."""
HAVE, ASKED = "have", "asked"


@dataclass(frozen=True)
class RemindedOf:
    """Knows what is told of a request below its reminder: it arrived, they asked again, or it takes longer."""

    own_words: OwnWords
    roads: Answering

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text, which says back of what it was taken; None if it is none."""
        case, text = written.case, written.last
        request = request_of(case)
        if (
            request is None
            or not request.waiting
            or len(text.split()) > MOST_WORDS
            or written.presses.is_question(text)
            or self.own_words.pressing.copied(case, text)
        ):
            return None
        if not self._may_be_of(case, request, text) or self.own_words.is_of_a_person(text):
            return None
        return self._promised(case, request, text) or self._pressed(written, request, text)

    def _may_be_of(self, case: Case, request: Request, text: str) -> bool:
        """Whether it names this record, or none while nothing else is waited for: unopened, it tells nobody of what."""
        named = {*self.own_words.presses.topics.named_in(text)} - OF_A_REQUEST
        is_alone = sum(each.waiting for each in case.requests) == 1
        is_opened = any(shown.data.endswith(f"/{HAVE}") for shown in case.keyboard)
        return named == {request.record} or (not named and (is_alone or is_opened))

    def _promised(self, case: Case, request: Request, text: str) -> Turn | None:
        """When it should come now, reckoned from today: "they said two weeks"."""
        read = tells_when(text, zones.today(case), self.own_words.days.words, self.own_words.presses.told)
        if read is None or read.promised is None or read.says_when:
            return None
        case = requests.changed(case, replace(request, promised=read.promised.isoformat()))
        noted = receipt(case, request.number)
        return Turn(case, (noted, self.own_words.screens.prompt(case))) if noted else None

    def _pressed(self, written: Written, request: Request, text: str) -> Turn | None:
        """What a tap on the button of the opened reminder does, with the day of asking that was told."""
        case, words = written.case, self.own_words.days.words
        if self.own_words.pressing.copied(case, text) is not None:
            return None
        key = written.presses.pressed(text, {HAVE, ASKED, "refused", "next_week", "tomorrow", "stop_this"}).key
        if key not in (HAVE, ASKED):
            return None
        turn = self.roads.aside(case, Tap("aside", move="note", arguments=(str(request.number), key)))
        said = (each for each in days_in(line_of(text, words)) if isinstance(each, Day))
        gone_by = [day for each in said if (day := each.asked(zones.today(case)))]
        if turn is None or key != ASKED or len(gone_by) != 1:
            return turn
        noted = requests.chased(case, request, gone_by[0])
        return Turn(replace(turn.case, requests=noted.requests), turn.effects)
