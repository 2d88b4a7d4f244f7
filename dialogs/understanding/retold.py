"""A sentence told once more, with another word in it: "six rounds of chemo", and then "I meant eight rounds"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from dialogs.content.told_words import words_told
from dialogs.content.word_rows import Row
from dialogs.understanding.said_figures import FIGURE


def retold(line: str, meant: str, numbers: Collection[str] = ()) -> str:
    """The line with what is meant in the place of what it was; "" where nobody can tell what goes for it.

    What stands between words of both is exchanged, and what was not said again stays. At an end a word goes for a word,
    and a number for a number: "they give me six rounds", "eight rounds".
    """
    old, new = line.split(), meant.split()
    before, after = [words_told(piece) for piece in old], [words_told(piece) for piece in new]
    told, is_like, at = list[str](), False, 0
    for what, begin, end, comes, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            told, is_like, at = [*told, *old[at:end]], True, end
            continue
        is_inside = is_like and begin > 0 and end < len(old) and last < len(new)
        goes = _goes(before[begin:end], after[comes:last], numbers, is_inside)
        if goes is None:
            return ""
        told, at = [*told, *old[begin : end - goes], *new[comes:last]], end
    return " ".join(told) if is_like else ""


def _goes(before: Sequence[Row], after: Sequence[Row], numbers: Collection[str], is_inside: bool) -> int | None:
    """How many of the words before, counted from their last, go for those that come; None if nobody can tell."""
    if is_inside or not before or len(before) == len(after):
        return len(before)
    if not after:
        return 0
    each_is_a_number = all(_is_a_number(word, numbers) for word in (*before[-len(after) :], *after))
    return len(after) if len(after) < len(before) and each_is_a_number else None


def _is_a_number(word: Row, numbers: Collection[str]) -> bool:
    return len(word) == 1 and (word[0] in numbers or bool(FIGURE.fullmatch(word[0])))
