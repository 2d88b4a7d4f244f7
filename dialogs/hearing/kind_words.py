"""The kind word for somebody who says how tired they are or how much they carry, before the question again."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.content.said import WEARY, Said
from dialogs.hearing.after_card import card_above


def kind_word(said: Said, case: Case, text: str) -> str:
    """The name of the message; "" if there is none, or if a card stands above, below which it may be a cry."""
    if said.is_no_answer(text) == WEARY:
        return "so_tiring"
    return "so_heavy" if said.carries_a_lot(text) and not card_above(case) else ""
