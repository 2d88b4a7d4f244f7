"""What the model looks at: pieces of words, words, words beside each other, and meanings near each other."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from dialogs.understanding.safety.letters import in_bytes

SHORTEST, LONGEST = 2, 5
"""Letters of a piece of a word; where it begins and ends counts as one."""
PLACES = 2**16
"""In the model's table. Two pieces may share one."""
REACH, NEAR = 8, 12
"""So many meanings before one are looked at with it, and so many words away."""

Meaning = tuple[int, int]
"""Where in a sentence a meaning begins, and its number."""


def features(words: Sequence[str], meanings: Sequence[Meaning]) -> list[list[int]]:
    """For each word of a sentence the places of all that ends with it. Meanings count twice."""
    spelled = [in_bytes(word) for word in words]
    found = [_of_word(word) for word in spelled]
    for at in range(1, len(words)):
        found[at].append(crc32(spelled[at - 1] + b" " + spelled[at]) % PLACES)
    for at in range(2, len(words)):
        found[at].append(crc32(spelled[at - 2] + b"_" + spelled[at]) % PLACES)
    for number, (at, meaning) in enumerate(meanings):
        places = [crc32(b"#%d" % meaning) % PLACES]
        for before, other in meanings[max(0, number - REACH) : number]:
            if at - before <= NEAR:
                places.append(crc32(b"#%d>%d" % (other, meaning)) % PLACES)
        found[at] += places * 2
    return found


def _of_word(word: bytes) -> list[int]:
    framed = b"<" + word + b">"
    length = len(framed)
    places = [
        crc32(framed[at : at + size]) % PLACES
        for size in range(SHORTEST, min(LONGEST, length - 1) + 1)
        for at in range(length - size + 1)
    ]
    places.append(crc32(framed) % PLACES)
    return places
