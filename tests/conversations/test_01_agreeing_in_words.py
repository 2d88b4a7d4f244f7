"""It may be agreed to in words, if they are plain; a question is answered in short, and nothing is kept meanwhile."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


def asked(language: str) -> Chat:
    """Somebody who is asked whether what they send may be kept."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_presses_data("welcome/begin")
    return chat


@telling.each(
    {
        "en": ["yes pls keep", "sure keep them", "fine by me", "ok you may keep them", "yeah go for it"],
        "es": ["bueno", "dale", "sí guárdalos", "órale, guárdelos", "puede guardarlos"],
        "ar": ["طيب خليهن", "نعم احتفظ فيهم", "اي احفظهم", "طيب", "ما في مشكلة"],
    }
)
def test_a_plain_yes_agrees(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    assert chat.case.keeps_files is True


@telling.each(
    {
        "en": ["ah sure go on, you can keep them", "I agree for keep", "my son helps. yes you may keep my papers"],
        "es": ["pos sí", "acepto que guarden mis archivos", "tiene mi permiso para guardarlos"],
        "ar": ["أوافق على حفظ ملفاتي", "ايه احفظ", "اي خليها وياي الملفات هم"],
    }
)
def test_a_whole_sentence_about_keeping_agrees(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    assert chat.case.keeps_files is True


@telling.each(
    {
        "en": ["that's them alright", "yes dear that's right", "those are my files", "that's everything", "yeah right"],
        "es": ["sí, eso es todo", "así es, son esos", "son mis archivos"],
        "ar": ["نعم هذا كل شيء", "نعم، هذا صحيح تمامًا", "لسا ما صار شي"],
    }
)
def test_what_is_said_of_files_that_were_refused_agrees_to_nothing(language: str, text: str):
    chat = asked(language)
    chat.patient_uploads("scan.pdf")
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.keeps_files) == ("consent", None)


def test_who_agrees_and_tells_of_a_need_in_the_same_breath_is_met_first():
    chat = asked("en")
    chat.patient_writes("ok to keep. he passed out")
    assert chat.case.keeps_files is None


@telling.each(
    {
        "en": ["no dont keep", "no, don't save them", "I'd rather you didn't"],
        "es": ["no los guardes", "no, no los guarde", "mejor no"],
        "ar": ["لا تخليهم", "لا ما تحتفظ"],
    }
)
def test_a_plain_no_is_one(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.keeps_files) == ("welcome", None)


@telling.each({"en": ["just the list"], "es": ["solo la lista"], "ar": ["بس الأجوبة"]})
def test_the_answers_alone_may_be_agreed_to(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    assert chat.case.keeps_files is False


@telling.each(
    {
        "en": ["no, keep them", "keep your hands off", "why keep it", "do you keep them"],
        "es": ["para qué los guardan", "si me los guarda qué pasa"],
        "ar": ["ليش بدكم تحفظوهم", "خليني فكر"],
    }
)
def test_what_is_no_plain_yes_keeps_nothing(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    assert chat.case.keeps_files is None


@telling.each(
    {
        "en": ["what do you do with it?", "is it safe?", "who sees it?", "can I delete it later"],
        "es": ["¿qué hacen con eso?", "quién lo ve?", "dónde se guarda"],
        "ar": ["شو بتعملوا فيهم؟", "مين بيشوفهم؟"],
    }
)
def test_a_question_is_answered_in_short_with_the_same_choices_and_then_in_full(language: str, text: str):
    chat = asked(language)
    chat.patient_writes(text)
    chat.said("consent_in_short")
    assert {"consent/keep_files", "consent/checklist_only", "consent/decline"} <= {e.data for e in chat.case.keyboard}
    chat.patient_writes(text)
    chat.said("privacy")
    assert chat.case.keeps_files is None


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_what_is_not_understood_again_and_again_is_not_answered_twice_alike(language: str):
    chat = asked(language)
    told = []
    for _ in range(6):
        chat.patient_writes("Kanarienvogel, Kanarienvogel")
        told.append(telling.names(chat))
    assert all(one != next_one for one, next_one in pairwise(told))
    assert chat.case.keeps_files is None
