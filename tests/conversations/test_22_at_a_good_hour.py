"""A reminder comes at a good hour of the patient's own time: they say where they live, and may choose the hours."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dialogs.case.case import Case
from dialogs.case.stored import from_json
from dialogs.events import ReminderDue
from dialogs.roads.reminders.schedule import HOW_MANY
from tests.chat import Chat
from tests.conversations.reminders import BERLIN, asks_for_reminders, comes, due, in_the_settings, is_asked_where


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("berlin, germany", "Europe/Berlin"),
        ("UK", "Europe/London"),
        ("new york", "America/New_York"),
        ("Europe/Paris", "Europe/Paris"),
        ("I live in Boston", "America/New_York"),
    ],
)
def test_a_city_or_a_country_tells_the_zone(chat, written, zone):
    asks_for_reminders(chat, where=written)
    assert chat.case.zone == zone


def test_a_country_with_several_zones_is_asked_about_once_more(chat):
    is_asked_where(chat)
    chat.patient_writes("USA")
    chat.bot_says("zone_which")
    chat.patient_presses("zone/America/Chicago")
    chat.bot_says("zone_noted")
    assert chat.case.zone == "America/Chicago"


def test_the_time_it_is_now_tells_the_zone(chat):
    is_asked_where(chat)
    chat.patient_writes("4:33 am")  # it is 9:30 in Greenwich
    chat.bot_says("zone_which")
    chat.patient_presses("zone/America/New_York")
    assert chat.case.zone == "America/New_York"


def test_one_tap_on_the_time_it_is_now_leads_to_the_places_with_that_time(chat):
    is_asked_where(chat)
    assert not [name for name in chat.buttons() if name.startswith("zone/at/")], "a city is easier to say"
    chat.patient_presses("clocks", "zone/at/10:30")
    chat.bot_says("zone_which")
    chat.bot_offers("zone/Europe/Berlin")


@pytest.mark.parametrize("nowhere", ["Middle-earth", "Mars/Olympus", "25:99", "5", "may", "", "UTC+99"])
def test_a_zone_that_does_not_exist_is_asked_about_once_more(chat, nowhere):
    is_asked_where(chat)
    chat.patient_writes(nowhere or " ")
    if nowhere:
        chat.bot_says("zone_unclear", "reminders_zone")
    chat.patient_presses_data("reminders.zone/zone/Mars/Olympus")
    chat.bot_says("old_button")
    assert chat.case.zone == ""


def test_a_zone_that_no_longer_exists_is_like_none():
    case = replace(Case(zone="Europe/Atlantis"), keeps_files=True)
    chat = Chat(case=replace(case, step="reminders"))
    chat.patient_presses_data("reminders/weekly")
    assert due(chat) == chat.now + timedelta(days=7)


def test_who_skips_the_question_is_reminded_at_the_time_of_day_at_which_they_asked(chat):
    is_asked_where(chat)
    chat.patient_presses("reminders.zone/skip")
    assert due(chat) == chat.now + timedelta(days=7)


def test_they_come_in_the_patients_day_never_at_night(chat):
    chat.now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # past midnight in Berlin
    asks_for_reminders(chat)
    assert due(chat).astimezone(BERLIN) == datetime(2026, 3, 6, 9, 0, tzinfo=BERLIN)


def test_the_hours_can_be_chosen(chat):
    asks_for_reminders(chat)
    in_the_settings(chat, "hours", "set_hours/17-21")
    chat.bot_says("hours_noted", "reminders")
    assert due(chat).astimezone(BERLIN).hour == 17
    chat.patient_presses_data("reminders.hours/set_hours/0-24")
    chat.bot_says("old_button")


def test_what_is_planned_is_told_in_the_patients_time(chat):
    asks_for_reminders(chat)
    chat.patient_commands("remind")
    told = chat.said("reminders").values
    assert told["due"] == due(chat)
    assert told["due"].tzinfo == BERLIN


def test_reminders_stored_before_there_were_zones_and_hours_go_on():
    plain = {"step": "summary", "keeps_files": True}
    plain["reminders"] = {"every_days": 7, "left": 2, "due": "2026-03-09T22:30:00+00:00"}
    chat = Chat(case=from_json(json.dumps(plain)))
    assert chat.days_pass(6) == []
    assert chat.days_pass(2) == ["reminder"]
    assert due(chat).hour == 22
    in_the_settings(chat, "place")
    chat.patient_writes("Berlin")
    assert 9 <= due(chat).astimezone(BERLIN).hour < 20


def test_nobody_is_interrupted_in_mid_conversation(chat):
    asks_for_reminders(chat)
    moment = due(chat)
    chat.now = moment - timedelta(minutes=2)
    chat.patient_commands("checklist")
    chat.now = moment
    chat.happens(ReminderDue(moment, moment))
    chat.bot_says_nothing()
    assert due(chat) == moment + timedelta(minutes=8)
    assert chat.case.reminders.left == HOW_MANY
    comes(chat)
    chat.bot_says("reminder")


def test_whoever_is_not_understood_twice_is_told_so_in_short_with_the_way_on(chat):
    is_asked_where(chat)
    for _ in range(2):
        chat.patient_writes("Middle-earth")
    chat.bot_says("zone_unclear")
    chat.bot_offers("skip")
