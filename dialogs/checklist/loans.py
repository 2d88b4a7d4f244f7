"""What is lent, such as glass slides: it must go back to its lab."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.content.guide import Guide

ON_ITS_WAY_ABOUT = ("asked", "elsewhere", "have", "shipped", "arrived")
SENT_AS = "slides"
"""What a delivery of them is called."""


def on_loan(guide: Guide, case: Case) -> tuple[str, ...]:
    """The records that are lent and on their way about, as was said of them or of what was sent, back or not."""
    was_sent = any(each.what == SENT_AS for each in case.deliveries)
    lent = (record.key for record in guide.records if record.loan)
    return tuple(key for key in lent if was_sent or _is_about(case, key))


def still_on_loan(guide: Guide, case: Case) -> tuple[str, ...]:
    """Those that are not back yet."""
    return () if case.slides_returned else on_loan(guide, case)


def _is_about(case: Case, record: str) -> bool:
    answer = case.answers.get(record)
    return answer is not None and answer.standing in ON_ITS_WAY_ABOUT
