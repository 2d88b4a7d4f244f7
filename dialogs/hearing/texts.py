"""Texts that were not an answer to anything: each waits until the patient says what it is."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.text import HeldText

MOST_TEXTS = 20
"""Texts that wait to be placed; of more, the oldest are let go. They still stand in the chat."""


def holding(case: Case, text: str, place: str = "") -> Case:
    """The case with one more text that waits; the newest stands last."""
    number = case.texts_seen + 1
    texts = (*case.texts, HeldText(number, text, place))
    return replace(case, texts=texts[-MOST_TEXTS:], texts_seen=number)


def without(case: Case, held: HeldText) -> Case:
    return replace(case, texts=tuple(each for each in case.texts if each.number != held.number))


def asked_about(case: Case) -> HeldText | None:
    """The text of which the newest card asks what it is: it was told last, whatever was kept before it."""
    asks = any(shown.label == "button.text_drop" for shown in case.keyboard)
    return case.texts[-1] if asks and case.texts else None


def named(case: Case, number: str) -> HeldText | None:
    """The text that a button names; without a name, the newest."""
    if not number:
        return case.texts[-1] if case.texts else None
    return next((each for each in case.texts if str(each.number) == number), None)
