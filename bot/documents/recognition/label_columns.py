"""Labels one below the other, and behind them their values: so the two columns of a form come out of many a PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.documents.recognition.lines import Line

_FEWEST = 2
_LONGEST_LABEL = 6
"""Words."""
A_LABEL = re.compile(r"[^\W\d_][.)]? ?#? ?:|#:")
_WITH_FIGURES = frozenset({"born", "examined", "reported", "dated", "number", "identifier", "specimen"})
_WITHOUT = frozenset({"patient", "family", "given", "doctor", "former"})

Places = Sequence[Sequence[tuple[int, int, str]]]


def values_of_columns(lines: Sequence[Line], places: Places) -> Mapping[int, str]:
    """The value of each label of such columns, by the number of its line.

    Where one value does not fit its label, a value went over two lines or is missing: then none is told.
    """
    found: dict[int, str] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_bare(lines[end]):
            end += 1
        count = end - start
        values = [line.text.strip() for line in lines[end : end + count]]
        if count >= _FEWEST and _fit(values, places[start:end]):
            found |= dict(zip(range(start, end), values, strict=True))
        start = max(end, start + 1)
    return found


def _is_bare(line: Line) -> bool:
    return line.text.rstrip().endswith(":") and 0 < len(line.words) <= _LONGEST_LABEL and len(line.cells()) == 1


def _fit(values: Sequence[str], places: Places) -> bool:
    if len(values) < len(places) or not all(values) or any(map(A_LABEL.search, values)):
        return False
    kinds = [[kind for _, _, kind in labels] for labels in places]
    known = {kind for each in kinds for kind in each}
    return bool(known & {*_WITH_FIGURES}) and all(map(_is_of, values, kinds))


def _is_of(value: str, kinds: Sequence[str]) -> bool:
    has_figures = any(map(str.isdecimal, value))
    return not ((has_figures and _WITHOUT & {*kinds}) or (not has_figures and _WITH_FIGURES & {*kinds}))
