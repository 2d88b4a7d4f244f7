"""That there is no date yet: nobody knows one, or the day that is told is that of a call."""

from __future__ import annotations

import re

from dialogs.content.day_words import DayWords
from dialogs.content.phrases import has_a_question_mark, plain
from dialogs.days.other_days import is_to_be_told, stands, without

_PARTS = re.compile(r"[,;:.!،؛]+(?:\s|$)")


def is_none_yet(text: str, words: DayWords) -> bool:
    """Whether a text tells that the day is still to be told, or is not known: "not sure, they call me Monday"."""
    is_told = is_to_be_told(text, words) or _is_unknown_alone(text, words)
    return (is_told and not has_a_question_mark(text)) or is_of_no_visit(text, words)


def is_of_no_visit(text: str, words: DayWords) -> bool:
    """Whether a text tells of the visit itself that there is none yet, and names no day of any month."""
    said = plain(text)
    is_open = stands(words.unknown, said) or is_to_be_told(text, words)
    if has_a_question_mark(text) or not (is_open and stands(words.visit, said)):
        return False
    return not any(kind == "in_month" or (kind == "number" and value > 1) for kind, value in words.read(text))


def _is_unknown_alone(text: str, words: DayWords) -> bool:
    """ "No idea yet, the insurance has to agree": one part of it says nothing but that it is not known."""
    parts = [plain(part) for part in _PARTS.split(text)]
    return any(part and not without(words.unknown, part) for part in parts)
