"""A week begins on another day elsewhere, and with it "Sunday next week"."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dialogs.case.case import Case
from dialogs.days.coming_days import understand
from dialogs.days.weeks import first_day
from dialogs.days.zones import Halves, Places
from tests.chat import DAYS

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
A_WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("language", "country", "begins"),
    [
        ("", "", MONDAY),
        ("", "us", SUNDAY),
        ("", "uk", MONDAY),
        ("es", "", MONDAY),
        ("es", "us", SUNDAY),
        ("ar", "", SATURDAY),
        ("ar", "other", SATURDAY),
    ],
)
def test_a_week_begins_as_it_does_where_the_patient_lives(language: str, country: str, begins: int):
    assert first_day(Case(language=language, country=country)) == begins


def test_a_day_of_next_week_is_counted_from_where_the_week_begins():
    assert understand("Sunday next week", [A_WEDNESDAY], DAYS, MONDAY).days == (date(2026, 3, 15),)
    assert understand("Sunday next week", [A_WEDNESDAY], DAYS, SUNDAY).days == (date(2026, 3, 8),)


def test_a_clock_is_read_in_the_words_and_digits_of_a_language():
    places = Places(
        {"lima": ("America/Lima",)}, ("America/Lima",), ("cerca de", "en"), Halves(("ص", "am"), ("م", "pm"))
    )
    now = datetime(2026, 3, 2, 19, 30, tzinfo=UTC)  # half past two in Lima
    for written in ("14:30", "2:30 pm", "٢:٣٠ م", "un pueblo cerca de Lima"):
        assert places.find(written, now) == ("America/Lima",), written
    assert places.find("2:30 am", now) == ()
