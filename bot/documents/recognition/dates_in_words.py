"""Days as letters and forms write them out: "a los 3 días del mes de marzo de 2026", "Lima, a 3 de agosto de 2026"."""

from __future__ import annotations

import re
from itertools import takewhile

from bot.documents.recognition.lines import begins_as_names_do, folded
from bot.documents.recognition.rules import Rules

_LONGEST = 90
"""Characters of a line that is a place and a day."""
_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_MARKS = frozenset(",.،/-–:()’'º°")
_MOST_PASSED = 6  # pieces
_MOST_OF_A_PLACE = 5  # words
_LONGEST_ENDING = 2  # letters, of "3rd" and "1er"
_LONGEST_NAME = 2  # words, of a month

Piece = tuple[str, int, int]


def in_words(text: str, rules: Rules) -> tuple[tuple[str, int, str], int] | None:
    """Year, month and day of a date with its month in letters, and where it ends; weekdays are passed over."""
    pieces = _pieces(text)
    at = _passed(pieces, 0, rules)
    day, month = "", 0
    while at < len(pieces):
        piece, _, end = pieces[at]
        if named := _month(pieces, at, rules):
            if month and month != named[0]:
                return None
            month, at = named  # "آب/أغسطس": one month in both its names
        elif day and month:
            return ((piece, month, day), end) if piece.isdecimal() and len(piece) == len("2026") else None
        elif piece.isdecimal() and len(piece) <= len("31") and not day:
            day = piece
            at = _behind_an_ending(pieces, at)
        else:
            return None
        at = _passed(pieces, at, rules)
    return None


def without_a_weekday(text: str, rules: Rules) -> str:
    """A value from its first figure on, where only weekdays and the like stand before it; else nothing."""
    pieces = _pieces(text)
    at = _passed(pieces, 0, rules)
    return text[pieces[at][1] :] if 0 < at < len(pieces) and pieces[at][0].isdecimal() else ""


def places_of_dates(text: str, rules: Rules) -> list[int]:
    """Where in a line a date may begin that goes to its end: at its first figure, or at a month before that."""
    places = list[int]()
    for piece, start, _ in _pieces(text) if len(text) <= _LONGEST else ():
        if piece.isdecimal() or piece in rules.months:
            places.append(start)
        if piece.isdecimal():
            break
    return places


def is_a_place(before: str, rules: Rules) -> tuple[bool, bool]:
    """Whether what stands before a date is nothing or a place, and whether a word says that it is the day of writing.

    A place is at most five words with a capital of which none is a word of papers: "Cirugía, 3 de marzo" is none.
    """
    pieces = _pieces(before)
    between = [each for each, _, _ in takewhile(lambda piece: _is_small(piece[0], rules), reversed(pieces))]
    said = any(each in rules.at_dates for each in between)
    divided = any(each in ",،" for each in between) or (said and not _may_be_a_deed(before, pieces, rules))
    words = [each for each in pieces if not _is_small(each[0], rules)]
    if not words:
        return True, False
    sound = all(
        piece in rules.joining
        or (begins_as_names_do(before[start:]) and not _is_of_papers(piece, rules) and piece.isalpha())
        for piece, start, _ in words
    )
    return divided and sound and len(words) <= _MOST_OF_A_PLACE, said


def _may_be_a_deed(before: str, pieces: list[Piece], rules: Rules) -> bool:
    """ "Copied on 13/3/2026" names no place; one stands before a comma, or behind a word ("En Madrid a 3 de marzo")."""
    first = before[pieces[0][1]]
    return first.isupper() and not _is_small(pieces[0][0], rules)


def _is_small(piece: str, rules: Rules) -> bool:
    return piece in _MARKS or piece in rules.with_dates or piece in rules.at_dates


def _is_of_papers(word: str, rules: Rules) -> bool:
    """Whether papers are recognised by it; but "San" is in names of people, and of cities too."""
    return len(word) > 1 and word in rules.words and word not in rules.particles


def _pieces(text: str) -> list[Piece]:
    return [(each.group(), *each.span()) for each in _PIECE.finditer(folded(text[:_LONGEST]))]


def _passed(pieces: list[Piece], at: int, rules: Rules) -> int:
    end = min(len(pieces), at + _MOST_PASSED)
    while at < end and (pieces[at][0] in _MARKS or pieces[at][0] in rules.with_dates):
        at += 1
    return at


def _behind_an_ending(pieces: list[Piece], at: int) -> int:
    """Behind a number, and behind "rd" or "er" that touches it."""
    ending = pieces[at + 1] if at + 1 < len(pieces) else ("", 0, 0)
    touches = ending[0].isalpha() and len(ending[0]) <= _LONGEST_ENDING and ending[1] == pieces[at][2]
    return at + 2 if touches else at + 1


def _month(pieces: list[Piece], at: int, rules: Rules) -> tuple[int, int] | None:
    """Which month is named here, and what comes behind it; the longer name first, as "كانون الثاني"."""
    for words in range(_LONGEST_NAME, 0, -1):
        if number := rules.months.get(" ".join(piece for piece, _, _ in pieces[at : at + words])):
            return number, at + words
    return None
