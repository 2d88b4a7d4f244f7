"""Rows of a table: results with their units and ranges, medicines with their doses, markers with what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.documents.recognition.lines import Line, folded, folded_words
from bot.documents.recognition.rules import Rules

_NUMBER = r"(?<![\w.,/-])[<>≤≥]? ?\d{1,6}(?:[.,]\d{1,3})?(?![\w/-]|\.\d)"
_FIRST_NUMBER = re.compile(_NUMBER)
_VALUE = r"\d{1,5}(?:[.,]\d{1,3})?"
_WHEN = re.compile(r"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[^|]{0,12}\|\s*")
"""A cell before the name, with the day of each value."""
_LONGEST_ROW = 16
"""Words; what is longer is a sentence."""
_FEWEST_SIGNS, _SHARE = 5, 0.5
"""So many things that are measured, and so much of all that is said, make a text one of results."""
_SHORTEST_NAME = 2
_MOST_FOUND = 3
"""Words of what was found of a marker, where nothing but a space parts them."""
KINDS = ("results", "doses", "markers")


@cache
def _range(between: frozenset[str]) -> re.Pattern[str]:
    """Two values and what stands between them, or how a range of one begins."""
    words = "|".join(map(re.escape, ("-", "–", *sorted(between))))
    return re.compile(rf"(?<![\w/.-]){_VALUE} ?(?:{words}) ?{_VALUE}(?![\w/-])|[<>≤≥] ?\d")


def rows_of(kind: str, texts: Sequence[str], rules: Rules) -> int:
    """How many different rows of one kind there are; each counts once by its first word."""
    is_row = {"results": _result, "doses": _dose, "markers": _marker}[kind]
    return len({name for text in texts if (name := is_row(folded(text), rules))})


def says_little_but_results(said: str, signs: Sequence[str]) -> bool:
    """Whether numbers and what they are of (signs: "haemoglobin", "mmol l") are half of all that is said.

    So it is where no line has a whole row: one line for all of them, a line for each cell, one column behind the other,
    a result a day with no range beside it. In a letter that quotes some there is more to read.
    """
    known = [sign for sign in signs if sign in said]
    words = said.split()
    numbers = sum(map(str.isdecimal, words))
    if len(known) < _FEWEST_SIGNS or numbers < len(known):
        return False
    named = sum(said.count(sign) * len(sign.split()) for sign in known)
    return numbers + named >= _SHARE * len(words)


def texts_of(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines if line.words]


def _result(text: str, rules: Rules) -> str:
    """ "Haemoglobin   12.9   g/dL   12.0 - 15.0": a name, a number, and a range or a unit behind it."""
    text = _WHEN.sub("", text)
    words = folded_words(text)
    number = _FIRST_NUMBER.search(text)
    if not number or not 2 <= len(words) <= _LONGEST_ROW:
        return ""
    name = folded_words(text[: number.start()])
    if not name or len(name) > 6 or not name[0].isalpha() or len(name[0]) < _SHORTEST_NAME:
        return ""
    behind = text[number.end() :]
    has_range = bool(_range(rules.between).search(behind))
    has_unit = any(unit in behind for unit in rules.result_units)
    return name[0] if has_range and (has_unit or len(words) <= 8) else ""


def _dose(text: str, rules: Rules) -> str:
    """ "letrozole 2.5 mg oral tablet, once daily": a name, an amount, and how it is taken."""
    words = folded_words(text)
    if not 3 <= len(words) <= 2 * _LONGEST_ROW:
        return ""
    amount = next((at for at, word in enumerate(words) if at and _is_amount(words, at, rules)), 0)
    plain = f" {' '.join(words)} "
    taken = any(phrase in plain for phrase in rules.taken)
    name = next((word for word in words if word.isalpha() and len(word) > _SHORTEST_NAME), "")
    return name if amount and amount <= 6 and taken and words.index(name) < amount else ""


def _is_amount(words: Sequence[str], at: int, rules: Rules) -> bool:
    """ "81 mg", or "81mg" in one word."""
    word = words[at]
    if word in rules.dose_units:
        return words[at - 1].isdigit()
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return digits.isdigit() and word[len(digits) :] in rules.dose_units


def _marker(text: str, rules: Rules) -> str:
    """ "Estrogen receptor: positive (95 %)": a marker, a mark or a gap, and what was found."""
    stripped = text.lstrip(" *-•")
    for marker in rules.markers:
        if stripped.startswith(marker) and not stripped[len(marker) : len(marker) + 1].isalnum():
            behind = stripped[len(marker) :]
            value = re.match(r"[^:=|]{0,30}?(?:[:=|]| {2,}|\t| [-–] )(.{1,80})", behind) or _at_once(behind, rules)
            if value and (said := f" {' '.join(folded_words(value[1]))} "):
                found = any(phrase in said for phrase in rules.found)
                return marker if found or re.match(r"\s*[<>~]?\s*\d{1,3} ?%", value[1]) else ""
    return ""


def _at_once(behind: str, rules: Rules) -> re.Match[str] | None:
    """What was found, with no more than a space before it and little behind: so the cells of a PDF's table come."""
    method = behind.split(maxsplit=1)[:1]
    if behind.startswith(" ") and method and method[0] in rules.methods:
        behind = behind[1 + len(method[0]) :]
    value = re.match(r" (\S.{0,40})$", behind)
    said = folded_words(value[1]) if value else ()
    if value is None or len(said) > _MOST_FOUND:
        return None
    is_found = any(f" {' '.join(said[:count])} " in rules.found for count in (1, 2))
    return value if is_found or re.match(r"[<>~]?\s*\d{1,3} ?%", value[1]) else None
