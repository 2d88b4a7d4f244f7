"""News is told at any moment: it is asked about before it is a question for the doctor, or the place to go to."""

from __future__ import annotations

import pytest

from tests.conversations import telling


@telling.each(
    {
        "en": ["my insurance said no", "I already told you", "they called, the appointment is on Jan 14"],
        "es": ["ya te dije que mi hija lo trae"],
    }
)
def test_what_only_tells_something_is_no_question_yet(language: str, text: str):
    assert telling.told(language, "questions", text).case.questions == ()


@pytest.mark.parametrize(
    "text",
    ["hair loss", "side effects of chemo", "what about my job", "ask about trials", "nobody told me why it grew"],
)
def test_a_question_needs_no_mark(text: str):
    assert [each.text for each in telling.told("en", "questions", text).case.questions] == [text]


@pytest.mark.parametrize("text", ["labs came today", "delete that", "the slides are still at the lab"])
def test_news_is_no_place_to_go_to(text: str):
    assert telling.told("en", "destination", text).case.destination == ""


@pytest.mark.parametrize("text", ["City Pathology Lab", "Mercy hospital", "Dr. Kim", "Done County Hospital"])
def test_a_place_with_such_a_word_in_it_is_one(text: str):
    assert telling.told("en", "destination", text).case.destination == text


def test_what_is_about_a_record_where_a_day_is_asked_for_leads_there():
    chat = telling.told("en", "date", "I got the slides")
    assert chat.case.keyboard[0].data == "aside/record/slides"


@telling.each({"en": ["yes", "sure"], "es": ["sí"], "ar": ["نعم"]})
def test_a_bare_yes_deletes_nothing_and_the_question_stays(language: str, text: str):
    chat = telling.standing(language, "review")
    chat.patient_commands("delete")
    chat.patient_writes(text)
    assert [each.name for each in chat.said_now()] == ["delete_confirm"]
    assert chat.case.keeps_files


@telling.each({"en": ["yes delete it", "delete"], "es": ["sí, bórralo", "borrar"], "ar": ["نعم احذف"]})
def test_and_who_says_delete_below_it_is_obeyed(language: str, text: str):
    chat = telling.standing(language, "review")
    chat.patient_commands("delete")
    chat.patient_writes(text)
    assert [each.name for each in chat.said_now()] == ["deleted"]


@pytest.mark.parametrize("for_another", [True, False])
@pytest.mark.parametrize("text", ["si ella se va yo me voy con ella", "se me fue mi mamá"])
def test_who_speaks_of_dying_does_not_change_for_whom_it_is(text: str, for_another: bool):
    chat = telling.standing("es", "welcome")
    chat.patient_presses("begin_for" if for_another else "begin", "keep_files")
    chat.patient_writes(text)
    assert chat.case.for_another == for_another


HAPPENED = {
    "en": ["he had surgery yesterday", "the biopsy was cancelled"],
    "es": ["no la han operado", "lo operaron ayer"],
    "ar": ["عملوله العملية مبارح", "ألغوا العملية"],
}


@telling.each(HAPPENED)
def test_what_was_done_these_days_is_asked_about_before_it_is_the_decision(language: str, text: str):
    chat = telling.told(language, "decision", text)
    assert (chat.case.step, chat.case.decision) == ("decision", "")
    assert chat.case.keyboard[0].label == "button.text_answer"
    chat.patient_presses_data(chat.case.keyboard[0].data)
    assert chat.case.decision == text


@telling.each(HAPPENED)
def test_and_before_it_stands_among_their_medicines(language: str, text: str):
    chat = telling.told(language, "medications", text)
    assert dict(chat.case.own_words) == {}
    assert chat.case.keyboard[0].label == "button.text_answer"


@telling.each(
    {
        "en": ["he had surgery in May, should he have chemo too"],
        "es": ["me operaron y ahora quieren quitarme el pecho"],
        "ar": ["عملوله عملية، لازم ياخد كيماوي"],
    }
)
def test_what_weighs_up_is_the_decision_whatever_was_done_before(language: str, text: str):
    assert telling.told(language, "decision", text).case.decision == text
