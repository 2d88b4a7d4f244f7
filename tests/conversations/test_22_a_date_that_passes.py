"""The day after one that was promised or named brings a reminder, unless what was promised came or was refused."""

from datetime import date, datetime

import pytest

from tests.chat import Chat
from tests.conversations.reminders import (
    BERLIN,
    arrives_by_the_request,
    asks_for_reminders,
    comes,
    due,
    has_nothing_left_to_ask_for,
    opens_the_request,
    says_yes,
)
from tests.conversations.requests import asks


def is_promised_it(chat: Chat, day: str) -> None:
    """The newest request has a day on which it should come; the patient is where they were."""
    chat.patient_commands("requests")
    if chat.case.step == "country":
        chat.patient_presses("country/other")
    number = chat.case.requests[-1].number
    chat.patient_presses(f"look/{number}", "requests.one/promised", f"month/{day[:7]}", f"day/{day}", "requests/done")
    assert chat.case.requests[-1].promised == day


def asks_and_is_promised(chat: Chat, day: str) -> None:
    asks(chat)
    is_promised_it(chat, day)
    chat.patient_is_at("plan")


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


def arrives_as_a_file(chat: Chat) -> None:
    chat.happens_at("scans.sending", lambda: chat.patient_sends("scan.pdf"))


def arrives_by_a_tap(chat: Chat) -> None:
    chat.happens_at("scans", lambda: chat.patient_presses_data("scans/elsewhere"))


def is_refused(chat: Chat) -> None:
    opens_the_request(chat)
    chat.patient_presses("requests.one/refused")


@pytest.mark.parametrize("comes_in", [arrives_as_a_file, arrives_by_a_tap, arrives_by_the_request, is_refused])
def test_a_promised_record_that_came_brings_no_reminder_of_its_day(chat, comes_in):
    asks_and_is_promised(chat, "2026-03-05")
    asks_for_reminders(chat, "fortnightly")
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 6)
    comes_in(chat)
    assert due(chat).astimezone(BERLIN).date() == date(2026, 3, 16)


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
