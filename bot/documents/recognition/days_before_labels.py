"""Days with their label behind or below: "11/21/2025 (collected)"; in Arabic print a colon may then stand before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.documents.recognition.dates import Printed, dated_line, printed_date
from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line
from bot.documents.recognition.rules import Rules

_JOINED = re.compile(r"\s*(?:[(\[]|\s[-–—]|:)\s*$")
"""What joins a label to the day before it."""
_CLOSED = " )]:."
_HOUR = re.compile(r"[ ,]+(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$", re.IGNORECASE)


def days_before_labels(
    lines: Sequence[Line], values: Collection[Labelled], kind: str, order: str, rules: Rules
) -> Iterator[Printed]:
    """The days of lines that are a day and its label and nothing else, or of two lines that are so."""
    for each in values:
        line = lines[each.line].text
        joined = _JOINED.search(line[: each.start])
        if each.kind == kind and joined and not each.below and not each.value.strip(_CLOSED):
            yield from _whole(line[: joined.start()], order, rules)
    for number, of in labels_below(lines, values, order, rules).items():
        if of == kind:
            yield from _whole(lines[number].text, order, rules)


def labels_below(lines: Sequence[Line], values: Collection[Labelled], order: str, rules: Rules) -> dict[int, str]:
    """Of lines that are a day whose label is the next line, the kind of that label."""
    bare = {each.line: each for each in values if each.apart and not lines[each.line].text[: each.start].strip()}
    return {
        number - 1: each.kind
        for number, each in bare.items()
        if number
        and _is_alone(lines[number], rules)
        and not printed_date(each.value, order, rules)
        and [*_whole(lines[number - 1].text, order, rules)]
        and not (number > 1 and _is_alone(lines[number - 2], rules))
    }


def _is_alone(line: Line, rules: Rules) -> bool:
    """Whether a line is a label and nothing else."""
    return tuple(word for word, _, _ in line.words) in rules.labels


def _whole(text: str, order: str, rules: Rules) -> Iterator[Printed]:
    told = dated_line(_HOUR.sub("", text.strip()), order, rules)
    if told and not told[2]:
        yield told[0]
