"""A cry in two messages is heard as one: what was written within a minute before counts with what is written now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.effects import Say
from dialogs.events import Pressed
from dialogs.hearing.cards import CARDS
from tests import real
from tests.chat import Chat, Played
from tests.ears import EARS

STEPS = ["decision", "report", "report.asked", "questions", "review", "date"]


@pytest.fixture
def chat() -> Chat:
    return Chat(ears=EARS)


def stands_at(chat: Chat, step: str, keeps: bool | None = True) -> None:
    chat.case = replace(chat.case, step=step, returns_to=(), keeps_files=keeps, asked="")


def cards(chat: Chat) -> list[str]:
    return [say.name for say in chat.said_now() if isinstance(say, Say) and say.name in CARDS]


def writes(chat: Chat, *texts: str, seconds: int = 5) -> list[str]:
    """The cards below the last of some texts, none of which has one before that."""
    for text in texts[:-1]:
        chat.patient_writes(text)
        assert cards(chat) == []
        chat.now += timedelta(seconds=seconds)
    chat.patient_writes(texts[-1])
    return cards(chat)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("texts", "card"),
    [
        (("i cannot", "breathe"), "emergency"),
        (("i", "cannot", "breathe"), "emergency"),
        (("I want", "to die"), "crisis"),
        (("there is an elephant", "on my chest"), "maybe_urgent"),
    ],
)
def test_two_messages_are_heard_as_one_at_every_step(chat: Chat, step: str, texts: tuple[str, ...], card: str):
    stands_at(chat, step)
    assert writes(chat, *texts) == [card]
    assert card == "maybe_urgent" or chat.case.half_said == "", (
        "what was heard is not heard once more with what follows"
    )


@pytest.mark.parametrize("step", ["date", "decision", "labs", "medications", "questions", "summary"])
@pytest.mark.parametrize(
    ("texts", "card"),
    [
        (("I can't", "breathe"), "emergency"),
        (("I can not", "get my breath"), "emergency"),
        (("my chest", "hurts a lot"), "emergency"),
        (("I don't want to", "live any more"), "crisis"),
    ],
)
def test_what_was_guessed_of_a_half_does_not_hide_what_both_say_plainly(step: str, texts: tuple[str, str], card: str):
    chat = Played(dialogue=real.content().dialogue)
    chat.patient_walks_to(step)
    before = chat.case.answers
    for text in texts:
        chat.now += timedelta(seconds=5)
        chat.patient_writes(text)
    assert [say.name for say in chat.said_now()] == [card]
    assert chat.case.answers == before, "the first half answered nothing"


def test_what_was_guessed_is_not_guessed_once_more_with_what_follows(chat: Chat):
    stands_at(chat, "questions")
    assert writes(chat, "there is an elephant", "on my chest") == ["maybe_urgent"]
    chat.now += timedelta(seconds=5)
    chat.patient_writes("which doctor reads them")
    assert cards(chat) == []


def test_what_comes_a_minute_later_begins_anew(chat: Chat):
    stands_at(chat, "questions")
    assert writes(chat, "i cannot", "breathe", seconds=61) == []


def test_a_tap_a_file_and_a_command_stand_between(chat: Chat):
    for happens in (
        lambda: chat.patient_commands("help"),
        lambda: chat.happens(Pressed(chat.now, "aside/here")),
        lambda: chat.patient_uploads("a.jpg"),
    ):
        stands_at(chat, "report")
        chat.patient_writes("i cannot")
        happens()
        assert chat.case.half_said == ""
        assert writes(chat, "breathe") == []


def test_what_somebody_else_wrote_is_no_half(chat: Chat):
    stands_at(chat, "questions")
    chat.patient_writes("i cannot")
    chat.patient_writes("breathe", forwarded=True)
    assert cards(chat) == []


@pytest.mark.parametrize("text", ["hunter2hunter2", "482913", "my password is tulip", "word " * 13])
def test_no_password_and_nothing_long_is_remembered(chat: Chat, text: str):
    stands_at(chat, "report")
    chat.patient_writes(text)
    assert chat.case.half_said == ""


def test_nothing_is_remembered_before_it_is_agreed_to_and_at_a_passwords_step(chat: Chat):
    for step, keeps in (("consent", None), ("files.password", True)):
        stands_at(chat, step, keeps)
        chat.patient_writes("i cannot")
        assert chat.case.half_said == ""
