"""The day a paper is about: of the examination before that of the report, and never a birth or a printing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from bot.documents.recognition.dates import date_in, is_a_date_alone
from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line
from bot.documents.recognition.rules import Rules

_TOP = 12
"""Lines of the first page in which a letter has its date."""


def day_in(lines: Sequence[Line], values: Sequence[Labelled], order: str, born: str, rules: Rules) -> str:
    """The day as ISO 8601, or "" where none is labelled or two labels of the same weight disagree."""
    for kind in ("examined", "reported", "dated"):
        days = {day for day in _labelled(values, kind, order, rules) if day > born}
        if kind == "dated":
            days |= {*_alone(lines, order, rules)}
        if days:
            return days.pop() if len(days) == 1 else ""
    return ""


def _labelled(values: Iterable[Labelled], kind: str, order: str, rules: Rules) -> Iterable[str]:
    for each in values:
        # "Date" alone may end another label that we do not know: "Start date".
        if each.kind == kind and (kind != "dated" or each.apart) and (day := date_in(each.value, order, rules)):
            yield day.isoformat()


def _alone(lines: Iterable[Line], order: str, rules: Rules) -> Iterable[str]:
    for line in islice((line for line in lines if line.page == 0 and line.words), _TOP):
        if is_a_date_alone(line.text.strip(), order, rules) and (day := date_in(line.text.strip(), order, rules)):
            yield day.isoformat()
