"""A day in a patient's own words is understood, or asked about: never guessed in silence."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.coming_days import FURTHEST, understand
from dialogs.day_words import read_days
from tests.dialogs.phrasings import HELD_BACK, TUNED

WORDS = read_days(Path(__file__).resolve().parents[2] / "content" / "en" / "days.toml")
A_WEDNESDAY = date(2026, 11, 25)


def days(text: str, today: date = A_WEDNESDAY) -> list[str]:
    return [day.isoformat() for day in understand(text, today, WORDS).days]


@pytest.mark.parametrize(("text", "meant"), TUNED)
def test_what_the_words_were_written_with_is_understood(text: str, meant: list[str]):
    assert days(text) == meant


def test_most_of_what_was_held_back_is_understood_and_nearly_nothing_is_taken_for_another_day(
    capsys: pytest.CaptureFixture[str],
):
    right = [text for text, meant in HELD_BACK if days(text) == meant]
    wrong = [text for text, meant in HELD_BACK if days(text) and days(text)[0] not in meant]
    with capsys.disabled():
        print(f"\ndays, held out: {len(right)} of {len(HELD_BACK)} understood, {len(wrong)} taken for another day")
    assert len(right) / len(HELD_BACK) >= 0.9
    assert len(wrong) <= 1


@pytest.mark.parametrize(
    ("text", "why_not"),
    [
        ("5", "unclear"),
        ("may", "unclear"),
        ("1 November 2026", "past"),
        ("yesterday", "past"),
        ("3 May 2037", "too_far"),
    ],
)
def test_what_is_no_coming_day_says_why(text: str, why_not: str):
    assert understand(text, A_WEDNESDAY, WORDS).why_not == why_not


@pytest.mark.parametrize("today", [date(2028, 2, 28), date(2028, 2, 29), date(2026, 12, 31)])
def test_leap_days_and_year_ends_are_counted_right(today: date):
    assert days("tomorrow", today) == [(today + timedelta(days=1)).isoformat()]
    assert days("in a month", date(2027, 1, 31)) == ["2027-02-28"]
    assert days("29 February", A_WEDNESDAY) == ["2028-02-29"]


@given(st.text(max_size=60), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_any_text_ends_in_coming_days_or_a_reason(text: str, today: date):
    found = understand(text, today, WORDS)
    assert bool(found.days) != bool(found.why_not)
    assert all(0 <= (day - today).days <= FURTHEST for day in found.days)


@given(st.dates(date(2026, 11, 25), date(2027, 8, 1)))
def test_every_coming_day_written_out_is_that_day(day: date):
    assert days(f"{day:%A} {day.day} {day:%B}") == [day.isoformat()]
    assert days(day.isoformat()) == [day.isoformat()]
