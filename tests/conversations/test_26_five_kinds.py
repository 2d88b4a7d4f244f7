"""What was heard chooses one of five: three cards for what must not wait, the doctor's list, or the answer it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dialogs.dialogue import Dialogue
from dialogs.effects import Say
from dialogs.hearing.cards import CARDS, country_of
from tests import real
from tests.chat import Chat
from tests.conversations.listening import stands_at
from tests.ears import EARS

CONTENT = real.content()
STEPS = ["welcome", "consent", "decision", "report", "report.asked", "questions", "review", "files.password", "date"]
"""Before anything is agreed to; a text is an answer, a note, a question, a password or a day; where it is none."""
SURE = [("I cannot breathe", "emergency"), ("I want to die", "crisis"), ("a fever of 39", "call_team")]
GUESSED = ["like an elephant on my chest", "they are better without me", "dad is not right today"]


@pytest.fixture
def chat() -> Chat:
    return Chat(ears=EARS)


def card(chat: Chat) -> Say:
    """The one card of the turn: alone, new, never changed, the last thing said."""
    cards = [say for say in chat.said_now() if say.name in CARDS]
    assert len(cards) == 1
    said = cards[0]
    assert (said.stays, said.lead, said.replaces, said.slot, said.asks) == (True, None, False, "", False)
    assert chat.turn.effects[-1] is said
    return said


def under(say: Say) -> list[str]:
    return [button.data for row in say.buttons for button in row]


# Said plainly


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("text", "name"), SURE)
def test_what_is_said_plainly_has_its_card_and_one_way_back(chat, step, text, name):
    stands_at(chat, step)
    before = chat.case
    chat.patient_writes(text)
    said = card(chat)
    assert said.name == name
    assert chat.said_now() == [said]
    assert under(said) == ["aside/here"], "nothing offers to keep the words"
    assert (chat.case.texts, chat.case.decision, chat.case.questions) == ((), before.decision, before.questions)
    chat.patient_presses("here")
    chat.patient_is_at(step)


@pytest.mark.parametrize("text", [text for text, _ in SURE])
def test_below_a_command_nothing_follows_the_card(chat, text):
    chat.patient_walks_to("report")
    for command in ("help", "checklist", "unwell", "delete"):
        chat.patient_commands(command, f"{command} {text}")
        assert chat.said_now()[-1] == card(chat)
        chat.bot_does_not_say("help")


def test_what_is_written_under_a_file_has_its_card_below_the_receipt(chat):
    chat.patient_walks_to("report")
    for text in ("I cannot breathe", GUESSED[0]):
        chat.patient_uploads("a.jpg", caption=text)
        assert chat.said_now()[0].name == "receipt"
        card(chat)
        assert not chat.case.texts


@pytest.mark.parametrize(
    ("zone", "country", "first"),
    [("America/New_York", "", "US"), ("Europe/London", "us", "GB"), ("", "uk", "GB"), ("", "other", ""), ("", "", "")],
)
def test_where_somebody_is_comes_first(chat, zone, country, first):
    chat.case = replace(chat.case, zone=zone, country=country)
    assert country_of(chat.case) == first
    for text, _ in SURE:
        chat.patient_writes(text)
        assert card(chat).values["country"] == first


# Only guessed


@pytest.mark.parametrize("step", ["decision", "questions", "report.asked"])
@pytest.mark.parametrize("text", GUESSED)
def test_a_guess_keeps_the_words_and_one_tap_uses_them_as_they_were_typed(chat, step, text):
    stands_at(chat, step)
    chat.patient_writes(text)
    said = card(chat)
    assert said.name == "maybe_urgent"
    assert len(under(said)) <= 3
    assert (chat.case.decision, chat.case.questions, chat.case.answers) == ("", (), {}), "nothing was taken"
    plain = Chat()
    stands_at(plain, step)
    plain.patient_writes(text)
    if plain.case.texts:  # it weighs up nothing, and is asked about
        plain.patient_presses("text/answer")
    chat.patient_presses("text/records")
    assert [say.name for say in chat.said_now()] == [say.name for say in plain.said_now()]
    assert chat.turn.effects[-1].replaces is False, "the card stays as it is"
    books: dict[str, Any] = {"texts_seen": 0, "tapped": "", "half_said": "", "deed": None}
    assert replace(chat.case, **books) == replace(plain.case, **books)
    chat.patient_presses("text/records")
    chat.bot_says("old_button")


def test_a_guess_leads_to_help_with_one_tap_and_back_with_another(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes(GUESSED[1])
    chat.patient_presses("aside/unwell")
    assert card(chat).name == "unwell"
    chat.patient_presses("here")
    chat.bot_says("decision")


def test_words_that_wait_are_used_nowhere_else(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes(GUESSED[2])
    chat.patient_presses("decision/not_sure")
    chat.patient_presses("text/records")
    chat.bot_says("text_unplaced")
    assert chat.case.decision == ""


@pytest.mark.parametrize("forwarded", [False, True])
def test_below_another_question_and_of_somebody_else_they_are_asked_about(chat, forwarded):
    chat.patient_walks_to("decision")
    if not forwarded:
        chat.patient_sends("a.pdf", "b.pdf")
    chat.patient_writes(GUESSED[0], forwarded=forwarded)
    chat.patient_presses("text/records")
    chat.bot_says("text_unplaced")


def test_each_card_names_its_own_words(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes(GUESSED[0])
    first = next(data for data in under(card(chat)) if "records" in data)
    chat.patient_writes(GUESSED[1])
    chat.patient_presses_data(first)
    assert chat.case.decision == GUESSED[0]
    assert [held.text for held in chat.case.texts] == [GUESSED[1]]


@pytest.mark.parametrize("step", ["welcome", "consent", "files.password"])
def test_nothing_is_kept_where_nothing_may_be(chat, step):
    stands_at(chat, step)
    for text in GUESSED:
        chat.patient_writes(text)
        assert under(card(chat)) == ["aside/unwell", "aside/here"]
    assert not any(text in repr(chat.case) for text in GUESSED)


def test_a_lone_word_at_a_password_is_a_password_and_a_sentence_is_kept_nowhere():
    chat = Chat(ears=replace(EARS, maybe={"rosebud": EARS.maybe["better without me"]}))
    chat.patient_walks_to("report")
    chat.patient_sends("a.pdf", found="locked")
    chat.patient_presses_data("aside/file/1/password")
    chat.patient_writes("it is rosebud I think")
    assert card(chat).name == "maybe_urgent"
    assert "rosebud" not in repr(chat.case)
    chat.patient_presses("here")
    chat.patient_writes("rosebud")
    chat.bot_tries_the_password(1, "rosebud")


@pytest.mark.parametrize("text", ["", "Show my checklist"])
def test_what_presses_a_button_or_asks_for_a_list_is_no_cry(text):
    known = CONTENT.dialogue
    hears_all = replace(EARS, maybe={"": EARS.maybe["better without me"]})
    chat = Chat(guide=CONTENT.guide)
    chat.dialogue = Dialogue(CONTENT.guide, ears=hears_all, said=known.said, presses=CONTENT.presses, label=known.label)
    chat.case = replace(chat.case, keeps_files=True)
    chat.at("decision").patient_commands("start")
    chat.patient_writes(text or known.label(chat.case.keyboard[0], False))
    chat.bot_does_not_say("maybe_urgent")
    chat.patient_writes("anything else")
    chat.bot_says("maybe_urgent")


# Not ours to answer


@pytest.mark.parametrize("step", ["report", "review", "report.asked", "letters.to", "date"])
def test_what_a_program_cannot_answer_goes_on_the_list_with_one_tap(chat, step):
    chat.patient_walks_to("report")
    stands_at(chat, step)
    chat.case = replace(chat.case, letter="slides")
    chat.patient_writes("What does my result mean")
    if step == "date":
        chat.bot_does_not_say("not_ours")
        return
    said = chat.said("not_ours")
    assert "aside/unwell" in under(said)
    chat.patient_presses("text/question")
    assert [question.text for question in chat.case.questions] == ["What does my result mean"]
    chat.patient_is_at(step)


def test_where_questions_are_asked_for_it_is_one(chat):
    chat.patient_walks_to("questions")
    chat.patient_writes("What does my result mean")
    chat.bot_says("question_added")


# Nothing that must not wait


def test_what_nobody_hears_is_the_answer_it_is(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Surgery or radiation first")
    assert not CARDS & {say.name for say in chat.said_now()}
    chat.bot_says("decision_noted")
