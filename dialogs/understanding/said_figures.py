"""Figures in a patient's own words, with their units: which there are, and another in place of one."""

from __future__ import annotations

import re

from dialogs.content.told_words import words_told

FIGURE = re.compile(r"\d\S*")


def is_figures(text: str) -> bool:
    return bool(FIGURE.search(text)) and not any(map(str.isalpha, _without_units(text)))


def same_but_for_figures(one: str, other: str) -> bool:
    return one != other and words_told(FIGURE.sub(" ", one)) == words_told(FIGURE.sub(" ", other))


def _without_units(text: str) -> str:
    """A text without its figures and one short word behind each: "10 mg"."""
    return re.sub(r"\d\S*(?:\s+[^\W\d]{1,5}\b)?", " ", text)


def with_figure(line: str, figure: str) -> str:
    """A line with another figure in it: the one of that unit, or its only one; behind it where nobody knows which."""
    unit = figure.split()[1:]
    figures = list(re.finditer(r"(\d[^\s,،;]*)(?:(\s+)([^\W\d]{1,5})\b)?", line))
    if unit:
        of_it = [each for each in figures if words_told(each[3] or "") == words_told(unit[0])]
        figures = of_it or [each for each in figures if not each[3] and len(figures) == 1 and len(unit) == 1]
    if len(figures) != 1:
        return f"{line}, {figure}" if FIGURE.search(line) else f"{line} {figure}"
    begin, end = figures[0].span(0 if unit else 1)
    return line[:begin] + figure + line[end:]
