"""Whether a text names a treatment, a medicine or a part of the body: what is decided, and asked of a doctor."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.content.decision_words import DecisionWords
from dialogs.content.phrases import Text, plain
from dialogs.content.record_words import RecordWords, signs_of_a_record


def names_one(every: Sequence[tuple[DecisionWords, RecordWords]], text: str) -> bool:
    """Whether anything stands there but words of who weighs up: "which surgery", and not "which button"."""
    said = Text(plain(text).replace(".", " "))
    if signs_of_a_record([record for _, record in every], text):
        return True
    return any(
        decision.deciding.found(Text(decision.hardly.taken_out(decision.weighing.taken_out(said.text))))
        or record.planned.found(said)
        or record.names_a_medicine(said)
        for decision, record in every
    )
