"""Buttons pressed in words of one's own: which of those in sight a text means, and what it asks for.

The words are content (`pressed.toml`). A text presses something only if every word of it is known there: whatever else
somebody writes, of a pain, a medicine or a choice, presses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes
from dialogs.content.phrases import Spelling, clauses, plain, sentences, spelling
from dialogs.content.shapes import Place, Shape, any_keys, choice, flag, read, several, table, tables, text
from dialogs.content.word_rows import NO_ROWS, Row, Rows, Twins, expanded


@dataclass(frozen=True, slots=True)
class Pressed:
    """The button that a text means; "" for none."""

    key: str = ""
    details: bool = False
    """More is said than the button says: when, whom, how long it takes."""


NOTHING = Pressed()
LONGEST = 60
"""Words of a text that may press something: nobody says so in more."""
COMING = (
    *("begin_for", "sorted_yes", "sort_change", "apart", "together", "calendar", "send_more", "all_here", "more"),
    *("send_now", "change"),
)
"""Buttons that words may already be given to, though no screen has them yet."""
_Reading = Callable[[Iterable[str]], Rows]


@dataclass(frozen=True, slots=True)
class Wish:
    """One way to say what a button says."""

    keys: tuple[str, ...]
    """What it may mean: the first of them that is in sight."""
    all: tuple[Rows, ...]
    """Each of these lists has a phrase in it."""
    allowed: Rows
    """Nothing else stands in it than these."""
    unless: Rows = NO_ROWS
    asks: bool = False
    """It may be a question."""
    weak: bool = False
    """A yes or a no: it means nothing of its own beside what says more."""
    details: bool = False
    beside: tuple[str, ...] = ()
    """Only while one of these is in sight."""
    example: str = ""

    def may_mean(self, visible: Collection[str]) -> bool:
        return any(key in visible for key in self.keys) and (
            not self.beside or any(key in visible for key in self.beside)
        )

    def fits(self, words: Row, around: Row) -> bool:
        """Whether these words say it; `around` them are those that may contradict it, with all courtesies."""
        return (
            all(group.found(words) for group in self.all)
            and self.allowed.cover(words)
            and not self.unless.found(around)
        )


@dataclass(frozen=True, slots=True)
class Presses:
    """The words of one language for what can be pressed and asked for."""

    wishes: tuple[Wish, ...] = ()
    commands: tuple[Wish, ...] = ()
    twins: Twins = field(default_factory=Twins)
    courtesy: Rows = NO_ROWS
    """Taken out before anything is looked at."""
    filler: Rows = NO_ROWS
    questions: Rows = NO_ROWS
    """What begins so is a question, with or without its mark."""
    requests: Rows = NO_ROWS
    """What begins so is none, even with a mark."""
    gives_way: frozenset[str] = frozenset()
    """Keys that are said on the way to another: "I don't have it, remind me"."""
    signs: Mapping[str, str] = field(default_factory=dict)
    spelling: Spelling = field(default_factory=Spelling)

    def pressed(self, text: str, visible: Collection[str]) -> Pressed:
        """Which of the visible buttons is meant; `NOTHING` if none, or if two of them are meant alike."""
        return self._pressed(self.wishes, text, visible)

    def asks_for(self, text: str) -> str:
        """The name of the command that a text asks for; "" if none."""
        return self._pressed(self.commands, text, {key for wish in self.commands for key in wish.keys}).key

    def _pressed(self, wishes: tuple[Wish, ...], text: str, visible: Collection[str]) -> Pressed:
        if len(text.split()) > LONGEST:
            return NOTHING
        among = [wish for wish in wishes if wish.may_mean(visible)]
        if self._is_question(text):
            among = [wish for wish in among if wish.asks]
        short = [wish for wish in among if not wish.details]
        for parts in self._readings(text):
            keys = self._together(short, parts, visible)
            if keys:
                return Pressed(keys.pop()) if len(keys) == 1 else NOTHING
        every = self._words(text)
        words = self.courtesy.taken_out(every)
        told = {_first(wish, visible) for wish in among if wish.details and wish.fits(words, every)}
        return Pressed(told.pop(), details=True) if len(told) == 1 else NOTHING

    def _readings(self, text: str) -> list[list[str]]:
        """A text as a whole, and by its parts; a yes or a no before it stands alone: "no, more pages"."""
        parts = [part for each in sentences(text) for part in clauses(each)]
        first = self._words(parts[0]) if len(parts) > 1 else ()
        answers = any(wish.weak and wish.fits(self.courtesy.taken_out(first), first) for wish in self.wishes)
        return [*([[parts[0], " ".join(parts[1:])]] if answers else []), [text], parts]

    def _together(self, wishes: list[Wish], parts: list[str], visible: Collection[str]) -> set[str]:
        """What all parts say together: nothing if one of them says anything else."""
        strong, weak, whole = set[str](), set[str](), self._words(" ".join(parts))
        for part in parts:
            every = self._words(part)
            words = self.courtesy.taken_out(every)
            # A yes is none if there is a no anywhere.
            fitting = [wish for wish in wishes if wish.fits(words, whole if wish.weak else every)]
            if not fitting and not self.filler.cover(words):
                return set()
            strong |= {_first(wish, visible) for wish in fitting if not wish.weak}
            weak |= {_first(wish, visible) for wish in fitting if wish.weak}
        keys = strong or weak
        return keys - self.gives_way or keys

    def _words(self, text: str) -> Row:
        for sign, word in self.signs.items():
            text = text.replace(sign, f" {word} ")
        return self.twins.told_alike(tuple(self.spelling.mended(plain(text).replace(".", " ")).split()))

    def _is_question(self, text: str) -> bool:
        words = self._words(text)
        if self.requests.begin(words):
            return False
        return "?" in text or self.questions.begin(self.courtesy.taken_out(words))


def _first(wish: Wish, visible: Collection[str]) -> str:
    return next(key for key in wish.keys if key in visible)


def read_presses(file: Path, buttons: Collection[str], commands: Collection[str]) -> Presses:
    """Read and check pressed.toml. Raises `ContentError` naming every key that is wrong."""
    known = read(file, _shape(buttons, commands))
    lists: Mapping[str, list[str]] = known.get("list", {})
    mistakes = Mistakes(file)
    for at, phrase in _phrases(known):
        for named in _named(phrase, lists):
            mistakes.note(at, f"@{named} is not one of [list]")
    above = set[str]()
    for name, phrases in lists.items():
        for named in (each for phrase in phrases for each in _named(phrase, above)):
            mistakes.note(f"list.{name}", f"@{named} is not one of the lists above it")
        above.add(name)
    mistakes.settle()
    twins = Twins.of({one: expanded(others, lists) for one, others in known.get("same", {}).items()})

    def rows(phrases: Iterable[str]) -> Rows:
        return Rows.of(twins.told_alike(tuple(_words_of(phrase))) for phrase in expanded(phrases, lists))

    courtesy, questions, requests = (rows(known.get(key, ())) for key in ("courtesy", "questions", "requests"))

    filler = rows(known["filler"])
    wishes, asked_for = (
        tuple(_wish(one, rows, filler) for one in known.get(kind, ())) for kind in ("pressed", "asked_for")
    )
    every = [phrase for _, phrase in _phrases(known)] + [phrase for phrases in lists.values() for phrase in phrases]
    presses = Presses(
        wishes,
        asked_for,
        twins,
        courtesy,
        filler,
        questions,
        requests,
        frozenset(known.get("gives_way", ())),
        known.get("sign", {}),
        spelling(word for phrase in every for word in phrase.split() if not word.startswith("@")),
    )
    for kind, several_wishes in (("pressed", wishes), ("asked_for", asked_for)):
        for number, wish in enumerate(several_wishes, start=1):
            alone = replace(presses, wishes=(wish,))
            if alone.pressed(wish.example, {*wish.keys, *wish.beside}).key != wish.keys[0]:
                mistakes.note(f"{kind} {number}.example", f"{wish.example!r} is not understood by it")
    mistakes.settle()
    return presses


def _words_of(phrase: str) -> Iterable[str]:
    """The words of a phrase as they are looked for: a star and # stay."""
    return (
        plain(word.rstrip("*")) + ("*" if word.endswith("*") else "") if word != "#" else "#" for word in phrase.split()
    )


