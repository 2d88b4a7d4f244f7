"""Files: any number, at any time, and an honest receipt."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.case.facts import Facts, Study
from dialogs.case.stored import from_json
from dialogs.content.reading import read_content
from dialogs.effects import Say
from dialogs.events import Inspected
from dialogs.receiving.quotas import MAX_FILES, MOST_A_DAY, MOST_BYTES, Quotas
from dialogs.receiving.sent import LOCAL_LIMIT, TELEGRAM_LIMIT
from tests import real
from tests.chat import Chat


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


def test_a_file_found_unreadable_after_the_patient_went_on_is_told_in_a_message_of_its_own(chat):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("scan.pdf")
    chat.patient_presses("done")
    chat.bot_has_looked_at(document, "locked")
    chat.bot_says("receipt", "file_trouble")
    assert chat.group_of("report") == "missing"


def test_a_file_over_telegrams_limit_is_not_fetched_and_the_patient_is_told(chat):
    chat.patient_walks_to("report")
    chat.patient_uploads("disc.zip", size=TELEGRAM_LIMIT + 1)
    chat.bot_fetches_nothing()
    assert chat.said("receipt").values["troubles"][0].state == "too_big"


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_how_large_a_file_may_be_follows_the_operators_server(language):
    """A number that is told is the one that holds."""
    small, large = (read_content(real.FOLDER, language, quotas=Quotas(a_file=size)) for size in (20 << 20, LOCAL_LIMIT))
    for each, number in ((small, "20"), (large, "2")):
        unit = each.wording.words["size"]["gigabytes" if each is large else "megabytes"]
        said = unit.replace("{number}", number)
        told = [each.wording.words["trouble"]["too_big"], each.wording.words["left_out"]["too_big"]]
        told.append(each.wording.text(Say("record_sending", {"record": "pathology", "files": 0, "pages": 0})))
        assert all(said in text for text in told), told


def test_a_disc_of_a_gigabyte_is_fetched_where_the_operators_server_gives_it():
    chat = Chat(quotas=Quotas(a_file=LOCAL_LIMIT))
    chat.patient_walks_to("report")
    chat.patient_uploads("disc.zip", size=1 << 30)
    chat.patient_uploads("discs.zip", size=LOCAL_LIMIT + 1)
    assert [each.state for each in chat.case.documents] == ["arriving", "too_big"]


def test_a_second_disc_beyond_what_is_kept_of_one_person_is_not_taken():
    chat = Chat(quotas=Quotas(a_file=LOCAL_LIMIT))
    chat.patient_walks_to("report")
    chat.patient_sends("disc.zip", size=1_500_000_000)
    chat.patient_uploads("another.zip", size=1_500_000_000)
    chat.bot_says("files_heavy")
    chat.patient_sends("report.pdf")
    chat.bot_keeps(report=2)


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


def test_a_case_holds_many_files_but_not_endlessly_many(chat):
    chat.patient_walks_to("report")
    for number in range(MAX_FILES):
        chat.patient_uploads(f"{number}.jpg")
    chat.patient_uploads("one-more.jpg")
    chat.bot_says("files_full")
    chat.bot_fetches_nothing()


def test_of_files_that_are_sent_together_and_not_taken_one_word_is_enough(chat):
    chat.patient_walks_to("report")
    for number in range(MAX_FILES - 1):
        chat.patient_uploads(f"{number}.jpg")
    said = len(chat.shown)
    chat.patient_uploads(*"abcd")
    assert [say.lead.name for say in chat.shown[said:] if say.lead] == ["files_full"]


def test_of_many_files_that_come_one_by_one_and_are_not_taken_one_word_is_enough_for_a_while(chat):
    chat.patient_walks_to("report")
    for number in range(MAX_FILES):
        chat.patient_uploads(f"{number}.jpg")
    said = len(chat.shown)
    for number in range(20):
        chat.patient_uploads(f"more-{number}.jpg")
        chat.bot_fetches_nothing()
    assert [say.lead.name for say in chat.shown[said:] if say.lead] == ["files_full"]
    chat.now += timedelta(minutes=5)
    chat.patient_uploads("later.jpg")
    chat.bot_says("files_full")


def test_forty_photos_in_a_row_simply_arrive(chat):
    chat.patient_walks_to("report")
    said = len(chat.shown)
    for number in range(40):
        chat.patient_sends(f"{number}.jpg")
    chat.bot_keeps(report=40)
    assert {say.name for say in chat.shown[said:]} == {"receipt"}


def test_how_much_is_kept_for_one_person_is_the_operators_to_say():
    chat = Chat(quotas=Quotas(files=2, size=30 << 20))
    chat.patient_walks_to("report")
    chat.patient_sends("1.pdf", size=20 << 20)
    chat.patient_sends("2.pdf", size=5 << 20)
    chat.patient_uploads("3.pdf")
    chat.bot_says("files_full")
    assert chat.said("files_full").values["at_most"] == 2
    chat.patient_commands("files")
    chat.patient_presses("look/2", "erase", "erase_yes")
    chat.patient_sends("4.pdf", size=15 << 20)
    chat.patient_commands("files")
    assert len(chat.case.documents) == 2


def test_whoever_has_more_than_is_kept_by_now_keeps_it(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("1.pdf", "2.pdf", "3.pdf")
    stricter = Chat(quotas=Quotas(files=2), case=chat.case, now=chat.now)
    stricter.patient_uploads("4.pdf")
    stricter.bot_says("files_full")
    stricter.bot_keeps(report=3)


def test_files_may_not_fill_the_disk_and_what_is_deleted_makes_room(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_BYTES // (20 << 20) + 1):
        chat.patient_sends(f"{number}.zip", size=20 << 20)
    chat.patient_uploads("one-more.zip")
    chat.bot_says("files_heavy")
    chat.bot_fetches_nothing()
    chat.patient_commands("files")
    chat.patient_presses("look/1", "erase", "erase_yes")
    assert chat.patient_uploads("again.zip")


def test_what_could_not_be_kept_takes_no_room(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_BYTES // (20 << 20) + 2):
        chat.patient_sends(f"{number}.zip", size=20 << 20, found="unknown_kind")
    assert chat.patient_uploads("paper.pdf")


def test_deleting_and_sending_again_ends_for_today_and_goes_on_tomorrow(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_A_DAY):
        chat.patient_sends(f"{number}.jpg")
        chat.case = replace(chat.case, documents=())
    chat.patient_uploads("one-more.jpg")
    chat.bot_says("files_today")
    chat.bot_fetches_nothing()
    chat.days_pass(1)
    assert chat.patient_uploads("tomorrow.jpg")


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
