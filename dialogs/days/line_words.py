"""A line about a request, piece by piece: what each word says of a day, of whom it is said, and of the way to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogs.content.asking_words import AskingWords
from dialogs.content.counted import Token, counted
from dialogs.content.day_words import IN, DayWords
from dialogs.content.phrases import figures_alike, plain
from dialogs.days.coming_days import SPANS

CLOCKS, MONTHS = 24, 12
SHORT = 3
"""Letters of a weekday that may be another word."""
MARK: Token = ("mark", 0)
"""Where a part of the line ends."""
MOST_DIGITS = 6
"""A row of more digits, if it is no day, is a number to call or a reference."""

_ISO = r"(?<![\d./-])(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d/-])"
_FIGURES = (
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?:(?P=sign)(?P<last>\d{4}|\d{2}))?(?![\d/-]|[a-z])"
)
_PIECES = re.compile(
    rf"{_ISO}|{_FIGURES}|(?P<sharp>#|\bno\.\s*(?=\d))|(?P<word>[^\W_]+(?:['’][^\W_]+)*)"
    r"|(?P<mark>[,;()\n]|[.!?](?=\s|$)|\s[-–—]\s)|(?P<to>(?<=\d)\s*[-–—]\s*(?=\d))"
)
_LONG_NUMBER = re.compile(r"(?<![\w/.-])\+?\(?\d[\d().\s-]{5,}\d(?![\w/])")
_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d{2}\s*[ap]\.?m\b\.?|\s*[ap]\.?m\b\.?|:\d{2})")
_NUMERAL = re.compile(r"(\d{1,3})([a-z]*)")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says, one piece after another, and the ways to ask that it names."""

    pieces: tuple[Token, ...]
    dates: tuple[tuple[int, int, int, bool], ...]
    """Days in figures: year (0 if none), month, day, and whether the two may be exchanged."""
    ways: frozenset[str]


def line_of(text: str, words: DayWords) -> Line:
    """The pieces of a line; a time of day, a telephone number and a reference are none."""
    said: list[str] = []
    dates: list[tuple[int, int, int, bool]] = []
    for found in _PIECES.finditer(_without_numbers(_without_hours(figures_alike(text.casefold()), words))):
        if date := _in_figures(found):
            said.append(f"={len(dates)}")
            dates.append(date)
        elif found["word"]:
            said.append(plain(found["word"]))
        elif found["to"] or found["one"]:
            said += [found["one"], "-", found["two"]] if found["one"] else ["-"]
        elif found["sharp"] or found["mark"]:
            said.append("#" if found["sharp"] else ",")
    ways = set[str]()
    said = words.told_at_length(" ".join(said)).split()
    pieces = [each for each in counted(_pieces(said, words, ways)) if each[0] != "about"]
    return Line(tuple(_numbers_out(pieces)), tuple(dates), frozenset(ways - {"not"}))


def _without_hours(text: str, words: DayWords) -> str:
    """Without times of day; "at 10" is one, "around 10 days" and "from 3/4" are none."""
    text = _TIME.sub(" ", text)
    return (
        words.every_hour.sub(lambda found: found[0] if _goes_on(found, words) else " ", text) if words.hours else text
    )


def _goes_on(found: re.Match[str], words: DayWords) -> bool:
    rest = found.string[found.end() :]
    following, then = (*map(plain, rest.split(maxsplit=2)[:2]), "", "")[:2]
    is_day = words.tokens.get(following, ("", 0))[0] in (*SPANS, "in_month")
    is_or = words.asking.roles.get(following) == "unclear" and then[:1].isdecimal()
    return is_day or is_or or bool(re.match(r"[./-]\d|\s*[-–]\s*\d", rest))


def _without_numbers(text: str) -> str:
    def kept(found: re.Match[str]) -> str:
        dated = re.search(_ISO, found[0]) or any(each["last"] for each in re.finditer(_FIGURES, found[0]))
        return found[0] if dated or sum(map(str.isdigit, found[0])) <= MOST_DIGITS else " # "

    return _LONG_NUMBER.sub(kept, text)


