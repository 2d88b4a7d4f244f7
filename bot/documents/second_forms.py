"""Papers that a container gives twice: as a record for programs, and as the page or the PDF that was made of it.

One is enough on the patient's table and in the packet; the other stays in the container, byte for byte. Names tell
nothing for sure, so what is written in both decides: every word of the one, in its order, has to stand in the other,
and nothing but words may be in it. Where that cannot be seen, both are papers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.documents.recognition import rules_from_plain
from bot.documents.recognition.dates import order_in, printed_date
from bot.documents.recognition.languages import rules_of
from bot.documents.recognition.lines import Line, folded_words, lines_of
from bot.documents.recognition.rules import Rules
from bot.kinds.archive import Refused
from bot.kinds.blocks import Manuscript, Pairs, sections
from bot.kinds.containers.entries import Entry, Shut
from bot.kinds.containers.listing import listed
from bot.kinds.enclosure import the_paper
from bot.kinds.every import kind_of_file
from bot.kinds.findings import Finding
from bot.kinds.kind import KindOfFile
from bot.kinds.kinds import Kind, kinds_of
from dialogs.case.facts import NOTHING_READ, Facts, surer
from dialogs.receiving.contents import Contents

FEWEST_WORDS = 20
"""Of fewer nobody can say that they are the same paper."""
MOST_OF_IT, SOME_OF_IT = 2, 5
"""How many times as many words the other may have; the second where both are called alike. A list of medicines may
stand in a letter word for word, and is a paper of its own."""
_PREFERRED = ("pdf", "docx", "odt", "doc", "rtf", "ccda", "fhir", "xlsx", "csv", "html", "text")
"""Of two forms that say the very same, the first of these kinds is the paper: what has pages, then what has fields."""


@dataclass(frozen=True)
class _Form:
    """One file as words: what it says, and what it says of itself in fields that are made for it."""

    place: str
    stem: str
    content: bytes
    kind: str
    text: tuple[str, ...]
    body: tuple[str, ...] = ()
    """Its words but for its fields; empty where something else than words is in it, too."""
    facts: Facts = NOTHING_READ
    carries: bytes = b""
    """The one file that it only carries."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for line in self.lines for word, _, _ in line.words)

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self.words)


def without_second_forms(data: bytes, found: Finding, rules: bytes) -> Contents:
    """What lies in a container, each paper once. May raise what a parser raises."""
    contents, plain = found.contents, json.loads(rules)
    wanted = {each.place for each in contents.enclosed}
    entries = [(place, entry) for place, entry in listed(data, found.kind).within.items() if place in wanted]
    again, known = _again(entries, rules_from_plain(plain)) if plain else (set(), {})
    papers = (each for each in contents.enclosed if each.place not in again)
    kept = tuple(replace(each, facts=known.get(each.place, NOTHING_READ)) for each in papers)
    return replace(contents, enclosed=kept, again=len(again))


def _again(entries: Sequence[tuple[str, Entry]], rules: Rules) -> tuple[set[str], dict[str, Facts]]:
    """The places of those that only say what another one says; by their places, what they told of the others."""
    forms = [form for place, entry in entries if (form := _form(place, entry))]
    hidden, known = set[str](), dict[str, Facts]()
    if len({form.kind for form in forms}) < 2:
        return hidden, known
    for form in sorted(forms, key=lambda each: -_PREFERRED.index(each.kind)):
        others = [each for each in forms if each.kind != form.kind and each.place not in hidden]
        sayers = [each for each in others if _is_said_in(form, each, rules)]
        if sayers:
            hidden.add(form.place)
        known |= {each.place: surer(form.facts, known.get(each.place, NOTHING_READ)) for each in sayers}
    return hidden, known


def _form(place: str, entry: Entry) -> _Form | None:
    """A file as words; None if it has none that can be compared."""
    with suppress(Shut, Refused):
        content = entry.read()
        stem = entry.path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0].casefold()
        for kind in kinds_of(content):
            of_kind = kind_of_file(kind) if kind in _PREFERRED else None
            with suppress(Exception):  # parsers raise anything on odd bytes
                if of_kind and (form := _read(of_kind, content, kind)):
                    return replace(form, place=place, stem=stem, content=content, kind=kind)
    return None


def _read(of_kind: KindOfFile, content: bytes, kind: Kind) -> _Form | None:
    if of_kind.reads:
        read = of_kind.reads(content)
        return _of_words(read) if read else None
    text = next((found.text for found in of_kind.examine(content, kind) if found.text), ())
    return _Form("", "", content, kind, text) if text else None


def _of_words(read: Manuscript) -> _Form:
    text = tuple(sections(read.blocks))
    paper = the_paper(read)
    more = read.lost or read.pictures or read.papers
    # Our heading of a record stands above the fields of its head, and names its kind in words of ours. The title of a
    # window is printed at the foot of each page, if it is at all.
    head = next((at + 1 for at, each in enumerate(read.blocks) if _is_of_fields(each)), int(read.framed))
    said = () if more else tuple(word for each in sections(read.blocks[head:]) for word in folded_words(each))
    return _Form("", "", b"", "text", text, said, read.facts, paper.content if paper else b"")


def _is_of_fields(block: object) -> bool:
    return isinstance(block, Pairs) and all(run.look == "named" for label, _ in block.pairs for run in label)


def _is_said_in(form: _Form, other: _Form, rules: Rules) -> bool:
    if form.carries:
        return form.carries == other.content
    most = SOME_OF_IT if form.stem == other.stem else MOST_OF_IT
    if len(form.body) < FEWEST_WORDS or len(other.words) > most * len(form.body):
        return False
    of_itself = folded_words(f"{form.facts.patient} {form.facts.institution}")
    if not other.known.issuperset((*of_itself, *form.body)) or not _in_order(form.body, other.words):
        return False
    days = {each for each in (form.facts.born, form.facts.date) if each}
    return not days or days <= {each.isoformat() for each in _days(other.lines, rules)}


def _in_order(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether all words are among the others, one behind the other, whatever stands between them."""
    left = iter(others)
    return all(word in left for word in words)


def _days(lines: Sequence[Line], rules: Rules) -> Iterator[date]:
    """Every day that is printed; of one that may be two, both."""
    rules = rules_of(lines, rules)
    order = order_in(lines, rules)
    for line in lines:
        for word, start, _ in line.words:
            if (word[0].isdigit() or word in rules.months) and (found := printed_date(line.text[start:], order, rules)):
                yield from (found.day,) if found.day else found.either
