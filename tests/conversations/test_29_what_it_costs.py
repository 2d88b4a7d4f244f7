"""Where a day is asked for, what something costs is no day, in the money and the words of any country."""

from __future__ import annotations

from dialogs.content.money import without_money
from tests import real
from tests.conversations import telling


@telling.each(
    {
        "en": ["the disc costs 20 dollars", "I have no money for this, 20 dollars"],
        "es": ["el disco cuesta 15 soles", "no tengo dinero, cuesta 20 dolares"],
        "ar": ["ما معي فلوس، بدهم 20 جنيه", "القرص غالي ب 20 ريال"],
    }
)
def test_a_price_is_not_taken_for_a_day_that_is_unclear(language: str, text: str):
    assert telling.names(telling.told(language, "date", text)) == ["text_unplaced"]


@telling.each(
    {
        "en": ["they want 20 dollars", "$20 for it", "it is 20€", "20 quid"],
        "es": ["cobran 20 dólares", "cuesta 20 dolares", "son 30 quetzales el cd", "cuesta 12 mil pesos"],
        "ar": ["بدهم ٢٠ ريال", "الثمن 10 دنانير", "بدهم 12 ألف ليرة"],
    }
)
def test_no_figure_of_a_price_is_left(language: str, text: str):
    words = real.content(language).days
    assert not any(map(str.isdecimal, without_money(text, words.every_money)))


@telling.each({"en": ["20 May", "the 20th"], "es": ["20 de mayo", "el 20"], "ar": ["20 أيار", "يوم 20"]})
def test_a_day_stays(language: str, text: str):
    assert "20" in without_money(text, real.content(language).days.every_money)
