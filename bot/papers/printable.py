"""Words as a page can show them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_LONG_WORD = re.compile(r"\S{24}(?=\S)")
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI"}  # Unicode Annex 9, explicit formatting
_FIRST, _LAST = "\u2068", "\u2069"


def printable(value: Any) -> Any:
    """The same words without what is no character or turns the direction of others; long words breakable."""
    if isinstance(value, Mapping):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner) for inner in value]
    if not isinstance(value, str):
        return value
    return _LONG_WORD.sub("\\g<0>\u200b", " ".join(visible(value).split()))


def visible(words: str) -> str:
    """The words without what cannot be seen. What is set apart, and ends, stays so: it turns nothing around it."""
    shown = "".join(one if _is_shown(one) else " " for one in words)
    return shown if _is_paired(shown) else shown.replace(_FIRST, " ").replace(_LAST, " ")


def _is_paired(words: str) -> bool:
    """Whether whatever is set apart (U+2068) ends (U+2069) within these words."""
    deep = 0
    for one in words:
        deep += (one == _FIRST) - (one == _LAST)
        if deep < 0:
            return False
    return not deep


def _is_shown(character: str) -> bool:
    no_character = unicodedata.category(character) in ("Cc", "Cs", "Cn")
    return not no_character and unicodedata.bidirectional(character) not in _TURNS
