"""The plainest signs, said alone or at the end of other talk: what is made of them needs no learning to be heard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dialogs.content.word_rows import Row, Rows
from dialogs.understanding.safety.arabizi import BySound
from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.letters import CLAUSE_ENDS, SENTENCE_ENDS, tokens

LONGEST, MOST_WORDS = 120, 9
"""Letters and words of a text that says a sign and hardly anything else."""
MOST_WORDS_OF_A_WISH = 16
"""Words of a text that tells a wish to be gone and why."""
LONGEST_TALK = 400
"""Letters of a text at the end of which, or of a part of which, somebody may say that they have one."""
JUST_BEFORE = 4
"""Words before it that may take it back: "I don't think I have a fever"."""
_MARKS = SENTENCE_ENDS | CLAUSE_ENDS
_AND = "و"
"""In Arabic it is written as a part of the word behind it."""


@dataclass(frozen=True)
class Bare:
    """Those of one language."""

    signs: tuple[tuple[Kind, tuple[str, ...]], ...] = ()
    """The most urgent kind first."""
    around: tuple[str, ...] = ()
    """What may stand beside a sign and says nothing of it: "I have", "my mother", "please help"."""
    begins: tuple[str, ...] = ()
    """With what somebody begins to say that they have one: "I have", "home with", "she keeps"."""
    denies: tuple[str, ...] = ()
    """What stands just before where it is not so: "not", "if", "asked whether"."""
    falls: tuple[str, ...] = ()
    thinners: tuple[str, ...] = ()
    """Blood thinners: a fall of somebody who takes one is an emergency, and neither is a sign alone."""
    burdens: tuple[str, ...] = ()
    """What only somebody says who wants to be gone, behind whatever else: "I'm a burden"."""
    joins: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    """A wish to be with somebody ("want to be with my wife"), and what says that they died: a wish to die together."""
    _burdens: Rows = field(init=False, repr=False, compare=False)
    _with_the_dead: tuple[Rows, Rows] = field(init=False, repr=False, compare=False)
    _signs: tuple[tuple[Kind, Rows], ...] = field(init=False, repr=False, compare=False)
    _both: tuple[Rows, Rows] = field(init=False, repr=False, compare=False)
    _all: Rows = field(init=False, repr=False, compare=False)
    _begins: Rows = field(init=False, repr=False, compare=False)
    _denies: Rows = field(init=False, repr=False, compare=False)
    _by_sound: BySound = field(init=False, repr=False, compare=False)
    words: frozenset[str] = field(init=False, repr=False, compare=False)
    """All that stand in its phrases."""

    def __post_init__(self) -> None:
        by_kind = tuple((kind, _rows(phrases)) for kind, phrases in self.signs)
        both = _rows(self.falls), _rows(self.thinners)
        every = (*(rows for _, rows in by_kind), *both, _rows((*self.around, *self.begins)))
        made = {
            "_by_sound": BySound.of(by_kind, every),
            "_signs": by_kind,
            "_both": both,
            "_all": Rows.together(every),
            "_burdens": _rows(self.burdens),
            "_with_the_dead": (_rows(self.joins), _rows(self.dead)),
            "_begins": _rows(self.begins),
            "_denies": _rows(self.denies),
            "words": frozenset(word for rows in every for row in rows.rows for word in row),
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    def heard(self, words: Row) -> Kind | None:
        """The most urgent of the signs that are said, if nothing else is."""
        words = tuple(map(self._apart, words))
        return self._sign(words) if self._all.cover(words) else None

    def heard_behind(self, part: Row) -> Kind | None:
        """The same at the end of a part of a sentence, from where somebody begins to say that they have one."""
        words = tuple(map(self._apart, part))
        if self._sign(words) is None:
            return None
        for at in range(len(words)):
            end = words[at:]
            if not (self._begins.begin(end) and len(end) <= MOST_WORDS and self._all.cover(end)):
                continue
            before = words[max(0, at - JUST_BEFORE) : at]
            if not self._denies.found(before) and not any(map(_is_a_year, before)) and (kind := self._sign(end)):
                return kind if kind is not Kind.CRISIS else None  # "I can't anymore, third time on hold": learned
        return None

    def heard_of_the_dead(self, words: Row) -> Kind | None:
        """Whether somebody calls themselves a burden, or wants to be with who died; nothing else has to be listed."""
        words = tuple(map(self._apart, words))
        with_the_dead = all(rows.found(words) for rows in self._with_the_dead)
        return Kind.CRISIS if with_the_dead or self._burdens.found(words) else None

    def heard_by_sound(self, text: str, others: Collection[str]) -> Kind | None:
        """The same in Latin letters, where this language has another script. `others`: words of other languages."""
        return self._by_sound.heard(text, others)

    def _sign(self, words: Row) -> Kind | None:
        if all(rows.found(words) for rows in self._both):
            return Kind.EMERGENCY
        return next((kind for kind, rows in self._signs if rows.found(words)), None)

    def _apart(self, word: str) -> str:
        """A word without an "and" that is written as a part of it."""
        rest = word.removeprefix(_AND)
        return rest if rest and word not in self.words and rest in self.words else word


def said_plainly(languages: Sequence[Bare], text: str, others: Collection[str] = ()) -> Kind | None:
    """The most urgent sign that a text says in one of these languages: alone, or at the end of a part of it.

    `others`: the words of the languages that are written in Latin letters.
    """
    if len(text) > LONGEST_TALK:
        return None
    every = tokens(text)
    alone = tuple(token for token in every if token not in _MARKS)
    is_short = len(text) <= LONGEST and 0 < len(alone) <= MOST_WORDS
    parts = list(_parts(every))
    kinds = (
        kind
        for bare in languages
        for kind in (
            bare.heard(alone) if is_short else None,
            bare.heard_by_sound(text, others) if is_short else None,
            bare.heard_of_the_dead(alone) if len(alone) <= MOST_WORDS_OF_A_WISH else None,
            *map(bare.heard_behind, parts),
        )
        if kind
    )
    return min(kinds, key=URGENT.index, default=None)


def _parts(words: Iterable[str]) -> Iterator[Row]:
    """What stands between two marks."""
    part: list[str] = []
    for word in (*words, ","):
        if word not in _MARKS:
            part.append(word)
        elif part:
            yield tuple(part)
            part = []


def _is_a_year(word: str) -> bool:
    return word.isdecimal() and len(word) == len("2019")


def _rows(phrases: Iterable[str]) -> Rows:
    return Rows.of(tuple(tokens(phrase)) for phrase in phrases)


NOT_BARE = Bare()
"""Of a language in which nothing is listed."""
