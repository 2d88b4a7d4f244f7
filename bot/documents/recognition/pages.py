"""Which page a photo is of ("page 2 of 4"), and the pages that this promises and that are not in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.documents.recognition.lines import Line
from bot.documents.recognition.rules import Rules

MOST = 200
_AT_AN_END = 2
"""Lines at the head and at the foot of a page."""
_SLASH = re.compile(r" ?/ ?")


def pages_missing_in(lines: Sequence[Line], count: int, rules: Rules) -> tuple[int, ...]:
    """The numbers missing from 1 to the total.

    Empty unless every page of the file says which one it is, all name the same total, and none comes twice.
    """
    printed = _printed(lines, rules)
    if len(printed) != count or any(len(numbers) > 1 for numbers in printed.values()):
        return ()
    said = [numbers for page in printed.values() for numbers in page]
    here, totals = {number for number, _ in said}, {total for _, total in said}
    if len(totals) != 1 or len(here) != count:
        return ()
    return tuple(number for number in range(1, totals.pop() + 1) if number not in here)


def page_in(lines: Sequence[Line], count: int, rules: Rules) -> tuple[int, int]:
    """Which page a file of one page says that it is, and of how many; (0, 0) if it does not, or says it in two ways."""
    if count != 1:
        return 0, 0
    said = _printed(lines, rules).get(0) or _alone(lines, rules)
    return next(iter(said)) if len(said) == 1 else (0, 0)


def _alone(lines: Sequence[Line], rules: Rules) -> set[tuple[int, int]]:
    """ "2/6" or "2 of 6" with nothing beside it, at the head or the foot of the page."""
    printed = [line for line in lines if line.words]
    found = set()
    for line in (*printed[:_AT_AN_END], *printed[-_AT_AN_END:]):
        words = [word for word, _, _ in line.words]
        of = len(words) == 3 and words[1] in rules.of
        slash = len(words) == 2 and _SLASH.fullmatch(_between(line))
        if (of or slash) and _is_number(words[0]) and _is_number(words[-1]):
            number, total = int(words[0]), int(words[-1])
            found |= {(number, total)} if 1 <= number <= total <= MOST and total > 1 else set()
    return found


def _between(line: Line) -> str:
    """What stands between its first two words."""
    return line.text[line.words[0][2] : line.words[1][1]]


def _printed(lines: Sequence[Line], rules: Rules) -> dict[int, set[tuple[int, int]]]:
    """To each page of the file what it says of its number and the total."""
    printed: dict[int, set[tuple[int, int]]] = {}
    for line in lines:
        if numbers := _numbers(line, rules):
            printed.setdefault(line.page, set()).add(numbers)
    return printed


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
