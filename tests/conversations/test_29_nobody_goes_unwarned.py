"""Nobody goes unwarned, though the bot was off, its clock wrong, or a warning waits, or cannot be said at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.effects import Forget
from dialogs.events import ClockSetRight, WentAway
from dialogs.roads.keeping.events import DaysRunOut
from dialogs.roads.keeping.expiry import SOON, TOMORROW
from tests.chat import Chat
from tests.conversations.days_kept import DAY, agreed, ends_in, falls_due, is_looked_at, until_the_end


def test_after_months_without_a_bot_nobody_goes_unwarned(chat: Chat) -> None:
    acted = agreed(chat)
    assert is_looked_at(chat, acted, acted + 300 * DAY) == [SOON]
    assert chat.said(SOON).values["day"] == (chat.now + 7 * DAY).date()
    assert until_the_end(chat, acted) == [(306, TOMORROW), (307, "gone")]


def test_a_bot_that_was_off_between_the_warnings_leaves_two_days_after_the_last(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.now = acted + 300 * DAY
    assert falls_due(chat, acted) == [TOMORROW]
    assert until_the_end(chat, acted) == [(302, "gone")]


@pytest.mark.parametrize("hours_on", range(0, 24, 5))
def test_warnings_come_in_the_hours_of_the_patients_own_place(chat: Chat, hours_on: int) -> None:
    acted = agreed(chat)
    chat.case = replace(chat.case, zone="Pacific/Auckland")
    said = is_looked_at(chat, acted, acted + 83 * DAY + timedelta(hours=hours_on))
    while not chat.forgotten:
        local = chat.now.astimezone(ZoneInfo("Pacific/Auckland"))
        assert not said or 9 <= local.hour < 20
        said = falls_due(chat, acted)
    assert 9 <= chat.now.astimezone(ZoneInfo("Pacific/Auckland")).hour < 20


def test_a_warning_that_still_waits_to_be_said_begins_the_week_anew(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    assert falls_due(chat, acted, unsaid=True) == []
    assert until_the_end(chat, acted) == [(95, TOMORROW), (96, "gone")]


def test_a_last_warning_that_still_waits_to_be_said_is_waited_for(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    falls_due(chat, acted)
    for _ in range(3):
        assert falls_due(chat, acted, unsaid=True) == []
        assert not chat.forgotten
    falls_due(chat, acted)
    assert chat.forgotten


def is_refused(chat: Chat, name: str) -> None:
    chat.happens(WentAway(chat.now, unsaid=name))


def test_who_blocked_the_bot_is_kept_a_month_longer_tried_once_more_and_then_goes_in_silence(chat: Chat) -> None:
    acted = agreed(chat)
    chat.patient_goes_away()
    assert is_looked_at(chat, acted, acted + 83 * DAY) == [SOON]
    is_refused(chat, SOON)
    assert falls_due(chat, acted) == [SOON]
    assert chat.now - acted >= 113 * DAY
    is_refused(chat, SOON)
    assert falls_due(chat, acted) == []
    assert ends_in(chat) == Forget()
    assert chat.now - acted < 116 * DAY


def test_who_can_be_reached_at_the_second_try_has_a_week_like_anybody(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    is_refused(chat, SOON)
    assert falls_due(chat, acted) == [SOON]
    assert until_the_end(chat, acted) == [(119, TOMORROW), (120, "gone")]


def test_who_blocks_the_bot_after_the_first_warning_was_warned(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    falls_due(chat, acted)
    is_refused(chat, TOMORROW)
    assert until_the_end(chat, acted) == [(90, "gone")]


def test_who_comes_back_in_time_has_everything(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    is_refused(chat, SOON)
    chat.patient_comes_back()
    assert chat.case.expiry is None
    chat.bot_keeps(report=1)


def test_a_clock_that_was_ahead_and_is_right_again_has_warned_of_nothing(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 400 * DAY)
    chat.now = acted + DAY
    chat.happens(ClockSetRight(chat.now))
    assert chat.case.expiry is None
    assert is_looked_at(chat, acted, acted + 84 * DAY) == [SOON]


def test_a_warning_of_a_time_to_come_counts_for_nothing(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 400 * DAY)
    falls_due(chat, acted)
    due = chat.case.expiry.due
    chat.now = acted + 84 * DAY
    chat.happens(DaysRunOut(chat.now, due, acted))  # claimed while the clock was ahead, done once it is right
    assert not chat.forgotten
    chat.bot_says(SOON)
