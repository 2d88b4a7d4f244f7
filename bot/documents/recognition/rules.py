"""The words that recognition looks for, made ready from plain lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.documents.recognition.label_spellings import with_spellings
from bot.documents.recognition.lines import folded_words
from bot.documents.recognition.plain_lists import (
    Phrases,
    Words,
    headings_at,
    phrases_at,
    phrases_of,
    printed_at,
    strings_of,
    value_at,
    words_at,
)

LABELS = (
    *("patient", "born", "examined", "reported", "dated", "identifier", "specimen", "number", "doctor", "former"),
    *("study", "status", "family", "given", "visited", "other"),
)
STATUSES = ("preliminary", "final", "amended")
ORDERS = ("", "day_first", "month_first")
_NO_WORDS = ("others", "spelling")
"""A letter with a full stop stands in papers of every language."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What speaks for and against one kind of record."""

    record: str
    strong: Phrases
    weak: Phrases
    against: Phrases
    named: Phrases
    """Words that tell in a title, and nowhere else: "CT"."""
    parts: tuple[Phrases, ...]
    """What such a paper says where it has no title, as letters have none: the first in its head, and each other."""
    unless: Phrases
    """What is said by others, who say all of that too: patients themselves, insurers, leaflets."""
    headings: frozenset[Words]
    """Of the sections that such a paper has."""
    rows: str
    """What the rows of its tables are: "results", "doses", "markers", or empty."""
    within: frozenset[str]
    """The key of the record in which this one may stand as well, or empty."""
    inside: frozenset[Words]
    """How its section is headed there; empty: it needs no section of its own."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One way to speak of another paper."""

    phrases: Phrases
    beside: Phrases = ()
    """It counts beside a day or one of these alone."""
    part: bool = False
    """The other is to be a part of this report."""
    awaited: bool = False
    """It is still to come, whatever else of its kind stands here: "HER2 FISH is pending", below what was found."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that is looked for in one language."""

    kinds: tuple[Kind, ...]
    no_record: Phrases
    no_record_titles: Phrases
    """What speaks against every kind as a title, and is a section elsewhere."""
    known_headings: frozenset[Words]
    """Of the sections of any kind of record."""
    shared_headings: frozenset[Words]
    """Those that several kinds of record have."""
    title_headings: frozenset[Words]
    """What stands behind such a heading is a title."""
    result_units: tuple[str, ...]
    dose_units: frozenset[str]
    between: frozenset[str]
    """What stands between the two ends of a range, beside a hyphen: "to"."""
    methods: frozenset[str]
    """By what a marker was looked for: it may stand before what was found."""
    taken: Phrases
    """How a medicine is taken."""
    markers: tuple[str, ...]
    """As printed, in small letters without accents."""
    found: Phrases
    """What may be found of a marker."""
    labels: Mapping[tuple[str, ...], str]
    """The words of each label, and what it is a label of."""
    longest: Mapping[str, int]
    """Words of the longest label that begins with a word."""
    statuses: Mapping[str, Phrases]
    studies: Phrases
    """How images are made, as the title of a report says it."""
    no_studies: frozenset[str]
    """Words of a line that is no title of one."""
    references: tuple[Reference, ...]
    """What sentences say that speak of other papers; of two in one sentence the first counts."""
    pointed: tuple[tuple[str, Phrases], ...]
    """The record that is spoken of, by the words of the sentence."""
    no_pointers: Phrases
    denials: frozenset[str]
    addenda: Phrases
    """What an addendum is headed that has come."""
    advice: Phrases
    """What makes of a comparison one that is wished for: "correlation with MRI is recommended"."""
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
    with_dates: frozenset[str]
    """Weekdays, and small words that stand in a date or before one."""
    at_dates: frozenset[str]
    """Words between a place and the day on which something was written there."""
    by_whom: frozenset[str]
    """Words between a signature and whose it is."""
    another: frozenset[str]
    """Words before a label that make its day that of another paper."""
    order: str
    """Of numeric dates where nothing in the paper tells: one of `ORDERS`; and of those with dots."""
    dotted_order: str
    page: frozenset[str]
    of: frozenset[str]
    words: frozenset[str]
    """Every word of this language that is looked for: which language a paper is in is told by them."""
    others: tuple[Rules, ...] = ()
    """The rules of other languages: a paper is read by its own, whatever its patient speaks."""


