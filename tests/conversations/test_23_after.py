"""After: when the day has passed, or all is here: the opinion, the slides' way home, a page for the first team."""

import pytest

from tests.chat import Chat


def with_a_date(chat: Chat) -> None:
    chat.patient_walks_to("summary")
    chat.patient_commands("date")
    chat.patient_presses("month/2026-03", "day/2026-03-20")
    chat.bot_says("summary")


def all_is_here(chat: Chat) -> None:
    chat.patient_presses("summary/review")
    for record in ("report", "scans", "discs", "plan", "slides"):
        chat.patient_presses(f"open/{record}", f"{record}/more", f"{record}.more/elsewhere")


def test_nobody_who_did_not_ask_for_reminders_is_asked_afterwards(chat):
    with_a_date(chat)
    assert chat.days_pass(60) == []


def test_the_day_after_the_date_one_note_leads_to_what_comes_next_and_is_the_last(chat):
    with_a_date(chat)
    all_is_here(chat)
    chat.patient_commands("remind")
    chat.patient_presses("remind_yes")
    chat.patient_writes("London")
    chat.patient_commands("remind")
    chat.patient_presses("settings", "fortnightly")
    assert chat.days_pass(18) == []
    assert chat.days_pass(1) == ["reminder"]
    assert chat.said("reminder").values["left"] == 0
    chat.patient_presses("note/after/show")
    chat.bot_says("note_after")
    chat.patient_presses("afterwards")
    chat.bot_says("after")
    assert chat.days_pass(60) == []


def test_once_the_date_has_passed_no_record_is_brought_up_any_more(chat):
    with_a_date(chat)
    chat.patient_commands("remind")
    chat.patient_presses("remind_yes")
    chat.patient_writes("London")
    chat.patient_commands("remind")
    chat.patient_presses("settings", "fortnightly")
    said = chat.days_pass(60)
    assert said == ["reminder"] * 2, "one before the day, and one after it"
    assert chat.case.reminders.about == "after"


def test_from_the_summary_it_can_be_looked_at_at_any_time(chat):
    with_a_date(chat)
    chat.patient_presses("afterwards")
    chat.bot_says("after")
    chat.patient_presses("after/not_yet")
    chat.bot_says("after_not_yet", "summary")


def has_the_opinion(chat: Chat) -> None:
    with_a_date(chat)
    all_is_here(chat)
    chat.patient_commands("summary")
    chat.patient_presses("summary/afterwards" if "summary/afterwards" in chat.buttons() else "afterwards", "after/yes")
    chat.bot_says("after_outcome")
    chat.patient_presses("after.outcome/skip")
    chat.bot_says("after_done")


def test_whoever_has_the_opinion_is_not_reminded_any_more(chat):
    with_a_date(chat)
    chat.patient_commands("remind")
    chat.patient_presses("remind_yes", "reminders.zone/skip", "afterwards", "after/yes")
    assert chat.days_pass(100) == []


def test_slides_are_a_loan_and_their_way_home_is_noted(chat):
    has_the_opinion(chat)
    assert chat.said("after_done").values == {"slides": True, "returned": False}
    chat.patient_presses("given_back")
    assert chat.said("after_done").values == {"slides": True, "returned": True}
    chat.bot_does_not_offer("given_back")
    chat.patient_presses("after.done/done")
    chat.patient_is_at("review")


def test_without_slides_on_the_way_nothing_has_to_go_back(chat):
    with_a_date(chat)
    chat.patient_presses("afterwards", "after/yes", "after.outcome/skip")
    assert chat.said("after_done").values["slides"] is False
    chat.bot_does_not_offer("given_back")


def test_a_page_for_the_first_team_is_sent(chat):
    has_the_opinion(chat)
    chat.patient_presses("back_page")
    chat.bot_says("back_page")
    chat.bot_sends_a_paper("back")


def test_everything_can_be_deleted_from_here(chat):
    has_the_opinion(chat)
    chat.patient_presses("aside/delete", "delete_yes")
    assert chat.forgotten


def test_a_new_date_begins_anew(chat):
    has_the_opinion(chat)
    chat.patient_commands("date")
    chat.patient_presses("month/2026-03", "day/2026-03-27")
    assert chat.case.opinion == ""


@pytest.mark.parametrize("data", ["after/returned", "after.done/yes", "after/maybe"])
def test_an_old_button_answers_kindly(chat, data):
    with_a_date(chat)
    chat.patient_presses("afterwards")
    chat.patient_presses_data(data)
    chat.bot_says("old_button")
