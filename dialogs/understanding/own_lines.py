"""Lines of a patient's own that they put right: "not lisinopril, losartan", "remove metformin", "no, 10 mg"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dialogs.content.told import Told, words_told

_FIGURE = re.compile(r"\d\S*")
_PARTS = re.compile(r"[,،;؛]\s*")
SMALL = 2
"""Letters of a word by which no line is known: "of"."""


@dataclass(frozen=True, slots=True)
class PutRight:
    """The lines as they are to be, and what of them went."""

    lines: tuple[str, ...]
    gone: str


def without(lines: Sequence[str], text: str, told: Told) -> PutRight | None:
    """The lines without what is to be removed; None if a text removes nothing, or nobody knows which line."""
    words = words_told(text)
    rest = next((words[len(row) :] for row in _rows(told.removed) if words[: len(row)] == row), None)
    if rest is None and words and (words[0], words[-1]) in _rows(told.removed):  # "take aspirin off"
        rest = words[1:-1]
    at = _line_of(lines, rest) if rest else None
    return _in_its_place(lines, at, rest, "") if rest and at is not None else None


def instead_of(lines: Sequence[str], text: str, denying: Collection[str]) -> PutRight | None:
    """The lines with one thing in place of another: "not lisinopril, losartan"."""
    first, *others = _PARTS.split(text, maxsplit=1)
    words, meant = words_told(first), "".join(others).strip()
    no = next((row for row in _rows(denying) if words[: len(row)] == row), None)
    at = _line_of(lines, words[len(no) :]) if no else None
    return _in_its_place(lines, at, words[len(no) :], meant) if no and meant and at is not None else None


def corrected(lines: Sequence[str], text: str, told: Told) -> PutRight | None:
    """The lines with the last one put right, or the one that is named: "no, stage 2", "losartan for aspirin"."""
    corrects = told.corrects(text)
    meant = told.as_it_is(told.in_place_of(text) if corrects else text)
    if meant == text or not lines or told.more.found(words_told(text)):  # "actually I take aspirin too"
        return None
    figures_alone = not any(map(str.isalpha, _without_units(meant)))
    named = [word for word in words_told(text) if word not in words_told(meant)]
    at = next((at for word in named if (at := _line_of(lines, (word,))) is not None), len(lines) - 1)
    if not corrects and not (figures_alone or _same_but_for_figures(meant, lines[at])):
        return None  # "it's in my liver" may well be one thing more
    line = _with_figure(lines[at], meant) if figures_alone else meant
    return PutRight((*lines[:at], line, *lines[at + 1 :]), lines[at]) if line and line != lines[at] else None


def _rows(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    return sorted((tuple(each.split()) for each in phrases), key=len, reverse=True)


def _line_of(lines: Sequence[str], words: Iterable[str]) -> int | None:
    """The line in which all of these words stand; None if there is none, or more than one."""
    wanted = {word for word in words if len(word) > SMALL}
    found = [at for at, line in enumerate(lines) if wanted and wanted <= {*_bare_words(line), *words_told(line)}]
    return found[0] if len(found) == 1 else None


def _bare_words(line: str) -> Iterable[str]:
    """Arabic words with "the" in front of them, too: it is written or left out."""
    return ("ال" + word for word in words_told(line))


def _in_its_place(lines: Sequence[str], at: int, words: Iterable[str], meant: str) -> PutRight:
    """The lines with one thing in the place of another; other things that stand in the same line stay."""
    parts = [part.strip() for part in _PARTS.split(lines[at]) if part.strip()]
    place = _line_of(parts, words)
    if place is None or len(parts) == 1:
        place, parts = 0, [lines[at]]
    left = [*parts[:place], *([meant] if meant else []), *parts[place + 1 :]]
    line = [", ".join(left)] if left else []
    return PutRight((*lines[:at], *line, *lines[at + 1 :]), parts[place])


def _same_but_for_figures(one: str, other: str) -> bool:
    return one != other and words_told(_FIGURE.sub(" ", one)) == words_told(_FIGURE.sub(" ", other))


def _without_units(text: str) -> str:
    """A text without its figures and one short word behind each: "10 mg"."""
    return re.sub(r"\d\S*(?:\s+[^\W\d]{1,5}\b)?", " ", text)


def _with_figure(line: str, figure: str) -> str:
    """A line with another figure in it; "" if it has none, or several."""
    if len(_FIGURE.findall(line)) != 1:
        return ""
    has_unit = len(figure.split()) > 1
    return re.sub(r"\d\S*(?:\s+[^\W\d]{1,5}\b)?" if has_unit else r"\d\S*", figure, line, count=1)
