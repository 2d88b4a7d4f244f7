"""Which kind of record a text looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.documents.recognition.lines import Line, folded_words, whole
from bot.documents.recognition.rules import Kind, Rules

_PAGES = 4
_TOP = 12
"""Lines of a page in which a title stands."""
_TITLE_WORDS = 10
_IN_A_TITLE, _STRONG, _WEAK, _AGAINST = 4, 2, 1, 3
_MOST_WEAK = 5
_BLANKS = re.compile(r"_{4,}")
ENOUGH, LEAD = 6, 3
FEWEST_WEAK = 3
"""A label on a disc has the titles of many reports, and nothing of what stands in one."""


MOST_LIKELY = 3


def record_in(lines: Sequence[Line], rules: Rules) -> tuple[str, tuple[str, ...]]:
    """The key of the record; or, unless one kind has enough for it and a clear lead over every other, "" and those
    that it may be, the likeliest first."""
    text = [line for line in takewhile(lambda line: line.page < _PAGES, lines) if line.words]
    words = whole(text)
    if any(phrase in words for phrase in rules.no_record) or _is_to_be_filled_in(text):
        return "", ()
    titles = "\n".join(_titles(text))
    scores = sorted(((_score(kind, words, titles), kind.record) for kind in rules.kinds), reverse=True)
    likely = tuple(record for score, record in scores[:MOST_LIKELY] if score > 0)
    if not scores or scores[0][0] < ENOUGH:
        return "", likely
    sure = len(scores) == 1 or scores[0][0] - scores[1][0] >= LEAD
    return (scores[0][1], ()) if sure else ("", likely)


def _is_to_be_filled_in(lines: Sequence[Line]) -> bool:
    return sum(len(_BLANKS.findall(line.text)) for line in lines) > 1


def _titles(lines: Sequence[Line]) -> Sequence[str]:
    """What stands on its own near the top of the first page."""
    top = [line for line in lines if line.page == lines[0].page][:_TOP]
    cells = (folded_words(cell) for line in top for cell in line.cells())
    return [f" {' '.join(words)} " for words in cells if len(words) <= _TITLE_WORDS]


def _score(kind: Kind, words: str, titles: str) -> int:
    strong = sum(_IN_A_TITLE if phrase in titles else _STRONG for phrase in kind.strong if phrase in words)
    weak = min(_MOST_WEAK, sum(_WEAK for phrase in kind.weak if phrase in words))
    against = sum(_AGAINST for phrase in kind.against if phrase in words)
    return strong + weak - against if strong and weak >= FEWEST_WEAK else 0
