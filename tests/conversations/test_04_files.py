"""Files: any number, at any time, and an honest receipt."""

import json

import pytest

from dialogs.case.facts import Facts, Study
from dialogs.case.stored import from_json
from dialogs.events import Inspected


def test_a_file_sent_at_a_record_belongs_to_it_and_is_saved_once_it_was_looked_at(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("send")
    chat.bot_says("record_sending")
    (document,) = chat.patient_uploads("report.pdf")
    assert chat.said("receipt").values["readable"] == 0, "nothing is saved before it was looked at"
    chat.bot_keeps_nothing()
    chat.bot_has_looked_at(document, pages=3)
    assert chat.said("receipt").values["pages"] == 3
    chat.bot_keeps(report=1)
    chat.checklist_says(report="received")


def test_a_file_may_come_without_tapping_send_first(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.bot_keeps(report=1)
    chat.patient_presses("done")
    chat.bot_says("noted")
    chat.patient_is_at("scans")


def test_an_album_has_one_receipt_that_counts(chat):
    chat.patient_walks_to("report")
    first, second, third = chat.patient_uploads("1.jpg", "2.jpg", "3.jpg")
    slot = chat.said("receipt").slot
    for number, document in enumerate((first, second, third), start=1):
        chat.bot_has_looked_at(document)
        assert chat.said("receipt").slot == slot
        assert (chat.said("receipt").values["checked"], chat.said("receipt").values["total"]) == (number, 3)
    chat.patient_sends("4.jpg")
    assert chat.said("receipt").slot != slot
    chat.bot_keeps(report=4)


@pytest.mark.parametrize("found", ["locked", "unreadable", "over_limit", "unknown_kind", "not_fetched"])
def test_a_file_that_cannot_be_read_is_told_and_does_not_count(chat, found):
    chat.patient_walks_to("report")
    chat.patient_presses("send")
    chat.patient_sends("scan.pdf", found=found)
    assert [each.state for each in chat.said("receipt").values["troubles"]] == [found]
    chat.bot_keeps_nothing()
    chat.patient_is_at("report.sending")
    assert chat.group_of("report") == "missing"


def test_a_file_found_unreadable_after_the_patient_went_on_is_told_once_in_a_receipt_that_comes_anew(chat):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("scan.pdf")
    chat.patient_presses("done")
    chat.bot_has_looked_at(document, "locked")
    assert [(say.name, say.moves) for say in chat.said_now()] == [("receipt", True)]
    assert chat.group_of("report") == "missing"


def test_of_several_that_cannot_be_read_then_the_receipt_comes_anew_once_and_names_all(chat):
    chat.patient_walks_to("decision")
    documents = chat.patient_uploads("a.pdf", "broken.pdf", "locked.pdf", "song.mp3")
    told = []
    for document, found in zip(documents, ("readable", "unreadable", "locked", "unknown_kind"), strict=True):
        chat.bot_has_looked_at(document, found)
        told += [len(say.values["troubles"]) for say in chat.said_now() if say.moves]
    assert told == [1]
    assert [each.name for each in chat.said("receipt").values["troubles"]] == ["broken.pdf", "locked.pdf", "song.mp3"]


def test_done_without_a_file_says_that_none_has_come(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("send", "done")
    chat.bot_says("nothing_sent_yet", "record_sending")
    chat.patient_is_at("report.sending")


@pytest.mark.parametrize("step", ["decision", "questions", "review", "reminders", "summary", "discs"])
def test_a_file_of_which_nothing_is_known_is_kept_and_asked_about_one_at_a_time(chat, step):
    chat.patient_walks_to(step)
    chat.patient_sends("surprise.pdf", "second.pdf")
    chat.bot_says("receipt", "sort_one")
    chat.bot_offers("sort_as/report", "sort_as/plan")
    chat.bot_does_not_offer("sort_as/discs")
    chat.patient_presses("sort_as/scans")
    chat.bot_says("sort_one")
    chat.patient_presses("sort_as/plan")
    chat.bot_keeps(scans=1, plan=1)
    chat.patient_is_at(step)


def test_a_file_sent_while_saying_why_a_record_is_missing_is_that_record(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("missing")
    chat.patient_sends("found-it.pdf")
    chat.bot_keeps(scans=1)


def test_files_of_a_record_whose_button_was_tapped_twice_stay_where_they_are(chat):
    chat.patient_walks_to("decision")
    chat.patient_sends("a.pdf")
    chat.patient_presses("sort_as/plan")
    chat.patient_presses("sort_as/plan")
    chat.bot_keeps(plan=1)


def test_done_on_a_receipt_still_counts_after_a_look_aside(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.patient_commands("files")
    chat.patient_presses("files/back")
    chat.patient_is_at("report")
    chat.patient_presses("report.sending/done")
    chat.bot_says("noted")
    chat.patient_is_at("scans")


def test_done_on_an_old_receipt_of_another_record_stays_an_old_button(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.patient_presses("report.sending/done")
    chat.patient_presses_data("report.sending/done")
    chat.bot_says("old_button")
    chat.patient_is_at("scans")


def test_a_file_that_takes_long_to_arrive_is_told_once_on_its_receipt(chat):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("report.pdf")
    chat.bot_cannot_fetch_yet(document)
    chat.bot_says("receipt")
    assert chat.shown[-1].values["late"]
    assert chat.shown[-1].slot, "in the same bubble"
    chat.bot_cannot_fetch_yet(document)
    chat.bot_says_nothing()
    chat.bot_has_looked_at(document)
    chat.bot_says("receipt")
    assert not chat.shown[-1].values["late"]
    chat.bot_cannot_fetch_yet(document)
    chat.bot_says_nothing()


def test_what_takes_long_and_is_deleted_meanwhile_is_not_spoken_of(chat):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("report.pdf")
    chat.patient_commands("delete")
    chat.patient_presses("delete_yes")
    chat.bot_cannot_fetch_yet(document)
    chat.bot_says_nothing()


def test_looking_at_a_file_of_a_case_that_was_deleted_changes_nothing(chat):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("report.pdf")
    chat.patient_commands("delete")
    chat.patient_presses("delete_yes")
    chat.bot_has_looked_at(document)
    chat.bot_says_nothing()
    chat.bot_keeps_nothing()


def test_only_the_newest_receipt_carries_the_button_to_go_on(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("1.jpg")
    first = chat.said("receipt").slot
    chat.patient_uploads("2.jpg")
    shown = {say.slot: say for say in chat.shown}
    assert not shown[first].buttons
    assert shown[chat.shown[-1].slot].buttons
    chat.patient_presses("report.sending/done")
    assert not any(say.buttons for say in {say.slot: say for say in chat.shown if say.slot}.values())


def test_what_was_found_in_a_file_is_remembered_with_it(chat):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("disc.zip")
    facts = Facts(patient="Doe, Jane", studies=(Study("CT", "2026-03-12", 2, 40),), not_images=3)
    chat.happens(
        Inspected(chat.now, document, "readable", 1, ("several_names",), facts, "dicom_zip", "0123456789abcdef" * 4)
    )
    kept = chat.case.document(document)
    assert (kept.facts, kept.remarks, kept.kind) == (facts, ("several_names",), "dicom_zip")
    assert kept.digest == "0123456789abcdef" * 2


def test_a_file_stored_by_an_older_version_is_read_back():
    document = {
        "number": 1,
        "batch": "a",
        "name": "report.pdf",
        "facts": {"patient": "Doe, Jane", "identifiers": ["S-1"]},
    }
    (kept,) = from_json(json.dumps({"documents": [document]})).documents
    assert (kept.facts.patient, kept.facts.identifiers, kept.facts.studies) == ("Doe, Jane", ("S-1",), ())
    assert (kept.kind, kept.digest) == ("", "")


def test_the_receipt_says_which_files_the_packet_will_show_in_another_way(chat):
    chat.patient_walks_to("report")
    first, second = chat.patient_uploads("form.pdf", "letter.pdf")
    chat.bot_has_looked_at(first, pages=3, remarks=("scan", "drawn"), drawn=(2,), compared=3)
    chat.bot_has_looked_at(second, remarks=("not_packed",))
    assert chat.said("receipt").values["changes"] == (("drawn", ("form.pdf",)), ("not_packed", ("letter.pdf",)))
    form = chat.case.document(first)
    assert (form.drawn, form.compared) == ((2,), 3)


def test_a_file_that_the_packet_shows_as_it_is_needs_no_word(chat):
    chat.patient_walks_to("report")
    (number,) = chat.patient_uploads("report.pdf")
    chat.bot_has_looked_at(number, remarks=("scan", "repaired"))
    assert chat.said("receipt").values["changes"] == ()
