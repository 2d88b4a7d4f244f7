"""What a file is and what the list says come from one place: no kind that is kept lacks a record it is filed under."""

from __future__ import annotations

import pytest

from bot.kinds.every import KEPT
from dialogs.case.facts import Facts, Study
from dialogs.checklist.checklist import GROUP_OF, READY
from dialogs.receiving.piles import proposed, waiting
from tests import real
from tests.chat import Chat

GUIDE = real.content().guide
SENT = [record.key for record in GUIDE.records if "send" in record.answers]
IMAGES = Facts(studies=(Study("CT", "2026-01-03", 1, 2),))


@pytest.mark.parametrize("kind", sorted(KEPT))
def test_whatever_is_kept_can_be_filed_and_its_record_is_ready_then(kind: str) -> None:
    for printed in (*SENT, "", "unheard_of"):
        is_filed(kind, printed)


def is_filed(kind: str, printed: str) -> None:
    chat = Chat(guide=GUIDE)
    chat.patient_walks_to("gather")
    chat.patient_sends("a file", kind=kind, facts=IMAGES if kind.startswith("dicom") else Facts(record=printed))
    (document,) = waiting(GUIDE, chat.case)
    if record := proposed(GUIDE, document):
        chat.patient_presses("sorted_yes")
    else:
        record = SENT[-1]
        chat.patient_presses("sort_kinds", f"sort_as/{record}")
    chat.checklist_says(**{record: "received"})
    assert chat.group_of(record) == READY


@pytest.mark.parametrize("kind", sorted(KEPT))
def test_no_list_says_that_what_is_kept_is_missing_whatever_was_said_before(kind: str) -> None:
    for standing in sorted(GROUP_OF):
        is_received(kind, standing)


def is_received(kind: str, standing: str) -> None:
    chat = Chat(guide=GUIDE)
    chat.patient_walks_to("gather")
    for record in SENT:
        chat.case = chat.case.answering(record, standing)
    chat.patient_sends("a file", kind=kind, facts=IMAGES if kind.startswith("dicom") else Facts(record=SENT[0]))
    chat.patient_presses("sorted_yes")
    chat.checklist_says(**{chat.case.documents[0].record: "received"})


def test_images_of_scans_are_filed_as_original_images() -> None:
    chat = Chat(guide=GUIDE)
    chat.patient_walks_to("imaging_files")
    chat.bot_offers("send")
    chat.patient_walks_on_to("imaging_files")
    chat.patient_sends("disc.zip", kind="dicom_zip", facts=IMAGES)
    chat.patient_presses("done")
    chat.checklist_says(imaging_files="received")
