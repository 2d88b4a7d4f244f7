"""When somebody wants to be reminded, in their own words. Every word has to be known: nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.content.day_words import DayWords
from dialogs.content.phrases import figures_alike, plain
from dialogs.content.word_rows import Row

MORNING, AFTERNOON, EVENING = (8, 12), (12, 17), (17, 21)
PARTS = {"morning": MORNING, "afternoon": AFTERNOON, "evening": EVENING}
EARLIEST, LATEST = 7, 22
"""Hours before and behind which nobody is written to."""
NOON = 12
FIRST_OF_THE_AFTERNOON = 7
""" "After 6" is in the evening, "after 8" in the morning."""
DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
LONGEST_QUIET = 90
SATURDAY, SUNDAY, WEEK = 5, 6, 7
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h]\d{2})?\s*([ap])?\.?\s?(?:m\b\.?|\b)")
_ENDS = re.compile(r"(?<=\d)([ap]m)\b")


@dataclass(frozen=True, slots=True)
class WhenToRemind:
    """What was said of the times; all that was not said is empty."""

    off: frozenset[int] = frozenset()
    on: frozenset[int] = frozenset()
    """Days of the week (0 is Monday) on which none is to come, and on which it may come again."""
    hours: tuple[int, int] = (0, 0)
    """From which hour to which, where 0 leaves one as it was."""
    quiet: int = 0
    """Days in which none is to come."""


def when_to_remind(text: str, words: DayWords) -> WhenToRemind | None:
    """What a text says of the times, and nothing else; None if it says anything else."""
    said = _words_of(text, words)
    return _quiet(said, words) or _weekdays(said, words) or _hours(text, said, words)


def asks_for_one(text: str, words: DayWords) -> bool:
    """Whether a text has a word that asks for a reminder."""
    return words.reminding.said(_words_of(text, words), "remind")


def only_a_day(text: str, words: DayWords) -> str:
    """What is left of a text that asks for a reminder, or says nothing, beside a day; "" if it says anything else.

    "Remind me every Friday" asks for more than one.
    """
    said = words.reminding.without(_words_of(text, words), "remind")
    if words.reminding.said(tuple(plain(text).split()), "every"):
        return ""
    left = [word for word in said if words.stands_for(word)[0] == "other" and word not in words.the_day]
    return "" if words.reminding.without(tuple(left), "passed") else " ".join(said)


def _words_of(text: str, words: DayWords) -> Row:
    return tuple(words.in_single_words(plain(_ENDS.sub(r" \1", figures_alike(text).casefold()))))


def _quiet(said: Row, words: DayWords) -> WhenToRemind | None:
    rest = words.reminding.without(said, "quiet")
    if rest == said:
        return None
    counted = words.read(" ".join(words.reminding.without(rest, "passed", "remind", "never")))
    if not counted or any(kind not in ("number", *DAYS) for kind, _ in counted):
        return None
    spans = [DAYS[kind] for kind, _ in counted if kind in DAYS]
    numbers = [value for kind, value in counted if kind == "number"]
    days = spans[0] * (numbers[0] if numbers else 1) if len(spans) == 1 and len(numbers) < 2 else 0
    return WhenToRemind(quiet=days) if 0 < days <= LONGEST_QUIET else None


def _weekdays(said: Row, words: DayWords) -> WhenToRemind | None:
    reminding = words.reminding
    stands = [words.stands_for(word) for word in said]
    days = {value for kind, value in stands if kind == "weekday"}
    days |= {SATURDAY, SUNDAY} if reminding.said(said, "weekend") else set()
    left = tuple(word for word, (kind, _) in zip(said, stands, strict=True) if kind != "weekday")
    left = reminding.without(left, "remind")  # "remind me again on Friday" lets no Friday be
    is_off, is_on = (reminding.said(left, key) for key in ("never", "again"))
    if not 0 < len(days) < WEEK or not (is_off or is_on):
        return None
    if reminding.without(left, "never", "again", "weekend", "passed", "every"):
        return None
    return WhenToRemind(off=frozenset(days)) if is_off else WhenToRemind(on=frozenset(days))


def _hours(text: str, said: Row, words: DayWords) -> WhenToRemind | None:
    reminding = words.reminding
    parts = [key for key in PARTS if reminding.said(said, key)]
    figures = [word for word in said if word[:1].isdecimal()]
    is_never = reminding.said(said, "never")
    keys = ("after", "before", *PARTS, "passed", "every", "remind", "never")
    left = [
        word for word in reminding.without(said, *keys) if word not in figures and words.stands_for(word)[0] != "in"
    ]
    if left or len(figures) > 1 or len(parts) > 1:
        return None
    if not figures:
        is_more = len(said) > 1  # "morning!" may be a greeting
        return WhenToRemind(hours=PARTS[parts[0]]) if parts and is_more and not is_never else None
    bounds = [reminding.said(said, key) for key in ("after", "before")]
    hour = _hour(text, parts[0] if parts else "", reminding.said(said, "after"))
    if sum(bounds) != 1 or not EARLIEST <= hour < LATEST:
        return None
    begins = bounds[0] != is_never  # "not before 10" is from 10
    return WhenToRemind(hours=(hour, 0) if begins else (0, hour))


def _hour(text: str, part: str, is_after: bool) -> int:
    """The hour of the day: "6pm" and "6 in the evening" are 18, and so is "after 6"; -1 if there is none."""
    found = _CLOCK.search(figures_alike(text).casefold())
    if found is None:
        return -1
    hour, half = int(found[1]), found[2]
    is_late = half == "p" or (
        not half and (part in ("afternoon", "evening") or (not part and hour < FIRST_OF_THE_AFTERNOON))
    )
    return hour + NOON if is_late and hour < NOON else hour
