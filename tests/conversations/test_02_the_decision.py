"""A second opinion answers a decision: it is asked for once the records to start with are spoken of."""

import pytest

from dialogs.roads.decision.answers import MAX_DECISION


def test_the_patient_writes_their_decision_and_hears_that_it_is_enough_to_begin(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Whether to start the treatment offered")
    chat.bot_says("decision_noted", "enough")
    assert chat.case.decision == "Whether to start the treatment offered"
    chat.patient_is_at("enough")


def test_not_being_sure_yet_is_an_answer(chat):
    chat.patient_walks_to("decision")
    chat.patient_presses("not_sure")
    chat.patient_is_at("enough")


def test_what_comes_from_the_heart_is_kept_and_a_shorter_line_asked_for(chat):
    chat.patient_walks_to("decision")
    heart = "Should I have surgery? " + "x" * MAX_DECISION
    chat.patient_writes(heart)
    chat.bot_says("decision_long", "decision")
    assert chat.case.decision == heart
    chat.patient_writes("Surgery first, or chemotherapy first?")
    assert chat.case.decision == "Surgery first, or chemotherapy first?"
    chat.patient_is_at("enough")


def test_four_thousand_characters_are_more_than_can_be_kept(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Should I have surgery? " + "x" * 4000)
    chat.bot_says("too_long", "decision")
    assert chat.case.decision == ""


@pytest.mark.parametrize("told", ["my name is Rosa", "Dr. Lee is my oncologist", "the biopsy is on December 14"])
def test_what_tells_something_else_is_asked_about_before_it_is_the_decision(chat, told):
    chat.patient_walks_to("decision")
    chat.patient_writes(told)
    chat.bot_says("text_unplaced")
    chat.patient_is_at("decision")
    assert chat.case.decision == ""
    chat.patient_presses("text/answer")
    assert chat.case.decision == told
    chat.patient_is_at("enough")


def test_somebody_elses_words_are_not_taken_for_the_decision(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("You should all read this", forwarded=True)
    chat.bot_says("text_unplaced")
    chat.patient_is_at("decision")
    assert chat.case.decision == ""


def test_forwarded_words_become_the_decision_when_the_patient_says_so(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Surgery first, or chemotherapy first?", forwarded=True)
    chat.patient_presses("text/answer")
    assert chat.case.decision == "Surgery first, or chemotherapy first?"
    chat.patient_is_at("enough")


def test_the_decision_can_be_changed_at_review(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/decision")
    chat.bot_says("decision")
    chat.patient_writes("Chemotherapy or not")
    chat.patient_is_at("review")
