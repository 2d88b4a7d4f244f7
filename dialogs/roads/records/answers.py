"""What is answered about a record: a tap on its card, a line beside the answer, or the patient's own words."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.day_words import DayWords
from dialogs.content.guide import TRACKED, Record
from dialogs.content.told import NOTHING_TOLD, Told
from dialogs.days import zones
from dialogs.effects import Say, Turn
from dialogs.journey.screens import Screens
from dialogs.journey.steps import below, root
from dialogs.journey.taps import Tap
from dialogs.roads.records import path
from dialogs.roads.records.lines import with_lines
from dialogs.roads.requests import changes as requests
from dialogs.roads.requests.screens import receipt
from dialogs.roads.road import Answers, Means
from dialogs.understanding.asked_when import asked_nobody, tells_when

MAX_NOTE, MAX_OWN_WORDS = 200, 3000
"""Characters: what fits the one message of the summary, and a page of the packet."""
STANDING_AFTER = {
    "have": "have",
    "elsewhere": "elsewhere",
    **{answer: answer for answer in TRACKED},
    "said": "said",
    "all_here": "sent",
    "asked": "asked",
    "missing": "missing",
    "cannot_get": "cannot_get",
    "remind": "remind",
    "not_applicable": "not_applicable",
    "unsure": "unsure",
    "later": "later",
}


@dataclass(frozen=True)
class RecordAnswers:
    """Answers at the steps of a record."""

    screens: Screens
    days: DayWords
    told: Told = NOTHING_TOLD

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap; None if that move is not open here (an old button)."""
        record = self._record(case)
        moved = self.screens.journey.move(case, move, argument, self._answered(case, record, move))
        if moved is None:
            return None
        if move == path.ANEW:
            moved = moved.without_own_words(record.key)
        if move == path.TAKEN_OUT:
            return self._taken_out(moved, record)
        if move == "done" and moved.step == case.step:
            return Turn(moved, (self.screens.prompt(moved, Say("nothing_sent_yet")),))
        left = root(moved.step) != record.key and move not in ("back", "review")
        lead = self.screens.noted(moved, record) if left else None
        if move == "remind" and moved.reminders is None:
            moved = self.screens.journey.move(moved, "remind_me") or moved
        # The receipt of what was sent stays where it is: the next step is a message of its own.
        return Turn(moved, (self.screens.prompt(moved, lead, replaces=not case.step.endswith(path.SENDING)),))

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """Where to get it, at a record: as it is told to whoever does not have it, who is still to say so."""
        record = self.screens.guide.record(root(case.step))
        if record is None or (tap.move, tap.arguments) != ("missing", ()):
            return None
        case = replace(case, step=below(record.key, path.MISSING) if "missing" in record.answers else record.key)
        return Turn(case, (self.screens.prompt(case),))

    def write(self, case: Case, text: str) -> Turn | None:
        """The turn after a text: a line beside an answer, or what the patient knows of the record themselves."""
        record, noting = self._record(case), case.step.partition(".")[2]
        if noting not in path.NOTED:
            return self._own_words(case, record, text)
        if turn := self._too_long(case, text, MAX_NOTE):
            return turn
        return self.noted(case, record, noting, text)

    def noted(self, case: Case, record: Record, noting: str, text: str) -> Turn:
        """The turn after a line that says whom they asked, who sends it, where it is, who carries it."""
        case = replace(case, step=below(record.key, noting))
        if noting == path.ASKED and asked_nobody(text, self.told):
            return self._asked_nobody(case, record)
        when = tells_when(text, zones.today(case), self.days, self.told) if noting == path.ASKED else None
        answered = case.answering(record.key, noting, "" if when else text)
        if noting == path.ASKED:
            answered = requests.told(answered, record.key, text, zones.today(case), self.days, when)
        moved = self.screens.journey.move(case, "noted", answered=answered)  # the way back is from before the request
        assert moved is not None, "a note can always be given at its step"
        if noting == path.ASKED and (known := receipt(moved, moved.request)):
            return Turn(moved, (known, self.screens.prompt(moved)))
        return Turn(moved, (self.screens.prompt(moved, self.screens.noted(moved, record)),))

    def _asked_nobody(self, case: Case, record: Record) -> Turn:
        """A request of which no more was told than that they asked was a mistake; else nothing is kept of the line."""
        noted = next((each for each in case.waiting_for(record.key) if not each.whom), None)
        case = requests.removed(case, noted.number) if noted else case
        moved = self.screens.journey.move(case, "back") or case
        return Turn(moved, (self.screens.prompt(moved, self.screens.noted(moved, record) if noted else None),))

    def _own_words(self, case: Case, record: Record, text: str) -> Turn | None:
        if not record.said:
            return None
        own = case.own_words.get(record.key)
        lines = own.text.splitlines() if own else []
        text = "\n".join(lines if text in lines else [*lines, text])  # "and ramipril too": a line more, and no other
        if turn := self._too_long(case, text, MAX_OWN_WORDS):
            return turn
        kept = replace(case, step=record.key).in_own_words(record.key, text, zones.today(case).isoformat())
        return Turn(kept, (self.screens.prompt(kept, Say("own_words_kept", {"record": record.key})),))

    def _taken_out(self, case: Case, record: Record) -> Turn:
        """Without the line that was written last; it is shown, so that nobody wonders which."""
        own = case.own_words[record.key]
        *lines, last = own.text.splitlines()
        return with_lines(self.screens, case, record.key, tuple(lines), last, own.day)

    def _answered(self, case: Case, record: Record, move: str) -> Case:
        """The case with the answer: what comes next is decided by what is known now."""
        if move == "done" and case.step.endswith(path.SENDING) and case.documents_of(record.key):
            return case.answering(record.key, "sent")
        if move == "skip" and case.step == below(record.key, path.ASKED):
            move = "asked"
        if move not in STANDING_AFTER:
            return case
        case = case.answering(record.key, STANDING_AFTER[move], _note_that_stays(case, record.key, move))
        return requests.asked(case, record.key, "", zones.today(case)) if move == "asked" else case

    def _record(self, case: Case) -> Record:
        record = self.screens.guide.record(root(case.step))
        assert record is not None, "called at a record only"
        return record

    def _too_long(self, case: Case, text: str, at_most: int) -> Turn | None:
        if len(text) <= at_most:
            return None
        return Turn(case, (self.screens.prompt(case, self.screens.too_long(text, at_most)),))


def answers(means: Means) -> Answers:
    records = RecordAnswers(means.screens, means.asked.words, means.told)
    return Answers(press=records.press, write=records.write, aside=records.aside)


def _note_that_stays(case: Case, record: str, move: str) -> str:
    """A courier's number still tells which parcel it was when the slides have arrived, or are back."""
    before = case.answers.get(record)
    return before.note if before and before.standing in TRACKED and move in ("arrived", "returned") else ""