def _in_figures(found: re.Match[str]) -> tuple[int, int, int, bool] | None:
    """3.4. is read day first; 3/4 can be either, unless one of the two is no month."""
    if found["year"]:
        return int(found["year"]), int(found["month"]), int(found["day"]), False
    if not found["one"] or (found["sign"] == "-" and not found["last"]):
        return None
    one, two, last = int(found["one"]), int(found["two"]), found["last"] or "0"
    if found["sign"] == "." and not found["last"] and one < CLOCKS and two > MONTHS:
        return None
    year = int(last) + (2000 if len(last) == 2 else 0)
    if found["sign"] == "." or one > MONTHS:
        return year, two, one, False
    return year, one, two, two <= MONTHS and one != two


def _pieces(said: list[str], words: DayWords, ways: set[str]) -> Iterator[Token]:
    """The longest phrase at each word: of a day, of what is said about it, of a way to ask (noted in `ways`)."""
    asking, at = words.asking, 0
    while at < len(said):
        day, role = _longest(said, at, words.tokens), _longest(said, at, asking.roles)
        way = _longest(said, at, asking.ways)
        if way and way >= max(day, role) and not _taken_back(said, at, asking):
            ways.add(asking.ways[" ".join(said[at : at + way])])
        longest = max(day, role, way, 1)
        phrase = " ".join(said[at : at + longest])
        if day == longest and _is_a_name(said, at, words):
            yield "sometime", 0
        elif day == longest:
            yield ("from_now", 0) if longest > 1 and words.tokens[phrase] == IN else words.tokens[phrase]
        elif role == longest:
            yield asking.roles[phrase], 0
        else:
            yield _alone(phrase, words.endings)
        at += longest


def _alone(word: str, endings: tuple[str, ...]) -> Token:
    if word == ",":
        return MARK
    if word in ("#", "-"):
        return ("numbered" if word == "#" else "unclear", 0)
    if word.startswith("="):
        return "figures", int(word[1:])
    numeral = _NUMERAL.fullmatch(word)
    if numeral and (not numeral[2] or numeral[2] in endings):
        return "ordinal" if numeral[2] else "numeral", int(numeral[1])
    return ("year", int(word)) if re.fullmatch(r"(?:19|20)\d\d", word) else ("other_word", 0)


def _longest(said: list[str], at: int, phrases: Mapping[str, object]) -> int:
    """How many words the longest phrase has that begins there."""
    return next((n for n in range(min(5, len(said) - at), 0, -1) if " ".join(said[at : at + n]) in phrases), 0)


def _is_a_name(said: list[str], at: int, words: DayWords) -> bool:
    """ "Sun Valley" may be a place: a short weekday before a word that says nothing else is no day to be sure of."""
    following = said[at + 1] if at + 1 < len(said) else ""
    known = any(_longest(said, at + 1, each) for each in (words.tokens, words.asking.roles, words.asking.ways))
    return (
        words.tokens.get(said[at], MARK)[0] == "weekday"
        and len(said[at]) <= SHORT
        and following.isalpha()
        and not known
    )


def _taken_back(said: list[str], at: int, asking: AskingWords) -> bool:
    return any(asking.ways.get(word) == "not" for word in said[max(0, at - 2) : at])


def _numbers_out(pieces: list[Token]) -> Iterator[Token]:
    """Without the numbers of rooms, telephones and letters; "fax 3 May" has none."""
    for before, piece, behind in zip([MARK, *pieces], pieces, [*pieces[1:], MARK], strict=False):
        is_label = before[0] == "numbered" and piece[0] in ("numeral", "ordinal", "figures", "year")
        yield ("other_word", 0) if is_label and behind[0] not in (*SPANS, "in_month") else piece
