""" "Wrong question" takes back the question that was asked last, and is none itself."""

from __future__ import annotations

from tests.conversations import telling

QUESTION = {
    "en": "Should I have more chemo?",
    "es": "¿Debo hacer más quimioterapia?",
    "ar": "هل لازم اعمل كيماوي؟",
}
WRONG = {
    "en": ["wrong question", "I made a mistake in the question"],
    "es": ["me equivoqué de pregunta", "esa pregunta está mal"],
    "ar": ["غلطت بالسؤال", "السؤال غلط"],
}


@telling.each(WRONG)
def test_the_question_that_was_asked_last_is_taken_back(language: str, text: str):
    chat = telling.told(language, "questions", QUESTION[language])
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.questions) == ("questions", ())


@telling.each(WRONG)
def test_where_none_was_asked_nothing_changes(language: str, text: str):
    chat = telling.standing(language, "questions")
    before = chat.case.answers
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.questions, chat.case.answers) == ("questions", (), before)
    chat.said("nothing_undone")


@telling.each({"en": ["no reply yet"], "es": ["no me han contestado"], "ar": ["ما ردوا علي"]})
def test_who_waits_for_what_was_asked_has_not_asked_for_the_next(language: str, text: str):
    chat = telling.standing(language, "labs")
    chat.patient_presses("asked")
    chat.patient_writes(text)
    assert [each.record for each in chat.case.requests] == ["labs"]
    assert "staging" not in chat.case.answers
