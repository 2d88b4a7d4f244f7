"""A temperature in a text, in figures or words, Celsius or Fahrenheit: whether it is a fever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.understanding.safety.phrasebook import Phrasebook, pieces

FEVER, WARM, NO_FEVER = "fever_38", "warm_37", "no_fever"
"""Words that stand for a temperature of 38 °C (100.4 °F) or more, of 37.5 °C or more, and for a lower one."""
CELSIUS, FAHRENHEIT = (34.0, 44.0), (94.0, 112.0)
FEVER_CELSIUS, FEVER_FAHRENHEIT, WARM_CELSIUS = 38.0, 100.4, 37.5
FEWEST_WORDS = 3
"""A number with a point, and hardly a word beside it, is a temperature too."""


@dataclass(frozen=True)
class Temperature:
    """Knows the words beside which a number is a temperature, and numbers said in words."""

    about: Sequence[str] = ()
    units: Sequence[str] = ()
    counted: Sequence[str] = ()
    """What is counted and is no temperature: years, pages, milligrams."""
    not_of_people: Sequence[str] = ()
    """Beside these it is another temperature: of a room, of a fridge."""
    numbers: Mapping[str, float] = field(default_factory=dict)
    _book: Phrasebook = field(init=False, repr=False, compare=False)
    _told_by: frozenset[str] = field(init=False, repr=False, compare=False)
    """A word of each number that is said in words: where none of them is, there is no such number."""

    def __post_init__(self) -> None:
        lists = (self.about, self.units, self.counted, self.not_of_people, *([said] for said in self.numbers))
        object.__setattr__(self, "_book", Phrasebook(lists))
        told_by = (max((piece for piece, _ in pieces(said)), key=len) for said in self.numbers)
        object.__setattr__(self, "_told_by", frozenset(told_by))

    def marked(self, words: list[str]) -> tuple[list[str], list[int]]:
        """A sentence with a word for each temperature behind it, and where each of its words and its end stand now."""
        values = dict(self._values(words))
        if not values:
            return words, list(range(len(words) + 1))
        marked: list[str] = []
        places: list[int] = []
        for place, word in enumerate(words):
            places.append(len(marked))
            marked.append(word)
            if place in values:
                marked.append(values[place])
        return marked, [*places, len(marked)]

    def _values(self, words: list[str]) -> Iterator[tuple[int, str]]:
        if "".join(words).isalpha() and self._told_by.isdisjoint(words):
            return
        figures = [
            (at, at + 1, value)
            for at, word in enumerate(words)
            if (value := _figure(word)) is not None and _named(value)
        ]
        if not figures and self._told_by.isdisjoint(words):
            return
        found = list(self._book.found([(word,) for word in words]))
        if any(number == 3 for number, _, __ in found):
            return
        about = any(number == 0 for number, _, __ in found)
        said = tuple(self.numbers.values())
        figures += [(start, end, said[number - 4]) for number, start, end in found if number > 3]
        starts = {number: {start for each, start, _ in found if each == number} for number in (1, 2)}
        for start, end, value in figures:
            if end in starts[2] or "/" in words[start - 1 : start] or words[end : end + 1] == ["/"]:
                continue
            lone = value != int(value) and len(words) <= FEWEST_WORDS
            if not (about or end in starts[1] or lone):
                continue
            if word := _named(value):
                yield end - 1, word


def together(languages: Sequence[Temperature]) -> Temperature:
    """The words of several languages as one."""
    return Temperature(
        [word for each in languages for word in each.about],
        [word for each in languages for word in each.units],
        [word for each in languages for word in each.counted],
        [word for each in languages for word in each.not_of_people],
        {said: value for each in languages for said, value in each.numbers.items()},
    )


def _named(value: float) -> str:
    if CELSIUS[0] <= value < CELSIUS[1]:
        return FEVER if value >= FEVER_CELSIUS else WARM if value >= WARM_CELSIUS else NO_FEVER
    if FAHRENHEIT[0] <= value < FAHRENHEIT[1]:
        return FEVER if value >= FEVER_FAHRENHEIT else NO_FEVER
    return ""


def _figure(word: str) -> float | None:
    if not word[0].isdigit() or len(word) > 6:
        return None
    return float(word.replace("_", "."))
