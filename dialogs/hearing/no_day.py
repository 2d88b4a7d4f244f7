"""What is told where a day is asked for, and says none: "we have the ct on a cd", "I have no money for this"."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.content.day_words import OTHER
from dialogs.content.meanings import QUESTION
from dialogs.content.money import without_money
from dialogs.content.phrases import has_a_question_mark
from dialogs.content.profile import found
from dialogs.days import births
from dialogs.days.zones import today
from dialogs.effects import Turn
from dialogs.hearing.no_answer import UNLIKELY
from dialogs.hearing.written import Written
from dialogs.roads.patient.path import line_of
from dialogs.roads.the_date.path import DATE as THE_DATE
from dialogs.understanding.said_days import DATE
from dialogs.unplaced import Unplaced
from dialogs.ways import news_in


@dataclass(frozen=True)
class NoDay:
    """Asks about such a text; what may well be about the day is left to who asks for that one again."""

    unplaced: Unplaced

    def turn(self, written: Written) -> Turn | None:
        kind = self._kind(written) if written.takes == "day" else ""
        return self.unplaced.asked_about(written.case, written.text, kind=kind) if kind else None

    def _kind(self, written: Written) -> str:
        """`QUESTION`, or `UNLIKELY`; empty if it may well be about the day."""
        case, presses, said, days = written.case, written.presses, written.said, written.own_words.days
        if line_of(case.step) == "born" and births.read(written.text, today(case), days.words):
            return ""
        topics, text = presses.topics.named_in(written.text), without_money(written.text, days.words.every_money)
        if DATE not in topics and presses.told.tells_news(text):
            return UNLIKELY  # "we move on May 1": that is no day of theirs
        if any(day > today(case) for day in days.said(case, text)):
            return ""
        if found(written.screens.guide.destinations, text):
            return UNLIKELY  # "Mayo Clinic" is no May
        if news_in(topics) and not has_a_question_mark(text) and not any(map(str.isdecimal, text)):
            return UNLIKELY  # "I have no money for this"
        says_days = any(map(str.isdecimal, text)) or any(token != OTHER for token in days.words.read(text))
        if has_a_question_mark(text):
            return "" if says_days or DATE in topics else QUESTION
        if any(topic != DATE for topic in topics):
            return UNLIKELY if not says_days or said.tells_news(text) else ""
        tells = case.step == THE_DATE and not (says_days or topics) and said.only_tells(text)
        return UNLIKELY if tells else ""
