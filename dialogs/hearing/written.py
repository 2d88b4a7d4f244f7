"""A text as it was written: how it came, where somebody stands, and what was worked out of it so far."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from dialogs.case.case import Case
from dialogs.case.keyboard import Shown
from dialogs.content.meanings import THANKS, UNCLEAR
from dialogs.content.presses import Presses
from dialogs.content.said import Said
from dialogs.effects import Say, Turn
from dialogs.events import Wrote
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.pressing import key_of
from dialogs.journey.screens import Screens
from dialogs.journey.steps import CONSENT
from dialogs.understanding.same_breath import last_word


class How(Enum):
    """How a text comes that is not simply what a patient writes themselves, after they agreed."""

    FORWARDED = auto()
    """Somebody else wrote it."""
    MEANT = auto()
    """It waited, they were asked what it is, and it is used as it stands."""
    SECRET = auto()
    """A password is asked for: whatever is written may be it."""
    NEWCOMER = auto()
    """Nothing is agreed to yet, so nothing of it is kept."""
    EMPTY = auto()
    """There is nothing in it but spaces."""


@dataclass(frozen=True)
class Written:
    """What every listener hears. Nothing is worked out before somebody asks for it, and then once.

    `kind_of`: what it is that is no answer (`NoAnswer`).
    """

    case: Case
    event: Wrote
    own_words: OwnWords
    kind_of: Callable[[Written], str]
    is_meant: bool = False

    def where(self, case: Case) -> Written:
        """The same text, where they stand otherwise: all is worked out anew."""
        return dataclasses.replace(self, case=case)

    def asked_again(self, lead: Say) -> Turn:
        """What is asked where they stand, behind a word of ours."""
        return Turn(self.case, (self.screens.prompt(self.case, lead),))

    @property
    def screens(self) -> Screens:
        return self.own_words.screens

    @property
    def presses(self) -> Presses:
        return self.own_words.presses

    @property
    def said(self) -> Said:
        return self.own_words.said

    @cached_property
    def text(self) -> str:
        return self.event.text.strip()

    @cached_property
    def takes(self) -> str | None:
        """What a text is where they stand: a "record", a "day", a "secret" …; None where none is asked for."""
        return self.screens.journey.text_at(self.case.step)

    @cached_property
    def how(self) -> frozenset[How]:
        holds = {
            How.FORWARDED: self.event.forwarded,
            How.MEANT: self.is_meant,
            How.SECRET: self.takes == "secret",
            How.NEWCOMER: self.case.keeps_files is None,
            How.EMPTY: not self.text,
        }
        return frozenset(how for how, is_so in holds.items() if is_so)

    @cached_property
    def last(self) -> str:
        """What counts of it behind an interruption: "I have it" of "I don't have it, wait, I have it"."""
        if self.is_meant or self.case.step == CONSENT:  # "no, keep them" is no yes there
            return self.text
        return last_word(self.text, self.presses.told, self._key_meant_by)

    @property
    def shown(self) -> Shown | None:
        """The button that it means, among those in sight and those of the step."""
        return self._meant[0]

    @property
    def has_details(self) -> bool:
        """Whether it says more than that button: whom they asked, and when."""
        return self._meant[1]

    @cached_property
    def says_only(self) -> str:
        """A cry, thanks, a greeting …, if it says nothing else (`Said.is_no_answer`), as far as the step allows."""
        takes = self.takes
        return self.said.is_no_answer(self.text, weighs=takes == "decision", may_ask=takes == "question")

    @cached_property
    def kind(self) -> str:
        """What it is that is no answer to what is asked; empty if it may well be one."""
        return self.kind_of(self)

    @cached_property
    def may_stop(self) -> bool:
        """Whether it may be of the reminders: "no more"."""
        return UNCLEAR in self.said.meanings(self.text)

    @cached_property
    def may_answer(self) -> bool:
        """Whether words of their own are an answer here; of most records none are."""
        return self.takes is not None and (self.takes != "record" or self.own_words.can_be_said(self.case))

    @cached_property
    def _meant(self) -> tuple[Shown | None, bool]:
        if not self.is_meant and not self.own_words.is_label(self.case, self.event) and self._only_thanks():
            return None, False
        return self.own_words.mean(self.case, self.last)

    def _only_thanks(self) -> bool:
        """ "Thank you for everything" presses nothing; "yes, thank you" is a yes."""
        return self.said.is_no_answer(self.last) == THANKS and not self.presses.pressed(self.last, ("yes",)).key

    def _key_meant_by(self, part: str) -> str:
        shown, _ = self.own_words.mean(self.case, part)
        return key_of(shown) if shown else ""
