"""What answers nothing at any step: a wish for another language, a figure or a smile, a wish for a break."""

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


@pytest.mark.parametrize("step", ["decision", "medications", "questions"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("wait a minute", "I need a break", "I need to lie down")),
        *(("es", text) for text in ("necesito descansar", "espere un momento")),
        *(("ar", text) for text in ("انتظر لحظة", "أحتاج إلى استراحة")),
    ],
)
def test_who_needs_a_break_has_answered_nothing(step: str, language: str, text: str):
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.decision, chat.case.questions, dict(chat.case.own_words)) == (step, "", (), {})


def test_to_wait_and_see_may_be_the_decision():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("decision")
    chat.patient_writes("wait and see or surgery")
    assert chat.case.decision == "wait and see or surgery"
