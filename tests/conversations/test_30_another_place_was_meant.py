"""A place that was named by mistake gives way to the one that was meant; where somebody is treated is asked about."""

from __future__ import annotations

import pytest

from tests.conversations import telling


@telling.each(
    {
        "en": [
            "I meant Mayo Clinic",
            "no, Mayo Clinic instead",
            "Mayo Clinic, not MD Anderson",
            "change it to Mayo Clinic",
        ],
        "es": ["quise decir Mayo Clinic", "cámbielo por Mayo Clinic", "Mayo Clinic, no MD Anderson"],
        "ar": ["قصدي Mayo Clinic", "عفوا قصدي Mayo Clinic"],
    }
)
def test_what_was_meant_takes_the_place_of_what_was_named_before(language: str, text: str):
    chat = telling.told(language, "destination", "MD Anderson")
    chat.patient_writes(text)
    assert (chat.case.destinations, chat.case.destination) == (("mayo_clinic",), "")


@telling.each(
    {
        "en": ["and Mayo Clinic", "Mayo Clinic too", "Mayo Clinic"],
        "es": ["también Mayo Clinic", "y Mayo Clinic"],
        "ar": ["وكمان Mayo Clinic"],
    }
)
def test_one_place_more_is_one_more(language: str, text: str):
    chat = telling.told(language, "destination", "MD Anderson")
    chat.patient_writes(text)
    assert chat.case.destinations == ("md_anderson", "mayo_clinic")


def test_a_doctor_at_the_place_that_was_meant_is_kept():
    chat = telling.told("en", "destination", "MD Anderson")
    chat.patient_writes("sorry, I meant Dr. Lee at Mayo Clinic")
    assert (chat.case.destinations, chat.case.destination) == (("mayo_clinic",), "Dr. Lee at Mayo Clinic")


@telling.each(
    {
        "en": ["I'm treated at MD Anderson now", "I get my chemo at MD Anderson", "she was operated at MD Anderson"],
        "es": ["me atienden en MD Anderson", "mi mamá se atiende en MD Anderson"],
        "ar": ["أنا بتعالج في MD Anderson", "أمي بتتعالج في MD Anderson"],
    }
)
def test_where_somebody_is_treated_is_asked_about(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert not chat.case.destinations
    chat.patient_presses("text/answer")
    assert chat.case.destinations == ("md_anderson",)


@pytest.mark.parametrize(
    "text", ["I want to go to MD Anderson", "MD Anderson in Houston", "the second opinion should be at MD Anderson"]
)
def test_where_it_goes_is_taken_at_once(text: str):
    assert telling.told("en", "destination", text).case.destinations == ("md_anderson",)
