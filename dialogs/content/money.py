"""What something costs: a figure that is no day."""

from __future__ import annotations

import re
from collections.abc import Collection

from dialogs.content.phrases import figures_alike, plain

_SIGN = r"[$£¥¢﷼\u20a0-\u20cf]"
_FIGURE = r"\d[\d.,]*"
_BY_A_SIGN = re.compile(rf"{_SIGN}\s?{_FIGURE}|(?<!\w){_FIGURE}\s?{_SIGN}")
_BY_WORDS = re.compile(rf"(?<!\w){_FIGURE}\s?([^\W\d_]+)(\s[^\W\d_]+)?")


def without_money(text: str, called: Collection[str]) -> str:
    """A text without what something costs; `called`: plain words for money, of which some are two: "mil pesos"."""

    def left(found: re.Match[str]) -> str:
        one, more = found[1], found[2] or ""
        if plain(one + more) in called:
            return " "
        return f" {more}" if plain(one) in called else found[0]

    return _BY_WORDS.sub(left, _BY_A_SIGN.sub(" ", figures_alike(text)))
