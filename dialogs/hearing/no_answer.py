"""What nobody would want to find as their decision, a note or a name: a cry, a greeting, a question for another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from dialogs.content.meanings import CRY, GREETING, PAUSE, QUESTION, THANKS, WEARY
from dialogs.hearing.named import asks_for_a_name, may_be_a_short_name
from dialogs.hearing.something_else import SomethingElse
from dialogs.hearing.written import Written
from dialogs.journey.steps import below, root
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.records.path import ASKED
from dialogs.understanding.asked_when import asked_nobody
from dialogs.understanding.safety import Kind

ELSEWHERE = "elsewhere"
"""What presses a button that does not stand here: "later" where nothing can wait."""
UNLIKELY = "unlikely"
"""What may answer, but tells something else: "my name is Rosa" where a decision is asked for."""
AN_ANSWER = ""
"""What may well be one."""

_WORDED = ("decision", "question", "record")
"""What is answered in words: figures alone answer none of these."""


@dataclass(frozen=True)
class NoAnswer:
    """Knows what is no answer to a step's question."""

    something_else: SomethingElse

    def kind(self, written: Written) -> str:
        """One of `kinds`, as `CRY`, `THANKS` or `UNLIKELY`; `AN_ANSWER` if it may be one."""
        return next(kind for kind, is_one in self.kinds if is_one(written))

    @cached_property
    def kinds(self) -> tuple[tuple[str, Callable[[Written], bool]], ...]:
        """What a text may be, in order: the first that it is counts. One more kind is one line here."""
        return (
            # Days are understood by who asks for them; a blessing alone names none.
            (THANKS, _blesses_where_a_day_is_asked_for),
            (AN_ANSWER, _is_where_a_day_is_asked_for),
            # Before all that is read in words: "1" or a smile is a button, perhaps, and no words of theirs.
            (ELSEWHERE, _has_no_letter),
            # Two that sound like an answer, and are greeted or led elsewhere whatever else is heard in them.
            (GREETING, _withholds_a_name),
            (ELSEWHERE, _lets_go_of_questions),
            # What is said of nothing that is asked, by every word of it. No two of these are said at once.
            *((kind, partial(_says, kind)) for kind in (CRY, WEARY, PAUSE, THANKS, GREETING, QUESTION)),
            # Before the buttons: "nobody yet" says whom they asked, and presses nothing.
            (AN_ANSWER, _says_that_nobody_was_asked),
            (ELSEWHERE, _presses_what_does_not_stand_here),
            # Before what is of the illness: "I have breast cancer" is no decision, though it is of it.
            (UNLIKELY, self._tells_something_else),
            (AN_ANSWER, _may_be_of_what_is_asked),
            # What is left is of the illness: only a doctor answers that.
            (QUESTION, lambda _: True),
        )

    def _tells_something_else(self, written: Written) -> bool:
        """What was asked about already may be said."""
        return not written.is_meant and self.something_else.is_told(written)


def _blesses_where_a_day_is_asked_for(written: Written) -> bool:
    return written.takes == "day" and written.said.is_no_answer(written.text) == THANKS


def _is_where_a_day_is_asked_for(written: Written) -> bool:
    return written.takes == "day"


def _has_no_letter(written: Written) -> bool:
    is_worded = written.takes in _WORDED or written.case.step == DESTINATION
    return is_worded and not any(map(str.isalpha, written.text))


def _withholds_a_name(written: Written) -> bool:
    """It is asked again."""
    return asks_for_a_name(written.case.step) and not written.is_meant and written.said.withholds(written.text)


def _lets_go_of_questions(written: Written) -> bool:
    return written.takes == "question" and not written.is_meant and written.said.lets_go(written.text)


def _says(kind: str, written: Written) -> bool:
    return written.says_only == kind


def _is_where_whom_they_asked_is_asked(written: Written) -> bool:
    return written.case.step == below(root(written.case.step), ASKED)


def _says_that_nobody_was_asked(written: Written) -> bool:
    return _is_where_whom_they_asked_is_asked(written) and asked_nobody(written.text, written.presses.told)


def _presses_what_does_not_stand_here(written: Written) -> bool:
    # "I asked my doctor" says whom they asked.
    whom = ("asked",) if _is_where_whom_they_asked_is_asked(written) else ()
    # "We asked them last Tuesday" says nothing of where it goes, however much more it says.
    return written.presses.is_no_answer(written.text, but=whom, with_details=written.case.step == DESTINATION)


def _may_be_of_what_is_asked(written: Written) -> bool:
    """What tells of the record itself is its answer: "it spread to my liver"."""
    if written.takes in _WORDED or written.own_words.ears.hear(written.text).kind is not Kind.NOT_OURS:
        return True
    return asks_for_a_name(written.case.step) and may_be_a_short_name(written.text)
