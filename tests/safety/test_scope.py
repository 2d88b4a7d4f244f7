"""Which part of a sentence is about now: what was, what may be and what a report says silence their own part alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.content.ears import read_languages
from dialogs.understanding.safety import Ears, Kind, Sure

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def rules() -> Ears:
    """The rules of all languages, without what was learned."""
    return Ears(read_languages(CONTENT))


@pytest.mark.parametrize(
    "text",
    [
        "i cant breathe",
        "I CAN’T BREATHE",
        "Last year I fainted, and now I can't breathe",
        "last year i fainted and now i cant breathe",
        "Last year it was fine, but I can't breathe",
        "The report says he had a stroke last year. I can't breathe",
        "What if this is nothing? I can't breathe",
        "the disc is at St Mary's\nI can't breathe",
        "i cant braethe",
        "no puedo respirar",
        "El año pasado me desmayé, pero ahora no puedo respirar",
        "لا أستطيع التَّنَفُّس",
        "العام الماضي أغمي علي والآن لا أستطيع التنفس",
    ],
)
def test_an_emergency_of_now_is_heard_whatever_stands_beside_it(rules: Ears, text: str):
    heard = rules.hear(text)
    assert (heard.kind, heard.sure) == (Kind.EMERGENCY, Sure.HARD)


@pytest.mark.parametrize(
    "text",
    [
        "Last year I had chest pain and was admitted",
        "What if I can't breathe?",
        "The leaflet says chest pain and shortness of breath at rest",
        "the nurse asked if I had chest pain",
        "In 2019 he had a seizure",
        "El año pasado tuve dolor en el pecho",
        "ماذا لو لم أستطع التنفس",
        "Here is the CT of my chest from March",
        "",
        "   \n",
    ],
)
def test_what_is_over_supposed_or_read_is_not(rules: Ears, text: str):
    assert not rules.hear(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "38,5",
        "38.5 °C",
        "101.2 °F",
        "102F",
        "fever 38",
        "temp 39,4",
        "Temperature: 100.4",
        "temperature of a hundred and three",
        "her temp is thirty nine",
        "tengo 39 de fiebre",
        "treinta y nueve de fiebre",
        "حرارتي ٣٩٫٢",
        "حرارتي تسعة وثلاثين",
    ],
)
def test_a_fever_is_heard_in_figures_and_words_of_every_language(rules: Ears, text: str):
    assert rules.hear(text).kind is Kind.CALL_TEAM


@pytest.mark.parametrize(
    "text",
    [
        "temperature 36.8",
        "temp 98.6 today, normal",
        "fever 99.1",
        "38",
        "39 pages of records",
        "I am 39 years old",
        "blood pressure 100/60",
        "room 102",
        "the freezer keeps a temperature of 39",
        "in 2039",
    ],
)
def test_other_numbers_and_lower_temperatures_are_not(rules: Ears, text: str):
    assert not rules.hear(text).urgent


@pytest.mark.parametrize("text", ["I want to die", "Me quiero morir", "أريد أن أموت", "what if I kill myself", "kms"])
def test_a_wish_to_die_is_a_crisis_also_where_it_is_only_supposed(text: str):
    from dialogs.content.ears import read_ears

    assert read_ears(CONTENT).hear(text).kind is Kind.CRISIS


def test_the_language_of_what_was_heard_is_told(rules: Ears):
    said = {"en": "I can't breathe", "es": "no puedo respirar", "ar": "لا أستطيع التنفس"}
    assert {language: rules.hear(text).language for language, text in said.items()} == {each: each for each in said}
    assert "911" in rules.line(rules.hear(said["es"]))


def test_ears_without_rules_and_without_a_model_hear_nothing():
    assert not Ears().hear("I can't breathe").urgent
    assert Ears().hear("").sure is None
