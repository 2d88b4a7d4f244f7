"""Labels in a row of them, behind words that are no label of ours: "F 61y Reported 11/23/2025"."""

from __future__ import annotations

from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line, folded_words


def begins_a_row(line: Line, label: Labelled, following: Labelled | None) -> bool:
    """Whether a label stands behind a value that ends with a figure, or is the first of several days.

    Of several only one word is believed: what stands before "Scan date" may belong to it ("Relapse Scan Date").
    """
    if not line.text[label.start].isupper():
        return False
    if any(mark.isdecimal() for mark in line.text[: label.start].split()[-1]):
        return True
    is_before_another = following is not None and following.line == label.line and _is_figure(following.value)
    return is_before_another and _is_one_word(line, label)


def _is_one_word(line: Line, label: Labelled) -> bool:
    """And a figure stands behind it."""
    first, *behind = line.text[label.start :].split()
    return len(folded_words(first)) == 1 and bool(behind) and _is_figure(behind[0])


def _is_figure(text: str) -> bool:
    return text[:1].isdecimal()
