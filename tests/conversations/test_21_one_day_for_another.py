"""A day that is put right in the same breath; and one told in a sentence about the appointment."""

from __future__ import annotations

import pytest

from tests.conversations import telling


@telling.each(
    {
        "en": [
            "not the 12th the 13th",
            "12th no 13th",
            "not 12, 13",
            "the 13th not the 12th",
            "march 12 wait march 13",
        ],
        "es": [
            "no el 12, el 13",
            "no el 12 el 13",
            "el 12 no, el 13",
            "el 13, no el 12",
            "no 12, 13",
            "el 12 digo el 13",
        ],
        "ar": ["مش 12، 13", "12 مارس لا 13 مارس", "ليس 12 بل 13", "يوم 12 عفوا يوم 13"],
    }
)
def test_the_day_that_is_meant_is_said_back(language: str, text: str):
    (say,) = telling.told(language, "date", text).said_now()
    assert (say.name, f"{say.values['day']:%m-%d}") == ("day_confirm", "03-13")


@pytest.mark.parametrize("text", ["not the 12th", "the 12th or the 13th", "the 12th and the 13th"])
def test_two_days_or_none_are_asked_for_again(text: str):
    assert "day_unclear" in telling.names(telling.told("en", "date", text))


@telling.each(
    {
        "en": ["my appointment is march 21", "I have an appointment March 21", "they gave me March 21"],
        "es": ["mi cita es el 21 de marzo", "me dieron cita para el 21 de marzo"],
        "ar": ["عندي موعد 21 مارس", "اعطوني موعد يوم 21 مارس"],
    }
)
def test_the_day_of_the_appointment_told_where_it_goes_is_the_date(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert [say.name for say in chat.said_now()] == ["day_confirm"]
    chat.patient_presses("day/2026-03-21")
    assert (chat.case.date, chat.case.destination, chat.case.step) == ("2026-03-21", "", "destination")
