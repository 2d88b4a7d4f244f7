"""Who goes on with the records in words, below a card that waits for nothing: "sorry, let's go on", "where were we"."""

from __future__ import annotations

from dialogs.content.guesses import Guesses
from dialogs.content.meanings import UNREACHED
from dialogs.content.presses import Presses
from dialogs.content.said import Said

GO_ON, CONTINUE = "go_on", "continue"
"""The button of somebody who goes on, and the way that is guessed of whoever asks where they were."""


def goes_on(presses: Presses, guesses: Guesses, said: Said, text: str) -> bool:
    """Whether somebody wants to go on where they were; "what do I do now", below such a card, is a cry."""
    if said.below_a_card(text) == UNREACHED:
        return False
    return bool(presses.pressed(text, {GO_ON}).key) or guesses.likely(text)[:1] == (CONTINUE,)
