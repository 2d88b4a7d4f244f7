"""What is shown at the beginning and the end of the walk, and in the middle of it: that it is enough to begin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import readable
from dialogs.case.languages import spoken
from dialogs.checklist.checklist import MISSING, checklist
from dialogs.checklist.shown import OUTPUTS, checklist_values, summary_values
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard, aside
from dialogs.journey.guards import open_records
from dialogs.journey.road import CHOICES, Layout
from dialogs.journey.steps import CONSENT, REVIEW, SUMMARY, WELCOME
from dialogs.journey.tongues import speaking
from dialogs.roads.decision.path import DECISION, QUESTIONS
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.the_date.path import DATE
from dialogs.roads.walk.path import ENOUGH, GATHER

LAYOUT: Layout = {
    WELCOME: (("begin",), ("begin_for",), CHOICES),
    CONSENT: (("keep_files",), ("checklist_only",), ("decline",)),
    GATHER: (("go_on",),),
    ENOUGH: (("send_now",), ("go_on",), ("back",)),
    REVIEW: (("go_on",), ("finish",)),
    SUMMARY: (),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    known: dict[str, Callable[[], dict[str, Any]]] = {
        GATHER: lambda: {"files": len(readable(case.documents))},
        ENOUGH: lambda: _enough(guide, case),
        REVIEW: lambda: checklist_values(guide, case),
        SUMMARY: lambda: summary_values(guide, case),
    }
    return known[case.step]() if case.step in known else {}


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """The list, a button for each line; and what can be done with the summary."""
    if case.step == REVIEW:
        opened = (DECISION, QUESTIONS, DATE, DESTINATION)
        return (
            *((Button(f"review/open/{each}", f"open.{each}"),) for each in opened),
            *(
                (Button(f"review/open/{line.record}", f"record.{line.record}.title", line.standing),)
                for line in checklist(guide, case).lines
            ),
        )
    if case.step == WELCOME and case.telegrams_language not in ("", spoken(case)):
        return ((speaking(case.telegrams_language),),)
    if case.step == SUMMARY:
        may_have_come = case.date or case.deliveries or checklist(guide, case).complete
        after = ((aside("afterwards"),),) if may_have_come else ()
        on_the_path = (Button(f"{SUMMARY}/review", "button.review"),)
        return (*OUTPUTS, on_the_path, *after)
    return ()


def _enough(guide: Guide, case: Case) -> dict[str, Any]:
    lines = checklist(guide, case).lines
    first = [line for line in lines if line.record in guide.start_with]
    return {
        "here": tuple(line.record for line in first if line.group != MISSING),
        "missing": tuple(line.record for line in first if line.group == MISSING),
        "left": len(open_records(guide, case)),
    }
