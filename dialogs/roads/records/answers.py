"""What an answer changes: a tap on a button of the present step, or a text where a text is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.case.case import Case
from dialogs.content.guide import TRACKED
from dialogs.days import zones
from dialogs.effects import Say, Turn, aside
from dialogs.journey.screens import Screens
from dialogs.journey.steps import CONSENT, below, root
from dialogs.roads.records import path
from dialogs.roads.records.questions import Questions
from dialogs.roads.requests import changes as requests
from dialogs.roads.requests.screens import receipt
from dialogs.roads.road import Answers, Means

MAX_DECISION, MAX_NOTE = 500, 200
"""Characters: what a doctor reads in a glance, and what fits the one message of the summary."""

STANDING_AFTER = {
    "have": "have",
    "elsewhere": "elsewhere",
    **{answer: answer for answer in TRACKED},
    "asked": "asked",
    "missing": "missing",
    "cannot_get": "cannot_get",
    "find": "finding",
    "remind": "remind",
    "not_applicable": "not_applicable",
    "unsure": "unsure",
    "later": "later",
}


@dataclass(frozen=True)
class RecordAnswers:
    """Answers on the way through the records."""

    screens: Screens
    questions: Questions

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap; None if that move is not open here (an old button)."""
        moved = self.screens.journey.move(case, move, argument)
        if moved is None:
            return None
        if move == "explain":
            return Turn(moved, (self.screens.explanation(moved, replaces=True),))
        if self.screens.guide.record(root(case.step)):
            return self._about_record(case, moved, move)
        if case.step == CONSENT and move != "decline":
            moved = replace(moved, keeps_files=move == "keep_files")
        if case.step == CONSENT and move == "decline":
            return Turn(moved, (Say("declined", buttons=self.screens.buttons(moved), replaces=True, asks=True),))
        if case.step == path.QUESTIONS and move == "remove":
            moved = replace(moved, questions=tuple(each for each in case.questions if str(each.number) != argument))
            if moved == case:
                return None
        if case.step == path.QUESTIONS and move == "add":
            return self.questions.add_example(moved, argument)
        return Turn(moved, (self.screens.prompt(moved, replaces=True),))

    def _about_record(self, case: Case, moved: Case, move: str) -> Turn:
        record = self.screens.guide.record(root(case.step))
        assert record is not None, "called at a record only"
        if move == "done" and moved.step == case.step:
            return Turn(moved, (self.screens.prompt(moved, Say("nothing_sent_yet")),))
        if move == "done" and case.step.endswith(path.SENDING):
            moved = moved.answering(record.key, "sent")
        elif move in STANDING_AFTER:
            moved = moved.answering(record.key, STANDING_AFTER[move], _note_that_stays(case, record.key, move))
        if move == "skip" and case.step == below(record.key, path.ASKED):
            moved = requests.asked(moved, record.key, "", zones.today(case))
        left = root(moved.step) != record.key and move not in ("back", "review")
        lead = self.screens.noted(moved, record) if left else None
        if move == "remind" and moved.reminders is None:
            moved = self.screens.journey.move(moved, "remind_me") or moved
        # The receipt of what was sent stays where it is: the next step is a message of its own.
        return Turn(moved, (self.screens.prompt(moved, lead, replaces=not case.step.endswith(path.SENDING)),))

    def write(self, case: Case, text: str) -> Turn | None:
        """The turn after a text; None if no text is asked for at this step."""
        if case.step == path.DECISION:
            if turn := self._too_long(case, text, MAX_DECISION):
                return turn
            decided = self.screens.journey.move(case, "answered")
            assert decided is not None, "a decision can always be given at its step"
            decided = replace(decided, decision=text)
            prompt = self.screens.prompt(decided, Say("decision_noted", {"decision": text}))
            return Turn(decided, (replace(prompt, buttons=((aside("decide"),), *prompt.buttons)),))
        if case.step == path.QUESTIONS:
            return self.questions.add(case, text)
        record = self.screens.guide.record(root(case.step))
        noting = case.step.partition(".")[2]
        if record and noting in path.NOTED:
            if turn := self._too_long(case, text, MAX_NOTE):
                return turn
            noted = self.screens.journey.move(case, "noted")
            assert noted is not None, "a note can always be given at its step"
            noted = noted.answering(record.key, noting, text)
            if noting == path.ASKED:
                noted = requests.asked(noted, record.key, text, zones.today(case))
                if known := receipt(noted, noted.request):
                    return Turn(noted, (known, self.screens.prompt(noted)))
            return Turn(noted, (self.screens.prompt(noted, self.screens.noted(noted, record)),))
        return None

    def _too_long(self, case: Case, text: str, at_most: int) -> Turn | None:
        if len(text) <= at_most:
            return None
        return Turn(case, (self.screens.prompt(case, self.screens.too_long(text, at_most)),))


def answers(means: Means) -> Answers:
    records = RecordAnswers(means.screens, Questions(means.screens))
    return Answers(press=records.press, write=records.write)


def _note_that_stays(case: Case, record: str, move: str) -> str:
    """A courier's number still tells which parcel it was when the slides have arrived, or are back."""
    before = case.answers.get(record)
    return before.note if before and before.standing in TRACKED and move in ("arrived", "returned") else ""
