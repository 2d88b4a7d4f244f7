"""Days of papers as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.content.day_words import DayWords
from dialogs.days import past_days
from dialogs.days.past_days import Read
from tests.chat import DAYS

TODAY = date(2026, 11, 25)


def read(text: str, today: date, words: DayWords = DAYS) -> Read:
    return past_days.read(text, today, words)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-12", "2026-03-12"),
        ("2026/3/12", "2026-03-12"),
        ("12 March 2026", "2026-03-12"),
        ("12th of march, 2026", "2026-03-12"),
        ("  12   MAR 26. ", "2026-03-12"),
        ("March 12, 2026", "2026-03-12"),
        ("Sept. 1 2025", "2025-09-01"),
        ("1-Jan-2024", "2024-01-01"),
        ("13/5/2026", "2026-05-13"),
        ("5.13.2026", "2026-05-13"),
        ("5/5/2026", "2026-05-05"),
        ("29 Feb 2024", "2024-02-29"),
        ("25 November 2026", "2026-11-25"),
    ],
)
def test_one_day_is_understood(text: str, day: str):
    assert read(text, TODAY).days == (day,)


def test_two_days_are_both_named():
    assert read("3/5/2026", TODAY).days == ("2026-03-05", "2026-05-03")


def test_of_two_days_one_of_which_is_still_to_come_the_other_is_meant():
    assert read("1/12/2026", TODAY).days == ("2026-01-12",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        *((text, "no_day") for text in ("3/2026", "March 2026", "2026", "2026-03")),
        *((text, "future") for text in ("26 November 2026", "2030-01-01", "1/1/2031")),
        *(
            (text, "unclear")
            for text in ("", "soon", "30 February 2026", "31/31/2020", "12 mars 2026", "1 ma 2026", "1/1/1800", "٣/٣/٢")
        ),
    ],
)
def test_what_is_no_past_day_says_why(text: str, problem: str):
    found = read(text, TODAY)
    assert found.days == ()
    assert found.problem == problem


@given(st.text(max_size=30))
def test_whatever_is_written_every_day_found_is_a_day_in_the_past(text: str):
    found = read(text, TODAY)
    assert bool(found.days) != bool(found.problem)
    assert all(date.fromisoformat(day) <= TODAY for day in found.days)


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_every_past_day_written_out_is_understood(day: date):
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y"):
        assert read(day.strftime(form), TODAY).days == (day.isoformat(),)
