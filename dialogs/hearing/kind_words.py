"""The kind word for who tells how tired they are, how much they carry, or good news, before the question again."""

from __future__ import annotations

from dialogs.content.meanings import GLAD, THANKS, WEARY
from dialogs.content.phrases import has_a_question_mark, told_sentences
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
    if is_answer or card_above(written.case) or has_a_question_mark(written.text):
        return False
    told, said = told_sentences(written.text), written.said
    is_told = any(said.is_said(GLAD, each) for each in told)
    return is_told and all(said.is_said(GLAD, each) or said.is_said(THANKS, each) for each in told)
