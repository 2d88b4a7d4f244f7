"""What somebody writes at a step, over the real content in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from dialogs.effects import Say
from dialogs.proofreading.chat import Chat
from tests import real


def standing(language: str, step: str) -> Chat:
    """A patient at a step; the first card is `welcome`."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    if step != "welcome":
        chat.patient_walks_to(step)
    return chat


def told(language: str, step: str, text: str) -> Chat:
    """A patient who writes this at a step."""
    chat = standing(language, step)
    chat.patient_writes(text)
    return chat


def told_at_a_line(line: str, language: str, text: str) -> Chat:
    """A patient who writes this where a line about them is asked for: "name", "number", "doctor"."""
    chat = standing(language, "pathology").at(f"patient.{line}")
    chat.patient_commands("start")
    chat.patient_writes(text)
    return chat


def each(texts: Mapping[str, Sequence[str]]) -> pytest.MarkDecorator:
    """Every text with its language."""
    every = [(language, text) for language, those in texts.items() for text in those]
    return pytest.mark.parametrize(("language", "text"), every)


def names(chat: Chat) -> list[str]:
    """What was said, each lead behind the message that it leads."""
    found = []
    for say in chat.said_now():
        at: Say | None = say
        while at:
            found.append(at.name)
            at = at.lead
    return found
