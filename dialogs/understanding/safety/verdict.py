"""What is said in the end: rules and the model have both listened, and neither is believed blindly."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dialogs.understanding.safety.guess import Guess
from dialogs.understanding.safety.heard import URGENT, Kind, Sure

THRESHOLDS = ("soft", "hard", "not_ours", "rule", "rule_soft")
"""From where on the model alone is heard, and surely; a question is; what a rule heard is sure, and is heard at all."""

BRIEF = 4
"""Words of a text that says a sign and hardly anything else."""

OF_A_WISH_TO_DIE = 8.0
"""So much less must speak for a wish to die that is plainly said: "not surgery, I want to die" is mostly a refusal."""

Verdict = tuple[Kind, Sure | None]


def verdict(
    plainly: Collection[Kind], guess: Guess | None, thresholds: Mapping[str, float], words: int = BRIEF + 1
) -> Verdict:
    """The kind of a text and how sure it is, from the kinds that rules heard and what the model makes of it.

    `words`: how many the text has. Where there are few, hardly anything stands beside the sign that could make it
    another: "I want to die" is believed sooner than "I want to die laughing at these forms".

    Without a model the rules are sure. With one, a rule that the model does not believe at all was most likely misled.
    """
    said = next((kind for kind in URGENT if kind in plainly), None)
    if guess is None:
        asked = Kind.NOT_OURS in plainly
        return (said, Sure.HARD) if said else (Kind.NOT_OURS, Sure.SOFT) if asked else (Kind.NONE, None)
    believed = thresholds["rule_soft"] - (OF_A_WISH_TO_DIE if said is Kind.CRISIS else 0)
    if said and guess.urgent >= believed:
        sure = guess.urgent >= thresholds["soft" if words <= BRIEF else "rule"]
        return (_graver(said, guess.kind) if sure else said), (Sure.HARD if sure else Sure.SOFT)
    if guess.urgent >= thresholds["soft"]:
        return guess.kind, Sure.HARD if guess.urgent >= thresholds["hard"] else Sure.SOFT
    if Kind.NOT_OURS in plainly or guess.not_ours >= thresholds["not_ours"]:
        return Kind.NOT_OURS, Sure.SOFT
    return Kind.NONE, None


def _graver(said: Kind, guessed: Kind) -> Kind:
    """The more urgent of two; what was plainly a crisis stays one."""
    return said if said is Kind.CRISIS else min(said, guessed, key=URGENT.index)
