"""What nobody would want to find as their decision, a note or a name: a cry, a greeting, a question for another."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogs.case.case import Case
from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.guesses import NO_GUESSES, Guesses
from dialogs.content.money import without_money
from dialogs.content.presses import Presses
from dialogs.content.profile import found, said_no
from dialogs.content.said import GREETING, QUESTION, THANKS, Said
from dialogs.content.told_words import words_told
from dialogs.content.word_rows import Rows
from dialogs.days import births
from dialogs.days.zones import Places, today, todays
from dialogs.hearing.named import asks_for_a_name, may_be_a_short_name
from dialogs.journey.screens import Screens
from dialogs.journey.steps import below, root
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.destination.answers import wanted_by_themselves
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.patient.path import OF_LETTERS, line_of
from dialogs.roads.records.path import ASKED
from dialogs.roads.the_date.path import DATE as THE_DATE
from dialogs.understanding import own_lines
from dialogs.understanding.asked_when import asked_nobody
from dialogs.understanding.near_places import near
from dialogs.understanding.safety import Ears, Kind
from dialogs.understanding.said_days import DATE, says_a_day
from dialogs.understanding.told_lines import told_line
from dialogs.ways import news_in

ELSEWHERE = "elsewhere"
"""What presses a button that does not stand here: "later" where nothing can wait."""
UNLIKELY = "unlikely"
"""What may answer, but tells something else: "my name is Rosa" where a decision is asked for."""

SHORT_NAME = 2
"""Words of a hospital's name that may well look like anything else: "Rush", "La Paz", "charing cross"."""

PLAN = "treatment_plan"
MADE_HERE = frozenset({"packet", "files", "checklist"})
"""What no question for a doctor is about by itself: "send me the file"."""
MOST_OF_THE_LIST = 5
"""Words of who speaks of the list of questions; more may well ask."""
_WORDED = ("decision", "question", "record")
"""What is answered in words: figures alone answer none of these."""


