"""Which place is meant, if any: one may be named to say no to it, and what tells something else names none."""

from __future__ import annotations

import pytest

from tests.conversations.telling import each, told


@pytest.mark.parametrize(
    ("language", "words", "chosen"),
    [
        ("en", "Not Mayo Clinic", ()),
        ("en", "I don't want MD Anderson", ()),
        ("en", "please do not send it to MD Anderson", ()),
        ("en", "not sure perhaps Mayo Clinic", ("mayo_clinic",)),
        ("en", "no, Mayo Clinic", ("mayo_clinic",)),
        ("en", "MD Anderson, not Mayo Clinic", ("md_anderson",)),
        ("en", "Mayo Clinic not MD Anderson", ("mayo_clinic",)),
        ("en", "anywhere but Mayo Clinic", ()),
        ("en", "I refuse to go to the Cleveland Clinic", ()),
        ("en", "UCSF rather than Stanford", ("ucsf",)),
        ("en", "Stanford, no doubt", ("stanford",)),
        ("es", "no a la Mayo Clinic", ()),
        ("es", "MD Anderson, no Mayo Clinic", ("md_anderson",)),
        ("es", "cualquier sitio menos Mayo Clinic", ()),
        ("ar", "ليس مايو كلينك", ()),
    ],
)
def test_a_hospital_that_is_named_to_say_no_to_it_is_not_chosen(language, words, chosen):
    assert told(language, "destination", words).case.destinations == chosen


NO_PLACE = {
    "en": ["my insurance decides", "I already have one"],
    "es": ["cerca de casa"],
    "ar": ["التأمين يقرر"],
}


@each(NO_PLACE)
def test_what_names_no_place_is_asked_about_before_it_is_one(language, text):
    chat = told(language, "destination", text)
    assert (chat.case.step, chat.case.destination, chat.shown[-1].name) == ("destination", "", "text_unplaced")
    chat.patient_presses("text/answer")
    assert chat.case.destination == text
