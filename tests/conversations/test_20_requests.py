"""Asking and waiting: every request is remembered, with as much or as little as the patient wants to tell."""

from datetime import timedelta

import pytest

from dialogs.case.answer import Answer
from dialogs.case.case import Case
from dialogs.case.request import HOWS
from dialogs.roads.requests.changes import MAX_REQUESTS
from tests.chat import Chat


def asks(chat: Chat) -> None:
    chat.patient_walks_to("scans")
    chat.patient_presses("scans/asked")


def tells_whom(chat: Chat, whom: str = "Records office") -> None:
    chat.patient_commands("checklist")
    chat.patient_presses("aside/review", "open/scans", "scans/more", "scans.more/whom")
    chat.bot_says("record_asked")
    chat.patient_writes(whom)


def has_a_receipt(chat: Chat) -> None:
    """The receipt of the request is in sight, and the patient stands at the next question."""
    asks(chat)
    tells_whom(chat)
    chat.bot_says("request_noted")
    chat.bot_offers("request/1/promised", "request/1/reference")
    chat.patient_presses("review/go_on")
    chat.patient_is_at("plan")


def test_one_tap_is_enough_and_the_walk_goes_on(chat):
    asks(chat)
    (request,) = chat.case.requests
    assert (request.record, request.whom, request.when) == ("scans", "", "2026-03-02")
    chat.bot_says("noted")
    chat.checklist_says(scans="asked")
    chat.patient_is_at("plan")


def test_whom_they_asked_is_one_line_below_more_and_belongs_to_the_request_of_that_tap(chat):
    asks(chat)
    chat.now += timedelta(days=3)
    tells_whom(chat)
    (request,) = chat.case.requests
    assert (request.record, request.whom, request.when) == ("scans", "Records office", "2026-03-02")
    chat.bot_says("request_noted")
    chat.patient_is_at("review")


def test_the_line_tells_when_they_asked_how_and_when_it_should_come(chat):
    asks(chat)
    tells_whom(chat, "Asked Dr Lee's nurse by phone on Friday, two weeks")
    (request,) = chat.case.requests
    assert (request.when, request.how, request.promised) == ("2026-02-27", "by_phone", "2026-03-13")
    assert request.whom == "Asked Dr Lee's nurse by phone on Friday, two weeks"
    assert chat.said("request_noted").values["request"] == request


def test_what_is_not_clear_in_the_line_is_left_out(chat):
    asks(chat)
    tells_whom(chat, "Room 12, phone 212 555 0147, by Friday or Monday")
    (request,) = chat.case.requests
    assert (request.when, request.how, request.promised) == ("2026-03-02", "", "")


def test_a_span_told_later_is_counted_from_the_day_on_which_they_asked(chat):
    asks(chat)
    chat.now += timedelta(days=3)
    tells_whom(chat, "Records office, two weeks")
    (request,) = chat.case.requests
    assert (request.when, request.promised) == ("2026-03-02", "2026-03-16")


def test_the_same_line_written_a_day_later_changes_nothing(chat):
    asks(chat)
    tells_whom(chat, "asked yesterday, ten days")
    before = chat.case.requests
    chat.now += timedelta(days=1)
    tells_whom(chat, "asked yesterday, ten days")
    assert chat.case.requests == before


def test_what_was_read_in_the_line_can_be_changed_on_the_card_of_the_request(chat):
    asks(chat)
    tells_whom(chat, "called them on Friday, two weeks")
    chat.patient_commands("requests")
    chat.patient_presses("country/other", "look/1", "by_portal", "promised")
    chat.patient_writes("30 March")
    chat.patient_presses("day/2026-03-30")
    (request,) = chat.case.requests
    assert (request.how, request.promised) == ("by_portal", "2026-03-30")


