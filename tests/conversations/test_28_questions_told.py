"""A question for the doctor can be told at any step, and what is said of the list is no question."""

from __future__ import annotations

import pytest

from tests.conversations import telling
from tests.conversations.telling import each

TOLD = {
    "en": ("six rounds of chemo", "I want to add a question: can I keep working", "another: can I travel"),
    "es": ("seis ciclos de quimio", "quiero agregar una pregunta: puedo seguir laburando", "otra: se puede viajar"),
    "ar": ("ست جلسات كيماوي", "بدي ضيف سؤال: فيني ضل اشتغل", "كمان: فيني سافر"),
}
THE_FIRST = {"en": "remove the first", "es": "sacá la primera", "ar": "شيل الاول"}
THE_SECOND = {"en": "remove number 2", "es": "quita la 2", "ar": "شيل رقم ٢"}
OF_THE_LIST = {
    "en": ["the pdf", "send me the file", "you choose", "whichever you think", "remove number 2"],
    "es": ["el pdf", "mándame el archivo", "todas", "las que usted crea", "elija usted", "quita la 2"],
    "ar": ["هات الملف", "ابعتلي الملف", "كلها", "اللي تشوفه", "شيل رقم ٢"],
}
ASKED = {
    "en": ["side effects", "can I fly", "will I lose my hair", "all the side effects of chemo"],
    "es": ["efectos secundarios", "se puede viajar", "dieta", "todos los efectos de la quimio"],
    "ar": ["الاعراض الجانبية", "فيني سافر؟", "رح يوقع شعري"],
}


def asked(chat: telling.Chat) -> list[str]:
    return [question.text for question in chat.case.questions]


@pytest.mark.parametrize("language", TOLD)
def test_a_question_is_told_at_a_record_and_the_next_one_behind_it(language: str):
    line, one, other = TOLD[language]
    chat = telling.told(language, "treatment_plan", line)
    chat.patient_writes(one)
    chat.patient_writes(other)
    assert asked(chat) == [text.split(": ")[1] for text in (one, other)]
    assert chat.case.step == "treatment_plan"


@pytest.mark.parametrize("language", TOLD)
def test_the_first_is_the_first_question_behind_a_question_and_no_line(language: str):
    line, *texts = TOLD[language]
    chat = telling.told(language, "treatment_plan", line)
    for text in (*texts, THE_FIRST[language]):
        chat.patient_writes(text)
    assert asked(chat) == [texts[1].split(": ")[1]]
    assert chat.case.own_words["treatment_plan"].text == line


@pytest.mark.parametrize("language", TOLD)
def test_one_is_let_go_by_its_number(language: str):
    questions = [f"{text.split(': ')[1]}?" for text in TOLD[language][1:]]
    chat = telling.told(language, "questions", questions[0])
    chat.patient_writes(questions[1])
    chat.patient_writes(THE_SECOND[language])
    assert asked(chat) == questions[:1]


@each(OF_THE_LIST)
def test_what_is_said_of_the_list_or_of_the_pdf_is_no_question(language: str, text: str):
    assert asked(telling.told(language, "questions", text)) == []


@each(ASKED)
def test_a_short_question_is_one(language: str, text: str):
    assert asked(telling.told(language, "questions", text)) == [text]


def test_a_sentence_with_a_question_in_it_is_none():
    chat = telling.told("en", "treatment_plan", "they answered every question: surgery first")
    assert asked(chat) == []
