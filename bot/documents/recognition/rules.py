"""The words that recognition looks for, made ready from plain lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.documents.recognition.lines import folded, folded_words

LABELS = (
    *("patient", "born", "examined", "reported", "dated", "identifier", "specimen", "number", "doctor", "former"),
    *("study", "status", "family", "given", "visited", "other"),
)
STATUSES = ("preliminary", "final", "amended")
ORDERS = ("", "day_first", "month_first")

Phrases = tuple[str, ...]
"""Each phrase is " its words " in small letters without accents; one without the last space may go on."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What speaks for and against one kind of record."""

    record: str
    strong: Phrases
    weak: Phrases
    against: Phrases
    named: Phrases
    """Words that tell in a title, and nowhere else: "CT"."""
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
    records = _at(plain, "record", dict)
    months = _at(plain, "dates.months", list)
    labels = _labels(plain)
    kinds = tuple(_kind(plain, record) for record in records)
    times = Counter(heading for kind in kinds for heading in kind.headings)
    return Rules(
        kinds=kinds,
        known_headings=frozenset(times),
        shared_headings=frozenset(heading for heading, often in times.items() if often > 1),
        no_record=_phrases(plain, "no_record.phrases"),
        no_record_titles=_phrases(plain, "no_record.titles"),
        title_headings=_headings(plain, "rows.title_headings"),
        result_units=_printed(plain, "rows.result_units"),
        dose_units=_words(plain, "rows.dose_units"),
        taken=_phrases(plain, "rows.taken"),
        markers=_printed(plain, "rows.markers"),
        found=_phrases(plain, "rows.found"),
        labels=labels,
        longest={label[0]: len(label) for label in sorted(labels, key=len)},
        statuses={status: _phrases(plain, f"status.{status}") for status in STATUSES},
        studies=_phrases(plain, "study.kinds"),
        no_studies=_words(plain, "study.never"),
        references=(
            Reference(_phrases(plain, "pointer.to_come"), part=True),
            Reference(_phrases(plain, "pointer.waiting"), _phrases(plain, "pointer.waited_for"), awaited=True),
            Reference(_phrases(plain, "pointer.phrases")),
            Reference(_phrases(plain, "pointer.compared"), _phrases(plain, "pointer.beside")),
        ),
        pointed=tuple(
            (record, _phrases(plain, f"pointer.record.{record}")) for record in _at(plain, "pointer.record", dict)
        ),
        no_pointers=_phrases(plain, "pointer.unless"),
        denials=_words(plain, "pointer.denials"),
        advice=_phrases(plain, "pointer.advice"),
        addenda=_phrases(plain, "pointer.addenda"),
        places=_phrases(plain, "place.endings"),
        place_beginnings=_phrases(plain, "place.beginnings") if "beginnings" in plain["place"] else (),
        no_places=_words(plain, "place.never_first"),
        joining=_words(plain, "place.joining"),
        titles=_words(plain, "name.titles"),
        particles=_words(plain, "name.particles"),
        no_names=_words(plain, "name.never"),
        months={
            " ".join(folded_words(name)): number
            for number, names in enumerate(months, start=1)
            for name in _strings(names, "dates.months")
        },
        with_dates=_words(plain, "dates.with"),
        at_dates=_words(plain, "dates.at"),
        another=_words(plain, "dates.another"),
        order=_choice(plain, "dates.order"),
        dotted_order=_choice(plain, "dates.dotted_order"),
        page=_words(plain, "page.words"),
        of=_words(plain, "page.of"),
        words=frozenset(_every_word({key: value for key, value in plain.items() if key != "others"})),
        others=tuple(map(rules_from_plain, plain.get("others", ()))),
    )


def _kind(plain: Mapping[str, Any], record: str) -> Kind:
    key, sides = f"record.{record}", plain["record"][record]
    strong, weak, against = (_phrases(plain, f"{key}.{side}") for side in ("strong", "weak", "against"))
    return Kind(
        record=record,
        strong=strong,
        weak=weak,
        against=against,
        named=_phrases(plain, f"{key}.named") if "named" in sides else (),
        headings=_headings(plain, f"{key}.headings") if "headings" in sides else frozenset(),
        rows=str(sides.get("rows", "")),
        within=frozenset(map(str, sides.get("within", ()))),
        inside=_headings(plain, f"{key}.inside") if "inside" in sides else frozenset(),
    )


def _headings(plain: Mapping[str, Any], key: str) -> frozenset[Words]:
    return frozenset(folded_words(each) for each in _strings(_at(plain, key, list), key))


def _printed(plain: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """As printed, with their marks; the longest first, for one may begin as another does."""
    return tuple(sorted(map(folded, _strings(_at(plain, key, list), key)), key=len, reverse=True))


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
