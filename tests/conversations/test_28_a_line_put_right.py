"""A line of their own that a patient puts right takes the place of the one before it; the old one is a tap away."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests.conversations import telling


def lines(chat: Chat) -> list[str]:
    own = chat.case.own_words.get(chat.case.step)
    return own.text.splitlines() if own else []


@pytest.mark.parametrize(
    ("language", "step", "texts", "left"),
    [
        (
            "en",
            "medications",
            ["metformin 500", "lisinopril", "not lisinopril, losartan"],
            ["metformin 500", "losartan"],
        ),
        ("en", "medications", ["metformin 500", "lisinopril", "remove metformin"], ["lisinopril"]),
        ("en", "medications", ["aspirin", "take aspirin off"], []),
        ("en", "medications", ["aspirin, lisinopril, eliquis", "remove lisinopril"], ["aspirin, eliquis"]),
        ("en", "medications", ["tamoxifen 20 mg", "no, 10 mg"], ["tamoxifen 10 mg"]),
        ("en", "medications", ["metformin 500", "it's 850"], ["metformin 850"]),
        ("en", "medications", ["tamoxifen", "I meant letrozole"], ["letrozole"]),
        ("en", "staging", ["stage 3", "it's stage 2"], ["stage 2"]),
        ("en", "staging", ["stage 3b", "sorry, it's 3a"], ["stage 3a"]),
        ("es", "medications", ["metformina", "no metformina, losartán"], ["losartán"]),
        ("es", "medications", ["metformina", "enalapril", "quite la metformina"], ["enalapril"]),
        ("es", "staging", ["etapa 3", "es etapa 2"], ["etapa 2"]),
        ("ar", "medications", ["ميتفورمين 500", "أسبرين", "شيل الأسبرين"], ["ميتفورمين 500"]),
        ("ar", "medications", ["أسبرين", "قصدي بنادول"], ["بنادول"]),
        ("ar", "staging", ["المرحلة 3", "لا، المرحلة 2"], ["المرحلة 2"]),
    ],
)
def test_it_takes_the_place_of_what_was_wrong(language: str, step: str, texts: list[str], left: list[str]):
    chat = telling.told(language, step, texts[0])
    for text in texts[1:]:
        chat.patient_writes(text)
    assert lines(chat) == left


@pytest.mark.parametrize(
    ("language", "step", "texts"),
    [
        ("en", "medications", ["aspirin", "and ramipril too"]),
        ("en", "medications", ["aspirin", "actually I take tamoxifen too"]),
        ("en", "staging", ["stage 3", "it's in my liver"]),
        ("en", "procedures", ["they removed my kidney", "removed my appendix in 2010"]),
        ("es", "medications", ["aspirina", "también losartán"]),
        ("ar", "medications", ["أسبرين", "وكمان فيتامين د"]),
    ],
)
def test_one_thing_more_is_a_line_more(language: str, step: str, texts: list[str]):
    chat = telling.told(language, step, texts[0])
    chat.patient_writes(texts[1])
    assert lines(chat) == texts


def test_what_went_is_put_back_with_one_tap():
    chat = telling.told("en", "medications", "tamoxifen 20 mg")
    chat.patient_writes("no, 10 mg")
    assert chat.said("own_words_taken_out").values["text"] == "tamoxifen 20 mg"
    chat.patient_presses("text/answer")
    assert lines(chat) == ["tamoxifen 10 mg", "tamoxifen 20 mg"]


def test_what_names_two_lines_is_not_guessed():
    chat = telling.told("en", "medications", "aspirin in the morning")
    chat.patient_writes("aspirin at night")
    chat.patient_writes("remove aspirin")
    assert lines(chat)[:2] == ["aspirin in the morning", "aspirin at night"]
