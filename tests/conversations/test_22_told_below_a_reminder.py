"""What is written below a reminder about a request: it is of that request, whether the reminder was opened or not."""

from __future__ import annotations

import pytest

from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.proofreading.chat import Chat
from tests import real

ASKED = {
    "en": "asked them today by mail, two weeks",
    "es": "los pedí hoy por correo, dos semanas",
    "ar": "طلبتها اليوم بالايميل، اسبوعين",
}


def who_is_reminded(language: str, opened: bool) -> Chat:
    """Somebody whose slides were asked for, sixteen days ago, below a reminder about them."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("slides")
    chat.patient_writes(ASKED[language])
    move = "have" if opened else "show"
    below = (Shown(f"button.{move}", f"aside/note/1/{move}"),)
    chat.case = replace(chat.case, keyboard=below, asked="note_waiting" if opened else "reminder")
    return chat


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("got them", "they came yesterday")),
        *(("es", text) for text in ("ya me los dieron", "ya llegaron")),
        *(("ar", text) for text in ("استلمت الشرايح", "وصلت")),
    ],
)
def test_what_came_is_no_longer_waited_for(language, text, opened):
    chat = who_is_reminded(language, opened)
    chat.patient_writes(text)
    assert [request.state for request in chat.case.requests] == ["arrived"]
    assert "note_have" in [say.name for say in chat.said_now()]


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "called them again yesterday"), ("es", "ya los pedí otra vez ayer"), ("ar", "طلبتها مرة ثانية امس")],
)
def test_who_asked_again_did_so_on_the_day_that_they_tell(language, text, opened):
    chat = who_is_reminded(language, opened)
    chat.patient_writes(text)
    assert [request.chased for request in chat.case.requests] == [("2026-03-01",)]


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "they said 10 days"), ("es", "me dijeron que 10 días"), ("ar", "قالوا ١٠ ايام")],
)
def test_when_it_should_come_now_is_reckoned_from_the_day_it_is_told(language, text, opened):
    chat = who_is_reminded(language, opened)
    chat.patient_writes(text)
    assert [request.promised for request in chat.case.requests] == ["2026-03-12"]


@pytest.mark.parametrize("text", ["not yet", "got the lab results", "they gave her two weeks", "did they come?"])
def test_what_is_of_something_else_changes_no_request(text):
    chat = who_is_reminded("en", opened=False)
    before = chat.case.requests
    chat.patient_writes(text)
    assert chat.case.requests == before
