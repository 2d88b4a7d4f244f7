"""Whoever answers the welcome in words is let in as by a tap; whoever tells a story is answered kindly, in short."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dialogs.hearing.cards import CARDS
from dialogs.proofreading.chat import Chat
from tests.conversations import telling

BEGINS = {
    "en": ["yes", "ok", "sure", "start", "begin", "let's go", "go ahead", "ready", "I agree", "i accept", "next"],
    "es": ["sí", "vale", "empezar", "listo", "de acuerdo", "vamos", "acepto"],
    "ar": ["نعم", "يلا", "ابدأ", "تمام", "موافق", "جاهز"],
}
FOR_THEMSELVES = {
    "en": [
        "the first one",
        "1",
        "I want a second opinion",
        "Doc in Kearney says I got the cancer in my colon",
        "the doctor told me it's cancer",
    ],
    "es": ["el primero", "quiero una segunda opinión", "el doctor dice que tengo cáncer"],
    "ar": ["الأول", "بدي رأي ثاني", "الدكتور قال عندي سرطان"],
}
FOR_ANOTHER = {
    "en": ["the second one", "I am a nurse helping a patient", "my mom", "for a patient of mine"],
    "es": ["la segunda", "soy enfermera y ayudo a un paciente", "mi mamá"],
    "ar": ["التاني", "انا ممرضة وعم ساعد مريض", "لأمي"],
}
NOT_SURELY = {
    "en": ["hey", "no", "both", "the doctor says my sister got cancer too", "Bob"],
    "es": ["hola", "no", "mi hermana quiere una segunda opinión y yo también"],
    "ar": ["مرحبا", "لا", "جارنا وانا"],
}


@telling.each(BEGINS)
def test_a_plain_yes_begins_and_says_for_whom(language: str, text: str) -> None:
    chat = telling.told(language, "welcome", text)
    assert (chat.case.step, chat.case.for_another, chat.case.keeps_files) == ("consent", False, None)
    assert [say.lead.name for say in chat.shown[-1:] if say.lead] == ["taken"]


@telling.each(FOR_THEMSELVES)
def test_who_says_that_it_is_for_themselves_goes_on(language: str, text: str) -> None:
    case = telling.told(language, "welcome", text).case
    assert (case.step, case.for_another, case.keeps_files, case.texts) == ("consent", False, None, ())


@telling.each(FOR_ANOTHER)
def test_who_says_that_it_is_for_another_goes_on(language: str, text: str) -> None:
    case = telling.told(language, "welcome", text).case
    assert (case.step, case.for_another, case.keeps_files, case.texts) == ("consent", True, None, ())


@telling.each(NOT_SURELY)
def test_who_says_neither_is_asked_in_short_which_it_is(language: str, text: str) -> None:
    chat = telling.told(language, "welcome", text)
    assert telling.names(chat) == ["welcome_in_short"]
    assert {"welcome/begin", "welcome/begin_for"} <= {shown.data for shown in chat.case.keyboard}
    assert (chat.case.step, chat.case.texts) == ("welcome", ())


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_welcome_is_told_once_and_no_answer_twice_in_a_row(language: str) -> None:
    chat = telling.told(language, "welcome", "Kanarienvogel")
    told = [telling.names(chat)]
    for _ in range(6):
        chat.patient_writes("Kanarienvogel, Kanarienvogel")
        told.append(telling.names(chat))
    assert all(one != next_one for one, next_one in pairwise(told))
    assert not any("welcome" in names for names in told)


@telling.each({"en": ["yes", "me"], "es": ["sí", "para mí"], "ar": ["نعم", "لي"]})
def test_who_asked_what_this_is_and_says_yes_begins_as_well(language: str, text: str) -> None:
    chat = telling.standing(language, "welcome")
    chat.patient_commands("help")
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.keeps_files) == ("consent", None)


def asked_and_looked_up(language: str) -> Chat:
    """Somebody who is asked what may be kept, and looks at the help first."""
    chat = telling.standing(language, "welcome")
    chat.patient_presses_data("welcome/begin")
    chat.patient_commands("help")
    return chat


@telling.each({"en": ["i accept", "keep the files"], "es": ["acepto", "guárdelos"], "ar": ["موافق", "احفظهم"]})
def test_who_looked_at_the_help_and_accepts_has_agreed(language: str, text: str) -> None:
    chat = asked_and_looked_up(language)
    chat.patient_writes(text)
    assert chat.case.keeps_files


@telling.each({"en": ["ok", "yes"], "es": ["sí"], "ar": ["نعم"]})
def test_a_bare_yes_to_the_help_agrees_to_nothing_and_is_asked(language: str, text: str) -> None:
    chat = asked_and_looked_up(language)
    chat.patient_writes(text)
    assert (telling.names(chat), chat.case.keeps_files) == (["consent_in_short"], None)


def test_of_whom_nothing_was_asked_yet_a_yes_begins_nothing(chat: Chat) -> None:
    chat.patient_writes("yes")
    assert (chat.case.step, "welcome" in telling.names(chat)) == ("welcome", True)


def test_a_yes_below_the_question_whether_to_delete_begins_nothing() -> None:
    chat = telling.standing("en", "welcome")
    chat.patient_commands("delete")
    chat.patient_writes("yes")
    assert chat.case.step == "welcome"


@telling.each(
    {
        "en": [
            "I need another doctor, I feel like I am fading away",
            "I am a nurse, my patient is confused since this morning",
        ],
        "es": ["el médico me dijo que tengo cáncer y ya no puedo más"],
        "ar": ["محتاج رأي تاني وحرارتي ٣٩"],
    }
)
def test_what_may_not_wait_is_heard_in_a_story_that_would_begin(language: str, text: str) -> None:
    chat = telling.told(language, "welcome", text)
    assert set(telling.names(chat)) & CARDS
