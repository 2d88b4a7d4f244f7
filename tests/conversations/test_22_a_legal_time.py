"""The time that a law gives a hospital is told where that law holds, for what it is about, and each step once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogs.events import WentAway
from dialogs.roads.reminders.schedule import HOW_MANY
from tests.chat import Chat
from tests.conversations.reminders import (
    BERLIN,
    arrives_by_the_request,
    asks_for_reminders,
    chooses,
    comes,
    due,
)
from tests.conversations.requests import asks


def is_treated_in(chat: Chat, country: str) -> None:
    chat.patient_commands("requests")
    chat.patient_presses(country, "requests/done")


def test_who_asked_for_something_is_asked_where_for_the_rules_differ(chat):
    asks(chat)
    asks_for_reminders(chat, "weekly")
    chat.bot_says("country")
    chat.patient_presses("country/us")
    chat.bot_says("summary")
    assert due(chat) == datetime(2026, 3, 9, 9, 30, tzinfo=UTC)
    chooses(chat, "fortnightly")
    assert due(chat).astimezone(BERLIN) == datetime(2026, 3, 12, 9, 0, tzinfo=BERLIN), "ten days after it was asked for"


def test_the_legal_time_of_a_us_hospital_is_told_in_three_steps(chat):
    asks(chat)
    is_treated_in(chat, "us")
    asks_for_reminders(chat, "fortnightly", where="New York")
    told = []
    for _ in range(HOW_MANY):
        comes(chat)
        if chat.case.reminders.about == "1":
            chat.patient_presses("note/1/show")
            told.append((chat.turn.effects[0].name, (chat.now.date() - date(2026, 3, 2)).days))
    assert told == [("note_clock_10", 10), ("note_clock_25", 25), ("note_clock_30", 30)]


def test_a_us_request_made_after_reminders_were_asked_for_is_told_of_on_its_tenth_day(chat):
    asks(chat)
    is_treated_in(chat, "us")
    asks_for_reminders(chat, "fortnightly", where="New York")
    arrives_by_the_request(chat)
    assert (due(chat).date() - date(2026, 3, 2)).days == 14
    chat.happens_at("report", lambda: chat.patient_presses_data("report/asked"))
    assert (due(chat).date() - date(2026, 3, 2)).days == 10


@pytest.mark.parametrize("country", ["uk", "other"])
def test_no_rule_of_one_country_is_told_in_another(chat, country):
    asks(chat)
    is_treated_in(chat, country)
    asks_for_reminders(chat, "weekly", where="London")
    for _ in range(3):
        comes(chat)
        for data in (f"aside/note/{chat.case.reminders.about}/show", "aside/note/1/show"):
            chat.patient_presses_data(data)
            assert "clock" not in chat.turn.effects[0].name


@pytest.mark.parametrize("lent_or_unwritten", ["slides", "discs", "plan"])
def test_no_legal_month_is_counted_for_what_is_lent_or_has_still_to_be_written(chat, lent_or_unwritten):
    chat.patient_walks_to(lent_or_unwritten)
    chat.patient_presses(f"{lent_or_unwritten}/asked")
    is_treated_in(chat, "us")
    asks_for_reminders(chat, "weekly", where="New York")
    for days in (10, 15, 6):  # the tenth, the twenty-fifth and the thirty-first day
        chat.days_pass(days)
        chat.patient_presses_data("aside/note/1/show")
        chat.bot_says("note_waiting")
    assert chat.case.requests[0].told == 0


def test_a_legal_day_that_was_told_of_slides_once_is_not_told_again(chat):
    chat.patient_walks_to("slides")
    chat.patient_presses("slides/asked")
    is_treated_in(chat, "us")
    asks_for_reminders(chat, "weekly", where="New York")
    chat.days_pass(31)
    chat.case = replace(chat.case, requests=(replace(chat.case.requests[0], told=30),))  # by an earlier version
    chat.patient_presses_data("aside/note/1/show")
    chat.bot_says("note_waiting")


def test_the_legal_day_that_could_not_be_told_is_told_when_they_are_back(chat):
    asks(chat)
    is_treated_in(chat, "us")
    asks_for_reminders(chat, "fortnightly", where="New York")
    comes(chat)
    assert chat.case.requests[0].told == 10
    chat.happens(WentAway(chat.now, unsaid="reminder"))
    assert chat.case.requests[0].told == 0
    chat.patient_comes_back()
    assert chat.days_pass(14) == ["reminder"]
    assert chat.case.requests[0].told == 10
