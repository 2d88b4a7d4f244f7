"""A month on a keyboard: every day to come is there once, none that is past, and Telegram takes it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dialogs.days.month import A_ROW, day_of, grid, month_of

TODAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1))


@given(TODAYS, st.integers(0, 24))
def test_every_day_to_come_of_that_month_is_there_once_and_no_other(today: date, ahead: int):
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    first = date(year, month + 1, 1)
    buttons = [button for row in grid("date", first, today) for button in row]
    days = [day for button in buttons if button.data.startswith("date/day/") and (day := day_of(button.data[9:]))]
    expected = [first + timedelta(days=each) for each in range(31)]
    assert days == [day for day in expected if day.month == first.month and day >= today]
    assert all(len(button.data.encode()) <= 64 for button in buttons)
    assert len(buttons) <= 100, "Telegram shows no more"
    turn, *rows = grid("date", first, today)
    assert [button.data.startswith("date/month/") for button in turn] == [True] * (2 if first > today else 1)
    assert all(len(row) == A_ROW for row in rows[:-1])
    assert 1 <= len(rows[-1]) <= A_ROW
    assert A_ROW <= 5, "a phone breaks a number in two where more stand in a row"


@given(TODAYS)
def test_nobody_leafs_back_into_the_past_or_on_for_ever(today: date):
    assert month_of(f"{today:%Y-%m}", today) == today.replace(day=1)
    assert month_of(f"{today.replace(day=1) - timedelta(days=1):%Y-%m}", today) is None
    assert month_of(f"{today.year + 3}-01", today) is None
    assert f"date/month/{today.replace(day=1) - timedelta(days=1):%Y-%m}" not in [
        button.data for row in grid("date", today, today) for button in row
    ]


@given(st.text(max_size=12))
def test_what_a_forged_button_names_is_a_month_and_a_day_or_nothing(text: str):
    day_of(text)
    month_of(text, date(2026, 3, 2))