@dataclass(frozen=True)
class NoAnswer:
    """Knows what is no answer to a step's question."""

    ears: Ears
    said: Said
    presses: Presses
    screens: Screens
    days: DaysAsked | None = None
    places: Places = field(default_factory=Places)
    guesses: Guesses = NO_GUESSES

    def kind(self, case: Case, text: str, is_meant: bool = False) -> str:
        """`CRY`, `THANKS`, `GREETING`, `QUESTION`, `ELSEWHERE` or `UNLIKELY`; empty if it may well be an answer.

        `is_meant`: it was asked about already, so that it is not `UNLIKELY`.
        """
        takes = self.screens.journey.text_at(case.step)
        if takes == "day":  # a blessing names none; whatever else may be one
            return THANKS if self.said.is_no_answer(text) == THANKS else ""
        if (takes in _WORDED or case.step == DESTINATION) and not any(map(str.isalpha, text)):
            return ELSEWHERE  # "1" or a smile: a button, perhaps, and no words of theirs
        if asks_for_a_name(case.step) and not is_meant and self.said.withholds(text):
            return GREETING  # it is asked again
        if takes == "question" and not is_meant and self.said.lets_go(text):
            return ELSEWHERE
        if kind := self.said.is_no_answer(text, weighs=takes == "decision", may_ask=takes == "question"):
            return kind
        # "I asked my doctor" says whom they asked.
        whom = ("asked",) if case.step == below(root(case.step), ASKED) else ()
        if whom and asked_nobody(text, self.presses.told):
            return ""
        # "We asked them last Tuesday" says nothing of where it goes, however much more it says.
        if self.presses.is_no_answer(text, but=whom, with_details=case.step == DESTINATION):
            return ELSEWHERE
        if not is_meant and self._tells_something_else(case, takes, text):
            return UNLIKELY
        # What tells of the record itself is its answer: "it spread to my liver".
        is_ours = takes in ("decision", "question", "record") or self.ears.hear(text).kind is not Kind.NOT_OURS
        return "" if is_ours or (asks_for_a_name(case.step) and may_be_a_short_name(text)) else QUESTION

    def _tells_something_else(self, case: Case, takes: str | None, text: str) -> bool:
        if case.step == DESTINATION:
            known, told_of = self.screens.guide.destinations, self.presses.told
            text = wanted_by_themselves(known, text, told_of)
            if told_of.tells_where_treated(text) or told_of.tells_of_a_refusal(text):
                return True
            if told_of.corrects(text):  # "I meant thank you" is no other place
                left = told_of.in_place_of(text)
                is_one = found(known, left) or near(known, left) or self.said.names_a_place(left)
                return not is_one
            denying = (*(self.days.words.denying if self.days else ()), *told_of.removed)
            if self.presses.is_question(text) or said_no(known, text, denying):
                return True
            if found(known, text) and told_of.is_hearsay(text):
                return True
            if told_of.recounts(text):
                return True
            if found(known, text) or near(known, text):
                return False
            if self._is_more_than_a_name(text) and self.guesses.tells_instead(text):
                return True
            if self.said.may_name_a_place(text):
                return False
            return self.said.names_no_place(text) or self.said.lets_go(text) or self._is_news(case, text)
        if asks_for_a_name(case.step) and line_of(case.step) != "contact":  # that one is looked at for itself
            line = line_of(case.step)
            told = told_line(line, text, self.presses.told, today(case), self._day_words).text
            if not told or (line == "number" and self._is_no_number(case, told)):
                return True
            is_mixed = any(map(str.isalpha, told)) and any(map(str.isdecimal, told))
            if line in OF_LETTERS and is_mixed and self._says_a_day(case, told):
                return True
            is_a_place = line == "hospital" and self.said.names_a_place(told)
            is_nobody = line in OF_LETTERS and not is_a_place and self.said.points_to_nobody(told)
            return is_nobody or self.said.names_nobody(told) or self.said.withholds(told)
        if self._is_of_no_place(text):
            return True
        if takes == "record":
            if self.presses.told.announced.found(words_told(text)):
                return True
            if root(case.step) == PLAN and not self.said.tells_of_a_plan(text):
                return True
            return self._lets_go_of_lines(case, text) or not self._tells_of_a_record(case, text)
        if takes == "question":
            asks = self.presses.wonders(text) or self.ears.hear(text).kind is Kind.NOT_OURS
            if self._speaks_of_the_list(text):
                return True
            return not asks and (self.said.only_tells(text) or self.presses.told.tells_news(text))
        return takes == "decision" and self._decides_nothing(case, text)

    def _decides_nothing(self, case: Case, text: str) -> bool:
        if not self.said.weighs_up(text) or self._is_only_news(text):
            return True
        if self.said.hardly_weighs_up(text) and not self.presses.wonders(text):
            return True
        # "The surgery is on April 9" tells a day, and what is on it.
        is_a_day = self.days is not None and bool(self.days.named(case, text))
        return is_a_day and not self.said.doubts(text)

    def _is_more_than_a_name(self, text: str) -> bool:
        is_named = any(word[:1].isupper() for word in text.split()[1:]) and self.said.names_a_place(text)
        return len(text.split()) > SHORT_NAME and not is_named

    def _speaks_of_the_list(self, text: str) -> bool:
        """Whether a text tells what to do with the questions or with what is made here: "all", "the pdf", "you choose".

        Who says no more than that asks a doctor nothing.
        """
        words, told, named = words_told(text), self.presses.told, self.presses.topics.named_in(text)
        if not words or len(words) > MOST_OF_THE_LIST or self.presses.wonders(text):
            return False
        if told.left_to_us.found(words) or own_lines.removes(text, told):
            return True
        is_ours = bool(named) and {*named} <= MADE_HERE
        return is_ours or Rows.together((told.every, told.both, told.first, told.last, told.more)).cover(words)

    def _is_of_no_place(self, text: str) -> bool:
        """Whether a text tells of insurance or costs, and asks nothing."""
        return bool(news_in(self.presses.topics.named_in(text))) and not self.presses.wonders(text)

    def _is_only_news(self, text: str) -> bool:
        return not ("?" in text or "؟" in text) and self.presses.told.tells_news(text)

    def beside_a_day(self, case: Case, text: str) -> str:
        """What a text is that says no day where one is asked for: `QUESTION`, or `UNLIKELY` ("we have the ct on a cd").

        Empty if it may well be about the day: that one is asked for again.
        """
        if line_of(case.step) == "born" and births.read(text, today(case), self._day_words):
            return ""
        topics, text = self.presses.topics.named_in(text), without_money(text, self._day_words.every_money)
        if DATE not in topics and self.presses.told.tells_news(text):
            return UNLIKELY  # "we move on May 1": that is no day of theirs
        if self.days is not None and any(day > today(case) for day in self.days.said(case, text)):
            return ""
        if news_in(topics) and "?" not in text and not any(map(str.isdecimal, text)):
            return UNLIKELY  # "I have no money for this"
        says_days = any(map(str.isdecimal, text)) or any(token != OTHER for token in self._day_words.read(text))
        if "?" in text or "؟" in text:
            return "" if says_days or DATE in topics else QUESTION
        if any(topic != DATE for topic in topics):
            return UNLIKELY if not says_days or self.said.tells_news(text) else ""
        tells = case.step == THE_DATE and not (says_days or topics) and self.said.only_tells(text)
        return UNLIKELY if tells else ""

    def _is_news(self, case: Case, text: str) -> bool:
        """Whether a text is about a record, the date or a request, and not about what is asked: "labs came today"."""
        if "?" in text or "؟" in text or self.presses.is_question(text):
            return False
        return any(topic != root(case.step) for topic in self.presses.topics.named_in(text))

    def _is_no_number(self, case: Case, told: str) -> bool:
        """Whether what is told is no number of a hospital's: it has no figure, is a day, or reaches them."""
        if not any(map(str.isdecimal, told)) or self.presses.told.telephone.found(words_told(told)):
            return True
        return self._says_a_day(case, told)

    def _says_a_day(self, case: Case, text: str) -> bool:
        return says_a_day(text, todays(case), self._day_words, self.presses.told)

    @property
    def _day_words(self) -> DayWords:
        return self.days.words if self.days else DayWords()

    def _lets_go_of_lines(self, case: Case, text: str) -> bool:
        """Whether a text below written lines takes something back, and nobody knows what: it is no line itself."""
        told = self.presses.told
        takes_back = own_lines.removes(text, told) or own_lines.denies_all(text, told)
        return takes_back and root(case.step) in case.own_words

    def _tells_of_a_record(self, case: Case, text: str) -> bool:
        """Whether a text is written down at once: it has a sign of the patient's own medicines, illness or surgery."""
        if self.presses.is_question(text):
            return False
        # Who gathers the records of another tells of a relative.
        own = text if case.for_another else self.said.told_of_oneself(text)
        return self.said.tells_of_a_record(own) and not any(map(self._is_known, self.said.beside_weak_signs(own)))

    def _is_known(self, word: str) -> bool:
        """A word of any talk, of a day or of a place."""
        common = self.ears.model.common if self.ears.model else ()
        is_a_day = self.days is not None and self.days.is_about_days(word)
        return word in common or is_a_day or word in self.places.zones
