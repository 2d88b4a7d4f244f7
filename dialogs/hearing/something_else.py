"""What tells of something else than what is asked, though it might be saved as the answer: it is asked about first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dialogs.content.guesses import ENOUGH, SURELY_OURS
from dialogs.content.phrases import has_a_question_mark
from dialogs.content.told_words import words_told
from dialogs.content.treatments import names_one
from dialogs.content.word_rows import Rows
from dialogs.days.zones import Places, today, todays
from dialogs.hearing.named import asks_for_a_name
from dialogs.hearing.no_place import NoPlace
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.journey.steps import root
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.patient.path import OF_LETTERS, line_of
from dialogs.understanding import own_lines
from dialogs.understanding.other_kinds import is_of_another_kind
from dialogs.understanding.own_lines import removes_some_line
from dialogs.understanding.safety import Kind
from dialogs.understanding.said_days import says_a_day
from dialogs.understanding.told_lines import told_line
from dialogs.ways import news_in

PLAN = "treatment_plan"
MADE_HERE = frozenset({"packet", "files", "checklist"})
"""What no question for a doctor is about by itself: "send me the file"."""
MOST_OF_THE_LIST = 5
"""Words of who speaks of the list of questions; more may well ask."""


@dataclass(frozen=True)
class SomethingElse:
    """Looks at a text for each kind of question in its own way."""

    own_words: OwnWords
    no_place: NoPlace
    places: Places

    def is_told(self, written: Written) -> bool:
        """Whether a text tells of something else than what is asked where they stand."""
        case = written.case
        if case.step == DESTINATION:
            return self.no_place.is_told(case, written.text)
        if asks_for_a_name(case.step) and line_of(case.step) != "contact":  # that one is looked at for itself
            return self._is_no_name(written)
        if self._is_of_no_place(written):
            return True
        told = self.by_question.get(written.takes or "")
        return told is not None and told(written)

    @cached_property
    def by_question(self) -> Mapping[str, Callable[[Written], bool]]:
        return {"record": self._is_no_record, "question": self._asks_nothing, "decision": self._decides_nothing}

    def _is_no_name(self, written: Written) -> bool:
        case, said = written.case, written.said
        line, day_words = line_of(case.step), self.own_words.days.words
        told = told_line(line, written.text, written.presses.told, today(case), day_words).text
        if not told or (line == "number" and self._is_no_number(written, told)):
            return True
        is_mixed = any(map(str.isalpha, told)) and any(map(str.isdecimal, told))
        if line in OF_LETTERS and is_mixed and self._says_a_day(written, told):
            return True
        is_a_place = line == "hospital" and said.names_a_place(told)
        is_nobody = line in OF_LETTERS and not is_a_place and said.points_to_nobody(told)
        return is_nobody or said.names_nobody(told) or said.withholds(told)

    def _is_no_number(self, written: Written, told: str) -> bool:
        """Whether what is told is no number of a hospital's: it has no figure, is a day, or reaches them."""
        if not any(map(str.isdecimal, told)) or written.presses.told.telephone.found(words_told(told)):
            return True
        return self._says_a_day(written, told)

    def _says_a_day(self, written: Written, told: str) -> bool:
        return says_a_day(told, todays(written.case), self.own_words.days.words, written.presses.told)

    def _is_of_no_place(self, written: Written) -> bool:
        """Whether a text tells of insurance or costs, and asks nothing."""
        presses, text = written.presses, written.text
        return bool(news_in(presses.topics.named_in(text))) and not presses.wonders(text)

    def _is_no_record(self, written: Written) -> bool:
        case, text = written.case, written.text
        if written.presses.told.announced.found(words_told(text)):
            return True
        if self._tells_of_an_arrival(written):
            return True
        if is_of_another_kind(written.said, root(case.step), text, today(case).year):
            return True
        if root(case.step) == PLAN and (
            not written.said.tells_of_a_plan(text) or removes_some_line(text, written.presses.told)
        ):
            return True
        return self._lets_go_of_lines(written) or not self._tells_of_a_record(written)

    def _tells_of_an_arrival(self, written: Written) -> bool:
        """Whether another record came: "the biopsy report came", told where the stage is asked for."""
        named = [each for each in written.presses.topics.named_in(written.text) if self._is_of_a_record(each)]
        others = bool(named) and root(written.case.step) not in named
        return others and any(written.presses.tells(written.text, key) for key in ("arrived", "got_it"))

    def _lets_go_of_lines(self, written: Written) -> bool:
        """Whether a text below written lines takes something back, and nobody knows what: it is no line itself."""
        case, text, told = written.case, written.text, written.presses.told
        takes_back = own_lines.removes(text, told) or own_lines.denies_all(text, told)
        return takes_back and root(case.step) in case.own_words

    def _tells_of_a_record(self, written: Written) -> bool:
        """Whether a text is written down at once: it has a sign of the patient's own medicines, illness or surgery."""
        text, said = written.text, written.said
        if written.presses.is_question(text):
            return False
        # Who gathers the records of another tells of a relative.
        own = text if written.case.for_another else said.told_of_oneself(text)
        return said.tells_of_a_record(own) and not any(map(self._is_known, said.beside_weak_signs(own)))

    def _is_known(self, word: str) -> bool:
        """A word of any talk, of a day or of a place."""
        ears = self.own_words.ears
        common = ears.model.common if ears.model else ()
        return word in common or self.own_words.days.is_about_days(word) or word in self.places.zones

    def _asks_nothing(self, written: Written) -> bool:
        text, said, presses = written.text, written.said, written.presses
        if self._speaks_of_the_list(written):
            return True
        is_for_a_doctor = self.own_words.ears.hear(text).kind is Kind.NOT_OURS
        asks = presses.wonders(text) or is_for_a_doctor
        if said.withholds(text) and not (
            presses.wonders(text) or has_a_question_mark(text)
        ):  # "the same as before" is no question
            return True
        is_for_us = not is_for_a_doctor and self._is_of_the_work(written)
        return is_for_us or (not asks and (said.only_tells(text) or presses.told.tells_news(text)))

    def _is_of_the_work(self, written: Written) -> bool:
        """Whether a text asks us rather than a doctor: it leads somewhere here, and names nothing of the illness."""
        # "Can my husband come?" may well be asked of a doctor; of the decision too little is asked to be wrong often.
        but, least = (root(written.case.step), "errands"), ENOUGH if written.takes == "decision" else SURELY_OURS
        likely = self.no_place.guesses.likely(written.text, but, least)
        named = any(map(self._is_of_a_record, written.presses.topics.named_in(written.text)))
        return bool(likely or (named and written.takes == "decision")) and not self._names_a_treatment(written)

    def _is_of_a_record(self, topic: str) -> bool:
        return self.own_words.screens.guide.record(topic) is not None

    def _names_a_treatment(self, written: Written) -> bool:
        every = (written.said, *written.said.others)
        return names_one([(each.decision, each.record) for each in every], written.text)

    def _speaks_of_the_list(self, written: Written) -> bool:
        """Whether a text tells what to do with the questions or with what is made here: "all", "the pdf", "you choose".

        Who says no more than that asks a doctor nothing.
        """
        text, presses = written.text, written.presses
        words, told, named = words_told(text), presses.told, presses.topics.named_in(text)
        if not words or len(words) > MOST_OF_THE_LIST or presses.wonders(text):
            return False
        if told.left_to_us.found(words) or own_lines.removes(text, told):
            return True
        is_ours = bool(named) and {*named} <= MADE_HERE
        return is_ours or Rows.together((told.every, told.both, told.first, told.last, told.more)).cover(words)

    def _decides_nothing(self, written: Written) -> bool:
        text, said, presses = written.text, written.said, written.presses
        is_only_news = not has_a_question_mark(text) and presses.told.tells_news(text)
        if not said.weighs_up(text) or is_only_news:
            return True
        if said.hardly_weighs_up(text) and not presses.wonders(text):
            return True
        if self._is_of_the_work(written) or removes_some_line(text, presses.told):
            return True
        # "The surgery is on April 9" tells a day, and what is on it.
        return bool(self.own_words.days.named(written.case, text)) and not said.doubts(text)
