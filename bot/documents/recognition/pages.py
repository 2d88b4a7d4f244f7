"""Pages that "page 2 of 4" promises and that are not in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.documents.recognition.lines import Line
from bot.documents.recognition.rules import Rules

MOST = 200
_SLASH = re.compile(r" ?/ ?")


def pages_missing_in(lines: Sequence[Line], count: int, rules: Rules) -> tuple[int, ...]:
    """The numbers missing from 1 to the total.

    Empty unless every page of the file says which one it is, all name the same total, and none comes twice.
    """
    printed: dict[int, set[tuple[int, int]]] = {}
    for line in lines:
        if numbers := _numbers(line, rules):
            printed.setdefault(line.page, set()).add(numbers)
    if len(printed) != count or any(len(numbers) > 1 for numbers in printed.values()):
        return ()
    said = [numbers for page in printed.values() for numbers in page]
    here, totals = {number for number, _ in said}, {total for _, total in said}
    if len(totals) != 1 or len(here) != count:
        return ()
    return tuple(number for number in range(1, totals.pop() + 1) if number not in here)


def _numbers(line: Line, rules: Rules) -> tuple[int, int] | None:
    """The page and the total of "Page 2 of 4" or "p. 2/4"."""
    words = line.words
    for index, (word, _, _) in enumerate(words[:-2]):
        if word not in rules.page or not _is_number(words[index + 1][0]):
            continue
        between = line.text[words[index + 1][2] : words[index + 2][1]]
        if _SLASH.fullmatch(between):
            total = words[index + 2][0]
        elif words[index + 2][0] in rules.of and index + 3 < len(words):
            total = words[index + 3][0]
        else:
            continue
        if _is_number(total) and 1 <= int(words[index + 1][0]) <= int(total) <= MOST:
            return int(words[index + 1][0]), int(total)
    return None


def _is_number(word: str) -> bool:
    return len(word) <= 3 and word.isascii() and word.isdigit()
