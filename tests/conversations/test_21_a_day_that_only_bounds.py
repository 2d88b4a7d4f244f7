"""A day that only bounds the one that is meant is no date; nor is a hospital that is called like a month."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


def asked(language: str) -> Chat:
    """Somebody who is asked for the date."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("date")
    return chat


@telling.each(
    {
        "en": ["not before april 10", "anytime but friday", "any day but the 12th", "any day except friday"],
        "es": ["no antes del 10 de abril", "cualquier día menos el viernes"],
        "ar": ["مش قبل ١٠ ابريل", "اي يوم الا الجمعة"],
    }
)
def test_such_a_day_is_not_offered(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    assert "day_confirm" not in telling.names(chat)
    assert chat.case.date == ""


@pytest.mark.parametrize(("language", "text"), [("en", "Mayo Clinic"), ("es", "Mayo Clinic"), ("ar", "مايو كلينك")])
def test_a_hospital_that_is_called_like_a_month_is_offered_as_where_it_goes(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    assert chat.case.date == ""
    assert "aside/where" in {each.data for each in chat.case.keyboard}
