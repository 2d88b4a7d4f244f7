"""The words that press buttons, read and checked from pressed.toml: each way to say one understands its own example."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from dialogs.case.patient import Patient
from dialogs.content.files import Mistakes, unless_changed
from dialogs.content.lies import Lies
from dialogs.content.phrases import arabic_words, bare, plain, plain_phrase, spelling
from dialogs.content.presses import Presses
from dialogs.content.shapes import Place, Shape, any_keys, choice, flag, read, several, table, tables, text
from dialogs.content.standing import Standing
from dialogs.content.told import Told
from dialogs.content.told_words import words_told
from dialogs.content.topics import Topics
from dialogs.content.wishes import Wish
from dialogs.content.word_rows import Row, Rows, Twins, Wild, expanded, words_of
from dialogs.ways import LEADS_TO, NEWS

LINES = frozenset(each.name for each in fields(Patient))
IN_PLACE = ("corrected", "exchanged", "links", "in_stead", "put", "no", "it_is", "more")
OF_LINES = ("how", "nothing", "denied", "follows", "both", "every", "first", "last")
OF_PLACES = ("treated", "of_a_place", "hearsay", "going", "recounted", "supposed")
IN_A_BREATH = ("but", "interrupted", "telephone", "unasked", "meeting", "mine", "theirs", "announced", "misspelt")
OF_QUESTIONS = ("asks", "left_to_us")
WHERE_IT_LIES = tuple(each.name for each in fields(Lies))
AS_ROWS = (*OF_PLACES, *IN_PLACE, *OF_LINES, *IN_A_BREATH, *OF_QUESTIONS)
TOLD = ("around", "ends", "reached", "removed", "joined", *AS_ROWS, *WHERE_IT_LIES)
"""What is written in [told] beside `before`."""
_Reading = Callable[[Iterable[str]], Rows]


@unless_changed
def read_presses(
    file: Path, buttons: Collection[str], commands: Collection[str], records: Collection[str] | None = None
) -> Presses:
    """Read and check pressed.toml. Raises `ContentError` naming every key that is wrong.

    `records`: those of the guide; None: they are not known here, and a text may be about anything.
    """
    known = read(file, _shape(buttons, commands, records))
    lists: Mapping[str, list[str]] = known.get("list", {})
    mistakes = Mistakes(file)
    about = known.get("about", {})
    of_topics = [(f"about.{topic}", phrase) for topic, phrases in about.items() for phrase in phrases]
    for at, phrase in (*_phrases(known), *of_topics):
        for named in _named(phrase, lists):
            mistakes.note(at, f"@{named} is not one of [list]")
    above = set[str]()
    for name, phrases in lists.items():
        for named in (each for phrase in phrases for each in _named(phrase, above)):
            mistakes.note(f"list.{name}", f"@{named} is not one of the lists above it")
        above.add(name)
    mistakes.settle()
    # What is told of lines, and in one breath, is looked for there alone: it puts no slip right anywhere else.
    of_places = ("supposed", "recounted", "of_a_place")
    told_alone = {f"told.{key}" for key in (*OF_LINES, *IN_A_BREATH, *OF_QUESTIONS, *WHERE_IT_LIES, *of_places)}
    pressing = [phrase for at, phrase in _phrases(known) if at not in told_alone]
    named_alone = _reached((phrase for at, phrase in _phrases(known) if at in told_alone), lists)
    named_alone -= _reached((*pressing, *(phrase for _, phrase in of_topics)), lists)
    every = pressing + [phrase for name, phrases in lists.items() for phrase in phrases if name not in named_alone]
    arabic = arabic_words(every)

    @cache
    def bare_word(word: str) -> str:
        return bare(word, arabic)

    def bared(phrases: Iterable[str]) -> list[str]:
        return [" ".join(map(bare_word, plain_phrase(phrase).split())) for phrase in phrases]

    twins, carers = (
        Twins.of({one: bared(expanded(others, lists)) for one, others in known.get(each, {}).items()})
        for each in ("same", "carer")
    )

    @cache  # one list is named by many phrases
    def row(phrase: str) -> Row:
        return twins.told_alike(tuple(map(bare_word, words_of(phrase))))

    denials = frozenset(word for each in known["denials"] for word in (plain_phrase(each), *row(each)))
    wild = Wild(denials, frozenset(map(plain_phrase, known["number_endings"])))

    @cache  # and one group stands at many wishes
    def rows_of(phrases: tuple[str, ...]) -> Rows:
        return Rows.of(map(row, expanded(phrases, lists)), wild)

    def rows(phrases: Iterable[str]) -> Rows:
        return rows_of(tuple(phrases))

    courtesy, questions, requests = (rows(known.get(key, ())) for key in ("courtesy", "questions", "requests"))

    filler = rows(known["filler"])
    wishes, asked_for = (
        tuple(_wish(one, rows, filler) for one in known.get(kind, ())) for kind in ("pressed", "asked_for")
    )
    presses = Presses(
        wishes,
        asked_for,
        twins,
        courtesy,
        filler,
        denials,
        tuple(known["joins"]),
        questions,
        requests,
        frozenset(known.get("gives_way", ())),
        frozenset(known.get("no_answers", ())),
        known.get("sign", {}),
        spelling(word for phrase in every for word in phrase.split() if not word.startswith("@")),
        arabic,
        carers,
        _told(known, lists),
        Topics.of(
            {topic: expanded(phrases, lists) for topic, phrases in about.items()},
            expanded(known.get("whereabouts", ()), lists),
            expanded((*known["filler"], *lists.get("what", ()), *lists.get("filed", ())), lists),
            expanded(lists.get("every_file", ()), lists),
            *(expanded(lists.get(each, ()), lists) for each in ("not_filed", "asks_what", "of_their_own")),
        ),
        Standing.of(lists, known["filler"]),
    )
    for kind, several_wishes in (("pressed", wishes), ("asked_for", asked_for)):
        for number, wish in enumerate(several_wishes, start=1):
            alone = replace(presses, wishes=(wish,))
            if alone.pressed(wish.example, {*wish.keys, *wish.beside}).key != wish.keys[0]:
                mistakes.note(f"{kind} {number}.example", f"{wish.example!r} is not understood by it")
    mistakes.settle()
    return presses


def _told(known: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> Told:
    def rows(phrases: Iterable[str]) -> Rows:
        return Rows.of(map(words_told, expanded(phrases, lists)))

    told = known.get("told", {})
    around = rows((*known.get("courtesy", ()), *told.get("around", ())))
    before = {line: rows(phrases) for line, phrases in told.get("before", {}).items()}
    reached = Rows.together((around, rows((*known["filler"], *told.get("reached", ())))))
    as_rows = {key: rows(told.get(key, ())) for key in AS_ROWS}
    ends, removed = rows(told.get("ends", ())), tuple(map(plain, told.get("removed", ())))
    joined = tuple(told.get("joined", ()))
    lies = Lies(**{key: rows(told.get(key, ())) for key in WHERE_IT_LIES})
    around_it = (around, rows(known["filler"]), ends, reached)
    return Told(before, *around_it, removed=removed, joined=joined, where_it_lies=lies, **as_rows)


def _wish(known: Mapping[str, Any], rows: _Reading, filler: Rows) -> Wish:
    groups = tuple(rows(group) for group in known["all"])
    return Wish(
        tuple(known.get("keys", ())) or (known["command"],),
        groups,
        Rows.together((*groups, rows(known.get("only", ())), filler)),
        rows(known.get("unless", ())),
        known.get("asks", False),
        known.get("weak", False),
        known.get("details", False),
        tuple(known.get("beside", ())),
        known["example"],
    )


def _phrases(known: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Every phrase outside [list], with where it stands."""
    for key in ("courtesy", "filler", "denials", "questions", "requests", "other_words"):
        yield from ((key, phrase) for phrase in known.get(key, ()))
    for key in ("same", "carer"):
        for one, others in known.get(key, {}).items():
            yield from ((f"{key}.{one}", phrase) for phrase in (one, *others))
    told = known.get("told", {})
    for key in TOLD:
        yield from ((f"told.{key}", phrase) for phrase in told.get(key, ()))
    for line, phrases in told.get("before", {}).items():
        yield from ((f"told.before.{line}", phrase) for phrase in phrases)
    for kind in ("pressed", "asked_for"):
        for number, one in enumerate(known.get(kind, ()), start=1):
            for key in ("only", "unless"):
                yield from ((f"{kind} {number}.{key}", phrase) for phrase in one.get(key, ()))
            yield from ((f"{kind} {number}.all", phrase) for group in one["all"] for phrase in group)


