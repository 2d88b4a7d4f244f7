"""The questions for the doctor; and a free text never lands in the wrong answer."""

import pytest

from dialogs.case.answer import Question
from dialogs.roads.decision.questions import MAX_QUESTION
from dialogs.roads.decision.screens import MAX_QUESTIONS


def test_the_patient_writes_a_question_of_their_own(chat):
    chat.patient_walks_to("questions")
    chat.patient_writes("Is my diagnosis complete?")
    chat.bot_says("question_added", "questions")
    assert chat.case.questions == (Question(text="Is my diagnosis complete?"),)


def test_an_example_becomes_a_question_with_one_tap_and_is_not_offered_twice(chat):
    chat.patient_walks_to("questions")
    chat.patient_presses("add/trial")
    assert chat.case.questions == (Question(example="trial"),)
    chat.bot_does_not_offer("add/trial")
    chat.bot_offers("add/complete", "remove", "done")


def test_the_last_question_can_be_taken_back(chat):
    chat.patient_walks_to("questions")
    chat.patient_presses("add/trial", "remove")
    assert not chat.case.questions
    chat.bot_offers("add/trial")


def test_five_questions_are_the_most(chat):
    chat.patient_walks_to("questions")
    for number in range(MAX_QUESTIONS + 1):
        chat.patient_writes(f"Question {number}?")
    chat.bot_says("questions_full")
    assert len(chat.case.questions) == MAX_QUESTIONS


def test_a_question_that_is_too_long_is_asked_for_again(chat):
    chat.patient_walks_to("questions")
    chat.patient_writes("x" * (MAX_QUESTION + 1))
    chat.bot_says("too_long", "questions")


@pytest.mark.parametrize("step", ["report", "discs", "review", "reminders", "summary"])
def test_a_text_where_none_was_asked_for_is_held_and_asked_about(chat, step):
    chat.patient_walks_to(step)
    before = chat.case.answers, chat.case.decision, chat.case.questions
    chat.patient_writes("I am so tired of all this")
    chat.bot_says("text_unplaced")
    assert (chat.case.answers, chat.case.decision, chat.case.questions) == before
    chat.patient_is_at(step)


def test_it_can_become_a_question_with_one_tap(chat):
    chat.patient_walks_to("report")
    chat.patient_writes("Should I ask about a trial?")
    chat.patient_presses("text/question")
    assert chat.case.questions == (Question(text="Should I ask about a trial?"),)
    chat.patient_is_at("report")


def test_or_be_let_go(chat):
    chat.patient_walks_to("report")
    chat.patient_writes("never mind")
    chat.patient_presses("text/drop")
    assert not chat.case.texts
    chat.bot_says("record")


def test_questions_can_be_opened_from_anywhere_and_lead_back(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("questions")
    chat.patient_presses("add/trial", "done")
    chat.patient_is_at("scans")
