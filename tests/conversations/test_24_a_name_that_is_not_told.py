"""Where a name, a number or a doctor is asked for, what tells none is not taken for one: it is asked again, kindly."""

from __future__ import annotations

import pytest

from tests.conversations import telling
from tests.conversations.telling import told_at_a_line

LINES = ("name", "doctor", "number")


@pytest.mark.parametrize("line", LINES)
@telling.each(
    {
        "en": [
            "why do you need that",
            "I'd rather not say",
            "the same as before",
            "ask my wife",
            "not telling you",
            "look at the papers",
        ],
        "es": ["para qué lo quiere", "prefiero no decirlo", "el mismo de antes", "pregúntele a mi hija"],
        "ar": ["ليش بدك اسمي", "نفس اللي قبل", "اسأل بنتي"],
    }
)
def test_what_tells_no_name_is_none(line: str, language: str, text: str):
    chat = told_at_a_line(line, language, text)
    assert getattr(chat.case.patient, line) == ""
    assert chat.case.step == f"patient.{line}"


@telling.each(
    {
        "en": [
            "Ana Example",
            "ana maria perez",
            "Will Long",
            "Private Ryan",
            "Ana Example as on the card",
            "Mark Read",
        ],
        "es": ["Ana Ejemplo", "maría de los ángeles", "rosa luz"],
        "ar": ["فاطمة علي", "محمد عبد الله"],
    }
)
def test_a_name_is_taken_at_once(language: str, text: str):
    assert told_at_a_line("name", language, text).case.patient.name == text


@pytest.mark.parametrize("text", ["that's not your business", "you can read it on my card", "will long"])
def test_what_may_be_no_name_is_asked_about(text: str):
    chat = told_at_a_line("name", "en", text)
    assert chat.case.patient.name == ""
    chat.patient_presses("text/answer")
    assert chat.case.patient.name


def test_a_number_is_taken_whatever_else_is_said():
    assert told_at_a_line("number", "en", "the same as before, 12345678").case.patient.number


@pytest.mark.parametrize(
    ("line", "language", "text"),
    [
        ("name", "en", "the one on my insurance card"),
        ("name", "en", "The same one as my passport"),
        ("name", "en", "as on the card"),
        ("name", "es", "el que está en mi tarjeta del seguro"),
        ("name", "ar", "اللي على بطاقة التأمين"),
        ("doctor", "en", "he left"),
        ("doctor", "en", "she retired"),
        ("doctor", "en", "a new one"),
        ("doctor", "es", "ya se fue"),
        ("doctor", "ar", "تقاعد"),
        ("number", "en", "MRN none"),
        ("number", "en", "MRN unknown"),
        ("number", "en", "the one on the bracelet"),
        ("number", "es", "MRN ninguno"),
        ("number", "ar", "رقم الملف ما في"),
    ],
)
def test_what_only_points_to_a_name_or_number_is_none(line: str, language: str, text: str):
    chat = told_at_a_line(line, language, text)
    assert (getattr(chat.case.patient, line), chat.case.step) == ("", f"patient.{line}")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("name", "An Nguyen"),
        ("name", "Art None"),
        ("doctor", "Dr. Left"),
        ("hospital", "the university hospital"),
        ("number", "A-4471"),
    ],
)
def test_a_name_that_only_looks_so_is_one(line: str, text: str):
    assert getattr(told_at_a_line(line, "en", text).case.patient, line) == text
