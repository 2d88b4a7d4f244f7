"""A place that was named by mistake gives way to the one that was meant; where somebody is treated is asked about."""

from __future__ import annotations

import pytest

from dialogs.hearing.bereaved import CONDOLENCES
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


@telling.each(
    {
        "en": [
            "I meant to say thank you",
            "change it to Tuesday",
            "I changed my mind",
            "actually the 15th",
            "Actually my appointment is in Arizona",
        ],
        "es": ["quise decir gracias", "quise decir el martes", "cambié de opinión", "en realidad vivo lejos"],
        "ar": ["قصدي شكرا", "قصدي الثلاثاء", "غيرت رأيي"],
    }
)
def test_a_correction_that_names_no_place_takes_none_away(language: str, text: str):
    chat = telling.told(language, "destination", "Stanford")
    chat.patient_writes(text)
    assert (chat.case.destinations, chat.case.destination) == (("stanford",), "")


def test_a_place_that_may_be_meant_takes_the_place_of_another_only_after_a_yes():
    chat = telling.told("en", "destination", "Stanford")
    chat.patient_writes("I meant Mayo")
    assert chat.case.destinations == ("stanford",)
    chat.patient_presses_data(next(each.data for each in chat.case.keyboard if "/meant" in each.data))
    assert chat.case.destinations == ("mayo_clinic",)


def test_a_corrected_place_is_said_back_without_the_correction():
    chat = telling.told("en", "destination", "Stanford")
    chat.patient_writes("I meant Mayo Clinic")
    noted = chat.said("destination_noted")
    assert (noted.values["destination"], noted.values["destinations"]) == ("", ("mayo_clinic",))


def test_all_that_is_written_down_is_said_back():
    chat = telling.told("en", "destination", "Stanford")
    chat.patient_writes("Sylvester in Miami")
    noted = chat.said("destination_noted")
    assert (noted.values["destination"], noted.values["destinations"]) == ("Sylvester in Miami", ("stanford",))


@telling.each(
    {
        "en": ["Not Mayo, too far", "I don't want to go to MD Anderson", "remove MD Anderson", "forget Stanford"],
        "es": ["no Mayo, muy lejos", "no quiero ir a MD Anderson", "quita Stanford", "olvide Stanford"],
        "ar": ["لا أريد Mayo Clinic", "شيل Stanford", "بلاش Stanford"],
    }
)
def test_a_place_that_is_refused_is_none(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert (chat.case.step, chat.case.destinations, chat.case.destination) == ("destination", (), "")


@telling.each({"en": ["remove Stanford", "not Stanford"], "es": ["quita Stanford"], "ar": ["شيل Stanford"]})
def test_a_place_that_was_chosen_is_taken_back_in_words(language: str, text: str):
    chat = telling.told(language, "destination", "Stanford")
    assert "stanford" in chat.case.destinations
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.destinations, chat.case.destination) == ("destination", (), "")


@telling.each(
    {
        "en": ["I meant Hilltop Cancer Center", "no, Hilltop Hospital", "sorry, I meant Hilltop Oncology"],
        "es": ["quise decir Hospital del Valle", "no, la Clínica del Valle"],
        "ar": ["قصدي مستشفى الوادي", "لا، مستشفى الوادي"],
    }
)
def test_a_place_that_is_corrected_at_the_next_question_takes_the_place_of_the_first(language: str, text: str):
    first = {"en": "Lakeside Hospital", "es": "Hospital del Lago", "ar": "مستشفى البحيرة"}[language]
    chat = telling.told(language, "destination", first)
    assert chat.case.step == "pathology"
    chat.patient_writes(text)
    assert chat.case.destination
    assert text.endswith(chat.case.destination)
    assert chat.case.step == "pathology"


@pytest.mark.parametrize("text", ["no, the hospital has it", "I meant the CT report", "I meant thank you"])
def test_what_names_no_place_there_takes_none_away(text: str):
    chat = telling.told("en", "destination", "Lakeside Hospital")
    chat.patient_writes(text)
    assert chat.case.destination == "Lakeside Hospital"


@telling.each(
    {
        "en": [
            "instead of Mayo put Cleveland Clinic",
            "replace Mayo Clinic with Cleveland Clinic",
            "swap Mayo for Cleveland Clinic",
            "Cleveland Clinic rather than Mayo Clinic",
        ],
        "es": ["en vez de Mayo ponga Cleveland Clinic", "Cleveland Clinic en lugar de Mayo Clinic"],
        "ar": ["بدل Mayo Clinic حط Cleveland Clinic"],
    }
)
def test_one_place_in_place_of_another_is_chosen_alone(language: str, text: str):
    chat = telling.told(language, "destination", "Mayo Clinic")
    chat.patient_writes(text)
    assert (chat.case.destinations, chat.case.destination) == (("cleveland_clinic",), "")


@telling.each(
    {
        "en": ["my cousin says Stanford is terrible", "I heard bad things about Stanford", "what about Stanford?"],
        "es": ["mi prima dice que Stanford es malísimo", "¿qué tal es Stanford?"],
        "ar": ["بنت عمي بتقول Stanford سيئ", "كيف Stanford؟", "أختي بتشتغل في Stanford"],
    }
)
def test_what_is_said_of_a_place_does_not_choose_it(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert (chat.case.step, chat.case.destinations, chat.case.destination) == ("destination", (), "")
    chat.patient_presses("text/answer")
    assert chat.case.destinations == ("stanford",)


@telling.each(
    {"en": ["my mom died at Stanford"], "es": ["mi vecino se murió en Stanford"], "ar": ["أمي ماتت في Stanford"]}
)
def test_a_place_where_somebody_died_is_not_chosen(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert (chat.case.step, chat.case.destinations, chat.case.destination) == ("destination", (), "")


@telling.each(
    {
        "en": ["we lost dad at MD Anderson", "my husband passed away at Mayo"],
        "es": ["mi mamá se murió en Stanford"],
        "ar": ["جوزي توفى بمايو كلينك"],
    }
)
def test_who_lost_somebody_there_is_met_kindly(language: str, text: str):
    assert CONDOLENCES & set(telling.names(telling.told(language, "destination", text)))


@telling.each(
    {
        "en": ["my cousin wants me to go to Stanford", "my doctor sends me to Stanford", "Dr. Lee at Stanford"],
        "es": ["mi prima quiere que vaya a Stanford", "me mandan a Stanford"],
        "ar": ["دكتوري بعتني على Stanford"],
    }
)
def test_whoever_says_that_they_go_there_has_chosen(language: str, text: str):
    assert telling.told(language, "destination", text).case.destinations == ("stanford",)