def test_nobody_is_asked_whom_they_asked_before_they_asked(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("scans/more")
    chat.bot_does_not_offer("whom")
    chat.patient_presses_data("scans.more/whom")
    chat.bot_says("old_button")


def test_the_line_may_be_left_out(chat):
    asks(chat)
    chat.patient_commands("checklist")
    chat.patient_presses("aside/review", "open/scans", "scans/more", "scans.more/whom")
    chat.patient_presses_here("skip")
    assert [each.whom for each in chat.case.requests] == [""]
    chat.patient_is_at("review")


def test_going_back_takes_this_request_back_and_no_other(chat):
    asks(chat)
    chat.patient_presses_data("aside/note/report/asked")
    assert [each.record for each in chat.case.requests] == ["scans", "report"]
    chat.patient_is_at("plan")
    chat.patient_presses("plan/back")
    chat.patient_is_at("scans")
    assert [each.record for each in chat.case.requests] == ["report"]
    chat.checklist_says(report="asked")


@pytest.mark.parametrize("how", ["by_portal", "by_phone", "by_letter", "in_person"])
def test_how_it_was_asked_for_is_one_tap_at_the_request(chat, how):
    opened(chat)
    chat.patient_presses(f"requests.one/{how}")
    chat.bot_says("request_changed")
    assert chat.case.requests[0].how == how


@pytest.mark.parametrize("how", ["by_portal", "by_phone", "by_letter", "in_person"])
def test_below_a_receipt_of_before_it_is_one_tap_as_well(chat, how):
    has_a_receipt(chat)
    chat.patient_presses_data(f"aside/request/1/{how}")
    chat.bot_says("request_noted")
    assert chat.case.requests[0].how == how
    chat.bot_does_not_offer(*(f"request/1/{each}" for each in HOWS))
    chat.patient_is_at("plan")


def test_a_promised_day_is_understood_in_words_and_said_back(chat):
    has_a_receipt(chat)
    chat.patient_presses("request/1/promised")
    chat.bot_says("requests_promised")
    chat.patient_writes("2 April")
    chat.bot_says("day_confirm")
    assert not chat.case.requests[0].promised, "nothing is noted before it was confirmed"
    chat.patient_presses("day/2026-04-02")
    chat.bot_says("request_changed", "record")
    assert chat.case.requests[0].promised == "2026-04-02"
    chat.patient_is_at("plan")


def test_the_checklist_says_when_it_was_asked_for_and_promised(chat):
    has_a_receipt(chat)
    chat.patient_presses("request/1/promised", "month/2026-03", "day/2026-03-20")
    chat.patient_commands("checklist")
    (line,) = chat.said("checklist").values["groups"]["on_its_way"]
    assert [(each.when, each.promised) for each in line.requests] == [("2026-03-02", "2026-03-20")]


def test_a_promised_day_before_the_request_is_asked_about_once_more(chat):
    has_a_receipt(chat)
    chat.patient_presses("request/1/promised")
    chat.patient_writes("1 March 2026")
    chat.bot_says("day_past", "requests_promised")
    chat.patient_presses_data("requests.promised@1/day/2026-03-01")
    chat.bot_says("day_past")
    assert not chat.case.requests[0].promised


def test_a_reference_number_is_kept_as_it_was_written(chat):
    has_a_receipt(chat)
    chat.patient_presses("request/1/reference")
    chat.patient_writes("ROI-2026/17")
    chat.bot_says("request_changed")
    assert chat.case.requests[0].reference == "ROI-2026/17"
    chat.patient_is_at("plan")


def test_a_reference_number_of_a_page_is_asked_for_in_short(chat):
    has_a_receipt(chat)
    chat.patient_presses("request/1/reference")
    chat.patient_writes("7" * 61)
    chat.bot_says("too_long", "requests_reference")


@pytest.mark.parametrize("detail", ["promised", "reference"])
def test_every_detail_can_be_skipped(chat, detail):
    has_a_receipt(chat)
    chat.patient_presses(f"request/1/{detail}")
    chat.patient_presses_here("skip")
    chat.patient_is_at("plan")


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


def test_the_same_line_twice_is_one_request(chat):
    asks(chat)
    tells_whom(chat)
    tells_whom(chat)
    assert len(chat.case.requests) == 1


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


def opened(chat: Chat) -> None:
    asks(chat)
    chat.patient_commands("requests")
    chat.patient_presses("us", "look/1")
    chat.bot_says("requests_one")


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
