"""Somebody's Telegram is in a language that they do not write in: theirs is offered, by what it calls itself."""

from __future__ import annotations

import pytest

from dialogs.case.copies import replace
from dialogs.proofreading.chat import Chat
from tests import real


def languages_offered(language: str, text: str) -> set[str]:
    """The languages that can be tapped after somebody wrote this as the first thing, in a chat of that language."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.case = replace(chat.case, language="" if language == "en" else language)
    chat.patient_commands("start")
    chat.patient_writes(text)
    buttons = [button for say in chat.said_now() for row in say.buttons for button in row]
    return {each.data.removeprefix("aside/language/") for each in buttons if each.data.startswith("aside/language/")}


@pytest.mark.parametrize("text", ["مرحبا", "السلام عليكم", "ما هذا البرنامج؟", "لا أفهم"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_who_writes_from_the_right_is_offered_what_is_written_so(language, text):
    assert languages_offered(language, text) == {"ar"}


@pytest.mark.parametrize("text", ["hello", "no entiendo"])
def test_who_writes_from_the_left_is_offered_what_is_written_so(text):
    assert languages_offered("ar", text) == {"en", "es"}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "hello"), ("es", "hola"), ("ar", "مرحبا"), ("ar", "12"), ("en", "!")]
)
def test_nobody_else_is_asked_about_a_language(language, text):
    assert not languages_offered(language, text)
