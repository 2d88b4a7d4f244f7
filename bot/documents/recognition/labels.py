"""Labels and the values beside or below them: "Accession: S26-01234"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.documents.recognition.label_columns import A_LABEL, values_of_columns
from bot.documents.recognition.lines import Line, folded_words
from bot.documents.recognition.rules import Rules

_BETWEEN = " .:#=|-–—·…_"
MOST = 2000
_FEWEST_HEADS = 2
"""Labels of a line that is the heads of a table."""
_STANDS_APART = "|;"
_OF_DAYS = ("examined", "reported", "dated")
_OF_A_LABEL = ":=|"
_BETWEEN_LABELS = ("/", "&")
_PARTED = re.compile(r" [/|] | {2,}|; ?|, ")
_SIGNS = frozenset(_OF_A_LABEL)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value and what its label says it is."""

    kind: str
    value: str
    line: int
    start: int
    """Where the label begins in its line."""
    apart: bool
    """The label begins its line or a cell of it, and so is no word in a sentence."""
    marked: bool
    """Something other than a single space divides the label from its value."""
    colon: bool
    """And that is a colon, or another sign of a label."""
    below: bool
    """The value stands on the next line."""


def labelled(lines: Sequence[Line], rules: Rules) -> tuple[Labelled, ...]:
    """The labels in the lines, in their order, with the value beside each or, if nothing is, below; at most `MOST`."""
    found: list[Labelled] = []
    places = [_places(line, rules) for line in lines]
    columns = values_of_columns(lines, places)
    for number, (line, labels) in enumerate(zip(lines, places, strict=True)):
        below_heads = _under_heads(lines, places, number)
        for index, (start, end, kind) in enumerate(labels):
            if number in columns:
                found.append(Labelled(kind, columns[number], number, start, _apart(line, start), True, True, True))
                continue
            if (column := len(line.cells(start))) < len(below_heads):
                found.append(Labelled(kind, below_heads[column], number, start, True, True, False, True))
                continue
            if not index and kind in _OF_DAYS and _is_a_standing(line, start, end):
                continue
            if parts := _of_several(line, labels):
                found.append(Labelled(kind, parts[index], number, start, _apart(line, labels[0][0]), True, True, False))
                continue
            last = index + 1 == len(labels)
            value = line.text[end : None if last else labels[index + 1][0]]
            bare = value.lstrip(_BETWEEN)
            between = value[: len(value) - len(bare)]
            below = not bare and last and number + 1 < len(lines) and not places[number + 1]
            if below:
                bare = _value_alone(lines[number + 1].text.strip())
            marked = between not in ("", " ", ".", ". ") or not value.strip()
            colon = any(mark in between for mark in _OF_A_LABEL)
            found.append(Labelled(kind, _cell(bare), number, start, _apart(line, start), marked, colon, below))
        if len(found) >= MOST:
            break
    return tuple(found)


def is_of_another(line: Line, start: int, rules: Rules) -> bool:
    """Whether the word before a label makes its value that of another paper: "Prior accession", "Next visit date"."""
    before = folded_words(line.text[:start])
    return bool(before) and before[-1] in rules.another


def _places(line: Line, rules: Rules) -> list[tuple[int, int, str]]:
    """Where labels start and end in a line; the longest label wins."""
    places: list[tuple[int, int, str]] = []
    index = 0
    words, texts = line.words, tuple([word for word, _, _ in line.words])
    while index < len(words):
        longest = min(len(texts), index + rules.longest.get(texts[index], 0))
        for until in range(longest, index, -1):
            kind = rules.labels.get(texts[index:until])
            if (
                kind
                and _together(line, words[index:until])
                and not (places and _is_a_title(line, words[index:until], kind))
            ):
                places.append((words[index][1], words[until - 1][2], kind))
                index = until - 1
                break
        index += 1
    return places


def _is_a_title(line: Line, words: Sequence[tuple[str, int, int]], kind: str) -> bool:
    """Whether a word for the patient stands within a value, and no sign follows it: "محمد السيد علي" is one name."""
    behind = line.text[words[-1][2] :].lstrip()
    return kind == "patient" and not _apart(line, words[0][1]) and behind[:1] not in _SIGNS


def _together(line: Line, words: Sequence[tuple[str, int, int]]) -> bool:
    gaps = (line.text[end:start] for (_, _, end), (_, start, _) in pairwise(words))
    return all(len(gap) <= 2 and gap != "  " and ":" not in gap for gap in gaps)


def _apart(line: Line, start: int) -> bool:
    before = line.text[:start]
    return not before.strip(" *-•") or before.endswith("  ") or before.rstrip()[-1] in _STANDS_APART


def _is_a_standing(line: Line, start: int, end: int) -> bool:
    """Whether a word is a cell of a table behind another cell: "Influenza vaccine | completed | 2019-10-01"."""
    is_whole = line.text[:start].rstrip().endswith("|") and line.text[end:].lstrip().startswith("|")
    return is_whole and ":" not in line.text[:start]


def _of_several(line: Line, labels: Sequence[tuple[int, int, str]]) -> list[str]:
    """The values of "Collected/Received/Reported: … / … / …", one for each label; nothing where a line is not so."""
    gaps = [line.text[end:start] for (_, end, _), (start, _, _) in pairwise(labels)]
    if not gaps or any(gap.strip() not in _BETWEEN_LABELS for gap in gaps):
        return []
    values = [value.strip() for value in _PARTED.split(line.text[labels[-1][1] :].lstrip(_BETWEEN))]
    return values if len(values) == len(labels) and all(values) else []


def _under_heads(lines: Sequence[Line], places: Sequence[Sequence[object]], number: int) -> list[str]:
    """The cells of the next line, each under its head, where a line is the heads of a table; else none.

    "Printed | Reported | Collected" has values below itself, and none beside; one that is no label of ours counts, too.
    """
    line = lines[number]
    if min(len(places[number]), len(line.cells())) < _FEWEST_HEADS or number + 1 == len(lines) or places[number + 1]:
        return []
    if any(character.isdigit() or character == ":" for character in line.text):
        return []
    values = lines[number + 1].cells()
    return values if len(values) == len(line.cells()) else []


def _value_alone(text: str) -> str:
    """A line below a label, unless it is a label itself with its own value: "Med. Rec. #: 4471123"."""
    return "" if A_LABEL.search(text) else text


def _cell(value: str) -> str:
    return value.split("  ", 1)[0].split("|", 1)[0].strip()
