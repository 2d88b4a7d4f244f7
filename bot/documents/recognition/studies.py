"""What an imaging report examined and how, as its own title says it: "CT chest with contrast"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line, folded_words, printed
from bot.documents.recognition.rules import Rules

_TOP = 12
"""Lines of the first page in which a title stands."""
_FEWEST_WORDS, _MOST_WORDS, _LONGEST = 2, 12, 60


def study_in(lines: Sequence[Line], values: Sequence[Labelled], rules: Rules) -> str:
    """The examination as it is printed behind its label, or else as a title; "" where neither says how it was made."""
    named = (each.value for each in values if each.kind == "study" and (each.colon or each.below) and each.apart)
    return next((name for text in (*named, *_titles(lines)) if (name := _study(text, rules))), "")


def _titles(lines: Sequence[Line]) -> Iterator[str]:
    for line in islice((line for line in lines if line.page == 0 and line.words), _TOP):
        yield from (cell for cell in line.cells() if ":" not in cell)


def _study(text: str, rules: Rules) -> str:
    text = text.strip(" .,-–—*")
    words = folded_words(text)
    plain = f" {' '.join(words)} "
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or len(text) > _LONGEST or text.endswith("…"):
        return ""
    if rules.no_studies & {*words} or not any(kind in plain for kind in rules.studies):
        return ""
    return printed(text)
