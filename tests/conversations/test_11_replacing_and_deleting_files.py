"""What was sent can be replaced and deleted, and its list is left as it was found."""

from dialogs.case.stored import to_json
from tests.conversations.looking import look


def test_a_new_file_takes_the_place_of_an_old_one_once_it_can_be_read(at_files):
    look(at_files, 1)
    at_files.patient_presses("replace")
    (new,) = at_files.patient_uploads("better.pdf")
    assert at_files.case.document(1), "the old one stays until the new one was looked at"
    at_files.bot_has_looked_at(new, pages=3)
    at_files.bot_erases(1)
    assert at_files.names_in_order("report") == ["better.pdf", "two.pdf"]
    assert at_files.case.looking_at == new


def test_a_new_file_that_cannot_be_read_replaces_nothing(at_files):
    look(at_files, 1)
    at_files.patient_presses("replace")
    at_files.patient_sends("broken.pdf", found="unreadable")
    at_files.bot_erases()
    assert at_files.case.document(1).state == "readable"


def test_a_replacement_for_a_file_deleted_meanwhile_is_an_ordinary_file(at_files):
    look(at_files, 1)
    at_files.patient_presses("replace")
    (new,) = at_files.patient_uploads("better.pdf")
    at_files.patient_presses("files.one/back", "look/1", "erase", "erase_yes")
    at_files.bot_has_looked_at(new)
    at_files.bot_erases()
    assert sorted(at_files.names_in_order("report")) == ["better.pdf", "two.pdf"]


def test_a_second_file_sent_with_a_replacement_goes_to_the_same_record(at_files):
    look(at_files, 1)
    at_files.patient_presses("replace")
    at_files.patient_sends("page-1.jpg", "page-2.jpg")
    assert at_files.names_in_order("report") == ["page-1.jpg", "two.pdf", "page-2.jpg"]


def test_a_file_is_deleted_for_good_after_one_question(at_files):
    look(at_files, 1)
    at_files.patient_presses("erase")
    at_files.bot_says("files_deleting")
    at_files.bot_erases()
    at_files.patient_presses("files.deleting/back")
    at_files.patient_is_at("files.one")
    at_files.patient_presses("erase", "erase_yes")
    at_files.bot_says("file_deleted", "files")
    at_files.bot_erases(1)
    assert at_files.names_in_order("report") == ["two.pdf"]
    assert "one.pdf" not in to_json(at_files.case)


def test_a_file_that_is_still_on_its_way_cannot_be_deleted_yet(chat):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("one.pdf")
    chat.patient_commands("files")
    chat.patient_presses(f"look/{document}")
    chat.bot_does_not_offer("erase", "replace")


def test_buttons_of_a_file_that_is_gone_are_harmless(at_files):
    look(at_files, 1)
    at_files.patient_presses("rename")
    at_files.patient_writes("Title")
    at_files.patient_presses("erase", "erase_yes")
    at_files.patient_presses("undo/1")
    at_files.bot_says("old_button")
    at_files.patient_presses_data("files/look/1")
    at_files.bot_says("old_button")
    for data in ("files/look/99", "files/look/x", "files/look/", "files/page/x", "aside/file/1/date", "aside/file/x/y"):
        at_files.patient_presses_data(data)
    at_files.bot_keeps(report=1, plan=1)


def test_cancel_and_go_on_lead_out_of_the_files(at_files):
    look(at_files, 1)
    at_files.patient_presses("files.one/leave")
    at_files.patient_is_at("scans")
    at_files.patient_commands("files")
    at_files.patient_presses("look/1", "rename")
    at_files.patient_commands("cancel")
    at_files.patient_is_at("files.one")


def test_a_text_at_the_list_is_no_answer_to_anything(at_files):
    at_files.patient_writes("my notes")
    at_files.bot_says("text_unplaced")


def test_delete_leaves_nothing_of_what_was_done_with_files(at_files):
    look(at_files, 1)
    at_files.patient_presses("rename")
    at_files.patient_writes("Kanarienvogel")
    at_files.patient_commands("delete")
    at_files.patient_presses("delete_yes")
    assert at_files.case == type(at_files.case)()
