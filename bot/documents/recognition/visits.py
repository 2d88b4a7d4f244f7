"""The day of a visit as its summary tells the patient: "You were seen in the clinic on March 13, 2026 by …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.documents.recognition.dates import Printed, printed_date
from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line, folded_words
from bot.documents.recognition.rules import Rules
from bot.documents.recognition.sentences import sentences_of

_MOST_BEFORE_THE_DAY = 16
"""Words from "You were seen" to the day: with whom, and where."""
_LONGEST_BEGINNING = 5
"""Words that tell of a visit."""


def days_of_visits(lines: Sequence[Line], values: Iterable[Labelled], order: str, rules: Rules) -> Iterator[Printed]:
    """The first day in each sentence that begins by telling of the visit."""
    if any(each.kind == "visited" for each in values):
        told = (_first_day(sentence, order, rules) for sentence in sentences_of(lines) if _tells(sentence, rules))
        yield from (day for day in told if day)


def _tells(sentence: str, rules: Rules) -> bool:
    words = folded_words(sentence[:100])
    return any(rules.labels.get(words[:count]) == "visited" for count in range(1, _LONGEST_BEGINNING + 1))


def _first_day(sentence: str, order: str, rules: Rules) -> Printed | None:
    words = sentence.split()[:_MOST_BEFORE_THE_DAY]
    days = (printed_date(" ".join(words[at:]), order, rules) for at in range(len(words)))
    return next((day for day in days if day), None)
