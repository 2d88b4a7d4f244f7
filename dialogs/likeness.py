"""Whether two files hold the same report, by what was read of them alone."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.facts import Facts

NEARLY_THE_SAME = 0.75
"""From here on two texts may be one report; decisions/0013 tells how it was found, and why it is not enough alone."""


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
    """Whether two files look like the same report twice: nearly the same text, and nothing printed says otherwise.

    Two normal scans of one clinic differ in little but the day and the number, so these decide wherever they were read.
    """
    if (a.date and b.date and a.date != b.date) or (a.status and b.status and a.status != b.status):
        return False
    if a.identifiers and b.identifiers and not {*a.identifiers} & {*b.identifiers}:
        return False
    return likeness(a.fingerprint, b.fingerprint) >= NEARLY_THE_SAME
