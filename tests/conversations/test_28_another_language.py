"""Whoever asks for another language, in it or in the one that is spoken, is shown the choice, at every step."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real


@pytest.mark.parametrize("step", ["destination", "pathology", "medications", "decision", "questions", "summary"])
@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            ["español", "habla español?", "in spanish please", "بالعربية", "no hablo inglés", "I don't speak english"],
        ),
        ("es", ["english", "in english please", "no entiendo español", "بالعربي"]),
        ("ar", ["english please", "in english", "بالانجليزي", "español"]),
    ],
)
def test_the_choice_of_a_language_is_shown(step: str, language: str, texts: list[str]):
    for text in texts:
        chat = Chat(dialogue=real.content(language).dialogue)
        chat.patient_walks_to(step)
        chat.patient_writes(text)
        assert [say.name for say in chat.said_now()] == ["language"], text
        assert not chat.case.own_words
        assert not chat.case.destination


@pytest.mark.parametrize("step", ["destination", "decision", "medications", "questions"])
@pytest.mark.parametrize("text", ["1", "2)", "\N{SLIGHTLY SMILING FACE}", "..."])
def test_figures_and_smiles_are_no_words_of_theirs(step: str, text: str):
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.questions, dict(chat.case.own_words)) == (step, (), {})
