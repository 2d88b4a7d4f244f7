"""Whom they asked: one line that may be left out, and what it tells of when, how and until when is read in it."""

from datetime import timedelta

from tests.conversations.requests import asks, tells_whom


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
    tells_whom(chat, "asked the archive yesterday, ten days")
    before = chat.case.requests
    chat.now += timedelta(days=1)
    tells_whom(chat, "asked the archive yesterday, ten days")
    assert chat.case.requests == before


def test_the_same_line_twice_is_one_request(chat):
    asks(chat)
    tells_whom(chat)
    tells_whom(chat)
    assert len(chat.case.requests) == 1


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
