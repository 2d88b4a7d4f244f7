"""Who seems to mourn, or to lose somebody, is met kindly, and so is what they write next. A guess ends nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.guesses import Guesses
from dialogs.content.profile import found
from dialogs.content.said import GREETING, QUESTION, THANKS
from dialogs.effects import Keyboard, Say, Turn, aside
from dialogs.hearing import texts
from dialogs.hearing.bereaved import CONDOLENCES, GRIEVING
from dialogs.hearing.cards import HELP, HERE
from dialogs.hearing.own_words import OwnWords
from dialogs.roads.destination.path import DESTINATION
from dialogs.understanding.said_days import NAMES_A_DAY

HELP_WISH = "help"
OF_THE_WORK = frozenset({"deliveries", "requests", "date", "files"})
"""What somebody goes on with who tells what was sent, asked for or moved to another day, beside the records."""
OF_WORK_BY, TAKES_OVER_BY = 1.0, 1.5
"""By how much more a text has to speak of the living than of a death: where it seems to be of the work, and where it
tells only who goes on ("this is his wife now")."""
LEAST_WORDS = 3
"""Of fewer words nobody knows whether they tell of the living: "it's over", "at home"."""


@dataclass(frozen=True)
class Grieving:
    """Goes before buttons and answers where it is likely, and before "I do not know where this belongs" otherwise."""

    own_words: OwnWords
    guesses: Guesses

    def goes_first(self, case: Case, text: str) -> bool:
        """Whether a text is of grief before it is anything else, wherever they stand."""
        if case.asked in CONDOLENCES:
            return not self._is_of_the_records(case, text)
        if case.keeps_files is None:
            return False  # "my mother has three months left", told to begin with, says whose records these are
        own = self.own_words
        if own.said.tells_of_dying(text):
            return True
        of_days = own.days.is_about_days(text) or own.days.is_of_no_visit(text)
        is_plain = of_days or bool(found(own.screens.guide.destinations, text))
        return len(text.split()) > 1 and not is_plain and self.guesses.mourns(text, surely=True)

    def seems(self, text: str) -> bool:
        """Whether a text that nobody understands may be of grief."""
        return self.guesses.mourns(text)

    def seems_instead(self, case: Case, text: str) -> bool:
        """The same of a text that would be saved where any words may be an answer: as a hospital, or as a question."""
        own, takes = self.own_words, self.own_words.screens.journey.text_at(case.step)
        if takes == "question":
            is_one = own.pressing.presses.wonders(text) or own.said.is_no_answer(text) == QUESTION
        elif case.step == DESTINATION:
            is_one = own.said.may_name_a_place(text) or bool(found(own.screens.guide.destinations, text))
        else:
            return False
        return len(text.split()) > 1 and not is_one and self.seems(text)

    def met(self, case: Case, text: str) -> Turn:
        """The kind word. What was written is kept: one tap uses it, if it was about the records after all."""
        again, use = case.asked in CONDOLENCES, Keyboard()
        if case.keeps_files is not None and not again:
            case = texts.holding(case, text)
            use = ((aside("text/records", "about_records", case.texts_seen),),)
        reminds = case.reminders is not None and case.reminders.due is not None
        stop: Keyboard = ((aside("stop"),),) if reminds else ()
        told = self.own_words.said.is_no_answer(text) not in (THANKS, GREETING)
        values = {"again": again, "told": told, "kept": bool(use)}
        return Turn(case, (Say(GRIEVING, values, (*stop, *HERE, *use, (HELP,)), quiet=True),))

    def _is_of_the_records(self, case: Case, text: str) -> bool:
        """Whether who was met so plainly goes on: says a button in sight, a list, a record, a day or who takes over."""
        presses = self.own_words.pressing.presses
        if self.guesses.mourns(text) or self.own_words.said.is_no_answer(text) == GREETING:
            return False  # "ok" and "now what" ask for no form
        wish = presses.asks_for(text)
        if wish == HELP_WISH:
            return False  # "what do I do with all this": no screen about buttons answers that
        own, named = self.own_words, presses.topics.named_in(text)
        if any(map(own.screens.guide.record, named)) or own.mean(case, text)[0] or wish:
            return True
        return own.said.tells_of_a_record(text) or self._goes_on_working(text, named)

    def _goes_on_working(self, text: str, named: Collection[str]) -> bool:
        """ "I sent everything yesterday", "the visit is March 30", "my wife takes over": no "Sunday, at the church"."""
        own = self.own_words
        if own.said.is_no_answer(text) or own.pressing.presses.is_question(text):
            return False
        of_work = [way for way in self.guesses.likely(text) if way in OF_THE_WORK or own.screens.guide.record(way)]
        if not {*of_work}.isdisjoint(named):
            return True
        says_a_day = any(kind in NAMES_A_DAY for kind, _ in own.days.words.read(text))
        by = OF_WORK_BY if of_work else TAKES_OVER_BY
        return len(text.split()) >= LEAST_WORDS and bool(of_work or not says_a_day) and self.guesses.lives(text, by)
