"""A destination that somebody may mean, by a name that is nearly one of its own: to be offered, never to be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from dialogs.content.phrases import plain
from dialogs.content.profile import Profile
from dialogs.understanding.slips import how_alike

ALIKE = 0.8
"""How much each word of a name of several has to be alike, as difflib measures it: one letter of six is left out."""
ALL_ALIKE = 0.88
"""And all its words together."""
ALONE_ALIKE = 0.86
"""A name of one word: "Hodgkins" (0.80) is not "Hopkins", nor is "Hoskins" (0.857)."""
ONE_WORD_ALIKE = 0.93
"""Names that are written as one word, or in other words: "m danderson"; "Dr Anderson" (0.90) is not "MD Anderson"."""
MOST_BEHIND = 3
"""Words behind a name that may be meant: "Mayo in Rochester, Minnesota"."""
SHORTEST = 6
"""Letters of a name of one word: "Mary" is too near to "Mayo"."""


@dataclass(frozen=True, slots=True)
class Near:
    """What may be meant, and the text as it would stand with the name spelled right."""

    key: str
    text: str
    alone: bool
    """Nothing else is said than that name."""


def near(profiles: Mapping[str, Profile], text: str) -> Near | None:
    """The destination whose name a text nearly has; None where nothing is near enough."""
    pieces = [(piece, _words(piece)) for piece in text.split()]
    words = tuple(word for _, each in pieces for word in each)
    found = [
        (likeness, key, begin, end)
        for key, profile in profiles.items()
        if not any(_within(_words(name), words) for name in profile.unlike)
        for likeness, begin, end in _near(profile, words)
    ]
    if not found:
        return None
    _, likeliest, _, _ = max(found)
    # Of its names the one that takes up the most words: else half of a slip would stay beside the name put right.
    _, _, key, begin, end = max(
        (end - begin, like, key, begin, end) for like, key, begin, end in found if key == likeliest
    )
    return Near(key, _spelled(pieces, begin, end, profiles[key].called[0]), end - begin == len(words))


def _near(profile: Profile, words: tuple[str, ...]) -> Iterator[tuple[float, int, int]]:
    """Where a name of this profile may stand, and how much alike it is."""
    for name in profile.called:
        wanted = _words(name)
        exact = {plain(word) for word in name.split() if word.isupper()}  # letters that stand for words
        for length in range(max(1, len(wanted) - 1), len(wanted) + 2):
            for begin in range(len(words) - length + 1):
                if likeness := _likeness(wanted, words[begin : begin + length], exact):
                    yield likeness, begin, begin + length
    for perhaps in map(_words, profile.perhaps) if words else ():
        if words[: len(perhaps)] == perhaps and len(words) <= len(perhaps) + MOST_BEHIND:
            yield 1.0, 0, len(perhaps)
        elif likeness := _likeness(perhaps, words, set()):
            yield likeness, 0, len(words)


def _likeness(name: tuple[str, ...], said: tuple[str, ...], exact: set[str]) -> float:
    """How much alike a name and what was said are; 0 where they are too far apart."""
    if len(name) != len(said):
        one, other = "".join(name), "".join(said)
        likeness = how_alike(one, other) if len(one) >= SHORTEST and not exact & {one} else 0.0
        return likeness if likeness >= ONE_WORD_ALIKE else 0.0
    each = [how_alike(one, other, one in exact) for one, other in zip(name, said, strict=True)]
    if len(name) == 1:
        return each[0] if len(name[0]) >= SHORTEST and each[0] >= ALONE_ALIKE else 0.0
    return fmean(each) if min(each) >= ALIKE and fmean(each) >= ALL_ALIKE else 0.0


def _words(text: str) -> tuple[str, ...]:
    return tuple(plain(text).replace(".", " ").split())


def _within(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


def _spelled(pieces: Sequence[tuple[str, tuple[str, ...]]], begin: int, end: int, name: str) -> str:
    """The text with a name in place of some of its words; what else was written stays as it is, with its marks."""
    before, after, at, last = list[str](), list[str](), 0, ""
    for piece, words in pieces:
        if at + len(words) <= begin:
            before.append(piece)
        elif at >= end:
            after.append(piece)
        else:
            last = piece
        at += len(words)
    marks = last[len(last.rstrip(",;:")) :]
    return " ".join((*before, name + marks, *after))
