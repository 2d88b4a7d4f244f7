"""What patients tell of their lives, correct and complain of on the way: nothing of it is written down as an answer."""

from __future__ import annotations

import pytest

from dialogs.case.copies import replace
from dialogs.proofreading.chat import Chat
from tests import real


def at(language: str, step: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to(step)
    return chat


def said(chat: Chat) -> list[str]:
    return [say.name for say in chat.said_now()]


@pytest.mark.parametrize(
    ("language", "step", "text"),
    [
        ("en", "treatment_plan", "the insurance said no to the chemo"),
        ("ar", "treatment_plan", "التأمين رفض الكيماوي"),
        ("es", "medications", "toma como 10 pastillas, ahorita le tomo foto"),
        ("es", "decision", "el doctor cambió, ahora es la Dra. Pérez"),
        ("en", "questions", "we went to the beach"),
        ("ar", "questions", "رحنا عالبحر"),
        ("en", "date", "we are moving house on May 1"),
        ("es", "date", "nos mudamos el 1 de mayo"),
        ("ar", "date", "رح ننقل ع بيت جديد ١ ايار"),
    ],
)
def test_news_is_asked_about_before_it_is_an_answer(language, step, text):
    chat = at(language, step)
    before = (chat.case.decision, chat.case.questions, chat.case.own_words, chat.case.date)
    chat.patient_writes(text)
    assert said(chat) == ["text_unplaced"]
    assert (chat.case.decision, chat.case.questions, chat.case.own_words, chat.case.date) == before


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "typo, I meant Riverside Oncology", "Riverside Oncology"),
        ("en", "we'll probably go with Dr. Kim in Tulsa", "Dr. Kim in Tulsa"),
        ("en", "Riverside Oncology*", "Riverside Oncology"),
        ("es", "typo, quise decir Clínica Rivera", "Clínica Rivera"),
        ("es", "lo más seguro es que vaya a Clínica Rivera", "Clínica Rivera"),
        ("ar", "غلط قصدي مستشفى النور", "مستشفى النور"),
    ],
)
def test_of_a_place_only_its_name_is_kept(language, text, kept):
    chat = at(language, "destination")
    chat.patient_writes(text)
    assert chat.case.destination == kept


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "sorry, I meant metformin 850", "metformin 850"),
        ("es", "perdón quise decir metformina 850", "metformina 850"),
    ],
)
def test_of_a_first_line_that_is_put_right_only_what_is_meant_is_kept(language, text, kept):
    chat = at(language, "medications")
    chat.patient_writes(text)
    assert chat.case.own_words["medications"].text == kept


@pytest.mark.parametrize(
    ("language", "text"), [("en", "sorry, I meant April 15"), ("es", "perdón me equivoqué era el 15 de abril")]
)
def test_a_day_that_is_put_right_is_said_back(language, text):
    chat = at(language, "date")
    chat.patient_writes(text)
    assert said(chat) == ["day_confirm"]


@pytest.mark.parametrize(("language", "text"), [("en", "typo"), ("es", "escribí mal"), ("ar", "خطأ مطبعي")])
def test_what_is_written_wrong_takes_back_nothing_that_nobody_did(language, text):
    chat = at(language, "labs")
    chat.case = replace(chat.case, deed=None)
    before = chat.case.answers
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.answers) == ("labs", before)
    assert "nothing_undone" in said(chat)


@pytest.mark.parametrize(("language", "text"), [("en", "what now?"), ("es", "que sigue?"), ("ar", "وبعدين؟")])
@pytest.mark.parametrize("step", ["date", "labs", "questions"])
def test_whoever_asks_what_comes_next_is_shown_it(language, text, step):
    chat = at(language, step)
    chat.patient_writes(text)
    assert chat.case.step == step
    assert said(chat)[-1] == "greeted"
    assert not chat.case.texts


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "what do you have saved of mine?"), ("es", "que tienen guardado mío"), ("ar", "شو محفوظ عندكم عني")],
)
def test_whoever_asks_what_is_kept_of_theirs_sees_their_list(language, text):
    chat = at(language, "labs")
    chat.patient_writes(text)
    assert said(chat) == ["checklist"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "ugh this is annoying"), ("es", "joder qué pesado"), ("ar", "انت غبي")]
)
@pytest.mark.parametrize("step", ["destination", "date", "labs"])
def test_whoever_is_annoyed_hears_a_kind_word_and_the_question_again(language, text, step):
    chat = at(language, step)
    chat.patient_writes(text)
    assert "so_tiring" in said(chat)
    assert (chat.case.step, chat.case.destination, chat.case.texts) == (step, "", ())
