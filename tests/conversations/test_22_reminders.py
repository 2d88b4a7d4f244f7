"""Reminders are asked for with one Yes, how many is said beforehand, and unanswered they fall silent."""

import pytest

from dialogs.roads.reminders.schedule import HOW_MANY
from tests.conversations.reminders import asks_for_reminders, says_yes

PACES = [("every_3_days", 3), ("weekly", 7), ("fortnightly", 14)]


def test_one_yes_is_all_that_is_asked_for_and_the_rest_lies_behind_the_settings(chat):
    chat.patient_walks_to("reminders")
    moves = [button.data for row in chat.said("reminders").buttons for button in row]
    assert moves == ["reminders/remind_yes", "reminders/not_now"]
    chat.patient_presses_data("reminders/settings")
    chat.bot_says("old_button")
    says_yes(chat, "weekly")
    assert chat.case.reminders.every_days == 7
    chat.patient_commands("remind")
    chat.bot_offers("settings", "stop")
    chat.bot_does_not_offer("remind_yes")
    chat.patient_presses("reminders/settings")
    chat.bot_says("reminders_settings")
    chat.bot_offers("every_3_days", "weekly", "fortnightly", "rest", "treatment", "hours", "place", "pause")


@pytest.mark.parametrize(("pace", "days"), PACES)
def test_a_card_that_asked_how_often_still_answers(chat, pace, days):
    chat.patient_walks_to("reminders")
    chat.patient_presses_data(f"reminders/{pace}")
    chat.bot_says("reminders_set", "reminders_zone")
    assert chat.case.reminders.every_days == days


def test_who_has_everything_is_not_asked_about_reminders(chat):
    chat.patient_walks_to("report")
    for record in ("report", "scans", "plan", "slides", "discs"):
        chat.patient_walks_on_to(record)
        chat.patient_presses(f"{record}/more", f"{record}.more/elsewhere")
    chat.patient_walks_on_to("questions")
    chat.patient_presses("questions/done")
    chat.bot_says("summary")


def test_who_misses_one_record_is_asked_about_them(chat):
    chat.patient_walks_to("questions")
    chat.patient_presses("questions/done")
    chat.bot_says("reminders")


def test_nobody_is_reminded_who_did_not_ask(chat):
    chat.patient_walks_to("summary")
    assert chat.days_pass(365) == []


@pytest.mark.parametrize(("choice", "days"), PACES)
def test_how_many_is_said_beforehand_and_unanswered_they_come_less_often_and_fall_silent(chat, choice, days):
    asks_for_reminders(chat, choice)
    assert chat.case.reminders.left == HOW_MANY
    assert chat.days_pass(days - 1) == []
    assert chat.days_pass(1) == ["reminder"]
    assert chat.days_pass(2 * days - 1) == []
    assert chat.days_pass(1) == ["reminder"]
    assert chat.days_pass(4 * days - 1) == []
    assert chat.days_pass(1) == ["reminder"]
    assert chat.said("reminder").values["left"] == 0, "the last one says that it is"
    assert chat.days_pass(365) == []


def test_to_who_answers_they_come_at_the_pace_that_was_chosen_and_no_more_than_was_said(chat):
    asks_for_reminders(chat)
    for left in (3, 2, 1, 0):
        assert chat.days_pass(3) == ["reminder"]
        assert chat.said("reminder").values["left"] == left
        chat.patient_commands("checklist")
    assert chat.days_pass(365) == []
