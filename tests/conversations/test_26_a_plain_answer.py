"""What is wholly understood as an answer brings no card; a cry does, whatever was asked."""

from __future__ import annotations

import pytest

from dialogs.hearing.cards import CARDS
from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations.telling import each, told

LINE = {"en": "tamoxifen 20 mg", "es": "tamoxifeno 20 mg", "ar": "تاموكسيفين 20 ملغ"}
MEDICINES = {
    "en": [
        *("sorry, I also take insulin", "also insulin", "I also take blood pressure pills", "insulin at night"),
        *("also sleeping pills at night", "and a water pill each morning", "morphine 10 mg every 4 hours"),
        *("fentanyl patch every 3 days", "no, every night", "every night before bed", "sorry, twice a day"),
        *("also eye drops every evening", "warfarin 5 mg at bedtime", "one steroid a day", "no wait, each morning"),
    ],
    "es": [
        *("perdón, también tomo insulina", "también insulina", "también tomo pastillas para la presión"),
        *("también pastillas para dormir", "y una pastilla para orinar cada mañana", "cada noche antes de dormir"),
        *("no, cada noche", "parche de fentanilo cada 3 días", "perdón, dos al día", "morfina 10 mg cada 4 horas"),
        *("también gotas cada tarde", "sintrom 5 mg por la noche", "no, una en ayunas", "y un corticoide al día"),
    ],
    "ar": [
        *("لا، كل ليلة", "كل ليلة قبل النوم", "باخد كمان حبوب ضغط", "كمان حبوب نوم بالليل", "نص حبة", "كمان انسولين"),
        *("وحدة الصبح ووحدة بالليل", "لصقة فنتانيل كل 3 أيام", "آسف، مرتين باليوم", "مورفين 10 ملغ كل 4 ساعات"),
        *("وكمان قطرات كل مساء", "وارفارين 5 ملغ بالليل", "لا، وحدة على الريق", "وحبة كورتيزون باليوم"),
    ],
}
NOT_THEN = {
    "en": ["not this week", "not next month", "not on Monday", "not tomorrow"],
    "es": ["esta semana no", "no este mes", "el lunes no", "mañana no"],
    "ar": ["مش هالأسبوع", "مش هذا الشهر", "مش بكرا", "مش الاثنين"],
}
NEWS = {
    "en": ["she is picking it up", "they will call me back on Friday", "my son will drop it off tomorrow"],
    "es": ["me van a llamar mañana", "mi hijo lo trae el viernes", "quedaron en mandarlo por correo"],
    "ar": ["رح جيبها بكرا", "رح يتصلوا فيي", "ابني رح يوصلها", "هيبعتوها بالبريد", "قالوا رح يتصلوا الأسبوع الجاي"],
}
NO_NEWS = [
    *("god will call me home soon", "they will bring my body", "i will send goodbye letters", "que dios me recoja ya"),
    *("الله ياخدني", "رح يجيبوا جنازتي بكرا", "بكرا رح روح لعند أمي"),
]
CRIES = [
    *("all my insulin", "30 sleeping pills", "sleeping pills tonight", "I took all my insulin", "I forgot 2 pills"),
    *("tomé todas las pastillas", "olvidé 2 pastillas", "أخدت كل الحبوب", "every night I want to die"),
]


def cards(chat: Chat) -> set[str]:
    return {say.name for say in chat.said_now()} & CARDS


@each(MEDICINES)
def test_a_medicine_and_how_often_it_is_taken_brings_no_card(language: str, text: str):
    chat = told(language, "medications", LINE[language])
    chat.patient_writes(text)
    assert not cards(chat)


@each(NOT_THEN)
@pytest.mark.parametrize("step", ["date", "labs", "destination"])
def test_a_time_that_is_not_the_one_brings_no_card(step: str, language: str, text: str):
    assert not cards(told(language, step, text))


@each(NEWS)
@pytest.mark.parametrize("step", ["labs", "decision", "date", "questions"])
def test_who_brings_sends_or_calls_and_when_brings_no_card(step: str, language: str, text: str):
    assert not cards(told(language, step, text))


@pytest.mark.parametrize("text", NO_NEWS)
def test_what_says_more_than_that_is_no_news(text: str):
    assert not any(real.content(language).dialogue.said.is_all(text, "news", "takes_over") for language in NEWS)


@pytest.mark.parametrize("text", CRIES)
def test_much_at_once_or_what_was_done_is_no_plain_answer(text: str):
    said = real.content().dialogue.said
    assert not said.tells_only_medicines(text, beside_a_line=True)


@pytest.mark.parametrize("text", ["this is my last night", "tonight is the last one"])
def test_a_wish_to_die_in_words_of_days_brings_its_card_where_a_day_is_asked_for(text: str):
    assert cards(told("en", "date", text))


def test_how_often_behind_half_of_a_cry_is_no_plain_answer():
    chat = told("en", "medications", "tamoxifen 20 mg")
    chat.patient_writes("i throw up blood")
    chat.patient_writes("every night")
    alone = told("en", "medications", "tamoxifen 20 mg")
    alone.patient_writes("no, every night")
    assert not cards(alone)
    assert "medications" in chat.case.own_words
