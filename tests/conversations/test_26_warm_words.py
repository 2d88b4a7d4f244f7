"""Thanks, good news, fear and a pause are met by a short word of the same kind, and never by "I cannot answer this"."""

from __future__ import annotations

import pytest

from tests.conversations import telling

THANKS = {
    "en": ["God bless you and yours", "thank you so much po", "much obliged"],
    "es": ["dios lo bendiga mijo", "grasias"],
    "ar": ["شكرا بزاف", "رحمة لوالديك", "مع خالص الشكر والتقدير"],
}
GOOD_NEWS = {
    "en": ["I'm in remission!", "scan was clear", "it's benign, thank God"],
    "es": ["¡estoy en remisión!", "la biopsia salió negativa"],
    "ar": ["الورم حميد", "التحاليل طلعت سليمة"],
}
NO_GOOD_NEWS = {
    "en": ["is it benign?", "it is not benign", "I was in remission until May", "there is no cancer in my family"],
    "es": ["¿es benigno?", "no salió limpio", "estaba en remisión"],
    "ar": ["هل الورم حميد؟", "لو الورم حميد"],
}
TEARS = {
    "en": ["I cry every night", "my wife is crying all day", "im terrified of the surgery"],
    "es": ["lloro todo el día", "me da terror la quimio"],
    "ar": ["انا خايفة اوي من العملية", "عم ببكي طول النهار"],
}
HOPE = {"en": ["is there any hope"], "es": ["¿hay esperanza?"], "ar": ["هل في امل؟", "عايزة اعرف هيعيش قد ايه"]}
PAUSE = {
    "en": ["brb", "one sec", "bye bye dear"],
    "es": ["ya", "mañana vuelvo", "no, espera", "ahorita vuelvo"],
    "ar": ["برجع بكرا", "استنى"],
}


@telling.each(THANKS)
@pytest.mark.parametrize("step", ["decision", "slides"])
def test_a_blessing_is_thanks(step: str, language: str, text: str) -> None:
    chat = telling.told(language, step, text)
    assert ("greeted" in telling.names(chat), chat.case.texts, chat.case.decision) == (True, (), "")


@telling.each(GOOD_NEWS)
@pytest.mark.parametrize("step", ["decision", "slides"])
def test_good_news_is_welcome_and_judged_by_nobody(step: str, language: str, text: str) -> None:
    chat = telling.told(language, step, text)
    assert ("good_news" in telling.names(chat), chat.case.texts, chat.case.decision) == (True, (), "")


@telling.each(GOOD_NEWS)
def test_what_a_record_may_say_is_its_answer_there(language: str, text: str) -> None:
    assert "good_news" not in telling.names(telling.told(language, "staging", text))


@telling.each(NO_GOOD_NEWS)
def test_what_is_asked_or_denied_or_over_is_no_good_news(language: str, text: str) -> None:
    assert "good_news" not in telling.names(telling.told(language, "slides", text))


@telling.each(TEARS)
@pytest.mark.parametrize("step", ["decision", "slides"])
def test_tears_are_met_kindly_and_are_no_answer(step: str, language: str, text: str) -> None:
    chat = telling.told(language, step, text)
    assert chat.case.decision == ""
    names = telling.names(chat)
    is_met = [say.values.get("cry") for say in chat.said_now() if say.name == "text_unplaced"] == [True]
    assert is_met or "so_heavy" in names


@telling.each(HOPE)
def test_who_asks_for_hope_hears_a_kind_word_and_may_ask_the_doctor(language: str, text: str) -> None:
    chat = telling.told(language, "slides", text)
    assert [say.values.get("hopes") for say in chat.said_now() if say.name == "not_ours"] == [True]
    assert telling.told(language, "questions", text).case.questions


@telling.each(PAUSE)
def test_a_pause_is_granted_and_the_card_is_not_repeated(language: str, text: str) -> None:
    chat = telling.told(language, "slides", text)
    assert (telling.names(chat), chat.case.step, chat.case.answers.get("slides")) == (["until_later"], "slides", None)


@telling.each({"en": ["bye"], "es": ["adiós y gracias"], "ar": ["مع السلامة"]})
def test_below_a_card_that_must_not_wait_a_farewell_is_no_pause(language: str, text: str) -> None:
    chat = telling.told(
        language, "slides", {"en": "I want to kill myself", "es": "quiero matarme", "ar": "اريد ان انتحر"}[language]
    )
    chat.patient_writes(text)
    assert "until_later" not in telling.names(chat)
