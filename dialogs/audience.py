"""To whom a turn speaks: who gathers their own records or those of another, and who is to read what is passed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.languages import read_by_others, spoken
from dialogs.effects import Effect, Say, SendPaper
from dialogs.hearing.beside import with_help
from dialogs.journey.steps import SUMMARY


def to_whom(effects: Iterable[Effect], case: Case) -> tuple[Effect, ...]:
    """The effects of a turn for the person of this case: help beside what was not understood, a summary alone."""
    return tuple(_read_by(_said_to(with_help(_standing_alone(effects)), case.for_another), case))


def _standing_alone(effects: Iterable[Effect]) -> Iterator[Effect]:
    """A summary is forwarded to a doctor: what would lead it is said before it, in a message of its own."""
    for effect in effects:
        if isinstance(effect, Say) and effect.name == SUMMARY:
            if effect.lead:
                yield replace(effect.lead, replaces=effect.replaces)
            yield replace(effect, lead=None, replaces=False)
        else:
            yield effect


READ_BY_OTHERS = frozenset({"sheet", "letter", "back", "packet_piece"})
"""The papers that are not the patient's own."""


def _read_by(effects: Iterable[Effect], case: Case) -> Iterator[Effect]:
    """What a doctor is to read may be in another language than the chat."""
    reader = read_by_others(case)
    for effect in effects:
        if reader == spoken(case):
            yield effect
        elif isinstance(effect, Say) or (isinstance(effect, SendPaper) and effect.kind in READ_BY_OTHERS):
            yield replace(effect, reader=reader)
        else:
            yield effect


def _said_to(effects: Iterable[Effect], for_another: bool) -> Iterator[Effect]:
    """Whoever gathers the records of another is told of the patient; helpers have words of their own."""
    for effect in effects:
        if isinstance(effect, Say) and for_another:
            yield effect.of_another()
        elif isinstance(effect, SendPaper) and for_another:
            yield replace(effect, for_another=True)
        else:
            yield effect
