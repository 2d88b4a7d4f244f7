"""Who says how heavy it is hears a kind word and the question again; nobody asks whether it is one for the doctor."""

from __future__ import annotations

import pytest

from tests.conversations import telling

HEAVY = {
    "en": [
        "I feel so guilty, I should have noticed he wasn't eating",
        "I'm so alone in this",
        "I'm exhausted",
        "he's in the hospital since last night, pneumonia",
        "he not know he have cancer",
        "they moved him to intensive care",
        "mom is in palliative care now",
        "I cry every night",
    ],
    "es": [
        "me siento tan culpable, debí darme cuenta",
        "estoy agotada",
        "él no sabe que tiene cáncer",
        "lo intubaron",
        "está en terapia intensiva",
        "lloro todo el día",
        "me dieron malas noticias",
    ],
    "ar": [
        "حاسة بالذنب، كان لازم انتبه",
        "انا منهكة",
        "هو ما بيعرف انه معه سرطان",
        "دخل العناية المركزة",
        "ابوي دخل العناية",
        "نقلوه عالعناية",
        "انهرت",
    ],
}
NOT_THAT = {
    "en": [
        "the slides are in the hospital since last night",
        "should I stop the chemo, or go on though I'm exhausted?",
        "he doesn't know where the CD is",
        "they moved the slides to the ICU",
        "the report is from intensive care",
    ],
    "es": ["el informe está en el hospital desde ayer", "no sabe dónde está el disco", "las placas son de la uci"],
    "ar": ["التقرير بالمستشفى من مبارح", "ما بيعرف وين السي دي", "تقرير العناية المركزة"],
}


@pytest.mark.parametrize("step", ["decision", "pathology", "questions"])
@telling.each(HEAVY)
def test_who_carries_a_lot_hears_a_kind_word_and_the_question_again(step: str, language: str, text: str) -> None:
    chat = telling.told(language, step, text)
    assert "so_heavy" in telling.names(chat)
    assert (chat.case.step, chat.case.decision, chat.case.texts, chat.case.questions) == (step, "", (), ())


@telling.each(NOT_THAT)
def test_what_tells_of_the_records_or_weighs_up_is_none(language: str, text: str) -> None:
    assert "so_heavy" not in telling.names(telling.told(language, "decision", text))


@telling.each({"en": ["obrigado", "merci"]})
@pytest.mark.parametrize("step", ["decision", "pathology"])
def test_thanks_in_another_language_are_thanks(step: str, language: str, text: str) -> None:
    chat = telling.told(language, step, text)
    assert ("greeted" in telling.names(chat), chat.case.texts) == (True, ())
