"""Whom they asked: a line that tells only a day names nobody, and who asked nobody has asked for nothing."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


def who_asked(language: str) -> Chat:
    """A patient who tapped that they asked, and is asked whom."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("pathology")
    chat.patient_presses("asked")
    chat.patient_commands("checklist")
    chat.patient_presses("aside/review", "open/pathology", "pathology/more", "whom")
    return chat


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "on the 20th", "2026-02-20"),
        ("en", "last Tuesday", "2026-02-24"),
        ("en", "Monday no Tuesday", "2026-02-24"),
        ("en", "not Friday, Thursday", "2026-02-26"),
        ("es", "el martes", "2026-02-24"),
        ("es", "el lunes no, el martes", "2026-02-24"),
        ("ar", "يوم 20", "2026-02-20"),
        ("ar", "الاثنين لا الثلاثاء", "2026-02-24"),
    ],
)
def test_a_day_alone_is_when_they_asked_and_names_nobody(language: str, text: str, when: str):
    chat = who_asked(language)
    chat.patient_writes(text)
    (request,) = chat.case.requests
    assert (request.whom, request.when, chat.case.answers["pathology"].note) == ("", when, "")


def test_how_long_it_takes_is_no_person_either():
    chat = who_asked("en")
    chat.patient_writes("two weeks")
    (request,) = chat.case.requests
    assert (request.whom, request.when, request.promised) == ("", "2026-03-02", "2026-03-16")


@telling.each(
    {
        "en": ["I didn't ask anybody", "nobody", "we did not ask them", "I haven't called anyone yet"],
        "es": ["no le pedí a nadie", "no les pregunté", "todavía no he pedido nada"],
        "ar": ["ما سألت حدا", "لم أسأل أحدا", "ما حدا"],
    }
)
def test_who_asked_nobody_has_asked_for_nothing(language: str, text: str):
    chat = who_asked(language)
    chat.patient_writes(text)
    assert chat.case.requests == ()
    assert chat.case.answers["pathology"].standing == "missing"
    assert chat.case.step == "pathology"


@pytest.mark.parametrize("text", ["Nobody's Clinic", "Dr. Friday", "Records office on Friday"])
def test_whoever_is_named_is_kept(text: str):
    chat = who_asked("en")
    chat.patient_writes(text)
    assert chat.case.requests[0].whom == text
