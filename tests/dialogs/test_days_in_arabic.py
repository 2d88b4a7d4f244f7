"""Days as people write them in Arabic: two weeks are one word, "ago" stands in front, months have three names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogs.content.day_words import DayWords, read_days
from dialogs.days.asked_lines import AskedLine, read
from dialogs.days.coming_days import understand

TODAY = date(2026, 11, 26)  # a Thursday


@pytest.fixture(scope="module")
def words() -> DayWords:
    return read_days(Path(__file__).parents[2] / "content" / "ar" / "days.toml")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("بعد أسبوعين", date(2026, 12, 10)),
        ("كمان شهر", date(2026, 12, 26)),
        ("بعد خمسة وعشرين يوما", date(2026, 12, 21)),
        ("يوم الاثنين الجاي", date(2026, 11, 30)),
        ("الثلاثاء القادم الساعة ٩ صباحا", date(2026, 12, 1)),
        ("٥ كانون الثاني", date(2027, 1, 5)),
        ("يوم 5 يناير", date(2027, 1, 5)),
        ("20 شهر 12", date(2026, 12, 20)),
    ],
)
def test_a_coming_day(words: DayWords, text: str, day: date):
    assert understand(text, [TODAY], words).days == (day,)


@pytest.mark.parametrize("text", ["قبل يومين", "امبارح", "من أسبوعين"])
def test_a_day_that_is_over(words: DayWords, text: str):
    assert understand(text, [TODAY], words).why_not == "past"


def test_when_it_was_asked_and_when_it_should_come(words: DayWords):
    told = read("طلبته يوم الاثنين وقالوا بعد أسبوعين", TODAY, words)
    assert told == AskedLine(date(2026, 11, 23), date(2026, 12, 7), "", says_when=True)
    told = read("رحت لهم قبل أسبوع", TODAY, words)
    assert told == AskedLine(date(2026, 11, 19), None, "in_person", says_when=True)
