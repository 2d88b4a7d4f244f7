"""Who tells of a death or of dying, in whatever words, is met kindly, and no word of it lands in a form."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
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
OF_THE_LIVING = {
    "en": ["the doctor left", "I lost the disc", "she is resting at home", "late because of a funeral at work"],
    "es": ["se nos adelantó la cita", "perdí el disco", "está descansando en casa"],
    "ar": ["الدكتور راح عمستشفى تاني", "ضيعت السي دي", "عم ترتاح بالبيت"],
}


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


@each(OF_THE_LIVING)
@pytest.mark.parametrize("step", ["labs", "date"])
def test_what_is_told_of_the_living_and_of_things_is_not_mourned(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(text)
    assert "grieving" not in names(chat)


OF_EVERY_DAY = {
    "en": [
        "wife's gonna take over from here",
        "he's asleep, I'll answer tomorrow",
        "she's with the doctor now, later",
        "doc didnt say",
        "ok I'm back",
        "only in the mornings",
        "the nurse just left",
        "he moved in with my sister",
    ],
    "es": [
        "mi esposa sigue desde aquí",
        "ya está dormido, mañana contesto",
        "el doctor no dijo",
        "ya se fue la enfermera",
    ],
    "ar": ["مرتي بتكمل من هون", "نايم، بجاوبك بكرا", "الدكتور ما قال", "الممرضة راحت هلق"],
}
ABOUT_PAPERS = {
    "en": [
        "they said tomorrow",
        "lady said come thursday",
        "nurse said 10 days",
        "batteries dead",
        "my phone is dying",
        "they gave her 2 days to sign",
        "they say 3 months",
    ],
    "es": [
        "pásame el pdf",
        "pasame el pdf",
        "es para mi viejo",
        "el mismo de siempre",
        "ya las recogimos",
        "se me murió el cel",
        "le dieron tres días para firmar",
    ],
    "ar": [
        "اللي بعده",
        "قالوا تعال بعد العيد",
        "قالولي تعالي الخميس",
        "talabet l slides mbere7 bel telephone",
        "موبايلي مات",
        "عطوني مهلة تلات ايام",
    ],
}
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


@each(ABOUT_PAPERS)
@pytest.mark.parametrize("step", ["labs", "date", "decision", "treatment_plan", "destination"])
def test_what_was_said_of_papers_and_when_is_not_mourned(step: str, language: str, text: str):
    """It is the commonest news there is, and near to what mourners write: grief needs a word of death or mourning."""
    chat = standing(language, step)
    chat.patient_writes(text)
    assert not {"grieving", "lost"} & {*names(chat)}


@each(OF_EVERY_DAY)
@pytest.mark.parametrize("step", ["labs", "date", "decision", "treatment_plan", "destination"])
def test_who_takes_over_is_asleep_or_comes_back_is_not_mourned(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(text)
    assert "grieving" not in names(chat)


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
NOT_DYING = {
    "en": [
        "they gave her three months of pills",
        "two weeks left until my visit",
        "I have 3 weeks",
        "should she go to hospice?",
    ],
    "es": ["le dieron tres meses de incapacidad", "tiene cita en dos semanas", "ya no hay nada que mandar"],
    "ar": ["عطوه موعد بعد تلات شهور", "باقيله تلات جلسات"],
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


@each(NOT_DYING)
def test_weeks_of_pills_and_of_waiting_are_no_such_news(language: str, text: str):
    assert not real.content(language).dialogue.said.tells_of_dying(text)


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
