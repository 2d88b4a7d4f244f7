"""Whether two files hold the same report, by what was read of them alone."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.case.facts import Facts
from dialogs.understanding.names import same_person

NEARLY_THE_SAME = 0.75
"""From here on two texts may be one report; decisions/0013 tells how it was found, and why it is not enough alone."""
WORD_FOR_WORD = 0.9
"""And so much alike have texts to be of which no number is known."""


def likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """The estimated share of neighbouring words that two texts have in common, 0 to 1.

    With 32 values it is off by about 0.05 near 0.9. 0 where one text was too short to have a fingerprint.
    """
    if len(a) != len(b):
        return 0.0
    # 0 marks a part of the fingerprint in which a text has nothing.
    pairs = [(one, other) for one, other in zip(a, b, strict=True) if one or other]
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else 0.0


def same_report(a: Facts, b: Facts) -> bool:
    """Whether two files are surely enough one report twice to ask about it; nothing printed says otherwise.

    Two normal scans of one clinic differ in little but the day and the number. So alike words alone are no sign: a
    number that both carry has to stand on them, or the same day, and whatever was read on both has to agree.
    """
    if _differ(a, b):
        return False
    alike = likeness(a.fingerprint, b.fingerprint)
    dated = bool(a.date) and a.date == b.date
    if {*a.identifiers} & {*b.identifiers}:
        compared = bool(a.fingerprint and b.fingerprint)
        return alike >= NEARLY_THE_SAME if compared else dated and a.record == b.record
    return dated and alike >= WORD_FOR_WORD


def _differ(a: Facts, b: Facts) -> bool:
    """Whether anything that was read on both tells them apart; numbers that have none in common do."""
    read = ((a.date, b.date), (a.record, b.record), (a.status, b.status), (a.born, b.born))
    if any(one and other and one != other for one, other in read):
        return True
    if a.identifiers and b.identifiers and not {*a.identifiers} & {*b.identifiers}:
        return True
    return bool(a.pages_missing or b.pages_missing) or same_person(a.patient, b.patient) is False
