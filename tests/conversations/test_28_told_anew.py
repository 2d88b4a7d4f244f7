"""Who says what they meant is believed: it stands in the place of what was wrong, and nothing else goes with it."""

from __future__ import annotations

import pytest

from tests.conversations import telling
from tests.conversations.telling import names


@pytest.mark.parametrize(
    ("language", "step", "texts", "left"),
    [
        ("en", "treatment_plan", ["six rounds of chemo", "sorry, I meant eight rounds"], "eight rounds of chemo"),
        ("en", "treatment_plan", ["radiation for five weeks", "I mean six weeks"], "radiation for six weeks"),
        (
            "en",
            "procedures",
            ["they removed my left kidney", "I meant my right kidney"],
            "they removed my right kidney",
        ),
        ("es", "treatment_plan", ["seis ciclos de quimio", "perdón, quise decir ocho ciclos"], "ocho ciclos de quimio"),
        ("es", "treatment_plan", ["quimio cada tres semanas", "digo cada dos semanas"], "quimio cada dos semanas"),
        ("ar", "treatment_plan", ["ست جلسات كيماوي", "قصدي ثمان جلسات"], "ثمان جلسات كيماوي"),
    ],
)
def test_what_is_told_otherwise_takes_the_place_of_what_it_was(language: str, step: str, texts: list[str], left: str):
    chat = telling.told(language, step, texts[0])
    chat.patient_writes(texts[1])
    assert chat.case.own_words[step].text == left


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["chemo first", "and then radiation", "no, not radiation"]),
        ("es", ["cirugía", "y luego quimio", "no, quimio no"]),
        ("ar", ["كيماوي اول", "وبعدها اشعاع", "لا مو اشعاع"]),
    ],
)
def test_the_newest_line_goes_where_just_that_is_denied(language: str, texts: list[str]):
    chat = telling.told(language, "treatment_plan", texts[0])
    for text in texts[1:]:
        chat.patient_writes(text)
    assert chat.case.own_words["treatment_plan"].text == texts[0]
    assert "own_words_taken_out" in names(chat)


def test_a_line_that_says_more_than_what_is_denied_stays():
    chat = telling.told("en", "treatment_plan", "surgery, and after that radiation")
    chat.patient_writes("no, not radiation")
    assert "surgery" in chat.case.own_words["treatment_plan"].text


@pytest.mark.parametrize(
    ("language", "texts", "decision"),
    [
        (
            "en",
            ["whether to start chemo now or wait", "sorry, I meant whether to operate now or wait"],
            "whether to operate now or wait",
        ),
        (
            "es",
            ["si empezar la quimio ya o esperar", "perdón, quise decir si operarme ya o esperar"],
            "si operarme ya o esperar",
        ),
        (
            "ar",
            ["هل اعمل العملية او لا", "قصدي هل ابدا الكيماوي او لا"],
            "هل ابدا الكيماوي او لا",
        ),
    ],
)
def test_the_decision_is_told_anew(language: str, texts: list[str], decision: str):
    chat = telling.told(language, "decision", texts[0])
    step = chat.case.step
    chat.patient_writes(texts[1])
    assert (chat.case.decision, chat.case.step) == (decision, step)
    assert "decision_noted" in names(chat)


def test_a_text_that_waits_is_the_last_one_and_the_lines_above_it_stay():
    chat = telling.told("es", "treatment_plan", "quimio primero")
    chat.patient_writes("y después radio")
    assert chat.case.texts
    chat.patient_writes("borra lo último")
    assert chat.case.own_words["treatment_plan"].text == "quimio primero"
    assert not chat.case.texts
