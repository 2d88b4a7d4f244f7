"""What each step says, and the buttons under it: the journey says which moves are open, here is their layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs import path, side_roads, side_screens
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.checklist.checklist import GROUPS, Checklist, checklist, next_steps, standing
from dialogs.checklist.planning import plan
from dialogs.content.guide import LETTERS, Guide, Record
from dialogs.content.safety import OUTCOMES
from dialogs.days.zones import today
from dialogs.effects import Button, Keyboard, Say
from dialogs.journey.machine import Journey
from dialogs.journey.subjects import place
from dialogs.roads.errands.screens import list_buttons, list_values
from dialogs.roads.files import path as file_path
from dialogs.roads.files import screens as file_screens
from dialogs.roads.letters import path as letter_path
from dialogs.roads.packet.path import NAMING, PACKET
from dialogs.roads.packet.plan import MAX_NAME, PART_MEGABYTES
from dialogs.roads.packet.plan import plan as packet_plan

MAX_QUESTIONS = 5
"""A reviewer has about an hour: one or two key questions, five at most."""

LAYOUT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    path.WELCOME: (("begin",),),
    path.CONSENT: (("keep_files",), ("checklist_only",), ("decline",)),
    path.DECISION: (("not_sure",), ("back",)),
    "record": (
        *(("send",), ("have",), ("elsewhere",), ("disc",), ("transfer",), ("link",), ("shipped",)),
        *(("arrived",), ("returned",), ("asked",), ("missing",)),
        ("not_applicable", "unsure"),
        ("explain",),
        ("back", "later"),
    ),
    path.SENDING: (("done",), ("back",)),
    **dict.fromkeys(path.NOTED, (("skip",), ("back",))),
    path.MISSING: (("cannot_get",), ("find",), ("remind",), ("back",)),
    path.FINDING: (("letter",), ("asked",), ("done",), ("back",)),
    path.QUESTIONS: (("remove",), ("done",), ("back",)),
    path.REVIEW: (("go_on",), ("finish",)),
    path.ERRANDS: (("done",),),
    path.SUMMARY: (),
    letter_path.LETTERS: (("take_back",), ("country",), ("done",)),
    letter_path.COUNTRY: (("us",), ("uk",), ("other",), ("back",)),
    letter_path.ONE: (("text", "pdf"), ("phone",), ("to",), ("asked",), ("letters", "done")),
    letter_path.TO: (("back",),),
    **file_screens.LAYOUT,
    PACKET: (("build",), ("naming",), ("back",)),
    NAMING: (("no_name",), ("back",)),
    **side_screens.LAYOUT,
}


@dataclass(frozen=True)
class Screens:
    """The message of every step."""

    guide: Guide
    journey: Journey

    def prompt(self, case: Case, lead: Say | None = None, replaces: bool = False) -> Say:
        """The message of the step where the patient stands."""
        record, name = self.guide.record(path.record_of(case.step)), self.name_of(case.step)
        if record:
            values = self._record(case, record)
        elif case.step in file_screens.LAYOUT:
            values = file_screens.values(self.guide, case)
        elif case.step in side_screens.LAYOUT:
            values = side_screens.values(self.guide, case)
        else:
            values = getattr(self, f"_{name}", lambda _: {})(case)
        asks = lead is None or lead.name not in OUTCOMES  # what must not wait is never touched again
        return Say(name, values, self.buttons(case), lead=lead, replaces=replaces, asks=asks)

    def name_of(self, step: str) -> str:
        """The name of the message of a step."""
        record = self.guide.record(path.record_of(step))
        return (f"record{step.removeprefix(record.key)}" if record else step).replace(".", "_")

    def explanation(self, case: Case, replaces: bool = False) -> Say:
        """What a record is, why it matters and who has it, with the same buttons below."""
        record = self.guide.record(path.record_of(case.step))
        assert record is not None, "only a record has an explanation"
        buttons = self.buttons(case, but=("explain",))
        return Say("record_explained", self._record(case, record), buttons, replaces=replaces, asks=True)

    def buttons(self, case: Case, but: Iterable[str] = (), month: date | None = None) -> Keyboard:
        """The moves open to the patient, as buttons; a move that leads nowhere from here has none."""
        moves = self.journey.moves_from(case) - set(but)
        of_record = self.guide.record(path.record_of(case.step))
        kind = (case.step.partition(".")[2] or "record") if of_record else case.step
        rows = [tuple(_move(case, move) for move in row if move in moves) for row in LAYOUT[kind]]
        choices = self._choices(case, month)
        if case.step == PACKET:  # what it is for comes first
            return tuple(row for row in (*rows[:2], *choices, *rows[2:]) if row)
        return tuple(row for row in (*choices, *rows) if row)

    def _choices(self, case: Case, month: date | None) -> Keyboard:
        """The buttons that come from the guide: a row for each record at review, the example questions."""
        if case.step in file_screens.LAYOUT:
            return file_screens.choices(self.guide, case)
        if case.step == path.REVIEW:
            return (
                *(((aside("my_files"),),) if case.documents else ()),
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
            after = ((aside("afterwards"),),) if case.date or checklist(self.guide, case).complete else ()
            return ((aside("sheet"),), (aside("pack"),), (_move(case, "review"),), (aside("remind_me"),), *after)
        if case.step == letter_path.LETTERS:
            return tuple((Button(f"{case.step}/write/{key}", f"letter.{key}"),) for key in LETTERS)
        if case.step == PACKET:
            others = [size for size in PART_MEGABYTES if size != case.part_megabytes]
            return tuple((Button(f"packet/size/{size}", f"button.size_{size}"),) for size in others)
        return side_screens.choices(self.guide, case, month)

    def _record(self, case: Case, record: Record) -> dict[str, Any]:
        return {
            "record": record.key,
            "number": self.guide.number(record),
            "of": len(self.guide.numbered),
            "most_important": record.key == self.guide.most_important,
            "files": len(readable(case.documents_of(record.key))),
            "pages": sum(document.pages for document in readable(case.documents_of(record.key))),
            "note": case.answers[record.key].note if record.key in case.answers else "",
            "images": images_here(case) if record.follows and record.follows == self.guide.scan_reports else 0,
        }

    def how_to_get(self, case: Case, key: str) -> Say:
        """Who has a record and how to ask for it, said in passing; the patient stays where they are."""
        record = self.guide.record(key)
        assert record is not None, "only a record of the guide is had from somebody"
        return Say("record_finding", self._record(case, record), ((aside("continue"),),), replaces=True)

    def checklist_values(self, case: Case) -> dict[str, Any]:
        here: Checklist = checklist(self.guide, case)
        return {
            "groups": {name: here.group(name) for name in GROUPS},
            "answered": here.answered,
            "of": here.of,
            "start_with": self.guide.start_with,
            "ask_by": {step.record: step for step in plan(self.guide, case, today(case))},
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

    def _letters(self, case: Case) -> dict[str, Any]:
        return {"country": case.country}

    def _letters_one(self, case: Case) -> dict[str, Any]:
        return {"letter": case.letter}

    def _letters_to(self, case: Case) -> dict[str, Any]:
        return {"letter": case.letter, "addressed": case.addressed.get(case.letter, "")}

    def too_long(self, text: str, at_most: int) -> Say:
        return Say("too_long", {"at_most": at_most, "length": len(text)})

    def _packet(self, case: Case) -> dict[str, Any]:
        planned = packet_plan(self.guide, case)
        return {
            "files": len(planned.documents),
            "pages": planned.pages,
            "missing": tuple(line.record for line in planned.missing),
            "refused": tuple(document.name for document in planned.refused),
            "name": case.name,
            "megabytes": case.part_megabytes,
        }

    def _packet_naming(self, case: Case) -> dict[str, Any]:
        return {"name": case.name, "at_most": MAX_NAME}


def aside(name: str, label: str = "", thing: object = "") -> Button:
    """A button that works at any step and leads back to it; with a thing, it is about that one of several."""
    return Button(f"aside@{thing}/{name}" if thing else f"aside/{name}", f"button.{label or name}")


def readable(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if document.state == "readable"]


def images_here(case: Case) -> int:
    """How many examinations have their images in the files."""
    return len({(study.modality, study.date) for each in readable(case.documents) for study in each.facts.studies})


def _move(case: Case, move: str) -> Button:
    named = _argument(case, move)
    return Button(f"{place(case)}/{move}/{named}" if named else f"{place(case)}/{move}", f"button.{move}")


def _argument(case: Case, move: str) -> str:
    """What a move does beyond its name: the same button does the same thing, however often it is tapped."""
    if case.step == file_path.ONE:
        return file_screens.argument(case, move)
    match case.step, move:
        case path.QUESTIONS, "remove":
            return str(case.questions[-1].number) if case.questions else ""
        case side_roads.DATE, "forget":
            return case.date
        case letter_path.ONE, "asked":
            return "".join(case.returns_to[-1:])
    return ""
