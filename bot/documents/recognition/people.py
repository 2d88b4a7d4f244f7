"""Whose paper it is: the name and the date of birth, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.documents.recognition.dates import date_in, printed_date
from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line, begins_as_names_do, folded_words, printed
from bot.documents.recognition.rules import Rules
from dialogs.understanding.names import same_person

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_ENDS = re.compile(r"[\d(\[/:;#*=<>_]")
_LONGEST = 60
_ONE_WORD_BEFORE = re.compile(r"(?:^|  |[|;\d)] )([^\W\d_]{3,}(?:['’`]?s)?) $", re.IGNORECASE)
_BESIDE = 3
"""Cells before a birth: "Jane Doe   F   MRN: 4471   DOB"."""


def patient_in(lines: Sequence[Line], values: Sequence[Labelled], rules: Rules) -> tuple[str, bool]:
    """The one name that the paper gives its patient, or "" and whether there are two, so that it is unclear."""
    names = [name for name in _candidates(lines, values, rules) if name]
    is_one = bool(names) and all(same_person(names[0], each) for each in names)
    return (names[0] if is_one else ""), bool(names) and not is_one


def born_in(lines: Sequence[Line], values: Sequence[Labelled], order: str, rules: Rules) -> tuple[str, bool]:
    """The one date of birth, as ISO 8601, or "" and whether one is printed that could not be told."""
    births = [each for each in values if each.kind == "born"]
    printed = [each.value for each in births if not _is_of_another(lines[each.line], each, rules)]
    dates = {day.isoformat() for value in printed if (day := date_in(value, order, rules, whole_year=True))}
    unsure = any(printed_date(value, order, rules) for value in printed)
    return (dates.pop(), False) if len(dates) == 1 else ("", bool(dates) or unsure)


def _is_of_another(line: Line, label: Labelled, rules: Rules) -> bool:
    """Whether one word before a birth says whose it is: "Mother's DOB". A name of two words is the patient's own."""
    if label.apart:
        return False
    word = _ONE_WORD_BEFORE.search(line.text[: label.start])
    return word is not None and not rules.no_names & {*folded_words(word[1])}


def _candidates(lines: Sequence[Line], values: Sequence[Labelled], rules: Rules) -> Iterator[str]:
    yield from _in_parts(values, rules)
    births = {each.line for each in values if each.kind == "born"}
    for each in values:
        # "Patient Relations Office" is a heading; "Patient Jane Doe  DOB 04/17/1964" is not.
        if each.kind == "patient" and each.apart and (each.marked or each.line in births):
            yield name_in(each.value, rules)
        elif each.kind == "born":
            # A birth stands beside the name it belongs to.
            beside = [cell for cell in lines[each.line].cells(each.start)[-_BESIDE:] if len(cell) > len("Female")]
            yield next(filter(None, (name_in(cell, rules) for cell in reversed(beside))), "")


def _in_parts(values: Sequence[Labelled], rules: Rules) -> Iterator[str]:
    """ "Last name: Doe", "First name: Anne Marie": a form has a line, or a cell, for each; the first of each is theirs.

    "Nombre: Ana" beside "Apellidos: Ruiz Gil" is such a part, and the whole name elsewhere.
    """
    parts = [each for each in values if each.apart and each.marked and each.value]
    family = next((each.value for each in parts if each.kind == "family"), "")
    given = next((each.value for each in parts if each.kind == "given"), "")
    given = given or next((each.value for each in parts if each.kind == "patient"), "")
    is_a_part = any(each.kind == "given" for each in parts) or not name_in(given, rules)
    if family and given and is_a_part:
        yield name_in(f"{given} {family}", rules)


def name_in(text: str, rules: Rules) -> str:
    """The name that a value is, or ""."""
    text = _before_the_next_label(text.strip()).strip(" ,-–—")
    parts = [part.strip() for part in text.split(",")]
    while len(parts) > 1 and rules.no_names & {*folded_words(parts[-1])}:
        parts.pop()
    text = text if len(parts) > text.count(",") else ", ".join(parts)
    words = " ".join(parts).split()
    if len(parts) > 2 or not 2 <= len(words) <= 6 or len(text) > _LONGEST:
        return ""
    if not all(_is_of_a_name(word, rules) for word in words) or rules.no_names & {*folded_words(text)}:
        return ""
    full = [word for word in words if len(word.strip(".")) > 1 and not rules.titles.issuperset(folded_words(word))]
    return printed(text) if len(full) >= 2 else ""


def _before_the_next_label(text: str) -> str:
    """What stands before a sign that is in no name; before a colon, also without the words that it labels.

    "Nakagawa, Obinna UNIT #: 4471": capitals behind small letters are the next label. Where all is in capitals nobody
    can tell where the name ends.
    """
    end = _ENDS.search(text)
    if not end:
        return text
    before = text[: end.start()]
    if end.group() not in ":#=" or before.endswith("  "):
        return before
    words = before.split()
    while words and len(words[-1]) > 1 and words[-1].isupper() and not all(word.isupper() for word in words):
        words.pop()
    return "" if len(words) == len(before.split()) else " ".join(words)


def _is_of_a_name(word: str, rules: Rules) -> bool:
    return bool(_WORD.fullmatch(word)) and (begins_as_names_do(word) or word in rules.particles)
