"""What is said of something else is no answer: a fear, a question for us, another record, the one who waits already."""

from __future__ import annotations

import pytest

from tests.conversations.telling import each, told

NO_RECORD = {
    "staging": {
        "en": ["allergic to sulfa", "metformin 500 twice a day", "the biopsy report came"],
        "es": ["alérgica a la sulfa", "metformina 850", "llegó el informe de la biopsia"],
        "ar": ["حساسية من السلفا", "ادوية: كونكور ومتفورمين", "وصل تقرير الخزعة"],
    },
    "treatment_plan": {
        "en": ["remove the first", "chemo nurse is Denise", "surgery in 2011", "scared of chemo"],
        "es": ["la enfermera de la quimio es Denise", "cirugía en 2011", "miedo a la quimio", "seguimiento"],
        "ar": ["متابعة", "خايفة من الكيماوي", "الخطة مع الدكتور", "ما عم لاقي الخطة"],
    },
    "procedures": {
        "en": ["don't let them operate", "I don't want surgery"],
        "es": ["no quiero que me operen", "tengo miedo de la cirugía"],
        "ar": ["ما سوى عملية", "خايفة من العملية"],
    },
}
A_RECORD = {
    "staging": {"en": ["stage 2b", "it spread to my liver"], "es": ["etapa 3"], "ar": ["المرحلة الثانية"]},
    "treatment_plan": {
        "en": ["chemo then surgery", "6 rounds of chemo"],
        "es": ["quimio y luego cirugía"],
        "ar": ["كيماوي ست جلسات وبعدين عملية"],
    },
    "procedures": {
        "en": ["I had my gallbladder out"],
        "es": ["me operaron del colon"],
        "ar": ["عملت عملية مرارة"],
    },
}
NO_DECISION = {
    "en": ["remove the first", "which button", "do I need my ID", "whether they got the slides", "whether to live"],
    "es": ["quitar la primera", "cuál botón", "debo llamarlos"],
    "ar": ["اي زر", "شو لازم اكتب هون"],
}
NO_QUESTION = {
    "en": ["how many questions do I have?", "how do I delete the second one?", "same as before"],
    "es": ["¿cuántas preguntas tengo?", "¿qué guardaron?", "¿cómo borro la segunda?"],
    "ar": ["مش عارفة اسأل ايه", "استنى اسأل امي", "عدل السؤال الاول"],
}
NOT_MISSING = {
    "en": ["I'm missing my husband", "missing pages", "not done yet"],
    "ar": ["ناقصني زوجي"],
}
NOT_FOR_ANOTHER = {
    "es": [
        "los papeles de la biopsia los tiene mi hija Lupita ella los trae el domingo",
        "mi mamá también tuvo cáncer",
    ],
    "ar": ["امي كمان كان عندها سرطان"],
}
AGAIN = {
    "en": ("I asked them yesterday by phone", "called them again today"),
    "es": ("las pedí ayer por teléfono", "los llamé otra vez hoy"),
    "ar": ("طلبتها امبارح بالتليفون", "كلمتهم تاني النهاردة"),
}


def rows(steps):
    return [(lang, step, text) for step, langs in steps.items() for lang, texts in langs.items() for text in texts]


@pytest.mark.parametrize(("language", "step", "text"), rows(NO_RECORD))
def test_a_fear_a_medicine_or_another_record_is_not_written_down_there(language: str, step: str, text: str) -> None:
    assert dict(told(language, step, text).case.own_words) == {}


@pytest.mark.parametrize(("language", "step", "text"), rows(A_RECORD))
def test_what_is_of_the_record_still_is(language: str, step: str, text: str) -> None:
    assert step in told(language, step, text).case.own_words


@each(NO_DECISION)
def test_what_weighs_up_no_treatment_is_asked_about_before_it_is_the_decision(language: str, text: str) -> None:
    assert told(language, "decision", text).case.decision == ""


@each(NO_QUESTION)
def test_what_is_asked_of_us_is_no_question_for_the_doctor(language: str, text: str) -> None:
    assert not told(language, "questions", text).case.questions


@each(NOT_MISSING)
def test_what_only_sounds_like_an_answer_at_a_record_answers_nothing(language: str, text: str) -> None:
    assert "slides" not in told(language, "slides", text).case.answers


@each(NOT_FOR_ANOTHER)
def test_who_tells_of_a_relative_gathers_their_own_records_still(language: str, text: str) -> None:
    assert not told(language, "gather", text).case.for_another


@pytest.mark.parametrize("language", AGAIN)
def test_asking_again_is_of_the_request_that_waits(language: str) -> None:
    first, again = AGAIN[language]
    chat = told(language, "slides", first)
    chat.patient_writes(again)
    (request,) = chat.case.requests
    assert (request.record, len(request.chased)) == ("slides", 1)


def test_where_several_wait_the_list_asks_which() -> None:
    chat = told("en", "pathology", "I asked them on Friday by phone")
    chat.patient_presses_data("imaging_reports/asked")
    chat.patient_walks_on_to("procedures")
    before = [each.chased for each in chat.case.requests]
    chat.patient_writes("I called them again")
    assert [each.chased for each in chat.case.requests] == before
    assert "procedures" not in [each.record for each in chat.case.requests]


@pytest.mark.parametrize(
    ("step", "named", "text"),
    [
        ("pathology", "slides at mercy", "asked em"),
        ("treatment_plan", "Galway have the slides too", "they're sending them"),
    ],
)
def test_what_was_named_just_now_is_not_forgotten(step: str, named: str, text: str) -> None:
    chat = told("en", step, named)
    chat.patient_writes(text)
    assert not chat.case.requests
