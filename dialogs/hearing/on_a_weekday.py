"""On which day of the week somebody wants to be reminded: "yes, but on Mondays"."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.content.day_words import DayWords
from dialogs.content.phrases import has_a_question_mark
from dialogs.hearing.pressing import Pressing, key_of
from dialogs.roads.reminders.path import ONCE_A_WEEK, REMINDERS, SETTINGS

_OTHER_DAYS = frozenset({"in_month", "year", "today", "tomorrow", "yesterday"})


def pressed_on_a_weekday(case: Case, text: str, pressing: Pressing, words: DayWords) -> Shown | None:
    """The button of once a week that a text means without its weekday, which its data carries then."""
    if case.step not in (REMINDERS, SETTINGS) or has_a_question_mark(text):
        return None
    said = words.in_single_words(text)
    stand_for = [words.stands_for(word) for word in said]
    weekdays = {number for kind, number in stand_for if kind == "weekday"}
    if len(weekdays) != 1 or any(kind in _OTHER_DAYS for kind, _ in stand_for):
        return None
    passed = {*words.the_day, *words.but, "on"}
    left = [word for word, (kind, _) in zip(said, stand_for, strict=True) if kind != "weekday" and word not in passed]
    weekly = next((shown for shown in case.keyboard if key_of(shown) in ONCE_A_WEEK), None)
    shown = pressing.meant(case, " ".join(left))[0] if left else weekly
    if shown is None or key_of(shown) not in ONCE_A_WEEK:
        return None
    return replace(shown, data=f"{shown.data}/{weekdays.pop()}")
