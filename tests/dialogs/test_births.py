"""A date of birth is read from what people write around it, and never guessed between two."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.days import births
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


def test_day_and_month_that_can_be_exchanged_stay_two_days_in_a_sentence_too() -> None:
    assert set(births.read("I was born 7/2/54 in Boston", TODAY, DAYS)) == {"1954-02-07", "1954-07-02"}


@pytest.mark.parametrize(
    "text",
    ["", "1954", "born Feb 7", "born 7 Feb 1954, moved here 3 May 1980", "7 Feb 2054", "yesterday", "word " * 5000],
)
def test_what_names_no_day_or_two_of_them_says_none(text: str) -> None:
    assert births.read(text, TODAY, DAYS) == ()
