"""How it was asked for, the day it was promised for and its reference number: one tap each, and each can be skipped."""

import pytest

from dialogs.case.request import HOWS
from tests.conversations.requests import has_a_receipt, opened


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
