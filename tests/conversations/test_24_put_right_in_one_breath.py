"""A line about the patient that is put right while it is written; what is no name or number; names that are words."""

from __future__ import annotations

import pytest

from dialogs.hearing.cards import CARDS
from tests.conversations import telling
from tests.conversations.telling import told_at_a_line


@pytest.mark.parametrize(
    ("line", "language", "text", "kept"),
    [
        ("number", "en", "12345 no 12346", "12346"),
        ("number", "en", "12345, sorry, 12346", "12346"),
        ("number", "en", "not 12345, 12346", "12346"),
        ("number", "en", "MRN 445-12, not 445-21", "445-12"),
        ("number", "es", "12345 no 12346", "12346"),
        ("number", "ar", "مش 12345، 12346", "12346"),
        ("number", "en", "12345 AND 67890", "12345 AND 67890"),
        ("number", "en", "No. 12345", "No. 12345"),
        ("doctor", "en", "Dr. Lee no Dr. Kim", "Dr. Kim"),
        ("doctor", "en", "Dr. Kim, not Dr. Lee", "Dr. Kim"),
        ("doctor", "en", "not Dr. Lee, Dr. Kim", "Dr. Kim"),
        ("doctor", "es", "Dra. Pérez, perdón, Dra. Ruiz", "Dra. Ruiz"),
        ("doctor", "es", "Dra. Ruiz, no Dra. Pérez", "Dra. Ruiz"),
        ("doctor", "ar", "دكتور خالد لا دكتور سامي", "دكتور سامي"),
        ("doctor", "en", "Dr. No", "Dr. No"),
        ("name", "en", "not Mary, Maria", "Maria"),
        ("name", "en", "not Jon but John Miller", "John Miller"),
        ("name", "es", "Rosa, perdón, Rosaura Díaz", "Rosaura Díaz"),
        ("name", "ar", "ليس أحمد بل حمد", "حمد"),
        ("contact", "en", "555-0120 no 555-0121", "555-0121"),
        ("name", "en", "Anna, with no h", "Anna, with no h"),
    ],
)
def test_what_takes_the_place_of_another_is_kept_alone(line: str, language: str, text: str, kept: str):
    assert getattr(told_at_a_line(line, language, text).case.patient, line) == kept


@pytest.mark.parametrize(
    ("line", "language", "text"),
    [
        ("doctor", "en", "not Dr. Lee"),
        ("doctor", "es", "no es el Dr. Gómez"),
        ("doctor", "ar", "مش دكتور خالد"),
        ("name", "en", "it's not Anna"),
        ("number", "en", "not 778812"),
        ("number", "en", "march 20"),
        ("number", "en", "2/7/1954"),
        ("number", "es", "el 3 de abril"),
        ("number", "ar", "20 مارس"),
        ("number", "en", "call me at 555-0120"),
        ("number", "es", "mi teléfono es 555 0120"),
        ("number", "ar", "تلفوني 0501234567"),
    ],
)
def test_what_is_not_meant_or_is_something_else_is_asked_about(line: str, language: str, text: str):
    chat = told_at_a_line(line, language, text)
    assert (getattr(chat.case.patient, line), chat.case.step) == ("", f"patient.{line}")
    chat.patient_presses("text/answer")
    assert getattr(chat.case.patient, line)


@telling.each(
    {
        "en": [
            "John Miller, born 2/17/1954",
            "February 17, 1954 John Miller",
            "I'm John Miller and I was born on 2/17/54",
        ],
        "es": ["John Miller, nacido el 17 de febrero de 1954", "17-2-1954, John Miller"],
        "ar": ["John Miller مواليد 17/2/1954"],
    }
)
def test_a_date_of_birth_told_with_the_name_is_taken_too(language: str, text: str):
    patient = told_at_a_line("name", language, text).case.patient
    assert (patient.name, patient.born) == ("John Miller", "1954-02-17")


def test_a_date_of_birth_that_may_be_two_days_is_asked_about_once_the_name_is_kept():
    chat = told_at_a_line("name", "en", "Rosa Díaz, born 4/9/1950")
    assert [say.name for say in chat.said_now()] == ["born_either"]
    chat.patient_presses("day/1950-09-04")
    assert (chat.case.patient.name, chat.case.patient.born) == ("Rosa Díaz", "1950-09-04")


@telling.each(
    {
        "en": ["Grace Well", "Faith Good", "Hope", "April"],
        "es": ["Consuelo Bueno", "rosa claro", "Ana Gracias", "Esperanza", "Socorro Ruiz", "María del Socorro Gil"],
        "ar": ["أمل", "شفاء", "أمل حسن"],
    }
)
def test_a_name_that_is_a_word_too_is_a_name(language: str, text: str):
    chat = told_at_a_line("name", language, text)
    assert chat.case.patient.name == text
    assert not CARDS & {say.name for say in chat.said_now()}


def test_a_courtesy_behind_a_name_is_none_of_it():
    assert told_at_a_line("name", "es", "Consuelo Ruiz, gracias").case.patient.name == "Consuelo Ruiz"


@telling.each(
    {
        "es": ["socorro", "Socorro", "SOCORRO", "Socorro Me Muero", "Socorro Mamá", "socorro ruiz", "Socorro Ruiz!"],
        "en": ["Suicide Smith", "not surgery, I'd rather die"],
        "ar": ["النجدة"],
    }
)
def test_a_cry_is_heard_where_a_name_is_asked_for(language: str, text: str):
    chat = told_at_a_line("name", language, text)
    assert chat.case.patient.name == ""
    assert CARDS & {say.name for say in chat.said_now()}


def test_such_a_name_is_a_cry_wherever_no_name_is_asked_for():
    assert CARDS & {say.name for say in telling.told("es", "decision", "Socorro Ruiz").said_now()}
