"""Photos and scans that are read later: quietly, once, and never in the way."""

import pytest

from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.effects import Read

A_PLAN = Facts(record="plan", patient="DOE, JANE")


def asked(chat):
    return [effect.document for effect in chat.turn.effects if isinstance(effect, Read)]


@pytest.mark.parametrize("kind", ["jpeg", "png", "heic", "tiff", "webp"])
def test_a_photo_is_read(reading, kind):
    reading.patient_sends("", kind=kind)
    assert asked(reading) == [1]


def test_a_pdf_is_read_only_if_its_pages_are_pictures(reading):
    reading.patient_sends("scan.pdf", kind="pdf", remarks=("scan",))
    assert asked(reading) == [1]
    reading.patient_sends("text.pdf", kind="pdf")
    assert asked(reading) == []


@pytest.mark.parametrize(
    "found",
    [
        {"kind": "docx"},
        {"kind": "dicom"},
        {"kind": "jpeg", "remarks": ("empty",)},
        {"kind": "jpeg", "found": "unreadable"},
        {"kind": "pdf", "found": "locked", "remarks": ("scan",)},
        {"kind": "pdf", "remarks": ("scan",), "facts": A_PLAN},
    ],
)
def test_nothing_else_is(reading, found):
    reading.patient_sends("a file", **found)
    assert asked(reading) == []


def test_a_scan_is_read_once_its_password_opened_it(reading):
    reading.patient_sends("locked.pdf", found="locked")
    reading.bot_has_looked_at(1, remarks=("scan",))
    assert asked(reading) == [1]
    reading.bot_has_looked_at(1, remarks=("scan",))
    assert asked(reading) == [], "it was reported twice"


def test_a_bot_that_cannot_read_print_never_asks_for_it(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("send")
    chat.patient_sends("", kind="jpeg")
    assert asked(chat) == []


def test_what_was_read_is_known_and_what_follows_makes_no_sound(reading):
    reading.patient_sends("", kind="jpeg")
    reading.bot_has_read(1, Facts(record="plan", date="2026-02-01", patient="DOE, JANE"))
    assert reading.case.document(1).facts.patient == "DOE, JANE"
    assert reading.case.document(1).state == "readable"
    reading.bot_says("sorting")
    assert reading.said("sorting").quiet
    reading.bot_does_not_say("dates_read")
    reading.patient_is_at("report.sending")


def test_nothing_read_is_nothing_said(reading):
    reading.patient_sends("", kind="jpeg")
    reading.bot_has_read(1, NOTHING_READ)
    reading.bot_says_nothing()
    assert reading.case.document(1).facts == NOTHING_READ


def test_while_other_files_arrive_it_waits_with_them(reading):
    first, second = reading.patient_uploads("a.jpg", "b.jpg")
    reading.bot_has_looked_at(first, kind="jpeg")
    reading.bot_has_read(first, A_PLAN)
    reading.bot_says_nothing()
    reading.bot_has_looked_at(second, kind="jpeg")
    reading.bot_does_not_say("sorting")
    reading.bot_has_read(second, NOTHING_READ)
    reading.bot_says("sorting")


def test_a_file_that_is_gone_stays_gone(reading):
    reading.patient_sends("", kind="jpeg")
    reading.patient_commands("files")
    reading.patient_presses("look/1", "erase", "erase_yes")
    reading.bot_erases(1)
    reading.bot_has_read(1, A_PLAN)
    reading.bot_says_nothing()
    assert reading.case.documents == ()


def test_what_was_read_first_stays(reading):
    reading.patient_sends("", kind="jpeg")
    reading.bot_has_read(1, A_PLAN)
    reading.bot_has_read(1, Facts(patient="ROE, RICHARD"))
    reading.bot_says_nothing()
    assert reading.case.document(1).facts == A_PLAN
