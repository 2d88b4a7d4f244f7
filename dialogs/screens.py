"""What each step says, and the buttons under it: the journey says which moves are open, here is their layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs import path
from dialogs.case import Case, Document
from dialogs.checklist import GROUPS, Checklist, checklist, next_steps, standing
from dialogs.effects import Button, Keyboard, Say
from dialogs.errand_pages import list_buttons, list_values
from dialogs.guide import Guide, Record
from dialogs.journey import Journey
from dialogs.schedule import HOW_MANY

MAX_QUESTIONS = 5
"""A reviewer has about an hour: one or two key questions, five at most."""

LAYOUT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    path.WELCOME: (("begin",),),
    path.CONSENT: (("keep_files",), ("checklist_only",), ("decline",)),
    path.DECISION: (("not_sure",),),
    "record": (
        *(("send",), ("have",), ("elsewhere",), ("asked",), ("missing",)),
        ("not_applicable", "unsure"),
        ("explain",),
        ("back", "later"),
    ),
    path.SENDING: (("done",), ("back",)),
    path.ASKED: (("skip",), ("back",)),
    path.MISSING: (("cannot_get",), ("find",), ("remind",), ("back",)),
    path.FINDING: (("asked",), ("done",), ("back",)),
    path.QUESTIONS: (("remove",), ("done",), ("back",)),
    path.REVIEW: (("go_on",), ("finish",)),
    path.REMINDERS: (("every_3_days",), ("weekly",), ("fortnightly",), ("pause", "resume", "stop"), ("not_now",)),
    path.ERRANDS: (("done",),),
    path.SUMMARY: (),
}


@dataclass(frozen=True)
class Screens:
    """The message of every step."""

    guide: Guide
    journey: Journey

    def prompt(self, case: Case, lead: Say | None = None, replaces: bool = False) -> Say:
        """The message of the step where the patient stands."""
        record = self.guide.record(path.record_of(case.step))
        if record:
            name, values = f"record{case.step.removeprefix(record.key).replace('.', '_')}", self._record(case, record)
        else:
            name, values = case.step, getattr(self, f"_{case.step}", lambda _: {})(case)
        return Say(name, values, self.buttons(case), lead=lead, replaces=replaces)

    def explanation(self, case: Case, replaces: bool = False) -> Say:
        """What a record is, why it matters and who has it, with the same buttons below."""
        record = self.guide.record(path.record_of(case.step))
        assert record is not None, "only a record has an explanation"
        return Say(
            "record_explained", self._record(case, record), self.buttons(case, but=("explain",)), replaces=replaces
        )

    def buttons(self, case: Case, but: Iterable[str] = ()) -> Keyboard:
        """The moves open to the patient, as buttons; a move that leads nowhere from here has none."""
        moves = self.journey.moves_from(case) - set(but)
        kind = case.step.partition(".")[2] or ("record" if self.guide.record(case.step) else case.step)
        rows = [tuple(_move(case, move) for move in row if move in moves) for row in LAYOUT[kind]]
        return tuple(row for row in (*self._choices(case), *rows) if row)

    def _choices(self, case: Case) -> Keyboard:
        """The buttons that come from the guide: a row for each record at review, the example questions."""
        if case.step == path.REVIEW:
            return (
                *((Button(f"review/open/{each}", f"open.{each}"),) for each in (path.DECISION, path.QUESTIONS)),
                *(
                    (Button(f"review/open/{line.record}", f"record.{line.record}.title", line.standing),)
                    for line in checklist(self.guide, case).lines
                ),
            )
        if case.step == path.QUESTIONS and len(case.questions) < MAX_QUESTIONS:
            asked = {question.example for question in case.questions}
            return tuple(
                (Button(f"questions/add/{key}", f"question.{key}"),)
                for key in self.guide.example_questions
                if key not in asked
            )
        if case.step == path.ERRANDS:
            return list_buttons(self.guide, case)
        if case.step == path.SUMMARY:
            return ((aside("sheet"),), (_move(case, "review"),), (aside("remind_me"),))
        return ()

    def _record(self, case: Case, record: Record) -> dict[str, Any]:
        return {
            "record": record.key,
            "number": self.guide.number(record),
            "of": len(self.guide.numbered),
            "most_important": record.key == self.guide.most_important,
            "files": len(readable(case.documents_of(record.key))),
            "pages": sum(document.pages for document in readable(case.documents_of(record.key))),
        }

    def checklist_values(self, case: Case) -> dict[str, Any]:
        here: Checklist = checklist(self.guide, case)
        return {
            "groups": {name: here.group(name) for name in GROUPS},
            "answered": here.answered,
            "of": here.of,
            "start_with": self.guide.start_with,
        }

    def summary_values(self, case: Case) -> dict[str, Any]:
        return {
            **self.checklist_values(case),
            "decision": case.decision,
            "questions": case.questions,
            "next_steps": next_steps(self.guide, case),
            "bring_forward": self.guide.bring_forward,
        }

    def recap(self, case: Case) -> Say:
        here = checklist(self.guide, case)
        return Say("recap", {"answered": here.answered, "of": here.of, "files": len(readable(case.documents))})

    def noted(self, case: Case, record: Record) -> Say:
        return Say("noted", {"record": record.key, "standing": standing(case, record)})

    def _decision(self, case: Case) -> dict[str, Any]:
        return {"decision": case.decision}

    def _questions(self, case: Case) -> dict[str, Any]:
        return {"questions": case.questions, "at_most": MAX_QUESTIONS}

    def _review(self, case: Case) -> dict[str, Any]:
        return self.checklist_values(case)

    def _summary(self, case: Case) -> dict[str, Any]:
        return self.summary_values(case)

    def _errands(self, case: Case) -> dict[str, Any]:
        return list_values(self.guide, case)

    def _reminders(self, case: Case) -> dict[str, Any]:
        reminders = case.reminders
        return {
            "every_days": reminders.every_days if reminders else 0,
            "left": reminders.left if reminders else 0,
            "due": reminders.due if reminders else None,
            "how_many": HOW_MANY,
        }


def aside(name: str, label: str = "") -> Button:
    """A button that works at any step and leads back to it."""
    return Button(f"aside/{name}", f"button.{label or name}")


def readable(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if document.state == "readable"]


def _move(case: Case, move: str) -> Button:
    return Button(f"{case.step}/{move}", f"button.{move}")
