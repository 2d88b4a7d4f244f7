"""A day in a patient's own words is understood, or asked about: never guessed in silence."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.content.day_words import read_days
from dialogs.days.coming_days import understand
from dialogs.days.reckoning import FURTHEST
from tests.dialogs.phrasings import HELD_BACK, LATER, TUNED

WORDS = read_days(Path(__file__).resolve().parents[2] / "content" / "en" / "days.toml")
A_WEDNESDAY = date(2026, 11, 25)


def days(text: str, today: date = A_WEDNESDAY) -> list[str]:
    return [day.isoformat() for day in understand(text, [today], WORDS).days]


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


def test_of_what_was_written_later_nearly_all_is_understood_and_nothing_is_taken_for_another_day():
    assert not [text for text, meant in LATER if days(text) and days(text)[0] not in meant]
    assert sum(days(text) == meant for text, meant in LATER) / len(LATER) >= 0.9


TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
BELOW = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)


def in_words(number: int) -> str:
    if number >= 100:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{BELOW[number // 100]} hundred{rest}"
    return BELOW[number] if number < len(BELOW) else f"{TENS[number // 10]}-{BELOW[number % 10]}".strip("-")


@pytest.mark.parametrize("saying", ["in {} days", "within {} days", "{} days from now"])
def test_every_number_of_days_up_to_a_year_is_read_in_words(saying: str):
    for number in range(2, 366):
        meant = (A_WEDNESDAY + timedelta(days=number)).isoformat()
        assert days(saying.format(in_words(number))) == [meant]
        assert days(saying.format(in_words(number).replace("-", " ").replace(" and", ""))) == [meant]


words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@given(words.filter(lambda word: word not in WORDS.tokens))
def test_a_number_word_that_is_not_known_is_never_taken_for_one(word: str):
    assert days(f"in {word} days") == []
    assert days(f"within a {word} weeks") == []


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
    assert understand(text, [A_WEDNESDAY], WORDS).why_not == why_not


@pytest.mark.parametrize("today", [date(2028, 2, 28), date(2028, 2, 29), date(2026, 12, 31)])
def test_leap_days_and_year_ends_are_counted_right(today: date):
    assert days("tomorrow", today) == [(today + timedelta(days=1)).isoformat()]
    assert days("in a month", date(2027, 1, 31)) == ["2027-02-28"]
    assert days("29 February", A_WEDNESDAY) == ["2028-02-29"]


@given(st.text(max_size=60), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_any_text_ends_in_coming_days_or_a_reason(text: str, today: date):
    found = understand(text, [today], WORDS)
    assert bool(found.days) != bool(found.why_not)
    assert all(0 <= (day - today).days <= FURTHEST for day in found.days)


@given(st.dates(date(2026, 11, 25), date(2027, 8, 1)))
def test_every_coming_day_written_out_is_that_day(day: date):
    assert days(f"{day:%A} {day.day} {day:%B}") == [day.isoformat()]
    assert days(day.isoformat()) == [day.isoformat()]
