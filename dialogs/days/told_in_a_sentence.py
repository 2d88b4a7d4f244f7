"""The one day that a sentence names, whatever else it says: "they called: it's on April 9 at 10 in Houston"."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.content.day_words import DayWords

_OF_A_NUMBER = ("figure", "number", "and")
_MOST = 31


def day_in_words(text: str, words: DayWords) -> str:
    """The number and the month that stand side by side, with the weekday and the year beside them.

    Empty where there are none, where two days are named, or one more by its number alone: "the 9th or the 10th of May".
    """
    said = words.in_single_words(text)
    kinds = [words.stands_for(word)[0] for word in said]
    spans = {span for at, kind in enumerate(kinds) if kind == "in_month" for span in _days_at(at, said, kinds, words)}
    days = {tuple(words.read(" ".join(said[begin:end]))) for begin, end in spans}
    if len(days) != 1:
        return ""
    begin, end = min(spans)
    is_one_of_two = _is_joined(said, begin, -1, words) or _is_joined(said, end - 1, 1, words)
    beside = [*said[:begin], "", *said[end:]]
    return "" if is_one_of_two or _names_a_number(beside, words) else " ".join(_widened(said, kinds, begin, end, words))


def _days_at(month: int, said: Sequence[str], kinds: Sequence[str], words: DayWords) -> list[tuple[int, int]]:
    """The days that a month's name belongs to: that of the number before it, or of the one behind it."""
    of, the = _single(words.of), _single(words.the_day)
    last = _back(month, said, of)
    first = last
    while first > 0 and kinds[first - 1] in _OF_A_NUMBER:
        first -= 1
    before = [(first, month + 1)] if _is_a_day(said[first:last], words) else []
    if before and last < month:  # "9 de abril 10": the "of" tells which of the two is the day
        return before
    behind = month + 1
    while behind < len(said) and said[behind] in the:
        behind += 1
    end = behind
    while end < len(said) and kinds[end] in _OF_A_NUMBER:
        end += 1
    return before + ([(month, end)] if _is_a_day(said[behind:end], words) else [])


def _back(at: int, said: Sequence[str], passed: frozenset[str]) -> int:
    while at > 0 and said[at - 1] in passed:
        at -= 1
    return at


def _is_a_day(said: Sequence[str], words: DayWords) -> bool:
    read = words.read(" ".join(said))
    return len(read) == 1 and read[0][0] == "number" and 1 <= read[0][1] <= _MOST


def _is_joined(said: Sequence[str], at: int, way: int, words: DayWords) -> bool:
    """Whether a number stands beside a day, with "or" or "to" between: "9 or 10 April"."""
    at += way
    while 0 <= at < len(said) and said[at] in _single(words.the_day):
        at += way
    if not 0 <= at + way < len(said) or words.asking.roles.get(said[at]) != "unclear":
        return False
    return words.stands_for(said[at + way])[0] in ("figure", "number")


def _names_a_number(said: Sequence[str], words: DayWords) -> bool:
    """Whether another day is named by its number: "the 6th", "el 6"."""
    numbers = (at for at, word in enumerate(said) if words.stands_for(word)[0] == "figure")
    the = _single(words.the_day)
    return any(not said[at].isdecimal() or (at > 0 and said[at - 1] in the) for at in numbers)


def _widened(said: Sequence[str], kinds: Sequence[str], begin: int, end: int, words: DayWords) -> Sequence[str]:
    """The day with the weekday before it and the year behind it."""
    before = _back(begin, said, _single(words.the_day))
    if before > 0 and kinds[before - 1] == "weekday":
        begin = before - 1
    behind = end
    while behind < len(said) and said[behind] in _single(words.of):
        behind += 1
    if behind < len(said) and kinds[behind] == "year":
        end = behind + 1
    return said[begin:end]


def _single(phrases: Sequence[str]) -> frozenset[str]:
    return frozenset(phrase for phrase in phrases if " " not in phrase)
