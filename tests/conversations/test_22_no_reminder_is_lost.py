"""A bot that was down, a wrong clock, a blocked chat: no reminder that was asked for is lost, and none comes twice."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.events import ClockSetRight, ReminderDue, WentAway
from dialogs.roads.reminders.schedule import HOW_MANY
from tests.conversations.reminders import BERLIN, asks_for_reminders, comes, due, is_asked_where


def test_what_was_missed_while_the_bot_was_down_comes_as_one_and_not_at_night(chat):
    asks_for_reminders(chat)
    moment = due(chat)
    chat.now = datetime(2026, 3, 15, 2, 0, tzinfo=UTC)
    chat.happens(ReminderDue(chat.now, moment))
    chat.bot_says_nothing()
    assert due(chat).astimezone(BERLIN) == datetime(2026, 3, 15, 9, 0, tzinfo=BERLIN)
    comes(chat)
    chat.bot_says("reminder")
    assert due(chat) > chat.now + timedelta(days=1)
    assert chat.case.reminders.left == HOW_MANY - 1


def test_without_a_zone_what_is_late_waits_for_the_time_of_day_it_was_asked_for(chat):
    is_asked_where(chat)
    chat.patient_presses("reminders.zone/skip")
    moment = due(chat)
    chat.now = moment + timedelta(days=2, hours=15)
    chat.happens(ReminderDue(chat.now, moment))
    chat.bot_says_nothing()
    assert due(chat) == moment + timedelta(days=3)


def test_a_reminder_that_is_claimed_twice_is_given_once(chat):
    asks_for_reminders(chat)
    moment = due(chat)
    comes(chat)
    chat.bot_says("reminder")
    chat.happens(ReminderDue(moment, moment))
    chat.bot_says_nothing()


def test_a_clock_that_was_far_ahead_for_a_while_costs_no_reminder(chat):
    asks_for_reminders(chat)
    right = chat.now
    chat.now = right + timedelta(days=400)
    chat.patient_commands("checklist")
    comes(chat)
    chat.patient_commands("checklist")
    chat.now = right + timedelta(hours=1)
    chat.patient_commands("remind")
    assert due(chat) <= right + timedelta(days=4)
    assert chat.days_pass(4) == ["reminder"]


def test_reminders_that_were_set_while_the_clock_was_ahead_come_too(chat):
    right = chat.now
    chat.now = right + timedelta(days=400)
    asks_for_reminders(chat, "weekly")
    chat.now = right
    chat.happens(ClockSetRight(chat.now))
    assert due(chat) <= right + timedelta(days=8)
    assert chat.days_pass(8) == ["reminder"]


def test_a_clock_that_was_set_back_loses_no_reminder(chat):
    asks_for_reminders(chat)
    moment = due(chat)
    chat.happens(ReminderDue(moment - timedelta(hours=30), moment))
    chat.bot_says("reminder")


def test_a_reminder_that_telegram_refused_because_the_bot_was_blocked_is_not_one_of_the_four(chat):
    asks_for_reminders(chat)
    comes(chat)
    assert chat.case.reminders.left == HOW_MANY - 1
    chat.happens(WentAway(chat.now, unsaid="reminder"))
    assert chat.case.reminders.left == HOW_MANY
    assert chat.case.reminders.unanswered == 0
    assert chat.days_pass(100) == []
    chat.patient_comes_back()
    assert chat.days_pass(2) == ["reminder"]


@pytest.mark.parametrize("unsaid", ["", "checklist", "receipt"])
def test_another_message_that_was_refused_gives_no_reminder_back(chat, unsaid):
    asks_for_reminders(chat)
    comes(chat)
    chat.happens(WentAway(chat.now, unsaid))
    assert chat.case.reminders.left == HOW_MANY - 1
