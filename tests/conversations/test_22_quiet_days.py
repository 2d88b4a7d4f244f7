"""Days without: some to rest, those of treatment, a pause, an end with one tap, and an end when nothing is missing."""

from datetime import date, timedelta

import pytest

from tests.conversations.reminders import (
    BERLIN,
    asks_for_reminders,
    comes,
    due,
    has_nothing_left_to_ask_for,
    in_the_settings,
)


@pytest.mark.parametrize("days", [3, 7, 14])
def test_not_feeling_up_to_it_gives_some_quiet_days(chat, days):
    asks_for_reminders(chat)
    in_the_settings(chat, "rest", f"rest_{days}")
    chat.bot_says("rest_noted")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 2) + timedelta(days=max(days, 3))


def test_days_of_treatment_are_skipped(chat):
    asks_for_reminders(chat)
    in_the_settings(chat, "treatment", "day/2026-03-05", "day/2026-03-06")
    chat.patient_writes("7 March")
    chat.patient_presses("day/2026-03-07", "free/2026-03-06")
    assert chat.case.reminders.days_off == ("2026-03-05", "2026-03-07")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 6)
    chat.patient_presses("reminders.treatment/done")
    chat.patient_is_at("reminders")


@pytest.mark.parametrize("move", ["pause", "pause_all"])
def test_all_of_them_can_be_paused_and_taken_up_again(chat, move):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses("note/report/show")
    chat.patient_presses_data(f"aside/{move}")  # "pause_all" stood on an older card
    chat.bot_says("reminders_paused")
    assert chat.days_pass(30) == []
    chat.patient_commands("remind")
    chat.patient_presses("reminders/resume")
    assert chat.days_pass(3) == ["reminder"]


def test_one_tap_in_a_reminder_stops_them(chat):
    asks_for_reminders(chat)
    comes(chat)
    chat.bot_offers("pause", "stop")
    chat.patient_presses("aside/stop")
    chat.bot_says("reminders_stopped")
    assert chat.days_pass(100) == []


def test_they_stop_by_themselves_when_nothing_is_missing(chat):
    asks_for_reminders(chat)
    chat.patient_presses("summary/review")
    has_nothing_left_to_ask_for(chat, "report", "scans", "discs", "plan", "slides")
    assert "reminder" not in chat.days_pass(100)
    assert chat.case.reminders is None


def test_nobody_is_reminded_who_went_away_until_they_come_back(chat):
    asks_for_reminders(chat)
    chat.patient_goes_away()
    assert chat.days_pass(100) == []
    chat.patient_comes_back()
    assert chat.days_pass(1) == ["reminder"]
