"""In which direction words are read."""

from __future__ import annotations

import unicodedata


def is_read_from_right(words: str) -> bool:
    """As the first letter that has a direction says (Unicode Annex 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(one) for one in words)
    return next((one != "L" for one in directions if one in ("L", "R", "AL")), False)
