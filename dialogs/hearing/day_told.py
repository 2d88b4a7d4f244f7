"""A day that is told where another thing is asked for: it puts the date right, and is no hospital."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.day_words import OTHER
from dialogs.content.phrases import bare, figures_alike, plain
from dialogs.content.presses import Presses
from dialogs.content.profile import found
from dialogs.content.told import words_told
from dialogs.content.word_rows import NO_ROWS, Rows
from dialogs.days.coming_days import understand, without_times
from dialogs.days.zones import todays
from dialogs.effects import Turn
from dialogs.journey.taps import Tap
from dialogs.roads.answering import Answering
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.destination.path import DESTINATION
from dialogs.understanding.near_places import near

DATE = "date"
LONGEST = 16
"""Words of a text that says a day and nothing else, with all its courtesies."""
NAMES_A_DAY = frozenset({"in_month", "weekday", "today", "tomorrow", "overmorrow", "yesterday", "ereyesterday", "week"})


@dataclass(frozen=True)
class DayTold:
    """Knows a text that is about the date alone, and answers it as it is answered where the date is asked for."""

    days: DaysAsked
    roads: Answering
    presses: Presses

    def turn(self, case: Case, text: str) -> Turn | None:
        if case.keeps_files is None or self.days.screens.journey.text_at(case.step) == "day":
            return None
        day = self._changed_to(case, text)
        if not day and case.step == DESTINATION and self._is_a_day_and_no_place(case, text):
            day = text
        asked = self.roads.aside(case, Tap("aside", move="the_date")) if day else None
        return self.roads.write(asked.case, day) if asked else None

    def _changed_to(self, case: Case, text: str) -> str:
        """The day of "change the date to March 25", behind words that ask for the date; "" if there is none."""
        pieces = text.split()
        if len(pieces) > LONGEST:
            return ""
        for at in range(1, len(pieces)):
            day = " ".join(pieces[at:])
            if self.presses.asks_for(" ".join(pieces[:at])) == DATE and self.says_a_day(case, day):
                return day if understand(day, todays(case), self.days.words).days else ""
        return ""

    def _is_a_day_and_no_place(self, case: Case, text: str) -> bool:
        places = self.days.screens.guide.destinations
        return self.says_a_day(case, text) and not found(places, text) and near(places, text) is None

    def says_a_day(self, case: Case, text: str) -> bool:
        """Whether a text names a day, and every other word of it only says so: "no, it's the 21st"."""
        if len(text.split()) > LONGEST:
            return False
        words, told = self.days.words, self.presses.told
        left = words_told(without_times(figures_alike(text), words))
        if not understand(text, todays(case), words).days and not any(
            kind in NAMES_A_DAY for kind, _ in words.read(" ".join(left))
        ):
            return False
        around = Rows.of(tuple(plain(phrase).split()) for phrase in words.around)
        topics = self.presses.topics
        topic = topics.rows.get(DATE, NO_ROWS)
        left = tuple(word for word in left if not topic.cover((bare(word, topics.arabic),)))
        for rows in (told.corrected, told.no, topic, around, told.it_is, told.links, told.around):
            left = rows.taken_out(left)
        return all(token != OTHER for token in words.read(" ".join(left)))
