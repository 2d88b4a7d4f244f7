"""News, a day or another record, told where the plan or the decision is asked for: it is asked about, and not saved."""

from __future__ import annotations

import pytest

from tests.conversations import telling

NEWS = {
    "en": [
        "they called!! march 26 1pm",
        "my surgery got moved to april 9",
        "nah just kidding its 2pm",
        "I had blood drawn friday",
    ],
    "es": ["me pasaron la cirugía al 9 de abril", "me sacaron sangre el viernes", "movieron la operación para mayo"],
    "ar": ["نقلوا العملية ل 9 نيسان", "سحبوا مني دم الجمعة", "غيروا موعد العملية"],
}
OF_EVERY_DAY = {
    "en": ["I take metformin", "he's allergic to contrast", "she takes lisinopril"],
    "es": ["tomo metformina", "es alérgico al contraste"],
    "ar": ["باخد دوا ضغط", "عنده حساسية من الصبغة"],
}
TALK = {
    "en": [
        "cows need feedin be back later",
        "we're going to Cleveland instead",
        "I need to feed the dog",
        "going to Houston instead",
    ],
    "es": ["primero voy a la tienda", "nos vamos a Houston mejor"],
    "ar": ["لازم طعمي البقر وبرجع", "بعد الغدا بكتبلك"],
}
A_DAY = {
    "en": ["24th of march is the surgery", "surgery on april 9"],
    "es": ["la cirugía es el 9 de abril"],
    "ar": ["العملية بتاريخ 9 نيسان"],
}
ONLY_A_DAY = {"en": ["15 april", "April 15"], "es": ["15 de abril"], "ar": ["15 نيسان"]}
YES = {"en": "yes", "es": "sí", "ar": "نعم"}


@telling.each({language: [*NEWS[language], *OF_EVERY_DAY[language]] for language in NEWS})
def test_it_is_no_treatment_plan_until_that_is_said(language: str, text: str):
    chat = telling.told(language, "treatment_plan", text)
    assert dict(chat.case.own_words) == {}
    assert "treatment_plan" not in chat.case.answers


@telling.each(
    {"en": ["chemo first, then surgery"], "es": ["primero quimio, luego cirugía"], "ar": ["كيماوي وبعدين عملية"]}
)
def test_a_treatment_is_the_plan(language: str, text: str):
    assert telling.told(language, "treatment_plan", text).case.own_words["treatment_plan"].text == text


def test_what_was_asked_about_becomes_the_plan_by_one_tap():
    chat = telling.told("en", "treatment_plan", "I take metformin")
    chat.patient_presses("text/answer")
    assert chat.case.own_words["treatment_plan"].text == "I take metformin"


@telling.each({language: [*TALK[language], *A_DAY[language]] for language in TALK})
def test_everyday_talk_and_a_day_are_no_decision(language: str, text: str):
    assert telling.told(language, "decision", text).case.decision == ""


@telling.each(
    {"en": ["watch and wait", "need surgery", "surgery on april 9 or wait"], "es": ["esperar"], "ar": ["مراقبة"]}
)
def test_what_weighs_up_still_is_one(language: str, text: str):
    assert telling.told(language, "decision", text).case.decision == text


@pytest.mark.parametrize("step", ["pathology", "decision", "questions", "treatment_plan"])
@telling.each(ONLY_A_DAY)
def test_a_yes_to_a_day_confirms_it_and_makes_no_question(language: str, text: str, step: str):
    chat = telling.told(language, step, text)
    chat.patient_writes(YES[language])
    assert (chat.case.date, chat.case.questions, chat.case.decision) == ("2026-04-15", (), "")
    assert dict(chat.case.own_words) == {}


def test_who_has_the_disc_has_no_report():
    chat = telling.told("en", "imaging_reports", "asked mom she has the cd")
    assert (chat.case.step, "imaging_reports" in chat.case.answers) == ("imaging_reports", False)


ASKED = {
    "en": ("asked them monday by phone", "go back"),
    "es": ("lo pedí el lunes por teléfono", "regresa"),
    "ar": ("طلبته الاثنين بالتلفون", "رجعني"),
}


@pytest.mark.parametrize("language", ASKED)
def test_who_writes_that_they_want_to_go_back_keeps_the_request_that_was_noted(language: str):
    asked, back = ASKED[language]
    chat = telling.told(language, "pathology", asked)
    before = chat.case
    chat.patient_writes(back)
    assert chat.case.step == "pathology"
    assert (chat.case.requests, chat.case.answers) == (before.requests, before.answers)


@telling.each(
    {
        "en": ["fuck off", "shut up", "get lost"],
        "es": ["vete al diablo", "no jodas"],
        "ar": ["اخرس"],
    }
)
def test_a_curse_ends_no_reminders_but_can(language: str, text: str):
    chat = telling.standing(language, "slides")
    chat.patient_writes(text)
    assert "stopped" not in telling.names(chat)
    assert "aside/stop" in [each.data for each in chat.case.keyboard]


@telling.each(
    {
        "en": ["stop now, is ok", "it stop, she is fine now"],
        "es": ["ya paró, está bien", "paró, ya está mejor"],
        "ar": ["وقف، هلق منيح", "وقف النزيف، صار احسن"],
    }
)
def test_what_stopped_below_a_card_is_the_bleeding(language: str, text: str):
    bleeds = {"en": "he is bleeding a lot", "es": "está sangrando mucho", "ar": "عم ينزف كتير"}
    chat = telling.standing(language, "slides")
    chat.patient_writes(bleeds[language])
    chat.patient_writes(text)
    assert "stopped" not in telling.names(chat)


@pytest.mark.parametrize("step", ["pathology", "treatment_plan"])
@telling.each(
    {
        "en": ["she needs a signed form from him first", "they have to sign it"],
        "es": ["necesitan que firme un papel"],
        "ar": ["بدهم ورقة موقعة"],
    }
)
def test_what_they_need_first_is_no_request(language: str, text: str, step: str):
    assert telling.told(language, step, text).case.requests == ()


MOVED = {
    "en": ["Omaha called. they moved me to April 2nd", "the consult got bumped to 4/2"],
    "es": ["llamaron de Monterrey, me movieron para el 2 de abril"],
    "ar": ["اتصلوا ونقلوني ل 2 نيسان"],
}


@telling.each(MOVED)
def test_a_visit_that_was_moved_puts_the_date_right(language: str, text: str):
    chat = telling.told(language, "gather", text)
    chat.patient_writes(YES[language])
    assert chat.case.date == "2026-04-02"


def test_how_long_they_take_is_no_date():
    told = "called pathology dept today spoke to Denise, she said 5-7 business days"
    assert "day_which" not in telling.names(telling.told("en", "pathology", told))


@telling.each(
    {"en": ["the doctor changed", "the hospital wants $50 for the disc"], "es": ["piden 50 pesos por el disco"]}
)
def test_news_where_the_date_is_asked_for_waits_and_is_no_unclear_day(language: str, text: str):
    chat = telling.told(language, "date", text)
    assert "day_unclear" not in telling.names(chat)
    assert [each.text for each in chat.case.texts] == [text]


def test_a_day_that_has_gone_by_is_the_one_it_was_asked():
    chat = telling.told("en", "imaging_reports", "I signed a paper for them to send it, last tuesday")
    assert [each.when for each in chat.case.requests] == ["2026-02-24"]
