"""A button below a request, a letter or a day acts on that one, whatever was opened or remembered since."""

from __future__ import annotations

import pytest

from tests.chat import Chat
from tests.conversations.earlier_cards import card, taps


@pytest.fixture
def two_requests(chat: Chat) -> Chat:
    """Two records were asked for, and the cards of both requests were opened."""
    chat.patient_walks_to("report")
    chat.happens_at("report.asked", lambda: chat.patient_writes("the hospital"))
    chat.happens_at("scans.asked", lambda: chat.patient_writes("the practice"))
    chat.happens_at("plan", lambda: chat.patient_commands("requests"))
    chat.patient_presses("other")
    chat.patient_presses("requests/look/1", "requests.one/back", "requests/look/2")
    return chat


def test_it_has_arrived_is_noted_for_the_request_it_stands_below(two_requests):
    taps(two_requests, card(two_requests, "requests_one", 0), "arrived")
    assert [each.state for each in two_requests.case.requests] == ["arrived", "waiting"]
    two_requests.checklist_says(report="have", scans="asked")


def test_a_reminder_does_not_move_a_reference_to_another_request(two_requests):
    two_requests.patient_presses_data("requests.one@1/reference")
    two_requests.patient_presses_data("aside/note/2/asked")
    two_requests.bot_says("note_asked")
    two_requests.patient_writes("ROI 17")
    assert [each.reference for each in two_requests.case.requests] == ["ROI 17", ""]


def test_a_day_on_a_calendar_is_promised_for_the_request_it_was_asked_about(two_requests):
    for number in (1, 2):
        two_requests.patient_presses_data(f"requests.one@{number}/promised")
    taps(two_requests, card(two_requests, "requests_promised", 0), "skip")
    two_requests.patient_presses_data("requests.promised@1/day/2026-03-20")
    assert [each.promised for each in two_requests.case.requests] == ["2026-03-20", ""]


def test_a_letter_is_shown_and_asked_with_by_its_own_card(chat):
    chat.patient_walks_to("report")
    for record in ("report", "slides"):
        chat.happens_at(
            f"{record}.finding", lambda record=record: chat.patient_presses_data(f"{record}.finding/letter")
        )
        if chat.case.step == "country":
            chat.patient_presses("other")
    taps(chat, card(chat, "letters_one", 0), "text")
    assert chat.said("letter_text").values["letter"]["letter"] == "records"
    taps(chat, card(chat, "letters_one", 0), "asked")
    chat.bot_says("old_button")
    assert not chat.case.answers


def test_forget_it_forgets_the_day_it_stands_below(chat):
    chat.patient_walks_to("review")
    chat.patient_commands("date")
    chat.patient_writes("3 May 2026")
    chat.patient_presses("day/2026-05-03")
    chat.patient_commands("date")
    old = card(chat, "date")
    chat.patient_writes("9 June 2026")
    chat.patient_presses("day/2026-06-09")
    chat.patient_commands("date")
    taps(chat, old, "forget")
    chat.bot_says("old_button")
    assert chat.case.date == "2026-06-09"


def test_a_day_of_treatment_that_is_tapped_twice_stays_one(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly")
    chat.patient_commands("remind")
    chat.patient_presses("treatment")
    chat.patient_presses("day/2026-03-05")
    chat.patient_presses_data("reminders.treatment/day/2026-03-05")
    assert chat.case.reminders.days_off == ("2026-03-05",)
