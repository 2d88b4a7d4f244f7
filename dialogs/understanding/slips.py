"""How much two words are alike, of which one may have a slip of the finger."""

from __future__ import annotations

from difflib import SequenceMatcher

LETTERS_CHANGED_PLACES = 0.86
"""Of two words that begin alike and have the same letters."""


def how_alike(one: str, other: str, exact: bool = False) -> float:
    """How much two words are alike. Letters that changed places are a slip; two letters are no word to slip in."""
    if one == other:
        return 1.0
    if exact or min(len(one), len(other)) < 3:
        return 0.0
    if one[0] == other[0] and sorted(one) == sorted(other):
        return LETTERS_CHANGED_PLACES
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return 0.0  # another word rather than a slip: Hopkinson
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
