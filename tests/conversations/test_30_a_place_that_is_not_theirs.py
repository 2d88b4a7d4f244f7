"""A place that would not have them, that somebody else wants or where they have been is no place that they go to."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real


def told(language: str, text: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("destination")
    chat.patient_writes(text)
    return chat


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("MD Anderson turned me down", "Mayo Clinic doesn't take my insurance")),
        *(("en", text) for text in ("my daughter wants Sloan Kettering but I don't", "Cleveland Clinic won't see me")),
        *(("en", text) for text in ("Stanford rejected us", "Mayo Clinic, but they wouldn't have me")),
        *(("es", text) for text in ("Stanford no me acepta", "no puedo pagar Stanford", "estuve en Mayo en 2019")),
        *(("es", text) for text in ("MD Anderson me rechazó", "mi hija quiere Stanford pero yo no")),
        *(("ar", text) for text in ("Stanford ما قبلوني", "ما بقدر أدفع Stanford", "كنت في Mayo سنة 2019")),
        *(("ar", text) for text in ("Stanford رفضوني", "التأمين ما بيغطي Stanford")),
    ],
)
def test_it_is_asked_about_and_not_chosen(language, text):
    chat = told(language, text)
    assert (chat.case.destinations, chat.case.destination) == ((), "")
    assert [say.name for say in chat.said_now()] == ["text_unplaced"]


@pytest.mark.parametrize(
    ("language", "text", "chosen"),
    [
        ("en", "johns hopkins, I mean cleveland clinic", "cleveland_clinic"),
        ("es", "johns hopkins, digo cleveland clinic", "cleveland_clinic"),
        ("ar", "مش مايو، ستانفورد", "stanford"),
        ("en", "not Mayo, Stanford", "stanford"),
        ("en", "Mayo Clinic, they take my insurance", "mayo_clinic"),
        ("es", "me aceptaron en Stanford", "stanford"),
        ("ar", "Stanford قبلوني", "stanford"),
    ],
)
def test_the_one_that_is_meant_is_chosen_alone(language, text, chosen):
    assert told(language, text).case.destinations == (chosen,)
