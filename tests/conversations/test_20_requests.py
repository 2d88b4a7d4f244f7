"""Asking and waiting: one tap remembers a request, and what becomes of it changes where the record stands."""

from datetime import timedelta

import pytest

from dialogs.case.answer import Answer
from dialogs.case.case import Case
from dialogs.roads.requests.changes import MAX_REQUESTS
from tests.chat import Chat
from tests.conversations.requests import asks, opened, tells_whom


def test_one_tap_is_enough_and_the_walk_goes_on(chat):
    asks(chat)
    (request,) = chat.case.requests
    assert (request.record, request.whom, request.when) == ("scans", "", "2026-03-02")
    chat.bot_says("noted")
    chat.checklist_says(scans="asked")
    chat.patient_is_at("plan")


def test_going_back_takes_this_request_back_and_no_other(chat):
    asks(chat)
    chat.patient_presses_data("aside/note/report/asked")
    assert [each.record for each in chat.case.requests] == ["scans", "report"]
    chat.patient_is_at("plan")
    chat.patient_presses("plan/back")
    chat.patient_is_at("scans")
    assert [each.record for each in chat.case.requests] == ["report"]
    chat.checklist_says(report="asked")


def test_a_record_may_be_asked_for_in_two_places(chat):
    asks(chat)
    tells_whom(chat, "Hospital A")
    tells_whom(chat, "Hospital B")
    assert [each.whom for each in chat.case.requests] == ["Hospital A", "Hospital B"]
    chat.patient_commands("requests")
    chat.patient_presses("other", "look/1", "arrived")
    chat.checklist_says(scans="asked")
    chat.patient_presses("look/2", "requests.one/arrived")
    chat.checklist_says(scans="have")


def test_the_same_tap_twice_is_one_request(chat):
    asks(chat)
    chat.patient_commands("checklist")
    chat.patient_presses("aside/review", "open/scans", "scans/asked")
    assert len(chat.case.requests) == 1
    tells_whom(chat)
    chat.patient_presses("open/scans", "scans/asked")
    assert [each.whom for each in chat.case.requests] == ["Records office"]


def test_the_country_is_asked_once(chat):
    asks(chat)
    chat.patient_commands("requests")
    chat.bot_says("country")
    chat.patient_presses("us")
    chat.bot_says("requests")
    chat.patient_presses("requests/done")
    chat.patient_is_at("plan")
    chat.patient_commands("requests")
    chat.bot_says("requests")


@pytest.mark.parametrize(
    ("move", "said", "standing"),
    [
        ("arrived", "request_arrived", "have"),
        ("refused", "request_refused", "cannot_get"),
        ("withdraw", "request_removed", "missing"),
        ("chased", "request_chased", "asked"),
    ],
)
def test_what_becomes_of_a_request_changes_where_the_record_stands(chat, move, said, standing):
    opened(chat)
    chat.patient_presses(f"requests.one/{move}")
    chat.bot_says(said)
    chat.checklist_says(scans=standing)


def test_asking_again_is_dated_and_what_was_promised_before_no_longer_counts(chat):
    opened(chat)
    chat.patient_presses("requests.one/promised", "month/2026-03", "day/2026-03-10")
    assert chat.case.requests[0].promised == "2026-03-10"
    chat.now += timedelta(days=10)
    chat.patient_presses("look/1", "chased")
    assert chat.case.requests[0].chased == ("2026-03-12",)
    assert chat.case.requests[0].promised == ""


def test_a_button_of_a_request_that_is_gone_answers_kindly(chat):
    opened(chat)
    chat.patient_presses("requests.one/withdraw")
    for data in ("requests/look/1", "requests/look/x", "aside/request/1/by_phone", "aside/request/²/by_phone"):
        chat.patient_presses_data(data)
        chat.bot_says("old_button")


def test_an_old_case_with_only_a_note_is_listed_and_can_be_changed():
    chat = Chat(case=Case(step="review", keeps_files=True, answers={"plan": Answer("asked", "Dr. A, in May")}))
    chat.patient_commands("requests")
    chat.patient_presses("other")
    (request,) = chat.said("requests").values["requests"]
    assert (request.record, request.whom, request.when) == ("plan", "Dr. A, in May", "")
    chat.patient_presses("look/1", "arrived")
    chat.checklist_says(plan="have")


def test_more_requests_than_anyone_makes_are_noted_on_the_checklist_alone(chat):
    chat.patient_walks_to("review")
    for number in range(MAX_REQUESTS + 3):
        chat.happens_at("scans.asked", lambda number=number: chat.patient_writes(f"Office {number}"))
    chat.bot_says("noted")
    assert len(chat.case.requests) == MAX_REQUESTS
