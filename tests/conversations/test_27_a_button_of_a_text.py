"""A text goes where its own card says, Remove takes out its own question, and Yes, delete everything, counts once."""

from __future__ import annotations

from dialogs.case.answer import Question
from dialogs.hearing.texts import MOST_TEXTS
from tests.conversations.earlier_cards import card, taps


def test_each_of_five_texts_is_placed_by_its_own_card(chat):
    chat.patient_walks_to("report")
    for number in range(1, 6):
        chat.patient_writes(f"text {number}")
    cards = [say for say in chat.shown if say.name == "text_unplaced"]
    for which, use in ((0, "question"), (3, "drop"), (1, "question")):
        data = next(b.data for row in cards[which].buttons for b in row if b.data.endswith(use))
        chat.patient_presses_data(data)
        placed = chat.case
        chat.patient_presses_data(data)
        chat.bot_says("old_button", "record")
        assert chat.case == placed
    assert [each.text for each in chat.case.questions] == ["text 1", "text 2"]
    assert [each.text for each in chat.case.texts] == ["text 3", "text 5"]


def test_a_text_that_cannot_be_a_question_waits_on(chat):
    chat.patient_walks_to("report")
    chat.patient_writes("x" * 301)
    chat.patient_presses("text/question")
    chat.bot_says("too_long")
    assert len(chat.case.texts) == 1
    chat.patient_presses("text/drop")
    assert not chat.case.texts


def test_a_text_is_an_answer_only_to_the_question_it_was_written_to(chat):
    chat.patient_walks_to("destination")
    chat.patient_writes("their fax is 555", forwarded=True)
    chat.patient_presses("destination/not_now", "report/asked", "text/answer")
    chat.bot_says("text_unplaced")
    chat.bot_does_not_offer("text/answer")
    assert not [each for each in chat.case.answers.values() if each.note]
    chat.patient_presses("text/question")
    assert chat.case.questions == (Question(text="their fax is 555"),)


def test_of_very_many_texts_the_oldest_are_let_go_and_their_cards_say_so(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_TEXTS + 1):
        chat.patient_writes(f"text {number}")
    assert [each.text for each in chat.case.texts] == [f"text {number}" for number in range(1, MOST_TEXTS + 1)]
    chat.patient_presses_data("aside@1/text/question")
    chat.bot_says("old_button")
    assert not chat.case.questions


def test_remove_takes_out_the_question_it_was_shown_with(chat):
    chat.patient_walks_to("questions")
    chat.patient_writes("first")
    old = card(chat, "questions")
    chat.patient_writes("second")
    taps(chat, old, "remove")
    assert [each.text for each in chat.case.questions] == ["second"]
    taps(chat, old, "remove")
    chat.bot_says("old_button")
    chat.patient_writes("third")
    taps(chat, old, "remove")
    assert [each.text for each in chat.case.questions] == ["second", "third"]


def test_yes_delete_everything_counts_only_below_the_last_question_and_not_once_it_was_refused(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("delete")
    refused = card(chat, "delete_confirm")
    taps(chat, refused, "delete_no")
    taps(chat, refused, "delete_yes")
    chat.bot_says("delete_confirm")
    assert not chat.forgotten
    chat.patient_presses("delete_yes")
    assert chat.forgotten
    taps(chat, card(chat, "delete_confirm"), "delete_yes")
    chat.bot_says_nothing()
    assert chat.forgotten, "the second of two taps on Yes left a case behind"