def rules_from_plain(plain: Mapping[str, Any]) -> Rules:
    """The rules from what `read_recognition` gives. Raises ValueError naming the key that is missing or wrong."""
    records = value_at(plain, "record", dict)
    months = value_at(plain, "dates.months", list)
    labels = _labels(plain)
    kinds = tuple(_kind(plain, record) for record in records)
    times = Counter(heading for kind in kinds for heading in kind.headings)
    return Rules(
        kinds=kinds,
        known_headings=frozenset(times),
        shared_headings=frozenset(heading for heading, often in times.items() if often > 1),
        no_record=phrases_at(plain, "no_record.phrases"),
        no_record_titles=phrases_at(plain, "no_record.titles"),
        title_headings=headings_at(plain, "rows.title_headings"),
        result_units=printed_at(plain, "rows.result_units"),
        dose_units=words_at(plain, "rows.dose_units"),
        between=words_at(plain, "rows.between"),
        methods=words_at(plain, "rows.methods"),
        taken=phrases_at(plain, "rows.taken"),
        markers=printed_at(plain, "rows.markers"),
        found=phrases_at(plain, "rows.found"),
        labels=labels,
        longest={label[0]: len(label) for label in sorted(labels, key=len)},
        statuses={status: phrases_at(plain, f"status.{status}") for status in STATUSES},
        studies=phrases_at(plain, "study.kinds"),
        no_studies=words_at(plain, "study.never"),
        references=(
            Reference(phrases_at(plain, "pointer.to_come"), part=True),
            Reference(phrases_at(plain, "pointer.waiting"), phrases_at(plain, "pointer.waited_for"), awaited=True),
            Reference(phrases_at(plain, "pointer.phrases")),
            Reference(phrases_at(plain, "pointer.compared"), phrases_at(plain, "pointer.beside")),
        ),
        pointed=tuple(
            (record, phrases_at(plain, f"pointer.record.{record}"))
            for record in value_at(plain, "pointer.record", dict)
        ),
        no_pointers=phrases_at(plain, "pointer.unless"),
        denials=words_at(plain, "pointer.denials"),
        advice=phrases_at(plain, "pointer.advice"),
        addenda=phrases_at(plain, "pointer.addenda"),
        places=phrases_at(plain, "place.endings"),
        place_beginnings=phrases_at(plain, "place.beginnings") if "beginnings" in plain["place"] else (),
        no_places=words_at(plain, "place.never_first"),
        joining=words_at(plain, "place.joining"),
        titles=words_at(plain, "name.titles"),
        particles=words_at(plain, "name.particles"),
        no_names=words_at(plain, "name.never"),
        months={
            " ".join(folded_words(name)): number
            for number, names in enumerate(months, start=1)
            for name in strings_of(names, "dates.months")
        },
        with_dates=words_at(plain, "dates.with"),
        at_dates=words_at(plain, "dates.at"),
        by_whom=words_at(plain, "dates.by"),
        another=words_at(plain, "dates.another"),
        order=_choice(plain, "dates.order"),
        dotted_order=_choice(plain, "dates.dotted_order"),
        page=words_at(plain, "page.words"),
        of=words_at(plain, "page.of"),
        words=frozenset(_every_word({key: value for key, value in plain.items() if key not in _NO_WORDS})),
        others=tuple(map(rules_from_plain, plain.get("others", ()))),
    )


def _kind(plain: Mapping[str, Any], record: str) -> Kind:
    key, sides = f"record.{record}", plain["record"][record]
    strong, weak, against = (phrases_at(plain, f"{key}.{side}") for side in ("strong", "weak", "against"))
    return Kind(
        record=record,
        strong=strong,
        weak=weak,
        against=against,
        named=phrases_at(plain, f"{key}.named") if "named" in sides else (),
        parts=tuple(phrases_of(part, f"{key}.parts") for part in sides.get("parts", ())),
        unless=phrases_at(plain, f"{key}.unless") if "unless" in sides else (),
        headings=headings_at(plain, f"{key}.headings") if "headings" in sides else frozenset(),
        rows=str(sides.get("rows", "")),
        within=frozenset(map(str, sides.get("within", ()))),
        inside=headings_at(plain, f"{key}.inside") if "inside" in sides else frozenset(),
    )


def _every_word(plain: Any) -> Iterator[str]:
    """The words of all lists; what stands alone, such as the order of dates, is no word of the language."""
    for each in plain.values() if isinstance(plain, Mapping) else plain if isinstance(plain, list) else ():
        yield from folded_words(each) if isinstance(each, str) and isinstance(plain, list) else _every_word(each)


def _choice(plain: Mapping[str, Any], key: str) -> str:
    choice = value_at(plain, key, str)
    if choice not in ORDERS:
        raise ValueError(f"{key}: must be one of {ORDERS}")
    return str(choice)


def _labels(plain: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    keys = {kind: f"label.{kind}" for kind in LABELS}
    labels = {
        folded_words(label): kind for kind, key in keys.items() for label in strings_of(value_at(plain, key, list), key)
    }
    key = "spelling.words"
    spellings = [[*map(folded_words, strings_of(each, key))] for each in value_at(plain, key, list)]
    return with_spellings(labels, spellings, words_at(plain, "spelling.left_out"))
