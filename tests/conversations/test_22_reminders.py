"""Reminders: asked for, few, at a good hour of their own, easily put off or stopped, and giving nothing away."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.case.case import Case
from dialogs.case.stored import from_json
from dialogs.events import ClockSetRight, ReminderDue, WentAway
from dialogs.roads.reminders import schedule
from dialogs.roads.reminders.schedule import HOW_MANY
from tests.chat import Chat

BERLIN = ZoneInfo("Europe/Berlin")


def asks_for_reminders(chat: Chat, pace: str = "every_3_days", where: str = "Berlin") -> None:
    chat.patient_walks_to("reminders")
    says_yes(chat, pace, where)


def says_yes(chat: Chat, pace: str = "every_3_days", where: str = "Berlin") -> None:
    """One Yes is enough; any pace but once a week is chosen behind the settings."""
    chat.patient_presses("reminders/remind_yes")
    chat.bot_says("reminders_set", "reminders_zone")
    chat.patient_writes(where)
    chat.bot_says("zone_noted")
    if pace != "weekly":
        chooses(chat, pace)


def chooses(chat: Chat, pace: str) -> None:
    in_the_settings(chat, pace)
    chat.bot_says("reminders_set")


def in_the_settings(chat: Chat, *moves: str) -> None:
    chat.patient_commands("remind")
    chat.patient_presses("reminders/settings", f"reminders.settings/{moves[0]}", *moves[1:])


def asks_for_the_scans(chat: Chat) -> None:
    chat.patient_walks_to("scans")
    chat.patient_presses("scans/asked")


def is_promised_it(chat: Chat, day: str) -> None:
    """The newest request has a day on which it should come; the patient is where they were."""
    chat.patient_commands("requests")
    if chat.case.step == "country":
        chat.patient_presses("country/other")
    number = chat.case.requests[-1].number
    chat.patient_presses(f"look/{number}", "requests.one/promised", f"month/{day[:7]}", f"day/{day}", "requests/done")
    assert chat.case.requests[-1].promised == day


def has_nothing_left_to_ask_for(chat: Chat, *records: str) -> None:
    """From the list: of each, who has it is known."""
    for record in records:
        chat.patient_presses(f"open/{record}", f"{record}/more", f"{record}.more/elsewhere")
        chat.patient_is_at("review")


def due(chat: Chat) -> datetime:
    found = schedule.due(chat.case)
    assert found
    return found


def comes(chat: Chat) -> None:
    """The moment of the next reminder comes."""
    chat.now = due(chat)
    chat.happens(ReminderDue(chat.now, chat.now))


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


@pytest.mark.parametrize(("pace", "days"), [("every_3_days", 3), ("weekly", 7), ("fortnightly", 14)])
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


@pytest.mark.parametrize(("choice", "days"), [("every_3_days", 3), ("weekly", 7), ("fortnightly", 14)])
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


# Where, and at what time


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
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes")
    chat.patient_writes("USA")
    chat.bot_says("zone_which")
    chat.patient_presses("zone/America/Chicago")
    chat.bot_says("zone_noted")
    assert chat.case.zone == "America/Chicago"


def test_the_time_it_is_now_tells_the_zone(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes")
    chat.patient_writes("4:33 am")  # it is 9:30 in Greenwich
    chat.bot_says("zone_which")
    chat.patient_presses("zone/America/New_York")
    assert chat.case.zone == "America/New_York"


def test_one_tap_on_the_time_it_is_now_leads_to_the_places_with_that_time(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes")
    assert not [name for name in chat.buttons() if name.startswith("zone/at/")], "a city is easier to say"
    chat.patient_presses("clocks", "zone/at/10:30")
    chat.bot_says("zone_which")
    chat.bot_offers("zone/Europe/Berlin")


@pytest.mark.parametrize("nowhere", ["Middle-earth", "Mars/Olympus", "25:99", "5", "may", "", "UTC+99"])
def test_a_zone_that_does_not_exist_is_asked_about_once_more(chat, nowhere):
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes")
    chat.patient_writes(nowhere or " ")
    if nowhere:
        chat.bot_says("zone_unclear", "reminders_zone")
    chat.patient_presses_data("reminders.zone/zone/Mars/Olympus")
    chat.bot_says("old_button")
    assert chat.case.zone == ""


def test_they_come_in_the_patients_day_never_at_night(chat):
    chat.now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # past midnight in Berlin
    asks_for_reminders(chat)
    assert due(chat).astimezone(BERLIN) == datetime(2026, 3, 6, 9, 0, tzinfo=BERLIN)


def test_who_skips_the_question_is_reminded_at_the_time_of_day_at_which_they_asked(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes", "reminders.zone/skip")
    assert due(chat) == chat.now + timedelta(days=7)


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
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes", "reminders.zone/skip")
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


# What it is about


def test_what_it_is_about_is_shown_only_to_who_taps(chat):
    asks_for_reminders(chat)
    comes(chat)
    assert set(chat.said("reminder").values) == {"left"}
    chat.patient_presses("note/report/show")
    chat.bot_says("note_missing")
    about = "note/report/"
    chat.bot_offers(*(about + move for move in ("have", "asked", "stop_this")))
    chat.bot_offers("pick_day")
    assert sum(len(row) for row in chat.said("note_missing").buttons) <= 5


@pytest.mark.parametrize(("move", "days"), [("tomorrow", 1), ("next_week", 7)])
def test_a_card_that_offered_a_later_day_still_puts_it_off(chat, move, days):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses("note/report/show")
    before = chat.now.date()
    chat.patient_presses_data(f"aside/note/report/{move}")
    chat.bot_says("note_put_off")
    assert due(chat).astimezone(BERLIN).date() == before + timedelta(days=days)


def test_one_record_after_another_is_brought_up(chat):
    asks_for_reminders(chat)
    brought_up = []
    for _ in range(3):
        comes(chat)
        brought_up.append(chat.case.reminders.about)
    assert brought_up == ["report", "scans", "plan"]


def test_i_have_it_now(chat):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses("note/report/show", "note/report/have")
    chat.bot_says("note_have")
    chat.checklist_says(report="have")


def test_i_have_asked_makes_a_request_of_today(chat):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses("note/report/show", "note/report/asked")
    chat.bot_says("note_asked")
    (request,) = chat.case.requests
    assert (request.record, request.when) == ("report", "2026-03-05")
    chat.checklist_says(report="asked")
    chat.patient_presses("request/1/promised", "month/2026-03", "day/2026-03-20")
    assert chat.case.requests[0].promised == "2026-03-20"


@pytest.mark.parametrize(("move", "days"), [("tomorrow", 1), ("next_week", 7)])
def test_it_can_come_back_later(chat, move, days):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses(f"note/report/{move}")
    chat.bot_says("note_put_off")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 5) + timedelta(days=days)


def test_the_last_one_can_come_back_too_for_the_patient_asked(chat):
    asks_for_reminders(chat)
    assert chat.days_pass(60) == ["reminder"] * 3
    chat.patient_presses("note/plan/tomorrow")
    assert chat.days_pass(30) == ["reminder"]


def test_a_day_can_be_picked(chat):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses("note/report/show", "pick_day")
    chat.patient_writes("20 March")
    chat.patient_presses("day/2026-03-20")
    chat.bot_says("note_put_off", "summary")
    assert due(chat).astimezone(BERLIN) == datetime(2026, 3, 20, 9, 0, tzinfo=BERLIN)


def test_one_of_them_can_be_stopped_alone(chat):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses("note/report/show", "note/report/stop_this")
    chat.bot_says("note_stopped")
    for _ in range(3):
        comes(chat)
        assert chat.case.reminders.about != "report"
        chat.patient_commands("checklist")


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


def test_a_promise_that_has_passed_comes_first_on_the_day_after(chat):
    asks_and_is_promised(chat, "2026-03-10")
    asks_for_reminders(chat, "fortnightly")
    assert due(chat).astimezone(BERLIN) == datetime(2026, 3, 11, 9, 0, tzinfo=BERLIN)
    comes(chat)
    chat.patient_presses("note/1/show")
    chat.bot_says("note_chase")
    chat.patient_presses("note/1/asked")
    assert chat.case.requests[0].chased == ("2026-03-11",)


def test_what_is_promised_for_a_later_day_is_left_in_peace(chat):
    chat.patient_walks_to("review")
    has_nothing_left_to_ask_for(chat, "report", "scans", "discs", "plan")
    chat.patient_presses("open/slides", "slides/asked")
    is_promised_it(chat, "2026-03-30")
    chat.patient_commands("remind")
    says_yes(chat)
    assert chat.days_pass(28) == []
    assert chat.days_pass(1) == ["reminder"]


def test_the_legal_time_of_a_us_hospital_is_told_in_three_steps(chat):
    asks_for_the_scans(chat)
    chat.patient_commands("requests")
    chat.patient_presses("us", "requests/done")
    asks_for_reminders(chat, "fortnightly", where="New York")
    told = []
    for _ in range(HOW_MANY):
        comes(chat)
        if chat.case.reminders.about == "1":
            chat.patient_presses("note/1/show")
            told.append((chat.turn.effects[0].name, (chat.now.date() - date(2026, 3, 2)).days))
    assert told == [("note_clock_10", 10), ("note_clock_25", 25), ("note_clock_30", 30)]


@pytest.mark.parametrize("lent_or_unwritten", ["slides", "discs", "plan"])
def test_no_legal_month_is_counted_for_what_is_lent_or_has_still_to_be_written(chat, lent_or_unwritten):
    chat.patient_walks_to(lent_or_unwritten)
    chat.patient_presses(f"{lent_or_unwritten}/asked")
    chat.patient_commands("requests")
    chat.patient_presses("us", "requests/done")
    asks_for_reminders(chat, "weekly", where="New York")
    for days in (10, 15, 6):  # the tenth, the twenty-fifth and the thirty-first day
        chat.days_pass(days)
        chat.patient_presses_data("aside/note/1/show")
        chat.bot_says("note_waiting")
    assert chat.case.requests[0].told == 0


def test_a_legal_day_that_was_told_of_slides_once_is_not_told_again(chat):
    chat.patient_walks_to("slides")
    chat.patient_presses("slides/asked")
    chat.patient_commands("requests")
    chat.patient_presses("us", "requests/done")
    asks_for_reminders(chat, "weekly", where="New York")
    chat.days_pass(31)
    chat.case = replace(chat.case, requests=(replace(chat.case.requests[0], told=30),))  # by an earlier version
    chat.patient_presses_data("aside/note/1/show")
    chat.bot_says("note_waiting")


def test_who_asked_for_something_is_asked_where_for_the_rules_differ(chat):
    asks_for_the_scans(chat)
    asks_for_reminders(chat, "weekly")
    chat.bot_says("country")
    chat.patient_presses("country/us")
    chat.bot_says("summary")
    assert due(chat) == datetime(2026, 3, 9, 9, 30, tzinfo=UTC)
    chooses(chat, "fortnightly")
    assert due(chat).astimezone(BERLIN) == datetime(2026, 3, 12, 9, 0, tzinfo=BERLIN), "ten days after it was asked for"


# What changes when the next one comes, whatever changed it


def asks_and_is_promised(chat: Chat, day: str) -> None:
    asks_for_the_scans(chat)
    is_promised_it(chat, day)
    chat.patient_is_at("plan")


def arrives_as_a_file(chat: Chat) -> None:
    chat.happens_at("scans.sending", lambda: chat.patient_sends("scan.pdf"))


def arrives_by_a_tap(chat: Chat) -> None:
    chat.happens_at("scans", lambda: chat.patient_presses_data("scans/elsewhere"))


def arrives_by_the_request(chat: Chat) -> None:
    chat.patient_commands("requests")
    if "look/1" not in chat.buttons():
        chat.patient_presses("other")
    chat.patient_presses("look/1", "requests.one/arrived")


def is_refused(chat: Chat) -> None:
    chat.patient_commands("requests")
    if "look/1" not in chat.buttons():
        chat.patient_presses("other")
    chat.patient_presses("look/1", "requests.one/refused")


@pytest.mark.parametrize("comes_in", [arrives_as_a_file, arrives_by_a_tap, arrives_by_the_request, is_refused])
def test_a_promised_record_that_came_brings_no_reminder_of_its_day(chat, comes_in):
    asks_and_is_promised(chat, "2026-03-05")
    asks_for_reminders(chat, "fortnightly")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 6)
    comes_in(chat)
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 16)


def test_a_day_that_was_forgotten_brings_no_reminder(chat):
    chat.patient_walks_to("date")
    chat.patient_writes("5 March")
    chat.patient_presses("day/2026-03-05")
    asks_for_reminders(chat, "fortnightly")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 6)
    chat.patient_commands("date")
    chat.patient_presses("date/forget")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 16)


def test_a_day_or_an_opinion_that_is_named_later_counts_as_well(chat):
    asks_for_reminders(chat, "fortnightly")
    chat.patient_commands("date")
    chat.patient_writes("9 March")
    chat.patient_presses("day/2026-03-09")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 10)


def test_a_us_request_made_after_reminders_were_asked_for_is_told_of_on_its_tenth_day(chat):
    asks_for_the_scans(chat)
    chat.patient_commands("requests")
    chat.patient_presses("us", "requests/done")
    asks_for_reminders(chat, "fortnightly", where="New York")
    arrives_by_the_request(chat)
    assert (due(chat).date() - date(2026, 3, 2)).days == 14
    chat.happens_at("report", lambda: chat.patient_presses_data("report/asked"))
    assert (due(chat).date() - date(2026, 3, 2)).days == 10


def test_what_was_put_off_by_name_stays_put_off_while_nothing_new_is_told(chat):
    asks_and_is_promised(chat, "2026-03-05")
    asks_for_reminders(chat)
    comes(chat)
    put_off_to = date(2026, 3, 12)
    chat.patient_presses("note/report/next_week")
    assert due(chat).astimezone(BERLIN).date() == put_off_to
    chat.patient_commands("checklist")
    chat.patient_sends("anything.pdf")
    assert due(chat).astimezone(BERLIN).date() == put_off_to


# Clocks and doors


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


def test_the_legal_day_that_could_not_be_told_is_told_when_they_are_back(chat):
    asks_for_the_scans(chat)
    chat.patient_commands("requests")
    chat.patient_presses("us", "requests/done")
    asks_for_reminders(chat, "fortnightly", where="New York")
    comes(chat)
    assert chat.case.requests[0].told == 10
    chat.happens(WentAway(chat.now, unsaid="reminder"))
    assert chat.case.requests[0].told == 0
    chat.patient_comes_back()
    assert chat.days_pass(14) == ["reminder"]
    assert chat.case.requests[0].told == 10


@pytest.mark.parametrize("unsaid", ["", "checklist", "receipt"])
def test_another_message_that_was_refused_gives_no_reminder_back(chat, unsaid):
    asks_for_reminders(chat)
    comes(chat)
    chat.happens(WentAway(chat.now, unsaid))
    assert chat.case.reminders.left == HOW_MANY - 1


@pytest.mark.parametrize("country", ["uk", "other"])
def test_no_rule_of_one_country_is_told_in_another(chat, country):
    asks_for_the_scans(chat)
    chat.patient_commands("requests")
    chat.patient_presses(country, "requests/done")
    asks_for_reminders(chat, "weekly", where="London")
    for _ in range(3):
        comes(chat)
        for data in (f"aside/note/{chat.case.reminders.about}/show", "aside/note/1/show"):
            chat.patient_presses_data(data)
            assert "clock" not in chat.turn.effects[0].name


# Days without


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


# Over


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


def test_a_clock_that_was_set_back_loses_no_reminder(chat):
    asks_for_reminders(chat)
    moment = due(chat)
    chat.happens(ReminderDue(moment - timedelta(hours=30), moment))
    chat.bot_says("reminder")


def test_an_older_note_about_what_is_settled_by_now_says_so(chat):
    asks_for_reminders(chat)
    comes(chat)
    chat.case = chat.case.answering("report", "elsewhere")
    chat.patient_presses("note/report/show")
    chat.bot_says("note_settled")
    chat.bot_does_not_offer("note/report/have")


@pytest.mark.parametrize(
    "data",
    ["aside/note/after/have", "aside/note/gone/show", "aside/note/99/show", "aside/note/report/dance", "aside/note"],
)
def test_a_button_of_a_note_that_means_nothing_answers_kindly(chat, data):
    asks_for_reminders(chat)
    chat.patient_presses_data(data)
    chat.bot_says("old_button")


def test_a_zone_that_no_longer_exists_is_like_none():
    case = replace(Case(zone="Europe/Atlantis"), keeps_files=True)
    chat = Chat(case=replace(case, step="reminders"))
    chat.patient_presses_data("reminders/weekly")
    assert due(chat) == chat.now + timedelta(days=7)
