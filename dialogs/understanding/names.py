"""Whether two printed names are one person's: yes, no, or unsure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "dra", "prof", "professor", "sir", "md", "phd", "jr", "ii", "iii", "iv"}
    | {"sr", "sra", "senor", "senora", "don", "dona", "herr", "frau", "mme", "mlle"}
)
"""Words beside a name that do not tell people apart, or not surely: a father and a son may both be "Jr" on a form."""
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    """In the order they are spoken, without titles; an initial is one letter."""
    joined: frozenset[str]
    """Words that a hyphen joins: half of a double name."""

    @property
    def full(self) -> tuple[str, ...]:
        return tuple(word for word in self.words if len(word) > 1)

    @property
    def initials(self) -> frozenset[str]:
        return frozenset(word for word in self.words if len(word) == 1)


def same_person(a: str, b: str) -> bool | None:
    """True or False where two names as printed leave little doubt; None where they may be one person's.

    Order, case, accents, titles and middle names make no difference. A shared first name with another last name may be
    a marriage, a double name one half of which is missing too, and a letter or two a slip: all of these are unsure.
    Pet names are not known: "Bob" and "Robert" are two people.
    """
    one, other = _read(a), _read(b)
    if len(one.full) < 2 or len(other.full) < 2:
        return None
    if len({*one.full} & {*other.full}) >= 2:
        return True if _fit(one, other) and _fit(other, one) else None
    if _script(a) != _script(b) or _slips(one, other):
        return None
    shared = {*one.full} & {*other.full}
    first_name_shared = {one.full[0], other.full[0]} & shared or {one.full[-1], other.full[-1]} != shared
    return None if shared and first_name_shared else False


def _fit(one: _Name, other: _Name) -> bool:
    """Whether what one name has beyond the other is a middle name, and no initial contradicts it."""
    extra = [word for word in one.full if word not in other.full]
    middle = one.full[1:-1]
    if any(word not in middle or word in one.joined for word in extra):
        return False
    spelled_out = {word[0] for word in other.full if word not in one.full}
    has_both = one.initials and (other.initials or spelled_out)
    both_extra = extra and any(word not in one.full for word in other.full)
    return not both_extra and not (has_both and not one.initials & (other.initials | spelled_out))


def _slips(one: _Name, other: _Name) -> bool:
    """Whether each word of the shorter name is nearly a word of the other."""
    short, long = sorted((one.full, other.full), key=len)
    return all(any(_nearly(word, each) for each in long) for word in short)


def _nearly(a: str, b: str) -> bool:
    """Equal but for one letter, two letters that changed places, or one being the beginning of the other."""
    if a == b or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))):
        return True
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 3:
        return False
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
    return swapped or rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]


def _read(name: str) -> _Name:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark) and mark not in "'’`´")
    family, comma, given = plain.partition(",")
    spoken = f"{given} {family}" if comma and _words(given) else plain
    joined = frozenset(word for pair in re.findall(r"\w+(?:[-‐‑]\w+)+", spoken) for word in _words(pair))
    return _Name(_words(spoken), joined)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[^\W\d_]+", text) if word not in TITLES)


def _script(name: str) -> frozenset[str]:
    """The alphabets of a name: the first word of each letter's Unicode name."""
    letters = (mark for mark in unicodedata.normalize("NFKD", name) if mark.isalpha())
    return frozenset(unicodedata.name(mark, "?").split()[0] for mark in letters)
