"""The hospital, laboratory or practice at the head of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.documents.recognition.lines import Line, begins_as_names_do, folded_words, printed
from bot.documents.recognition.rules import Rules

_TOP = 8
_NO_NAME = re.compile(r"[\d:;/()]")
_PARTS = re.compile(r" {2,}|\||,| [-–—] ")


def institution_in(lines: Sequence[Line], rules: Rules) -> str:
    """The name as printed, or "" if the head of the first page has none or two."""
    found = {name.casefold(): name for name in _names(lines, rules)}
    return printed(next(iter(found.values()))) if len(found) == 1 else ""


def _names(lines: Sequence[Line], rules: Rules) -> Iterator[str]:
    for line in islice((line for line in lines if line.page == 0 and line.words), _TOP):
        for part in _PARTS.split(line.text):
            words, plain = part.split(), folded_words(part)
            if not 2 <= len(words) <= 8 or not plain or plain[0] in rules.no_places:
                continue
            if all(_is_of_a_name(word, rules) for word in words) and f" {' '.join(plain)} ".endswith(rules.places):
                yield " ".join(words)


def _is_of_a_name(word: str, rules: Rules) -> bool:
    return word == "&" or word in rules.joining or (begins_as_names_do(word) and not _NO_NAME.search(word))