def _named(phrase: str, known: Collection[str]) -> list[str]:
    """The lists that a phrase names and that are not known."""
    return [word[1:] for word in phrase.split() if word.startswith("@") and word[1:] not in known]


def _reached(phrases: Iterable[str], lists: Mapping[str, Sequence[str]]) -> set[str]:
    """The lists that phrases name, and those that are named in these: each names lists above it."""
    reached = {name for phrase in phrases for name in _named(phrase, ())}
    for name, within in reversed([*lists.items()]):
        if name in reached:
            reached |= {named for phrase in within for named in _named(phrase, ())}
    return reached


def _phrase(place: Place, value: Any) -> Any:
    if (
        not isinstance(value, str)
        or not value.split()
        or not all(plain_phrase(each) or each in "*#" for each in value.split())
    ):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes")
    return value


def _word(place: Place, value: Any) -> Any:
    return value if isinstance(value, str) and value.isalpha() else place.wrong(f"{value!r} should be a single word")


def _shape(buttons: Collection[str], commands: Collection[str], records: Collection[str] | None) -> Shape:
    leading = (each for each in commands if LEADS_TO.get(each, each) in buttons)
    topics = None if records is None else {*records, *leading, *NEWS}
    key = choice(*sorted(buttons))
    extra = {"only": _PHRASES, "unless": _PHRASES, **dict.fromkeys(("asks", "weak", "details"), flag)}
    said = {"example": text(), "all": _GROUPS}
    return table(
        {
            "filler": _PHRASES,
            **dict.fromkeys(("denials", "number_endings", "joins"), several(_word, least=1, of="words")),
            "pressed": tables(
                table({"keys": several(key, least=1), **said}, {**extra, "beside": several(key, least=1)}), "pressed"
            ),
        },
        {
            "asked_for": tables(table({"command": choice(*sorted(commands)), **said}, extra), "asked_for"),
            **dict.fromkeys(("courtesy", "questions", "requests", "other_words", "whereabouts"), _PHRASES),
            **dict.fromkeys(("gives_way", "no_answers"), several(key)),
            **dict.fromkeys(("same", "carer"), any_keys(_PHRASES)),
            "list": any_keys(_PHRASES),
            "sign": any_keys(text()),
            "about": any_keys(_PHRASES, known=topics, where="a record, what has a button that leads there, or news"),
            "told": table(
                {},
                {
                    **dict.fromkeys(TOLD, _PHRASES),
                    "before": any_keys(_PHRASES, known=LINES, where="a line about the patient"),
                },
            ),
        },
    )


_PHRASES = several(_phrase, least=1, of="words and phrases")
_GROUPS = several(_PHRASES, least=1, of='lists of phrases: [["have", "got"], ["paper"]]')
