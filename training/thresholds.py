"""From where on a guess is said aloud: chosen by cross-validation, so that few false alarms remain."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dialogs.content.examples import Example
from dialogs.understanding.safety.guess import Guess
from dialogs.understanding.safety.heard import URGENT, Kind

FALSE_ORDINARY, FALSE_ALIKE, FALSE_NOT_OURS = 0.052, 0.145, 0.02
"""Of ordinary texts, and of those that look alike, so many may be taken for urgent in the cross-validation; of both, so
many for a question to the doctor. What was thought up to be hard is harder than what comes; see docs/safety.md."""
FALSE_AND_SURE, FALSE_AND_SAID = 0.002, 0.008
"""Of all that is not urgent, so many may be taken for surely urgent by the model, and by rules that it believes."""
NEVER = -100.0
"""Below all that a model makes of a text."""
MISLED = 2.0
"""A rule that the model believes so much less than it must to be heard alone was misled."""


def thresholds(
    examples: Sequence[Example], guessed: Sequence[Guess], plainly: Sequence[Collection[Kind]]
) -> dict[str, float]:
    """The thresholds for what a model made of examples it did not learn from, and what rules heard in them."""
    every = list(zip(examples, guessed, plainly, strict=True))
    calm = [each for each in every if each[0].kind not in URGENT]
    ordinary = [guess.urgent for example, guess, _ in calm if example.kind is Kind.NONE and not example.looks_alike]
    alike = [guess.urgent for example, guess, _ in calm if example.looks_alike]
    questions = [guess.not_ours for example, guess, _ in calm if example.kind is Kind.NONE]
    believed = [guess.urgent if {*said} & {*URGENT} else NEVER for _, guess, said in calm]
    soft = max(_above(ordinary, FALSE_ORDINARY), _above(alike, FALSE_ALIKE))
    return {
        "soft": round(soft, 3),
        "hard": round(_above([guess.urgent for _, guess, __ in calm], FALSE_AND_SURE), 3),
        "not_ours": round(_above(questions, FALSE_NOT_OURS), 3),
        "rule": round(max(soft - MISLED, _above(believed, FALSE_AND_SAID)), 3),
        "rule_soft": round(soft - MISLED, 3),
    }


def _above(values: Sequence[float], share: float) -> float:
    """The value that at most so many are above."""
    return sorted(values, reverse=True)[int(len(values) * share)]
