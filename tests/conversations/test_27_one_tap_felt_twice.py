"""A tap that is felt as one is answered once, however often it comes; what is tapped on purpose is done again."""

from __future__ import annotations

from datetime import timedelta

from dialogs.events import ONE_TAP, Pressed
from tests.conversations.earlier_cards import card


def test_fifteen_quick_taps_are_answered_once(chat):
    chat.patient_walks_to("report")
    said = []
    for _ in range(15):
        chat.happens(Pressed(chat.now, "report/unsure", message=40))
        said += chat.turn.effects
        chat.now += timedelta(seconds=1)
    assert [say.name for say in said] == ["record"]
    chat.patient_is_at("scans")


def test_a_tap_after_a_while_or_on_another_card_or_of_another_button_is_a_tap_of_its_own(chat):
    chat.patient_walks_to("report")
    for data, message, later in (
        ("aside/help", 40, timedelta()),
        ("aside/help", 41, timedelta()),
        ("aside/privacy", 41, timedelta()),
        ("aside/privacy", 41, ONE_TAP + timedelta(seconds=1)),
        ("aside/privacy", 0, timedelta()),
        ("aside/privacy", 0, timedelta()),
    ):
        chat.now += later
        chat.happens(Pressed(chat.now, data, message))
        assert chat.turn.effects, (data, message, later)


def test_a_page_that_is_turned_on_purpose_turns_on(two_files):
    for degrees in (90, 180, 270, 0):
        (data,) = (b.data for row in card(two_files, "files_one").buttons for b in row if "/turn/" in b.data)
        for _ in range(2):
            two_files.happens(Pressed(two_files.now, data, message=50))
        assert two_files.case.document(2).turned == degrees


def test_a_late_second_tap_does_not_take_back_what_the_first_did(two_files):
    two_files.patient_presses_data("files.one@2/turn/90")
    two_files.patient_presses_data("files.one@2/turn/90")
    assert two_files.case.document(2).turned == 90
    two_files.patient_presses_data("files.one@2/up/1")
    two_files.patient_presses_data("files.one@2/up/1")
    assert two_files.names_in_order("report") == ["BETA.pdf", "ALPHA.pdf"]
