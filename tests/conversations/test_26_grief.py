"""Who tells of a death or of dying, in whatever words, is met kindly, and no word of it lands in a form."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests.conversations.telling import each, names, standing

GRIEF = {
    "en": [
        "they sent her home to die",
        "the doctors gave him three months",
        "my daughter lost her mom, the wake is friday",
    ],
    "es": [
        "se nos adelantó mi mamá",
        "se nos adelantó",
        "ya se nos fue mi mamita",
        "la desahuciaron",
        "me dijeron que ya no llega a mañana",
    ],
    "ar": ["البقية بحياتك", "راحت عند ربنا الاحد", "قالوا ضايلها تلات شهور", "baba rahmetallah 3aleh"],
}
STEPS = ["destination", "labs", "medications", "date", "decision"]
A_DEATH = {"en": "my husband died last night", "es": "él murió anoche", "ar": "زوجي مات مبارح"}
BELOW = {
    "en": ["no", "thanks", "i am devastated", "what about her papers", "what do i do with all this", "why so fast"],
    "es": [
        "no",
        "gracias",
        "estoy destrozada",
        "qué pasa con sus papeles",
        "no sé qué hacer",
        "por qué murió tan rápido",
    ],
    "ar": ["لا", "شكرا", "منهارة", "بدي ضل محتفظة بأوراقها", "كان كل حياتي", "ليش ماتت بهالسرعة"],
}
GOES_ON = {"en": "let's go on", "es": "perdón, seguimos", "ar": "معلش نكمل"}


def answers(chat: Chat) -> tuple[object, ...]:
    case = chat.case
    return case.step, case.answers, case.own_words, case.destination, case.date, case.decision, case.questions


@each(GRIEF)
@pytest.mark.parametrize("step", STEPS)
def test_grief_presses_nothing_and_is_no_answer(step: str, language: str, text: str):
    chat = standing(language, step)
    before = answers(chat)
    chat.patient_writes(text)
    assert names(chat)[0] in ("grieving", "lost")
    assert answers(chat) == before
    assert all("text_answer" not in shown.label for shown in chat.case.keyboard)


@each(BELOW)
@pytest.mark.parametrize("step", ["date", "decision"])
def test_what_is_written_below_a_condolence_is_met_there(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(A_DEATH[language])
    before = answers(chat)
    chat.patient_writes(text)
    assert names(chat) == ["grieving"]
    assert answers(chat) == before


@pytest.mark.parametrize("language", GOES_ON)
def test_who_wants_to_go_on_is_led_back_to_the_step(language: str):
    chat = standing(language, "date")
    chat.patient_writes(A_DEATH[language])
    chat.patient_writes(GOES_ON[language])
    assert names(chat)[0] == "date"
    assert chat.case.asked == ""


ONWARD = {
    "en": [
        "ok so this is his wife now",
        "I sent everything to Cleveland yesterday",
        "they got it all",
        "surgery got moved to april 9",
        "my sister takes it from here",
    ],
    "es": ["mandé todo a Cleveland ayer", "la cita es el 30 de marzo", "les pedí el lunes", "ya lo tienen todo"],
    "ar": ["بعتت كل شي لكليفلاند مبارح", "استلموا كل شي", "الموعد ٣٠ آذار", "طلبتها منهم الاثنين"],
}
STILL_MOURNS = {
    "en": ["sunday at the church", "she was only 62", "the whole family is here", "why so fast", "he was a good man"],
    "es": ["el domingo en la iglesia", "tenía 62 años", "era todo para mí", "por qué tan rápido"],
    "ar": ["الاحد بالكنيسة", "كان عمره ٤٠", "كان كل حياتي", "كان رجال طيب"],
}


@each(ONWARD)
@pytest.mark.parametrize("step", ["labs", "date"])
def test_who_goes_on_with_the_records_below_a_condolence_gets_no_second_one(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(A_DEATH[language])
    chat.patient_writes(text)
    assert "grieving" not in names(chat)


@each(STILL_MOURNS)
@pytest.mark.parametrize("step", ["labs", "date"])
def test_who_goes_on_telling_of_them_is_met_still(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(A_DEATH[language])
    chat.patient_writes(text)
    assert names(chat) == ["grieving"]


def test_a_day_told_below_a_condolence_is_used_as_ever():
    chat = standing("en", "date")
    chat.patient_writes(A_DEATH["en"])
    chat.patient_writes("the appointment is december 30")
    assert names(chat)[0] == "day_confirm"


def test_what_was_about_the_records_after_all_is_used_with_one_tap():
    chat = standing("en", "decision")
    chat.patient_writes("they sent her home to die")
    chat.patient_presses("text/records")
    assert "grieving" not in names(chat)


DYING = {
    "en": [
        "they gave her three months",
        "he has weeks",
        "they say I have weeks",
        "hospice starts Monday",
        "he's in hospice now",
        "there is nothing more they can do",
    ],
    "es": [
        "le dieron tres meses",
        "dicen que tengo semanas",
        "la desahuciaron",
        "ya no hay nada que hacer",
        "lo mandaron a casa a morir",
    ],
    "ar": ["قالوا ضايلها تلات شهور", "ما عاد في علاج", "حالته ميؤوس منها"],
}
A_LIFE = {"en": ["she was everything", "ok", "now what"], "es": ["y ahora qué", "bueno"], "ar": ["وهلق شو", "طيب"]}
YES = {"en": ["yes"], "es": ["sí"], "ar": ["اي"]}


@each(DYING)
@pytest.mark.parametrize("step", [*STEPS, "questions", "treatment_plan"])
def test_news_that_somebody_will_die_is_met_kindly_and_never_an_answer(step: str, language: str, text: str):
    chat = standing(language, step)
    before = answers(chat)
    chat.patient_writes(text)
    assert names(chat)[0] == "grieving"
    assert answers(chat) == before


@each(A_LIFE)
@pytest.mark.parametrize("step", ["date", "labs"])
def test_neither_a_small_word_nor_everything_brings_the_form_back_below_a_condolence(
    step: str, language: str, text: str
):
    chat = standing(language, step)
    chat.patient_writes(A_DEATH[language])
    chat.patient_writes(text)
    assert names(chat) == ["grieving"]


@each(YES)
def test_a_yes_to_stop_the_reminders_stops_them(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_commands("remind")
    chat.patient_presses_data("reminders/remind_yes")
    chat.patient_writes(A_DEATH[language])
    assert names(chat) == ["lost"]
    chat.patient_writes(text)
    assert names(chat)[0] == "reminders_stopped"
    assert chat.case.reminders is None or chat.case.reminders.due is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we brought dads ashes home"),
        ("es", "ya le dimos cristiana sepultura"),
        ("ar", "رجعنا من المقبرة"),
        ("ar", "اليوم الأربعين"),
    ],
)
def test_a_place_or_a_question_is_not_what_somebody_who_mourns_tells(language: str, text: str):
    for step in ("destination", "questions"):
        chat = standing(language, step)
        before = answers(chat)
        chat.patient_writes(text)
        assert names(chat)[0] in ("grieving", "lost")
        assert answers(chat) == before
