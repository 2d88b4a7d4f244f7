"""Who goes on with the records below a condolence or a card that was only guessed: that text is used as elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.guesses import Guesses
from dialogs.content.meanings import HELPED, NEWS
from dialogs.content.meanings import PAPERS as OF_PAPERS
from dialogs.content.phrases import has_a_question_mark
from dialogs.content.profile import found
from dialogs.hearing.after_card import IN_NEED, card_above
from dialogs.hearing.bereaved import CONDOLENCES
from dialogs.hearing.cards import MAYBE
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.understanding.said_days import NAMES_A_DAY

HELP_WISH = "help"
WORK = frozenset({"deliveries", "requests", "date", "files"})
"""What somebody goes on with who tells what was sent, asked for or moved to another day, beside the records."""
PAPERS = frozenset({"deliveries", "files"})
"""What is told of papers that came or were sent."""
OF_WORK_BY, TAKES_OVER_BY = 1.0, 1.5
"""By how much more a text has to speak of the living than of a death: where it seems to be of the work, and where it
tells only who goes on ("this is his wife now")."""
MEDICINES, DATE = "medications", "date"
"""Pills may be what was taken; who names the visit goes on."""
LEAST_WORDS = 3
"""Of fewer words nobody knows whether they tell of the living: "it's over", "at home"."""


@dataclass(frozen=True)
class OfTheWork:
    """Knows what is plainly of the records, and who goes on with them."""

    own_words: OwnWords
    guesses: Guesses

    def is_plain(self, case: Case, text: str) -> bool:
        """Whether a text says a button in sight, a list, a record, what was sent or asked for, or a day of theirs."""
        own = self.own_words
        presses = own.presses
        wish = presses.asks_for(text)
        if wish == HELP_WISH:
            return False  # "what do I do with all this": no screen about buttons answers that
        named = presses.topics.named_in(text)
        if any(map(own.screens.guide.record, named)) or own.mean(case, text)[0] or wish:
            return True
        return own.said.tells_of_a_record(text) or self._tells_what_was_done(text, named)

    def names_papers(self, case: Case, text: str) -> bool:
        """Whether a text names a list, a paper, a day or a place: below an alarm no other word is of the work."""
        own = self.own_words
        presses = own.presses
        named = {*presses.topics.named_in(text)} - {MEDICINES}
        is_paper = DATE in named or any(map(own.screens.guide.record, named))
        return is_paper or presses.asks_for(text) not in ("", HELP_WISH) or self._answers(case, text)

    @staticmethod
    def goes_on(written: Written) -> Written | None:
        """Whoever was not met below a condolence is heard as if none stood above, whatever they write."""
        case = written.case
        return written.where(replace(case, asked="")) if case.asked in CONDOLENCES else None

    def goes_on_below_a_guess(self, written: Written) -> Written | None:
        """So is a text of the records below a card that was only guessed."""
        is_so = self.is_below_a_guess(written.case, written.text)
        return written.where(replace(written.case, asked="")) if is_so else None

    def is_below_a_guess(self, case: Case, text: str) -> bool:
        """Whether a text below a card that was only guessed is of the records: that is not thanked for and lost."""
        if card_above(case) != MAYBE or case.keeps_files is None:
            return False
        if self.own_words.said.below_a_card(text) == HELPED:  # "it came", and "they called", may be of help
            return self._tells_of_papers(text)
        if self.own_words.said.is_all(text, NEWS, OF_PAPERS) or self._only_asks(text):
            return True
        return self._tells_of_papers(text) or self._answers(case, text) or self.is_plain(case, text)

    def _only_asks(self, text: str) -> bool:
        """ "Can I sign for him?": whoever was taken for somebody in need by mistake is answered as anywhere."""
        own = self.own_words
        in_need = own.ears.hear(text).urgent or own.said.below_a_card(text) or own.said.is_no_answer(text) in IN_NEED
        asks = has_a_question_mark(text) or own.presses.is_question(text)
        return asks and not in_need

    def takes_over(self, text: str) -> bool:
        """ "My wife takes over": who goes on is told, and no day; "Sunday, at the church" may be that of a burial."""
        if self._asks(text) or any(kind in NAMES_A_DAY for kind, _ in self.own_words.days.words.read(text)):
            return False
        return len(text.split()) >= LEAST_WORDS and self.guesses.lives(text, TAKES_OVER_BY)

    def _answers(self, case: Case, text: str) -> bool:
        """Whether a text says what is asked for where they stand: a day or a place."""
        own, takes = self.own_words, self.own_words.screens.journey.text_at(case.step)
        if takes == "day" and own.days.said(case, text):
            return not own.said.is_no_answer(text)
        return bool(found(own.screens.guide.destinations, text))

    def _tells_of_papers(self, text: str) -> bool:
        """ "The disc came", "the fax came through": a record is named, or what was sent is the likeliest."""
        is_record, named = self.own_words.screens.guide.record, self.own_words.presses.topics.named_in(text)
        sent = PAPERS.intersection(self.guesses.likely(text)[:1])
        return any(map(is_record, named)) or (bool(sent) and not self.own_words.ears.hear(text).urgent)

    def _tells_what_was_done(self, text: str, named: Collection[str]) -> bool:
        """ "I sent everything yesterday", "the visit is March 30"."""
        is_record = self.own_words.screens.guide.record
        work = {way for way in self.guesses.likely(text) if way in WORK or is_record(way)}
        if not work or self._asks(text):
            return False
        return bool(work & {*named}) or (len(text.split()) >= LEAST_WORDS and self.guesses.lives(text, OF_WORK_BY))

    def _asks(self, text: str) -> bool:
        return bool(self.own_words.said.is_no_answer(text)) or self.own_words.presses.is_question(text)
