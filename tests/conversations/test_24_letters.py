"""Letters in one tap: from a record or from the menu, and back to where the patient was."""

import pytest

from dialogs.content.guide import LETTERS
from dialogs.effects import Say
from tests.conversations.letters import finds, letter


@pytest.mark.parametrize(("record", "kind"), [("report", "records"), ("slides", "slides"), ("discs", "disc")])
def test_each_record_has_the_letter_that_asks_for_it(chat, record, kind):
    finds(chat, record)
    if chat.case.step == "country":
        chat.patient_presses("other")
    assert letter(chat)["letter"] == kind


def test_i_have_asked_leads_on_as_if_the_patient_had_said_so_at_the_record(chat):
    finds(chat, "scans")
    chat.patient_presses("us", "asked")
    chat.patient_is_at("scans.asked")
    chat.checklist_says(scans="asked")
    assert [(each.record, each.when) for each in chat.case.requests] == [("scans", "2026-03-02")], "noted at once"
    assert chat.case.returns_to == ()
    chat.patient_writes("The records office, on Monday")
    chat.patient_is_at("plan")
    assert chat.case.answers["scans"].note == "The records office, on Monday"
    assert [each.whom for each in chat.case.requests] == ["The records office, on Monday"]


@pytest.mark.parametrize("way", [("done",), ("letters", "letters/done")])
def test_who_has_the_letter_is_not_asked_again_whether_they_have_the_record(chat, way):
    finds(chat, "slides")
    chat.patient_presses(*way)
    chat.patient_is_at("slides.missing")
    assert chat.case.returns_to == ()
    chat.patient_presses("go_on")
    assert chat.case.step != "slides"


def test_who_looked_at_the_letters_from_a_question_is_at_that_question_again(chat):
    chat.patient_walks_to("slides")
    chat.patient_commands("letters")
    chat.patient_presses("done")
    chat.patient_is_at("slides")


def test_from_the_review_the_letter_leads_back_to_the_review(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/scans", "scans/missing", "scans.missing/letter", "us", "letters.one/asked")
    chat.patient_presses_here("skip")
    chat.patient_is_at("review")
    assert chat.case.returns_to == ()


def test_the_text_and_the_phone_script_stay_at_the_letter(chat):
    finds(chat, "slides")
    chat.patient_presses("text")
    chat.bot_says("letter_text")
    chat.bot_offers("asked", "more")
    chat.bot_does_not_offer("text")
    chat.patient_presses("more", "phone")
    chat.bot_says("phone_script")
    chat.patient_is_at("letters.one")


@pytest.mark.parametrize("then", ["asked", "letters", "done", "more", "more letters.one/to", "more letters.one/phone"])
def test_a_text_that_was_shown_stays_where_it_is(chat, then):
    finds(chat, "slides")
    chat.patient_presses("text", *f"letters.one/{then}".split())
    assert not any(effect.replaces for effect in chat.turn.effects if isinstance(effect, Say))


@pytest.mark.parametrize("kind", LETTERS)
def test_every_letter_can_be_had_from_the_menu(chat, kind):
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.bot_says("letters")
    chat.patient_presses(f"write/{kind}")
    if chat.case.step == "country":
        chat.patient_presses("other")
    assert letter(chat)["letter"] == kind
    chat.bot_does_not_offer("asked")
    chat.patient_presses("done")
    chat.patient_is_at("review")


def test_a_letter_there_is_not_is_an_old_button(chat):
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.patient_presses_data("letters/write/ransom")
    chat.bot_says("old_button")
    chat.patient_presses("write/records", "uk", "letters")
    chat.patient_presses_data("letters/country/ransom")
    assert chat.case.letter == ""


def test_the_menu_leads_back_to_where_the_patient_was(chat):
    chat.patient_walks_to("discs")
    chat.patient_commands("letters")
    chat.patient_presses("done")
    chat.patient_is_at("discs")
    assert chat.case.returns_to == ()


def test_the_letter_of_another_record_does_not_offer_to_have_asked_for_this_one(chat):
    chat.patient_walks_to("discs")
    chat.patient_commands("letters")
    chat.patient_presses("write/slides")
    chat.bot_does_not_offer("asked")
    chat.patient_presses("letters", "write/disc", "us")
    chat.bot_offers("asked")


def test_a_side_road_from_the_letters_leads_back_to_them_and_then_home(chat):
    finds(chat, "discs")
    chat.patient_presses("us")
    chat.patient_commands("questions")
    chat.patient_presses("questions/done")
    chat.patient_is_at("letters")
    chat.patient_presses("letters/done")
    chat.patient_is_at("discs.missing")
    assert chat.case.returns_to == ()


def test_cancel_leaves_the_letters(chat):
    finds(chat, "discs")
    chat.patient_presses("us")
    chat.patient_commands("cancel")
    chat.bot_says("cancelled")
    chat.patient_is_at("discs.missing")
