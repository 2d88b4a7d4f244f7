"""Which paper it is, and which others it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line, folded_words, printed, whole
from bot.documents.recognition.rules import Rules

MOST = 5
_NUMBER = re.compile(r"(?:[A-Z]{1,3} (?=\d{4}))?[A-Za-z0-9](?:[A-Za-z0-9]|[-./](?=[A-Za-z0-9])){3,23}(?![A-Za-z0-9])")
_DATE = re.compile(r"\d{1,4}[-./](?:\d{1,2}|[A-Za-z]{3})[-./]\d{2,4}")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


def identifiers_in(values: Iterable[Labelled]) -> tuple[str, ...]:
    """Accession, specimen and case numbers as printed, without labels; a patient's own number is none of these."""
    found: dict[str, str] = {}
    for each in values:
        if each.kind == "identifier" and (number := _NUMBER.match(each.value)):
            text = number.group()
            if sum(mark.isdigit() for mark in text) >= 2 and not _DATE.fullmatch(text):
                found.setdefault(text.casefold(), text)
    return tuple(found.values())[:MOST]


def pointers_in(lines: Sequence[Line], rules: Rules) -> tuple[str, ...]:
    """Lines that speak of other papers, as printed; of a long line, the sentence that does."""
    found: dict[str, None] = {}
    words = whole(lines)
    phrases = [phrase for phrase in rules.pointers if phrase in words]
    for line in lines:
        points = any(phrase in line.plain for phrase in phrases)
        if points and not any(phrase in line.plain for phrase in rules.no_pointers):
            found.setdefault(_quoted(line.text, rules))
        if len(found) == MOST:
            break
    return tuple(found)


def _quoted(text: str, rules: Rules) -> str:
    whole = printed(text)
    if not whole.endswith("…"):
        return whole
    for sentence in _SENTENCE.split(text):
        words = f" {' '.join(folded_words(sentence))} "
        if any(phrase in words for phrase in rules.pointers):
            return printed(sentence)
    return whole
