"""How often somebody wants to be reminded, and on which day of the week, in their own words."""

from __future__ import annotations

import pytest

from tests.conversations import telling

MONDAY = 0


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "every other week", 14),
        ("en", "once every fifteen days", 14),
        ("en", "every three days", 3),
        ("es", "cada 15 días", 14),
        ("ar", "كل ١٥ يوم", 14),
    ],
)
def test_a_pace_that_stands_on_no_button_may_be_said(language: str, text: str, days: int):
    reminders = telling.told(language, "reminders", text).case.reminders
    assert reminders is not None
    assert reminders.every_days == days


@telling.each(
    {
        "en": ["yes but on mondays", "once a week on mondays", "mondays"],
        "es": ["sí pero los lunes", "una vez por semana, los lunes"],
        "ar": ["اي بس الاتنين", "مرة بالاسبوع يوم الاثنين"],
    }
)
def test_the_first_comes_on_the_weekday_that_is_named_and_the_others_a_week_apart(language: str, text: str):
    reminders = telling.told(language, "reminders", text).case.reminders
    assert reminders is not None
    assert reminders.due is not None
    assert (reminders.every_days, reminders.due.weekday()) == (7, MONDAY)


@telling.each({"en": ["not on mondays", "should I on mondays?"], "es": ["los lunes no"], "ar": ["مش الاتنين"]})
def test_a_weekday_that_is_denied_or_asked_about_starts_nothing(language: str, text: str):
    assert telling.told(language, "reminders", text).case.reminders is None
