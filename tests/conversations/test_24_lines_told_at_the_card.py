"""What somebody tells of the patient at the card: it is the line that they say it is, without a button before it."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real


def who_opened_the_card(language: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("pathology")
    chat.patient_commands("patient")
    return chat


@pytest.mark.parametrize(
    ("language", "text", "line", "written"),
    [
        ("en", "my name is Rosa Diaz", "name", "Rosa Diaz"),
        ("es", "me llamo Rosa Elena Díaz", "name", "Rosa Elena Díaz"),
        ("ar", "اسمي روزا دياز", "name", "روزا دياز"),
        ("en", "born May 14 1962", "born", "1962-05-14"),
        ("es", "14/05/62", "born", "1962-05-14"),
        ("ar", "١٤/٥/١٩٦٢", "born", "1962-05-14"),
        ("en", "my doctor is Dr. Perez", "doctor", "Dr. Perez"),
        ("es", "mi doctor es el doctor Pérez", "doctor", "Pérez"),
        ("en", "my email is rosa@example.org", "contact", "rosa@example.org"),
    ],
)
def test_a_line_that_says_what_it_is_is_written_on_its_own(language, text, line, written):
    chat = who_opened_the_card(language)
    chat.patient_writes(text)
    assert chat.case.step == "patient"
    assert getattr(chat.case.patient, line) == written
    assert not chat.case.texts


def test_another_line_than_the_one_that_is_asked_for_is_written_on_its_own():
    chat = who_opened_the_card("en")
    chat.patient_presses("patient_number")
    chat.patient_writes("my doctor is Dr. Perez")
    assert (chat.case.patient.doctor, chat.case.patient.number) == ("Dr. Perez", "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I'm tired"),
        ("en", "my doctor is on vacation"),
        ("en", "I was born in Ohio"),
        ("en", "my visit is 4/20/26"),
        ("es", "soy de Guatemala"),
        ("es", "soy enfermera en Chiapas"),
        ("ar", "طبيبي مسافر"),
    ],
)
def test_what_names_nobody_is_no_line(language, text):
    chat = who_opened_the_card(language)
    before = chat.case.patient
    chat.patient_writes(text)
    assert chat.case.patient == before
