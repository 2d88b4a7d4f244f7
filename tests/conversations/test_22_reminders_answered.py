"""What a reminder is about is shown to who taps, and one more tap answers: I have it, I asked, later, not this one."""

from datetime import date, datetime, timedelta

import pytest

from tests.conversations.reminders import BERLIN, asks_for_reminders, comes, due

LATER = [("tomorrow", 1), ("next_week", 7)]


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


@pytest.mark.parametrize(("move", "days"), LATER)
def test_it_can_come_back_later(chat, move, days):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses(f"note/report/{move}")
    chat.bot_says("note_put_off")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 5) + timedelta(days=days)


@pytest.mark.parametrize(("move", "days"), LATER)
def test_a_card_that_offered_a_later_day_still_puts_it_off(chat, move, days):
    asks_for_reminders(chat)
    comes(chat)
    chat.patient_presses("note/report/show")
    before = chat.now.date()
    chat.patient_presses_data(f"aside/note/report/{move}")
    chat.bot_says("note_put_off")
    assert due(chat).astimezone(BERLIN).date() == before + timedelta(days=days)


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
