"""A button on the card of a file acts on that file, or says kindly that it cannot: asked, changed, sorted, deleted."""

from __future__ import annotations

import pytest

from dialogs.case.facts import Facts
from tests.conversations.earlier_cards import card, taps


def test_delete_on_the_card_of_one_file_asks_about_that_file_and_yes_deletes_it(two_files):
    taps(two_files, card(two_files, "files_one", 0), "erase")
    assert two_files.said("files_deleting").values["document"].name == "ALPHA.pdf"
    two_files.patient_presses("erase_yes")
    two_files.bot_erases(1)
    assert two_files.names_in_order("report") == ["BETA.pdf"]


def test_yes_below_an_older_question_asks_once_more_about_its_own_file(two_files):
    taps(two_files, card(two_files, "files_one", 0), "erase")
    taps(two_files, card(two_files, "files_one", 1), "erase")
    taps(two_files, card(two_files, "files_deleting", 0), "erase_yes")
    assert two_files.said("files_deleting").values["document"].name == "ALPHA.pdf"
    two_files.bot_erases()
    two_files.patient_presses("erase_yes")
    two_files.bot_erases(1)


@pytest.mark.parametrize("move", ["rename", "move", "date", "turn", "pictures", "replace"])
def test_what_is_tapped_on_the_card_of_one_file_is_done_with_that_file(two_files, move):
    taps(two_files, card(two_files, "files_one", 0), move)
    prompt = two_files.shown[-1]
    assert prompt.values["document"].name == "ALPHA.pdf"
    assert two_files.case.looking_at == 1


def test_a_title_goes_to_the_file_whose_title_was_asked_for_last(two_files):
    taps(two_files, card(two_files, "files_one", 0), "rename")
    taps(two_files, card(two_files, "files_one", 1), "rename")
    two_files.patient_writes("The second")
    assert two_files.names_in_order("report") == ["ALPHA.pdf", "The second"]


def test_a_question_that_was_left_takes_no_text_any_more(two_files):
    taps(two_files, card(two_files, "files_one", 0), "rename")
    taps(two_files, card(two_files, "files_one", 1), "turn")
    two_files.patient_writes("a title for ALPHA?")
    two_files.bot_says("text_unplaced")
    assert two_files.names_in_order("report") == ["ALPHA.pdf", "BETA.pdf"]


def test_undo_takes_back_the_change_it_stands_below(two_files):
    taps(two_files, card(two_files, "files_one", 0), "rename")
    two_files.patient_writes("The first")
    renamed = card(two_files, "files_one")
    taps(two_files, renamed, "turn")
    taps(two_files, renamed, "undo")
    two_files.bot_says("old_button")
    assert (two_files.case.document(1).title, two_files.case.document(1).turned) == ("The first", 90)
    two_files.patient_presses("undo/1")
    assert (two_files.case.document(1).title, two_files.case.document(1).turned) == ("The first", 0)


def test_the_button_of_a_file_that_is_gone_answers_kindly(two_files):
    old = card(two_files, "files_one", 0)
    taps(two_files, old, "erase")
    two_files.patient_presses("erase_yes")
    for move in ("rename", "turn", "erase", "back"):
        taps(two_files, old, move)
        two_files.bot_says("old_button", "files")
    assert two_files.names_in_order("report") == ["BETA.pdf"]


def test_an_older_list_opens_its_files_from_wherever_the_patient_is(two_files):
    two_files.patient_presses("leave")
    two_files.patient_is_at("scans")
    taps(two_files, card(two_files, "files", 0), "look")
    two_files.patient_is_at("files.one")
    two_files.patient_presses("leave")
    two_files.patient_is_at("scans")


def test_files_are_sorted_by_the_card_they_stand_on_and_once(chat):
    chat.patient_walks_to("review")
    for name, record in (("one.pdf", "plan"), ("two.pdf", "scans")):
        chat.patient_sends(name, facts=Facts(record=record))
    first = card(chat, "sorting", 0)
    taps(chat, first, "sorted_yes")
    assert [each.record for each in chat.case.documents] == ["plan", ""]
    taps(chat, first, "sorted_yes")
    chat.bot_says("old_button")
    assert [each.record for each in chat.case.documents] == ["plan", ""]


def test_a_receipt_of_before_still_places_its_own_files_and_once(chat):
    chat.patient_walks_to("review")
    chat.patient_sends("one.pdf", "two.pdf")
    chat.patient_presses_data("aside@1-2/place/1/plan")
    assert [each.record for each in chat.case.documents] == ["plan", "plan"]
    chat.patient_presses_data("aside@1-2/place/1/scans")
    chat.bot_says("old_button")
    assert [each.record for each in chat.case.documents] == ["plan", "plan"]
