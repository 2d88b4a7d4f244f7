"""The kind word for who tells how tired they are, how much they carry, or good news, before the question again."""

from __future__ import annotations

from dialogs.content.meanings import WEARY
from dialogs.effects import Say, Turn
from dialogs.hearing.after_card import card_above
from dialogs.hearing.written import Written


def kind_word(written: Written) -> Turn | None:
    """None if there is none, or if a card stands above, below which it may be a cry."""
    if written.said.is_no_answer(written.text) == WEARY:
        return written.asked_again(Say("so_tiring"))
    if _is_good_news(written):
        return written.asked_again(Say("good_news"))
    is_heavy = written.said.carries_a_lot(written.text) and not card_above(written.case)
    return written.asked_again(Say("so_heavy")) if is_heavy else None


def _is_good_news(written: Written) -> bool:
    """Good news that answers nothing: "in remission" is what a record may say where its own words are asked for."""
    is_answer = written.takes == "record" and written.may_answer
    return not is_answer and not card_above(written.case) and written.said.is_good_news(written.text)
