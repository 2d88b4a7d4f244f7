"""The names of months and weekdays, held against those that the Unicode CLDR has for a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from babel import Locale, UnknownLocaleError

from dialogs.content.files import Mistakes
from dialogs.content.phrases import plain


def check_months(mistakes: Mistakes, key: str, months: Sequence[Sequence[str]], language: str) -> None:
    """January first: each list has its month's name, and no list another's."""
    _check(mistakes, key, months, _names(language, "months", 1))


def check_weekdays(mistakes: Mistakes, key: str, weekdays: Sequence[Sequence[str]], language: str) -> None:
    """Monday first."""
    _check(mistakes, key, weekdays, _names(language, "days", 0))


def _check(mistakes: Mistakes, key: str, lists: Sequence[Sequence[str]], known: Mapping[int, frozenset[str]]) -> None:
    for place, names in enumerate(lists):
        ours, theirs = {plain(name) for name in names}, known.get(place, frozenset())
        if theirs and not ours & theirs:
            mistakes.note(key, f"the list of {_th(place)} place should have {' or '.join(sorted(theirs))!r} in it")
        for other, its in known.items():
            if found := ours & (its - theirs):
                mistakes.note(key, f"{min(found)!r} stands in {_th(place)} place and belongs in {_th(other)}")


def _names(language: str, what: str, first: int) -> dict[int, frozenset[str]]:
    """The whole names by their place from 0; nothing for a language that CLDR does not know."""
    try:
        found = getattr(Locale.parse(language), what)
    except (UnknownLocaleError, ValueError):
        return {}
    return {place: frozenset(_wide(found, place + first)) for place in range(len(found["format"]["wide"]))}


def _wide(found: Mapping[str, Mapping[str, Mapping[int, str]]], number: int) -> Iterator[str]:
    for context in ("format", "stand-alone"):
        yield plain(found[context]["wide"][number])


def _th(place: int) -> str:
    return f"{place + 1}{ {0: 'st', 1: 'nd', 2: 'rd'}.get(place, 'th') }"
