"""The kind word for somebody who says how tired they are or how much they carry, before the question again."""

from __future__ import annotations

from dialogs.content.meanings import WEARY
from dialogs.effects import Say, Turn
from dialogs.hearing.after_card import card_above
from dialogs.hearing.written import Written


def kind_word(written: Written) -> Turn | None:
    """None if there is none, or if a card stands above, below which it may be a cry."""
    if written.said.is_no_answer(written.text) == WEARY:
        return written.asked_again(Say("so_tiring"))
    is_heavy = written.said.carries_a_lot(written.text) and not card_above(written.case)
    return written.asked_again(Say("so_heavy")) if is_heavy else None
