"""What is shown of a record: what it is, why it matters, who has it, what is here of it, and what can be said."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import readable
from dialogs.checklist.planning import ask_by
from dialogs.checklist.wishes import wanted
from dialogs.content.guide import Guide
from dialogs.days.zones import today
from dialogs.effects import Keyboard, aside
from dialogs.journey.guards import open_records
from dialogs.journey.road import CHOICES, Layout
from dialogs.journey.steps import RECORD, root
from dialogs.roads.records import path
from dialogs.understanding import rules_of_the_usa
from dialogs.understanding.days import day_of

LAYOUT: Layout = {
    RECORD: (
        ("said",),
        ("all_here",),
        ("send",),
        ("send_more",),
        ("have",),
        ("asked",),
        ("missing",),
        ("more", "back"),
    ),
    path.SENDING: (("done",), ("back",)),
    path.MORE: (
        *((path.ANEW,), ("whom",), ("elsewhere",), ("disc",), ("link",), ("transfer",), ("shipped",), ("arrived",)),
        *(("returned",), ("cannot_get",), ("not_applicable",), ("later", "back")),
    ),
    **dict.fromkeys(path.NOTED, ()),
    path.MISSING: (("asked",), ("letter",), CHOICES, ("remind",), ("go_on",)),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    record = guide.record(root(case.step))
    assert record is not None, "only at a record"
    kept = readable(case.documents_of(record.key))
    answer, own = case.answers.get(record.key), case.own_words.get(record.key)
    others = [each for each in open_records(guide, case) if each.key != record.key]
    return {
        "record": record.key,
        "left": len(others),
        "most_important": record.key == guide.most_important,
        "start_here": record.key in guide.start_with,
        "loan": record.loan,
        "files": len(kept),
        "pages": sum(document.pages for document in kept),
        "days": tuple(sorted({day_of(case, document) for document in kept} - {""})),
        "standing": answer.standing if answer and not kept else "",
        "note": answer.note if answer else "",
        "images": images_here(case) if record.follows and record.follows == guide.scan_reports else 0,
        "ask_by": ask_by(guide, case, record, today(case)),
        "may_say": record.said,
        "own_words": own.text if own else "",
        "own_day": own.day if own else "",
        "wanted": wanted(guide, case, record.key),
        "in_usa": rules_of_the_usa.may_hold(case),
    }


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """Somebody who could get it."""
    at_missing = case.step.endswith(f".{path.MISSING}")
    return ((aside("hand_out", "hand_out"),),) if at_missing else ()


def images_here(case: Case) -> int:
    """How many examinations have their images in the files."""
    return len({(study.modality, study.date) for each in readable(case.documents) for study in each.facts.studies})
