"""The languages that the bot speaks, as a turn needs them: a dialogue, and its messages and papers in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.turn.envelopes import Envelopes
from dialogs.case.case import Case
from dialogs.case.languages import ENGLISH
from dialogs.composed.contents import Content
from dialogs.content.language import Language, known, nearest
from dialogs.dialogue import Dialogue
from dialogs.words.papers import Papers
from dialogs.words.wording import Wording


@dataclass(frozen=True)
class Tongue:
    """One language."""

    dialogue: Dialogue
    envelopes: Envelopes
    papers: Papers


class Tongues:
    """All of them: that of whoever chose none, and the others by their short names."""

    def __init__(self, dialogue: Dialogue, wording: Wording, others: Mapping[str, Content]) -> None:
        self.first = Tongue(dialogue, Envelopes(wording), Papers(wording))
        self._others = {
            name: Tongue(each.dialogue, Envelopes(each.wording), Papers(each.wording)) for name, each in others.items()
        }
        self._known = {ENGLISH: Language(ENGLISH, ENGLISH)} | {name: each.language for name, each in others.items()}

    def of(self, language: str) -> Tongue:
        """That of a case; the first, if none was chosen, or it is not spoken any more."""
        return self._others.get(language, self.first)

    def nearest(self, code: str) -> str:
        """The language of ours that is the nearest to what Telegram says; empty if there is none."""
        return nearest(self._known, code)

    def new_case(self, code: str) -> Case:
        """The case of somebody who writes for the first time, their Telegram being in a language."""
        return Case(language=self.nearest(code), telegrams_language=known(self._known, code))
