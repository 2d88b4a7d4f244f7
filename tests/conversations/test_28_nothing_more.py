"""Who has no question, no day, or has had enough for today says so in their own words, and goes on from there."""

from __future__ import annotations

import pytest

from tests.conversations.telling import each, told

NO_QUESTION = {
    "en": ["nothing", "no", "none", "I don't have any", "I can't think of any", "my husband will ask", "next", "skip"],
    "es": ["nada", "no", "ninguna", "no se me ocurre ninguna", "mi esposo va a preguntar", "siguiente"],
    "ar": ["لا", "لا شيء", "لا يخطر ببالي شيء", "التالي"],
}
WHAT_TO_ASK = {
    "en": ["what should I ask", "I don't know what to ask", "any ideas?"],
    "es": ["¿qué debo preguntar?", "no sé qué preguntar"],
    "ar": ["ماذا أسأل الطبيب", "أمثلة"],
}
A_QUESTION = {
    "en": ["Can my husband come?", "none of the doctors told me why", "Is there nothing else to try?"],
    "es": ["¿puede venir mi esposo?", "¿no hay nada más que hacer?"],
    "ar": ["هل يمكن لزوجي الحضور؟"],
}
NO_DAY = {
    "en": ["I don't have one yet", "they haven't called me", "already had it", "as soon as possible", "skip"],
    "es": ["todavía no tengo cita", "no me han llamado", "lo antes posible"],
    "ar": ["ما عندي موعد", "لم يتصلوا بعد", "في أقرب وقت"],
}
A_DAY = {"en": ["tomorrow", "tomorrow at noon", "today"], "es": ["mañana", "pasado mañana"], "ar": ["غدا", "بكرة"]}
ENOUGH = {
    "en": ["I want to finish now", "can I stop here"],
    "es": ["quiero terminar", "¿puedo terminar aquí?"],
    "ar": ["أريد الانتهاء", "ممكن أتوقف هنا؟"],
}


@each(NO_QUESTION)
def test_who_has_no_question_goes_on(language, text):
    after = told(language, "questions", text).case
    assert (after.step, after.questions) == ("reminders", ())


@each(WHAT_TO_ASK)
def test_who_does_not_know_what_to_ask_sees_more_of_what_others_ask(language, text):
    chat = told(language, "questions", text)
    assert (chat.case.step, chat.case.questions) == ("questions", ())
    assert any("questions/add/" in button.data for say in chat.said_now() for row in say.buttons for button in row)


@each(A_QUESTION)
def test_a_question_is_one(language, text):
    assert [asked.text for asked in told(language, "questions", text).case.questions] == [text]


@each(NO_DAY)
def test_who_knows_no_day_goes_on(language, text):
    after = told(language, "date", text).case
    assert (after.step, after.date) == ("destination", "")


@each(A_DAY)
def test_a_day_is_said_back_and_not_taken_for_later(language, text):
    chat = told(language, "date", text)
    assert chat.case.step == "date"
    assert {say.name for say in chat.said_now()} & {"day_confirm", "day_which"}


@each(ENOUGH)
def test_who_has_enough_for_today_goes_to_the_end(language, text):
    assert told(language, "enough", text).case.step == "questions"


@pytest.mark.parametrize(("language", "text"), [("en", "ok"), ("en", "yes"), ("es", "sí")])
def test_a_plain_yes_goes_on_and_ends_nothing(language, text):
    assert told(language, "enough", text).case.step not in ("enough", "questions")
