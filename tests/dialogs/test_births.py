"""A date of birth is read from what people write around it, and never guessed between two."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.content.day_words import read_days
from dialogs.days import births
from tests import real
from tests.chat import DAYS

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "text",
    [
        "February 7, 1954",
        "Feb 7, 54",
        "I was born on February 7, 1954",
        "my birthday is the 7th of February 1954, thank you",
        "born (7 Feb 1954).",
    ],
)
def test_a_day_is_read_whatever_stands_around_it(text: str) -> None:
    assert births.read(text, TODAY, DAYS) == ("1954-02-07",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("it's november twenty eighth 1961", "born on the 28th of november in 1961")),
        *(("es", text) for text in ("el veintiocho de noviembre de 1961", "el 28 de noviembre del año 61")),
        *(("ar", text) for text in ("مواليد ٢٨ تشرين الثاني ١٩٦١", "مواليد ٢٨ تشرين التاني سنة ١٩٦١")),
    ],
)
def test_numbers_in_words_months_of_two_words_and_the_word_year_are_read(language: str, text: str) -> None:
    assert births.read(text, TODAY, read_days(real.FOLDER / language / "days.toml")) == ("1961-11-28",)


def test_day_and_month_that_can_be_exchanged_stay_two_days_in_a_sentence_too() -> None:
    assert set(births.read("I was born 7/2/54 in Boston", TODAY, DAYS)) == {"1954-02-07", "1954-07-02"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("April 9 1950 no 1951", "4 May 1950 no 5 May", "4/9/1950 no 1951")),
        *(("en", text) for text in ("May 4 1950, I mean 1951", "April 9 not May 9 1950", "9 April 1950 no 10")),
        *(("es", text) for text in ("3 de mayo de 1950, perdón, 5 de mayo", "3 de mayo de 1950 no 1951")),
        *(("ar", text) for text in ("9 نيسان 1950 لا 1951", "9 نيسان 1950 مش 10 نيسان")),
    ],
)
def test_a_day_that_is_put_right_in_the_same_breath_is_asked_for_again(language: str, text: str) -> None:
    assert births.read(text, TODAY, read_days(real.FOLDER / language / "days.toml")) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Sorry, it's April 9, 1950"), ("es", "perdón, 9 de abril de 1950"), ("ar", "9 نيسان 1950")],
)
def test_a_day_put_right_alone_is_that_day(language: str, text: str) -> None:
    assert births.read(text, TODAY, read_days(real.FOLDER / language / "days.toml")) == ("1950-04-09",)


@pytest.mark.parametrize(
    "text",
    ["", "1954", "born Feb 7", "born 7 Feb 1954, moved here 3 May 1980", "7 Feb 2054", "yesterday", "word " * 5000],
)
def test_what_names_no_day_or_two_of_them_says_none(text: str) -> None:
    assert births.read(text, TODAY, DAYS) == ()
