"""A day that is told where another thing is asked for: it puts the date right, and is no hospital."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.phrases import has_a_question_mark, plain
from dialogs.content.presses import Presses
from dialogs.content.profile import found
from dialogs.days.coming_days import understand
from dialogs.days.other_days import stands
from dialogs.days.zones import today, todays
from dialogs.effects import Turn
from dialogs.hearing.named import asks_for_a_name
from dialogs.hearing.written import Written
from dialogs.journey.taps import Tap
from dialogs.roads.answering import Answering
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.records.path import ASKED
from dialogs.roads.reminders.path import ZONE
from dialogs.roads.the_date.path import DATE as THE_DATE
from dialogs.understanding.asked_when import asked_and_promised
from dialogs.understanding.near_places import near
from dialogs.understanding.said_days import DATE, LONGEST, says_a_day

SPANS = frozenset({"day", "week", "month"})
"""What is counted, and is no day itself."""
_WORDED = ("decision", "question")
"""What is asked for in words of their own: a day may be a part of them."""


@dataclass(frozen=True)
class DayTold:
    """Knows a text that is about the date alone, and answers it as it is answered where the date is asked for."""

    days: DaysAsked
    roads: Answering
    presses: Presses

    def turn(self, written: Written) -> Turn | None:
        case, text = written.case, written.last
        if case.step == THE_DATE and not case.asked and self._changed_to(case, text):
            return self.roads.write(case, text)  # "they changed my appointment to the 22nd" asks for no date once more
        if written.takes == "day" and case.step != ZONE:  # there a place is asked for, or what the clocks show
            return None
        day = self._put_right(case, text) or self._changed_to(case, text)
        if not day and self._is_news_of_the_visit(written, text):
            day = text
        is_one = case.step == DESTINATION or self._is_of_a_visit(case, text)
        # What a clock shows may have its day beside it: "Monday, 9:30".
        if not day and case.step != ZONE and (is_one or self._is_nothing_else(case, text)):
            day = text if self._is_a_day_and_no_place(case, text) else ""
        asked = self.roads.aside(case, Tap("aside", move="the_date")) if day else None
        return self.roads.write(asked.case, text if self.days.is_moved(case, text) else day) if asked else None

    def _put_right(self, case: Case, text: str) -> str:
        """The day in place of the one that was confirmed just now: "typo, the 16th", "not the 12th, I meant 13"."""
        deed = case.deed
        if not case.date or deed is None or deed.stray or deed.step != THE_DATE or self._names_a_place(text):
            return ""
        day = self.days.put_right(case, text)
        return day.isoformat() if day else ""

    def _changed_to(self, case: Case, text: str) -> str:
        """The day of "change the date to March 25", behind words that ask for the date; "" if there is none."""
        pieces = text.split()
        if len(pieces) > LONGEST:
            return ""
        for at in range(1, len(pieces)):
            day = " ".join(pieces[at:])
            if self.presses.asks_for(" ".join(pieces[:at])) == DATE and self._says_a_day(case, day):
                return day if understand(day, todays(case), self.days.words).days else ""
        return ""

    def _is_of_a_visit(self, case: Case, text: str) -> bool:
        """Whether it says what the day is of, so that it is told wherever they are: "my visit is March 20"."""
        is_coming = bool(understand(text, todays(case), self.days.words).days)
        return is_coming and self.presses.topics.named_in(text) == [DATE]

    def _is_news_of_the_visit(self, written: Written, text: str) -> bool:
        """Whether a sentence tells of the visit, or that they called, and its day: "they called, it's April 9"."""
        case = written.case
        if self.days.screens.journey.text_at(case.step) in _WORDED and self._weighs_up(written, text):
            return False
        if self.presses.is_question(text) or has_a_question_mark(text):
            return False
        words, named = self.days.words, self.presses.topics.named_in(text)
        if asked_and_promised(text, today(case), words):
            return False
        said = plain(text).replace(".", " ")
        is_of_it = DATE in named
        if not is_of_it and SPANS & {kind for kind, _ in words.read(said)}:
            return False  # "she said 5-7 business days" tells how long it takes
        # Whoever lives between two languages says "el appointment".
        tells = is_of_it or any(stands((*each.called, *each.visit), said) for each in (words, *words.others))
        # "The visit is next Tuesday" says which; of a call alone the day may be that of the call.
        coming = self.days.said(case, text) if is_of_it else self.days.named(case, text)
        return tells and {*named} <= {DATE} and bool(coming)

    def _weighs_up(self, written: Written, text: str) -> bool:
        """Whether it may be a decision or a question that has a day in it: "whether they can wait until May 4"."""
        said = written.said
        return self.presses.wonders(text) or (said.weighs_up(text) and not said.hardly_weighs_up(text))

    def _is_nothing_else(self, case: Case, text: str) -> bool:
        """Whether a coming day is told, with its month or number, where it answers nothing that is asked."""
        if case.asked or asks_for_a_name(case.step) or case.step.endswith(f".{ASKED}"):
            return False
        return bool(self.days.named(case, text))

    def _is_a_day_and_no_place(self, case: Case, text: str) -> bool:
        return self._says_a_day(case, text) and not self._names_a_place(text)

    def _names_a_place(self, text: str) -> bool:
        """Mayo is May, too: "creo que Mayo", "I meant Mayo Clinic"."""
        places, told = self.days.screens.guide.destinations, self.presses.told
        named = told.place(told.in_place_of(text))
        return bool(found(places, named)) or near(places, named) is not None

    def _says_a_day(self, case: Case, text: str) -> bool:
        return says_a_day(text, todays(case), self.days.words, self.presses.told, self.presses.topics)
