"""What a packet is made of, as one number: as long as it is the same, the packet need not be built again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.languages import ENGLISH, read_by_others
from dialogs.content.guide import Guide
from dialogs.roads.packet.plan import plan

FORMAT = 6
"""Counted up when a packet of the same files would look different: then it is built again."""


def digest(guide: Guide, case: Case) -> str:
    """What a packet of this case would be made of, as 64 characters that change with any of it."""
    planned = plan(guide, case)
    files = planned.documents
    everything: list[Any] = [
        *(FORMAT, astuple(planned.patient), planned.paper, planned.megabytes),
        *(planned.decision, planned.destinations, planned.destination, planned.date),
        [planned.decision_alone, *([each.text, each.example] for each in planned.questions)],
        [[own.record, own.text, own.day] for own in planned.own_words],
        [[each.number, each.record, each.title, each.name, each.date, each.upright, each.pages] for each in files],
        [[each.number for each in report] for report in planned.reports],
        [[each.number, each.drawn] for each in files if each.drawn],
        [
            [line.record, line.standing, [[each.when, each.promised] for each in line.requests]]
            for line in (*planned.missing, *planned.elsewhere)
        ],
        [[each.number, each.state, each.name] for each in planned.refused],
    ]
    everything.append([[*_printed_on(each)] for each in files])
    if planned.read:
        everything.append(["read", sorted((number, planned.days[number]) for number in planned.read)])
    if also := [[each.number, *each.also] for each in files if each.also]:
        everything.append(["also", also])
    if planned.containers:
        everything.append(["containers", [each.number for each in planned.containers]])
    if sheets := [[each.number, each.sheet] for each in files if each.sheet]:
        everything.append(["sheets", sheets])
    if (reader := read_by_others(case)) != ENGLISH:
        everything.append(["language", reader])
    return hashlib.sha256(json.dumps(everything).encode()).hexdigest()


def _printed_on(document: Document) -> Iterator[str]:
    """What of a document's facts stands in the contents."""
    yield from (document.facts.institution, document.facts.study)
    yield from (study.modality for study in document.facts.studies)
