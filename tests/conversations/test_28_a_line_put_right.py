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


@pytest.mark.parametrize(
    ("language", "texts", "left"),
    [
        ("en", ["tamoxifen 20", "warfarin", "I meant tamoxifen 10"], ["tamoxifen 10", "warfarin"]),
        ("en", ["tamoxifen 20 mg", "warfarin", "no, tamoxifen is 10 mg"], ["tamoxifen 10 mg", "warfarin"]),
        ("en", ["metformin 500", "aspirin", "sorry, metfromin 850"], ["metformin 850", "aspirin"]),
        ("en", ["aspirin", "lisinopril", "instead of aspirin eliquis"], ["eliquis", "lisinopril"]),
        ("es", ["tamoxifeno 20", "warfarina", "digo tamoxifeno 10"], ["tamoxifeno 10", "warfarina"]),
        ("es", ["aspirina", "enalapril", "en vez de aspirina eliquis"], ["eliquis", "enalapril"]),
        ("ar", ["تاموكسيفين 20", "وارفارين", "قصدي تاموكسيفين 10"], ["تاموكسيفين 10", "وارفارين"]),
        ("ar", ["أسبرين", "ميتفورمين", "بدل الأسبرين إليكويس"], ["إليكويس", "ميتفورمين"]),
    ],
)
def test_a_line_is_put_right_by_the_name_in_it_wherever_it_stands(language: str, texts: list[str], left: list[str]):
    chat = telling.told(language, "medications", texts[0])
    for text in texts[1:]:
        chat.patient_writes(text)
    assert lines(chat) == left


@pytest.mark.parametrize(
    ("language", "texts", "more"),
    [
        ("en", ["tamoxifen 20", "warfarin", "I meant letrozole 2.5"], "letrozole 2.5"),
        ("en", ["warfarin", "eliquis instead of aspirin"], "eliquis"),
        ("en", ["metformin", "no, and aspirin"], "aspirin"),
        ("es", ["tamoxifeno", "warfarina", "quise decir letrozol"], "letrozol"),
        ("es", ["metformina", "no, y aspirina"], "aspirina"),
        ("ar", ["تاموكسيفين", "ميتفورمين", "قصدي ليتروزول"], "ليتروزول"),
        ("ar", ["ميتفورمين", "لا، وأسبرين"], "وأسبرين"),
        ("ar", ["ميتفورمين", "لا، وبنادول 500"], "وبنادول 500"),
    ],
)
def test_where_nobody_knows_which_line_was_meant_it_is_one_more(language: str, texts: list[str], more: str):
    chat = telling.told(language, "medications", texts[0])
    for text in texts[1:]:
        chat.patient_writes(text)
    assert lines(chat) == [*texts[:-1], more]


@pytest.mark.parametrize(
    ("language", "texts", "left"),
    [
        ("en", ["warfarin 5 mg", "no, every other day"], "warfarin 5 mg, every other day"),
        ("en", ["warfarin", "no, 5 mg"], "warfarin 5 mg"),
        ("en", ["warfarin 5 mg", "it's 9 am"], "warfarin 5 mg, 9 am"),
        ("en", ["warfarin 5 mg at 8 am", "it's 9 am"], "warfarin 5 mg at 9 am"),
        ("en", ["tamoxifen 20 mg", "no, 10 not 20"], "tamoxifen 10 mg"),
        ("es", ["warfarina 5 mg", "perdón, a las 9"], "warfarina 5 mg, a las 9"),
        ("es", ["tamoxifeno 20 mg", "no es 20, es 10"], "tamoxifeno 10 mg"),
        ("ar", ["وارفارين", "لا، مرتين باليوم"], "وارفارين, مرتين باليوم"),
        ("ar", ["تاموكسيفين 20", "لا، 10 مش 20"], "تاموكسيفين 10"),
    ],
)
def test_what_names_no_medicine_changes_only_what_it_says(language: str, texts: list[str], left: str):
    chat = telling.told(language, "medications", texts[0])
    chat.patient_writes(texts[1])
    assert lines(chat) == [left]


@pytest.mark.parametrize(
    ("language", "texts", "left"),
    [
        ("en", ["tamoxifen", "warfarin", "remove both"], []),
        ("en", ["tamoxifen", "warfarin", "remove the first"], ["warfarin"]),
        ("en", ["tamoxifen", "warfarin", "delete everything on the list"], ["tamoxifen", "warfarin"]),
        ("en", ["tamoxifen", "warfarin", "aspirin", "remove tamoxifen and warfarin"], ["aspirin"]),
        ("en", ["tamoxifen", "warfarin", "aspirin", "remove both"], ["tamoxifen", "warfarin", "aspirin"]),
        ("en", ["tamoxifen", "warfarin", "remove tamoxifin"], ["warfarin"]),
        ("en", ["tamoxifen", "remove the blue one"], ["tamoxifen"]),
        ("en", ["tamoxifen", "I don't take anything"], ["tamoxifen"]),
        ("en", ["tamoxifen", "actually nothing"], ["tamoxifen"]),
        ("es", ["tamoxifeno", "warfarina", "quite la primera"], ["warfarina"]),
        ("es", ["tamoxifeno", "warfarina", "quite las dos"], []),
        ("es", ["tamoxifeno", "no tomo nada"], ["tamoxifeno"]),
        ("ar", ["تاموكسيفين", "وارفارين", "شيل الأول"], ["وارفارين"]),
        ("ar", ["تاموكسيفين", "ميتفورمين", "شيل التاموكسيفين والميتفورمين"], []),
        ("ar", ["تاموكسيفين", "ما باخد شي"], ["تاموكسيفين"]),
    ],
)
def test_what_lets_go_of_lines_is_done_or_asked_about_and_is_no_line(language: str, texts: list[str], left: list[str]):
    chat = telling.told(language, "medications", texts[0])
    for text in texts[1:]:
        chat.patient_writes(text)
    assert lines(chat) == left


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
