"""Reminders: asked for, few, easily stopped, and over when nothing is missing."""

import pytest

from dialogs.schedule import HOW_MANY


def test_nobody_is_reminded_who_did_not_ask(chat):
    chat.patient_walks_to("summary")
    assert chat.days_pass(365) == []


@pytest.mark.parametrize(("choice", "days"), [("every_3_days", 3), ("weekly", 7), ("fortnightly", 14)])
def test_reminders_come_as_often_and_as_many_as_was_said(chat, choice, days):
    chat.patient_walks_to("reminders")
    chat.patient_presses(choice)
    values = chat.said("reminders_set").values
    assert (values["every_days"], values["how_many"]) == (days, HOW_MANY)
    assert chat.days_pass(days - 1) == []
    assert chat.days_pass(1) == ["reminder"]
    assert chat.days_pass(10 * days) == ["reminder"] * (HOW_MANY - 1)
    assert chat.days_pass(365) == []


def test_they_come_at_the_time_of_day_at_which_they_were_asked_for(chat):
    chat.patient_walks_to("reminders")
    asked_at = chat.now
    chat.patient_presses("weekly")
    assert chat.case.reminders.due.time() == asked_at.time()


def test_what_was_missed_while_the_bot_was_down_comes_as_one(chat):
    from dialogs.events import ReminderDue

    chat.patient_walks_to("reminders")
    chat.patient_presses("every_3_days")
    due = chat.case.reminders.due
    chat.now = due.replace(day=due.day + 10)
    chat.happens(ReminderDue(chat.now, due))
    chat.bot_says("reminder")
    assert chat.case.reminders.due > chat.now
    assert chat.case.reminders.left == HOW_MANY - 1


def test_one_tap_in_a_reminder_stops_them(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly")
    assert chat.days_pass(7) == ["reminder"]
    chat.bot_offers("pause", "stop")
    chat.patient_presses("aside/stop")
    chat.bot_says("reminders_stopped")
    assert chat.days_pass(100) == []


def test_they_can_be_paused_and_taken_up_again(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly")
    chat.patient_commands("remind")
    chat.bot_offers("pause", "stop")
    chat.patient_presses("reminders/pause")
    chat.bot_says("reminders_paused")
    assert chat.days_pass(30) == []
    chat.patient_commands("remind")
    chat.patient_presses("reminders/resume")
    assert chat.days_pass(7) == ["reminder"]


def test_they_stop_by_themselves_when_nothing_is_missing(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly")
    chat.patient_presses("summary/review")
    for record in ("report", "scans", "discs", "plan"):
        chat.patient_presses(f"open/{record}", f"{record}/elsewhere")
    chat.patient_presses("open/slides", "slides/elsewhere")
    assert "reminder" not in chat.days_pass(100)
    assert chat.case.reminders is None


def test_nobody_is_reminded_who_went_away_until_they_come_back(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly")
    chat.patient_goes_away()
    assert chat.days_pass(100) == []
    chat.patient_comes_back()
    assert chat.days_pass(1) == ["reminder"]


def test_a_reminder_that_is_claimed_twice_is_given_once(chat):
    from dialogs.events import ReminderDue

    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly")
    due = chat.case.reminders.due
    chat.happens(ReminderDue(due, due))
    chat.bot_says("reminder")
    chat.happens(ReminderDue(due, due))
    chat.bot_says_nothing()
