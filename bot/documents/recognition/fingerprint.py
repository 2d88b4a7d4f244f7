"""A fingerprint of a text, by which the same report sent twice is noticed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from bot.documents.recognition.lines import Line

VALUES = 32
_SHINGLE = 2
_FEWEST = 40
"""Shingles; of a shorter text nothing can be said."""


def fingerprint_of(lines: Sequence[Line]) -> tuple[int, ...]:
    """Of all pairs of neighbouring words, the smallest checksum in each of 32 parts, below 2**24; 0 for a part without.

    One-permutation MinHash (Li, Owen, Zhang 2012). The same in every process; () for a text too short to compare.
    """
    words = [word for line in lines for word, _, _ in line.words]
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    if len(shingles) < _FEWEST:
        return ()
    smallest = [1 << 24] * VALUES
    for shingle in shingles:
        checksum = zlib.crc32(shingle.encode("utf-8", "replace"))
        part, rest = checksum % VALUES, (checksum >> 8) | 1
        if rest < smallest[part]:
            smallest[part] = rest
    return tuple(value if value < 1 << 24 else 0 for value in smallest)
