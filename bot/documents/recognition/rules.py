"""The words that recognition looks for, made ready from plain lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.documents.recognition.lines import folded_words

LABELS = ("patient", "born", "examined", "reported", "dated", "identifier", "status", "other")
STATUSES = ("preliminary", "final", "amended")
ORDERS = ("", "day_first", "month_first")

Phrases = tuple[str, ...]
"""Each phrase is " its words " in small letters without accents; one without the last space may go on."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What speaks for and against one kind of record."""

    record: str
    strong: Phrases
    weak: Phrases
    against: Phrases


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that is looked for in one language."""

    kinds: tuple[Kind, ...]
    no_record: Phrases
    labels: Mapping[tuple[str, ...], str]
    """The words of each label, and what it is a label of."""
    longest: Mapping[str, int]
    """Words of the longest label that begins with a word."""
    statuses: Mapping[str, Phrases]
    pointers: Phrases
    no_pointers: Phrases
    places: Phrases
    """How the name of a place ends."""
    place_beginnings: Phrases
    """How it begins, where the word that tells comes first: "Hospital Central"."""
    no_places: frozenset[str]
    joining: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    no_names: frozenset[str]
    months: Mapping[str, int]
    order: str
    """Of numeric dates where nothing in the paper tells: one of `ORDERS`."""
    dotted_order: str
    """Of numeric dates with dots."""
    page: frozenset[str]
    of: frozenset[str]
    words: frozenset[str]
    """Every word of this language that is looked for: which language a paper is in is told by them."""
    others: tuple[Rules, ...] = ()
    """The rules of other languages: a paper is read by its own, whatever its patient speaks."""


def rules_from_plain(plain: Mapping[str, Any]) -> Rules:
    """The rules from what `read_recognition` gives. Raises ValueError naming the key that is missing or wrong."""
    records = _at(plain, "record", dict)
    months = _at(plain, "dates.months", list)
    labels = _labels(plain)
    return Rules(
        kinds=tuple(
            Kind(record, *(_phrases(plain, f"record.{record}.{side}") for side in ("strong", "weak", "against")))
            for record in records
        ),
        no_record=_phrases(plain, "no_record.phrases"),
        labels=labels,
        longest={label[0]: len(label) for label in sorted(labels, key=len)},
        statuses={status: _phrases(plain, f"status.{status}") for status in STATUSES},
        pointers=_phrases(plain, "pointer.phrases"),
        no_pointers=_phrases(plain, "pointer.unless"),
        places=_phrases(plain, "place.endings"),
        place_beginnings=_phrases(plain, "place.beginnings") if "beginnings" in plain["place"] else (),
        no_places=_words(plain, "place.never_first"),
        joining=_words(plain, "place.joining"),
        titles=_words(plain, "name.titles"),
        particles=_words(plain, "name.particles"),
        no_names=_words(plain, "name.never"),
        months={
            word: number
            for number, names in enumerate(months, start=1)
            for name in _strings(names, "dates.months")
            for word in folded_words(name)
        },
        order=_choice(plain, "dates.order"),
        dotted_order=_choice(plain, "dates.dotted_order"),
        page=_words(plain, "page.words"),
        of=_words(plain, "page.of"),
        words=frozenset(_every_word({key: value for key, value in plain.items() if key != "others"})),
        others=tuple(map(rules_from_plain, plain.get("others", ()))),
    )


def _at(plain: Mapping[str, Any], key: str, kind: type) -> Any:
    value: Any = plain
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if not isinstance(value, kind):
        raise ValueError(f"{key}: is missing or not a {kind.__name__}")
    return value


def _strings(value: Any, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) and folded_words(each) for each in value):
        raise ValueError(f"{key}: must be a list of words or phrases")
    return value


def _phrases(plain: Mapping[str, Any], key: str) -> Phrases:
    phrases = _strings(_at(plain, key, list), key)
    return tuple(f" {' '.join(folded_words(each))}{'' if each.endswith('*') else ' '}" for each in phrases)


def _words(plain: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(word for each in _strings(_at(plain, key, list), key) for word in folded_words(each))


def _every_word(plain: Any) -> Iterator[str]:
    """The words of all lists; what stands alone, such as the order of dates, is no word of the language."""
    for each in plain.values() if isinstance(plain, Mapping) else plain if isinstance(plain, list) else ():
        yield from folded_words(each) if isinstance(each, str) and isinstance(plain, list) else _every_word(each)


def _choice(plain: Mapping[str, Any], key: str) -> str:
    choice = _at(plain, key, str)
    if choice not in ORDERS:
        raise ValueError(f"{key}: must be one of {ORDERS}")
    return str(choice)


def _labels(plain: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    keys = {kind: f"label.{kind}" for kind in LABELS}
    return {folded_words(label): kind for kind, key in keys.items() for label in _strings(_at(plain, key, list), key)}
