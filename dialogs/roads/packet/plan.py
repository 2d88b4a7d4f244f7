"""What the packet will hold: which files in which order, which dates, what is missing, and what it asks the doctor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.checklist.checklist import MISSING, ON_ITS_WAY, READY, Line, checklist
from dialogs.content.guide import Guide

FORMAT = 2
"""Counted up when a packet of the same files would look different: then it is built again."""
PART_MEGABYTES = (50, 20, 10)
"""How large a part may be: what Telegram takes, and what many mailboxes take."""
MAX_NAME = 60
"""Characters of the name on the cover."""


@dataclass(frozen=True, slots=True)
class Section:
    """The files of one record, in order; the record is empty for files that belong nowhere yet."""

    record: str
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class PacketPlan:
    """All that a packet holds, before any of it is built."""

    name: str
    megabytes: int
    decision: str
    questions: tuple[Question, ...]
    sections: tuple[Section, ...]
    timeline: tuple[Document, ...]
    missing: tuple[Line, ...]
    elsewhere: tuple[Line, ...]
    """What is at hand, on paper or with a hospital, and is not in the packet."""
    refused: tuple[Document, ...]
    """Files that were sent and could not be kept."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files to pack, in the packet's order."""
        return tuple(document for section in self.sections for document in section.documents)

    @property
    def pages(self) -> int:
        return sum(document.pages for document in self.documents)


def plan(guide: Guide, case: Case) -> PacketPlan:
    """Plan a packet: the guide's order, then the dates a patient confirmed, then as the files came."""
    kept = [document for document in case.documents if document.state == "readable"]
    known = [record.key for record in guide.records]
    sections = [Section(key, _in_order(each for each in kept if each.record == key)) for key in known]
    sections.append(Section("", _in_order(each for each in kept if each.record not in known)))
    here = checklist(guide, case)
    return PacketPlan(
        name=case.name,
        megabytes=case.part_megabytes,
        decision=case.decision,
        questions=case.questions,
        sections=tuple(section for section in sections if section.documents),
        timeline=tuple(sorted((each for each in kept if each.date), key=lambda each: each.date)),
        missing=(*here.group(MISSING), *(line for line in here.group(ON_ITS_WAY) if not line.files)),
        elsewhere=tuple(line for line in here.group(READY) if not line.files),
        refused=_refused(case),
    )


def digest(guide: Guide, case: Case) -> str:
    """What a packet of this case would be made of, as 64 characters that change with any of it."""
    planned = plan(guide, case)
    files = planned.documents
    everything = [
        *(FORMAT, planned.name, planned.megabytes, planned.decision),
        [[each.text, each.example] for each in planned.questions],
        [[each.number, each.record, each.title, each.name, each.date, each.turned, each.pages] for each in files],
        [[each.number, each.drawn] for each in files if each.drawn],
        [[line.record, line.standing, line.note] for line in (*planned.missing, *planned.elsewhere)],
        [[each.number, each.state, each.name] for each in planned.refused],
    ]
    return hashlib.sha256(json.dumps(everything).encode()).hexdigest()


def _in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda each: each.date or "9999"))


def _refused(case: Case) -> tuple[Document, ...]:
    """Files that could not be kept, but for those that came again under the same name and were."""
    kept = {(each.record, each.name) for each in case.documents if each.state == "readable"}
    sent = (each for each in case.documents if each.state not in ("readable", "arriving"))
    return tuple(each for each in sent if (each.record, each.name) not in kept)