def _wish(known: Mapping[str, Any], rows: _Reading, filler: Rows) -> Wish:
    groups = tuple(rows(group) for group in known["all"])
    return Wish(
        tuple(known.get("keys", ())) or (known["command"],),
        groups,
        Rows.of(row for each in (*groups, rows(known.get("only", ())), filler) for row in each.rows),
        rows(known.get("unless", ())),
        known.get("asks", False),
        known.get("weak", False),
        known.get("details", False),
        tuple(known.get("beside", ())),
        known["example"],
    )


def _phrases(known: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Every phrase outside [list], with where it stands."""
    for key in ("courtesy", "filler", "questions", "requests", "other_words"):
        yield from ((key, phrase) for phrase in known.get(key, ()))
    for one, others in known.get("same", {}).items():
        yield from ((f"same.{one}", phrase) for phrase in (one, *others))
    for kind in ("pressed", "asked_for"):
        for number, one in enumerate(known.get(kind, ()), start=1):
            for key in ("only", "unless"):
                yield from ((f"{kind} {number}.{key}", phrase) for phrase in one.get(key, ()))
            yield from ((f"{kind} {number}.all", phrase) for group in one["all"] for phrase in group)


def _named(phrase: str, known: Collection[str]) -> list[str]:
    """The lists that a phrase names and that are not known."""
    return [word[1:] for word in phrase.split() if word.startswith("@") and word[1:] not in known]


def _phrase(place: Place, value: Any) -> Any:
    if (
        not isinstance(value, str)
        or not value.split()
        or not all(plain(each) or each in "*#" for each in value.split())
    ):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes")
    return value


def _shape(buttons: Collection[str], commands: Collection[str]) -> Shape:
    key = choice(*sorted({*buttons, *COMING}))
    extra = {"only": _PHRASES, "unless": _PHRASES, **dict.fromkeys(("asks", "weak", "details"), flag)}
    said = {"example": text(), "all": _GROUPS}
    return table(
        {
            "filler": _PHRASES,
            "pressed": tables(
                table({"keys": several(key, least=1), **said}, {**extra, "beside": several(key, least=1)}), "pressed"
            ),
        },
        {
            "asked_for": tables(table({"command": choice(*sorted(commands)), **said}, extra), "asked_for"),
            **dict.fromkeys(("courtesy", "questions", "requests", "other_words"), _PHRASES),
            "gives_way": several(key),
            "same": any_keys(_PHRASES),
            "list": any_keys(_PHRASES),
            "sign": any_keys(text()),
        },
    )


_PHRASES = several(_phrase, least=1, of="words and phrases")
_GROUPS = several(_PHRASES, least=1, of='lists of phrases: [["have", "got"], ["paper"]]')
