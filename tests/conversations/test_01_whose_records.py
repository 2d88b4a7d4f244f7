"""Whose records they are, told as people tell it; and that nothing but a plain yes agrees to anything being kept."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

OF_ANOTHER = {
    "en": [
        "hi im trying to help my mom she was just diagnosed",
        "We just found out my mother in law has cancer",
        "my husband was diagnosed with lung cancer last week and we dont know what to do",
        "Helping my 78 year old father with his papers",
        "my dads oncologist wants to start chemo",
    ],
    "es": ["hola quiero ayudar a mi papá", "A mi esposa le detectaron cáncer de mama", "mi niño tiene leucemia"],
    "ar": ["مرحبا اريد ان اساعد امي", "جدي عنده ورم في الرئة", "والدتي مريضة بالسرطان ونحتاج رأي ثاني"],
}
"""A story about somebody else, in which some words stand for that."""
NOT_SURELY = {
    "en": [
        "My daughter told me to write here",
        "i have breast cancer, my husband is typing",
        "my mom died of cancer and now i have it too",
        "My wife and I want a second opinion for my prostate cancer",
        "my family has a history of cancer, mine is colon",
        "is my mom able to use this?",
    ],
    "es": [
        "mi hija me dijo que escriba aquí",
        "tengo cáncer y mi esposo me ayuda",
        "mi familia no sabe que tengo cáncer",
    ],
    "ar": [
        "عندي سرطان وزوجتي تساعدني",
        "امي توفيت بالسرطان",
    ],
}
"""Of themselves, or of nobody one can be sure of: the two buttons are shown again."""
NO_YES = {
    "en": [
        "it's for me actually",
        "it is for me",
        "hi its me",
        "well done",
        "I'm fine",
        "me",
        "thanks",
        "whatever",
        "next",
        "why",
    ],
    "es": ["es para mí", "así es para mí", "sí, es para mí", "gracias", "soy yo", "espera"],
    "ar": ["هذا لي", "هو لي", "شكرا", "انتظر", "غلط"],
}
"""Written where it is asked whether files may be saved, and no answer to that."""


def at_welcome(language: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    return chat


def each(texts: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language, written in texts.items() for text in written]


@pytest.mark.parametrize(("language", "text"), each(OF_ANOTHER))
def test_who_tells_of_somebody_else_gathers_theirs_and_is_told_so(language: str, text: str) -> None:
    chat = at_welcome(language)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.for_another) == ("consent", True)
    assert [say.lead.name for say in chat.shown[-1:] if say.lead] == ["taken"]
    assert (chat.case.texts, chat.case.keeps_files) == ((), None)


@pytest.mark.parametrize(("language", "text"), each(NOT_SURELY))
def test_whoever_else_writes_is_asked_and_told_that_nothing_was_kept(language: str, text: str) -> None:
    chat = at_welcome(language)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.for_another, chat.case.texts) == ("welcome", False, ())


@pytest.mark.parametrize("first", ["begin", "begin_for"])
@pytest.mark.parametrize(("language", "text"), each(NO_YES))
def test_nothing_but_a_yes_lets_files_be_kept(language: str, text: str, first: str) -> None:
    chat = at_welcome(language)
    chat.patient_presses(first)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.keeps_files) == ("consent", None)


@pytest.mark.parametrize(
    ("language", "yes"),
    [
        *[("en", each) for each in ("yes", "ok", "sure thing", "that's alright", "👍")],
        ("es", "sí, claro"),
        ("ar", "نعم"),
    ],
)
def test_a_yes_does(language: str, yes: str) -> None:
    chat = at_welcome(language)
    chat.patient_presses("begin")
    chat.patient_writes(yes)
    assert chat.case.keeps_files


@pytest.mark.parametrize("later", [(), ("keep_files",)])
@pytest.mark.parametrize(
    ("language", "mine", "theirs"),
    [("en", "it's for me", "it's for my mother"), ("es", "es para mí", "es para mi mamá"), ("ar", "هذا لي", "لأمي")],
)
def test_who_tapped_the_wrong_one_says_so_at_the_next_steps(
    language: str, mine: str, theirs: str, later: tuple[str, ...]
) -> None:
    chat = at_welcome(language)
    chat.patient_presses("begin", *later)
    step = chat.case.step
    for text, for_another in ((theirs, True), (mine, False)):
        chat.patient_writes(text)
        assert (chat.case.step, chat.case.for_another) == (step, for_another)
