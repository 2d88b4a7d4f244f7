"""By what a hospital finds its patient again: their number there, an earlier name, and the doctor who treats them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import begins_as_names_do, folded_words, printed
from bot.documents.recognition.people import name_in
from bot.documents.recognition.rules import Rules

_NUMBER = re.compile(r"\d{3}[ -]\d{3}[ -]\d{4}(?!\d)|(?:[A-Za-z]{1,4}[ -]?)?\d[\dA-Za-z]*(?:[-/.][\dA-Za-z]+){0,3}")
_FEWEST_DIGITS, _LONGEST = 4, 24
_MOST_WORDS = 4


def number_in(values: Iterable[Labelled]) -> str:
    """The one number that the hospital has given its patient, as printed; "" where there are two, or a day."""
    found: dict[str, str] = {}
    for each in values:
        if each.kind == "number" and each.apart | each.colon and (number := _NUMBER.match(each.value)):
            text = number.group()
            digits = sum(mark.isdigit() for mark in text)
            if digits >= _FEWEST_DIGITS and len(text) <= _LONGEST and not re.fullmatch(r"\d+[./-]\d+[./-]\d+", text):
                found.setdefault("".join(filter(str.isalnum, text.casefold())), text)
    return next(iter(found.values())) if len(found) == 1 else ""


def doctor_in(values: Iterable[Labelled], rules: Rules) -> str:
    """The one doctor who is printed as treating the patient; who ordered or wrote the paper is somebody else."""
    names = (name_in(each.value, rules) for each in values if each.kind == "doctor" and each.apart and each.marked)
    return _one(names)


def former_in(values: Iterable[Labelled], rules: Rules) -> str:
    """The one earlier name of the patient, which may be a last name alone."""
    found = (each.value for each in values if each.kind == "former" and (each.apart or each.colon))
    return _one(_former(value, rules) for value in found)


def _former(value: str, rules: Rules) -> str:
    words = re.split(r"[\d(\[/:;#*=<>_,]", value, maxsplit=1)[0].split()
    are_names = all(begins_as_names_do(word) or word in rules.particles for word in words)
    if not 1 <= len(words) <= _MOST_WORDS or not are_names or rules.no_names & {*folded_words(" ".join(words))}:
        return ""
    return printed(" ".join(words))


def _one(found: Iterable[str]) -> str:
    names = {each.casefold(): each for each in found if each}
    return next(iter(names.values())) if len(names) == 1 else ""
