"""Who seems to mourn, or to lose somebody, is met kindly, and so is what they write next. A guess ends nothing."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import LONG_AGO, Case
from dialogs.case.copies import replace
from dialogs.content.guesses import Guesses
from dialogs.content.meanings import CRY, GREETING, QUESTION, TAKES_OVER, THANKS, UNMOURNED
from dialogs.content.phrases import Text, plain
from dialogs.content.profile import found
from dialogs.effects import Keyboard, Say, Turn, aside
from dialogs.hearing import texts
from dialogs.hearing.after_card import LASTS, card_above, is_answered
from dialogs.hearing.bereaved import CONDOLENCES, GRIEVING
from dialogs.hearing.cards import HELP, HERE
from dialogs.hearing.no_answer import ELSEWHERE, UNLIKELY
from dialogs.hearing.of_the_work import OfTheWork
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.roads.destination.path import DESTINATION

NO_OTHER = frozenset({UNLIKELY, ELSEWHERE, CRY})
"""What a text is of which nobody knows what it says: it may be of grief."""
MOST_OF_A_SMALL_ANSWER = 3
"""Words of a text that answers, and tells nothing."""


@dataclass(frozen=True)
class Grieving:
    """Goes before buttons and answers where it is likely, and before "I do not know where this belongs" otherwise."""

    own_words: OwnWords
    guesses: Guesses
    work: OfTheWork

    def goes_first(self, case: Case, text: str) -> bool:
        """Whether a text is of grief before it is anything else, wherever they stand."""
        if case.asked in CONDOLENCES:
            return not self._is_of_the_records(case, text)
        if case.keeps_files is None:
            return False  # "my mother has three months left", told to begin with, says whose records these are
        own = self.own_words
        if own.said.tells_of_dying(text):
            return True
        if not self._may_guess(case):
            return False
        of_days = own.days.is_about_days(text) or own.days.is_of_no_visit(text)
        is_plain = of_days or bool(found(own.screens.guide.destinations, text))
        return len(text.split()) > 1 and not is_plain and self._mourns(text, surely=True)

    def turn(self, written: Written) -> Turn | None:
        """The kind word, where nobody understands a text, or it would be saved though it seems to be of grief."""
        seems = self._seems if written.kind in NO_OTHER else self._seems_instead
        return self.met(written.case, written.text) if seems(written.case, written.text) else None

    def _seems(self, case: Case, text: str) -> bool:
        """Whether a text that nobody understands may be of grief."""
        return self._may_guess(case) and self._mourns(text)

    def _is_small_answer(self, text: str) -> bool:
        """Whether a text of a few words agrees, denies, thanks or names a record: no grief is guessed of it."""
        if len(text.split()) > MOST_OF_A_SMALL_ANSWER:
            return False
        own, presses = self.own_words, self.own_words.presses
        agrees = presses.pressed(text, ("yes", "no")).key or own.said.is_no_answer(text) in (THANKS, GREETING)
        return bool(agrees) or any(map(own.screens.guide.record, presses.topics.named_in(text)))

    def _mourns(self, text: str, surely: bool = False, told: bool = False) -> bool:
        """Whether grief is guessed: not of "dead on", of a small answer, nor of who goes on with the chat.

        Never without a word of death or mourning: "they said tomorrow" is as near to what mourners write as can be.
        `told`: a death was told already, and "Sunday, at the church" is of it.
        """
        said = self.own_words.said
        if said.is_all(text, TAKES_OVER) or said.is_all(text, UNMOURNED) or self._is_small_answer(text):
            return False
        every = (said, *said.others)
        for each in every:
            text = each.figurative.taken_out(plain(text))
        words = [(each.mourning, Text(each.spelling.mended(text.replace(".", " ")))) for each in every]
        return (told or any(each.found(read) for each, read in words)) and self.guesses.mourns(text, surely)

    @staticmethod
    def _may_guess(case: Case) -> bool:
        """Not below a card that must not wait ("it stopped" answers that one), and once in a conversation."""
        is_told_of_a_card = bool(card_above(case)) and not is_answered(case)
        return not is_told_of_a_card and abs(case.heard - case.grief_guessed) > LASTS

    def _seems_instead(self, case: Case, text: str) -> bool:
        """The same of a text that would be saved where any words may be an answer: as a hospital, or as a question."""
        own, takes = self.own_words, self.own_words.screens.journey.text_at(case.step)
        if takes == "question":
            is_one = own.presses.wonders(text) or own.said.is_no_answer(text) == QUESTION
        elif case.step == DESTINATION:
            is_one = own.said.may_name_a_place(text) or bool(found(own.screens.guide.destinations, text))
        else:
            return False
        return len(text.split()) > 1 and not is_one and self._seems(case, text)

    def met(self, case: Case, text: str) -> Turn:
        """The kind word. What was written is kept: one tap uses it, if it was about the records after all.

        Where it is only guessed, what is written next is heard as if it had not been said.
        """
        again, use = case.asked in CONDOLENCES, Keyboard()
        guessed = not again and not self.own_words.said.tells_of_dying(text)
        case = replace(case, grief_guessed=case.heard if guessed else LONG_AGO)
        if case.keeps_files is not None and not again:
            case = texts.holding(case, text)
            use = ((aside("text/records", "about_records", case.texts_seen),),)
        reminds = case.reminders is not None and case.reminders.due is not None
        stop: Keyboard = ((aside("stop"),),) if reminds else ()
        told = self.own_words.said.is_no_answer(text) not in (THANKS, GREETING)
        values = {"again": again, "told": told, "kept": bool(use), "guessed": guessed}
        return Turn(case, (Say(GRIEVING, values, (*stop, *HERE, *use, (HELP,)), quiet=True),))

    def _is_of_the_records(self, case: Case, text: str) -> bool:
        """Whether who was met so plainly goes on with the records, or somebody else does."""
        if self._mourns(text, told=True) or self.own_words.said.is_no_answer(text) == GREETING:
            return False  # "ok" and "now what" ask for no form
        return self.work.is_plain(case, text) or self.work.takes_over(text)
