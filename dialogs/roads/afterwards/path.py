"""The side road of what comes after: the opinion, and the slides' way home."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.journey.steps import SUMMARY
from dialogs.journey.table import Row, leaving

AFTER, DONE = "after", "after.done"
DETOURS = {"afterwards": AFTER}


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them."""
    yield from leaving(("not_yet", "not_now"), AFTER, SUMMARY)
    yield from leaving(("done",), DONE, SUMMARY)
    yield Row("yes", AFTER, DONE)
    yield Row("given_back", DONE, DONE, lambda at: bool(on_loan(guide, at.case)) and not at.case.slides_returned)


def on_loan(guide: Guide, case: Case) -> list[str]:
    """The records that must go back to their lab and are on the way about."""
    lent = [record.key for record in guide.records if record.loan]
    answers = {key: answer for key in lent if (answer := case.answers.get(key))}
    return [
        key
        for key, answer in answers.items()
        if answer.standing in ("asked", "elsewhere", "have", "shipped", "arrived")
    ]
