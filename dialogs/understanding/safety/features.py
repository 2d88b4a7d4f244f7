"""What the model looks at: pieces of words, words and sounds, alone and in pairs, and meanings near each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

from dialogs.understanding.safety.letters import in_bytes, sound

SHORTEST, LONGEST = 3, 5
"""Letters of a piece of a word; where it begins and ends counts as one."""
PLACES = 2**18
"""In the model's table. Two pieces may share one."""
PLACE = PLACES - 1
"""The bits of a check sum that say which."""
TWICE = 2
"""Pieces of words are many and say little each: all that is whole counts twice beside them."""
REACH, NEAR = 8, 12
"""So many meanings before one are looked at with it, and so many words away."""

SOUNDS = crc32(b"~")
"""The check sum with which that of a word's sounds begins."""
ALONE = -1
"""No meaning before it."""

Spellings = tuple[bytes, bytes]
Meaning = tuple[int, int]
"""Where in a sentence a meaning begins, and its number."""


def features(words: Sequence[str], meanings: Sequence[Meaning]) -> list[list[int]]:
    """For each word of a sentence the places of all that ends with it."""
    spelled = [spellings(word) for word in words]
    found = [of_word(*word) for word in spelled]
    for at in range(1, len(words)):
        found[at] += beside(spelled, at) * TWICE
    for at, before, meaning in near(meanings):
        found[at] += [of_meaning(before, meaning)] * TWICE
    return found


def spellings(word: str) -> Spellings:
    """A word as it was written, and how it sounds."""
    return in_bytes(word), in_bytes(sound(word))


def of_word(word: bytes, sounds: bytes) -> list[int]:
    """The places of a word, its sounds and its pieces."""
    framed = b"<" + word + b">"
    length = len(framed)
    places = [
        crc32(framed[at : at + size]) % PLACES
        for size in range(SHORTEST, min(LONGEST, length - 1) + 1)
        for at in range(length - size + 1)
    ]
    return places + [crc32(framed) % PLACES, crc32(b"~" + sounds) % PLACES] * TWICE


def beside(words: Sequence[Spellings], at: int) -> list[int]:
    """The places of a word together with the one before it, also by their sounds, and with the one before that."""
    (last, last_sounds), (word, sounds) = words[at - 1], words[at]
    pairs = [crc32(last + b" " + word) % PLACES, crc32(b"~" + last_sounds + b" " + sounds) % PLACES]
    return [*pairs, crc32(words[at - 2][0] + b"_" + word) % PLACES] if at > 1 else pairs


def near(meanings: Sequence[Meaning]) -> Iterator[tuple[int, int, int]]:
    """Where each meaning stands, one near before it or `ALONE`, and the meaning."""
    for number, (at, meaning) in enumerate(meanings):
        yield at, ALONE, meaning
        for before, other in meanings[max(0, number - REACH) : number]:
            if at - before <= NEAR:
                yield at, other, meaning


def of_meaning(before: int, meaning: int) -> int:
    """The place of a meaning behind another, or by itself."""
    return crc32(b"#%d" % meaning if before == ALONE else b"#%d>%d" % (before, meaning)) % PLACES
