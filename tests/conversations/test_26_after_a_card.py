"""What is written below a card that must not wait is met there: with the numbers once more, or with thanks."""

from __future__ import annotations

import pytest

from dialogs.hearing.cards import CARDS
from dialogs.proofreading.chat import Chat
from tests.conversations.telling import each, names, standing

CRY = {"en": "I can't breathe", "es": "no puedo respirar", "ar": "ما بقدر اتنفس"}
UNREACHED = {
    "en": ["nobody answers", "they don't pick up", "I'm on hold", "i dont want to call", "the line is busy"],
    "es": ["no contestan", "no quiero llamar", "está ocupado", "no tengo saldo", "nadie me atiende"],
    "ar": ["ما حدا عم يرد", "ما بدي اتصل", "الخط مشغول", "محدش بيرد", "ما معي رصيد"],
}
TOLD = {
    "en": [
        "she is fine now",
        "it was nothing",
        "I called 911",
        "I'm at the ER",
        "they told me to wait",
    ],
    "es": [
        "ya está mejor",
        "no fue nada",
        "ya llamé",
        "estoy en urgencias",
        "me dijeron que espere",
    ],
    "ar": ["صارت منيحة", "ما في شي", "اتصلت", "أنا بالطوارئ", "الإسعاف جاي", "قالولي استنى"],
}


def below_a_card(language: str, step: str, text: str, cry: str = "") -> Chat:
    chat = standing(language, step)
    chat.patient_writes(cry or CRY[language])
    chat.patient_writes(text)
    return chat


@each(UNREACHED)
@pytest.mark.parametrize("step", ["labs", "decision", "date"])
def test_where_nobody_answers_the_numbers_come_once_more(step: str, language: str, text: str):
    chat = below_a_card(language, step, text)
    assert chat.said("after_card").values["calls"]
    assert chat.case.step == step


@each(TOLD)
@pytest.mark.parametrize("step", ["labs", "decision", "date"])
def test_what_is_told_of_help_or_of_how_it_is_is_thanked_for(step: str, language: str, text: str):
    chat = below_a_card(language, step, text)
    assert not chat.said("after_card").values["calls"]
    assert (chat.case.step, chat.case.decision, chat.case.date) == (step, "", "")
    assert chat.case.answers.get("labs") is None


def test_who_did_not_want_to_live_is_given_who_talks_with_them():
    chat = below_a_card("en", "decision", "nobody answers", cry="I want to die")
    assert chat.said("after_card").values["crisis"]


def test_a_new_cry_brings_its_card_again():
    for text in ("nobody answers and i have chest pain now", "i called and now she is not breathing"):
        assert names(below_a_card("en", "labs", text)) == ["emergency"]


def test_nor_is_what_may_be_one_met_with_thanks():
    chat = below_a_card("en", "labs", "i called and now she is vomiting again")
    assert names(chat)[0] in CARDS


def test_what_is_about_the_records_after_all_is_used_with_one_tap():
    chat = below_a_card("en", "decision", "Surgery or radiation first")
    chat.patient_presses("text/records")
    assert chat.case.decision == "Surgery or radiation first"


def test_with_one_tap_they_are_back_and_nobody_is_asked_any_more():
    chat = below_a_card("en", "labs", "she is fine now")
    chat.patient_presses("aside/here")
    chat.patient_writes("nobody answers")
    assert "after_card" not in names(chat)


LOST = {
    "en": ["what do I do", "nobody can drive me"],
    "es": ["qué hago", "no tengo quien me lleve"],
    "ar": ["شو اعمل", "ما في حدا يوصلني"],
}
ON_ITS_WAY = {
    "en": ["I called the ambulance", "the ambulance is on its way"],
    "es": ["ya llamé a la ambulancia", "la ambulancia ya viene"],
    "ar": ["طلبت الاسعاف"],
}
GOES_ON = {
    "en": ["sorry, let's go on", "where were we"],
    "es": ["perdón, seguimos", "¿por dónde íbamos?"],
    "ar": ["معلش نكمل", "طيب نكمل"],
}


@each(LOST)
def test_who_does_not_know_what_to_do_is_told_again_and_again(language: str, text: str):
    chat = below_a_card(language, "labs", text)
    chat.patient_writes(text)
    assert chat.said("after_card").values["calls"]


@each(ON_ITS_WAY)
def test_help_that_is_on_its_way_is_no_new_alarm(language: str, text: str):
    chat = below_a_card(language, "labs", text)
    assert names(chat) == ["after_card"]
    assert not chat.said("after_card").values["calls"]


@each(GOES_ON)
def test_who_goes_on_is_led_back_to_the_step(language: str, text: str):
    chat = below_a_card(language, "labs", text)
    assert names(chat)[0] == "record"
    assert chat.case.asked == ""


@pytest.mark.parametrize(("language", "text"), [("en", "losartan 50"), ("es", "losartan 50"), ("ar", "كونكور ٥")])
def test_it_does_not_say_itself_again_to_who_needs_nothing(language: str, text: str):
    chat = below_a_card(language, "labs", text)
    assert names(chat) == ["after_card"]
    chat.patient_writes(text)
    assert "after_card" not in names(chat)


def test_days_later_nobody_answers_the_card_any_more():
    chat = standing("es", "labs")
    chat.patient_writes(CRY["es"])
    chat.days_pass(3)
    chat.patient_writes("hola, ya estoy en casa")
    assert "after_card" not in names(chat)


def test_who_is_in_crisis_is_still_given_who_talks_with_them():
    chat = below_a_card("en", "decision", "i told my wife", cry="I want to die")
    chat.patient_writes("nobody answers")
    assert chat.said("after_card").values["crisis"]


GUESSED = {"en": "I feel so weak today", "ar": "حاسس حالي ضعيف اليوم"}
OF_THE_RECORDS = {
    "en": [
        "surgery got pushed to december 9",
        "the appointment was moved to november 30",
        "I have the pathology report",
        "I sent it yesterday",
        "fax came through",
        "the disc came",
        "the slides are on the way",
        "my wife takes it from here",
    ],
    "ar": ["وصل الفاكس", "العملية تأجلت ل ٩ كانون الأول", "عندي تقرير الباثولوجي", "طلبتها منهم الاثنين"],
}


@each(OF_THE_RECORDS)
@pytest.mark.parametrize("step", ["labs", "date"])
def test_what_is_of_the_records_below_a_guessed_card_is_used_as_elsewhere(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(GUESSED[language])
    assert names(chat)[0] == "maybe_urgent"
    chat.patient_writes(text)
    assert "after_card" not in names(chat)


@each({"en": ["she is better now", "its gone now just heartburn"]})
def test_what_says_how_somebody_is_below_a_card_is_no_condolence_and_no_form(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes("I have chest pain")
    chat.patient_writes(text)
    assert names(chat) == ["after_card"]


@each({"en": ["the doctor came", "help is on the way", "they called", "my son is on his way"], "ar": ["اجا الدكتور"]})
def test_what_may_be_of_help_below_a_guessed_card_is_thanked_for(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes(GUESSED[language])
    chat.patient_writes(text)
    assert names(chat) == ["after_card"]
