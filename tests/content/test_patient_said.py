"""The lines about the patient are asked for in words, and taken out of the sentences in which they are told."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dialogs.days import births
from dialogs.roads.patient.path import STEP_BY_WISH
from tests import real

EXAMPLES = tomllib.loads((Path(__file__).parent / "patient_said.toml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 25)
LANGUAGES = ("en", "es", "ar")
Missed = list[tuple[str, str, str]]


def understood(language: str, line: str, text: str) -> str:
    """What is taken for a line out of a text."""
    content = real.content(language)
    if line == "born":
        days = births.read(text, TODAY, content.days)
        return days[0] if len(days) == 1 else ""
    told = content.presses.told
    return told.reaches(text) if line == "contact" else told.told(line, text)


def missed(which: str, language: str) -> Missed:
    """Of what is asked for and what is told: the text, what it means and what was made of it."""
    return [each for each in _tried(EXAMPLES[which][language], language) if each[1] != each[2]]


def _tried(examples: dict[str, Any], language: str) -> Iterator[tuple[str, str, str]]:
    presses = real.content(language).presses
    for wish, texts in examples["asked"].items():
        yield from ((text, wish, presses.asks_for(text)) for text in texts)
    for line, pairs in examples["told"].items():
        yield from ((text, meant, understood(language, line, text)) for text, meant in pairs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_words_were_written_with_is_understood(language: str) -> None:
    assert missed("tuned", language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_what_was_held_back_is_understood(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    tried, wrong = list(_tried(EXAMPLES["held_back"][language], language)), missed("held_back", language)
    with capsys.disabled():
        print(f"\nlines about the patient, held back, {language}: {len(tried) - len(wrong)} of {len(tried)} understood")
    assert len(wrong) <= len(tried) / 5, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_asks_for_a_line(language: str) -> None:
    presses = real.content(language).presses
    wrong = [text for text in EXAMPLES["nothing"]["texts"] if presses.asks_for(text) in {*STEP_BY_WISH, "patient"}]
    assert wrong == []
