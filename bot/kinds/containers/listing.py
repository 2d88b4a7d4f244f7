"""Which of the things in a container may be papers, in the order in which they are to be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module

from bot.kinds.archive import MOST_UNPACKED, Refused
from bot.kinds.containers.entries import Entry, Shut
from bot.kinds.containers.furniture import is_exchange, is_furniture, is_measured
from bot.kinds.every import container_of, kind_of_file
from bot.kinds.findings import Finding
from bot.kinds.kinds import CONTAINERS, Kind, kinds_of
from bot.names import cleaned
from dialogs.receiving.contents import MOST_ENCLOSED, MOST_NAMED, Contents, Enclosed

MOST_ENTRIES = 3_000
"""Things in a container, those in containers within it included."""
_MAKERS = {
    "zip": "zip_entries",
    "mail": "mail_entries",
    "mht": "page_entries",
    "outlook": "outlook_entries",
    "portfolio": "portfolio_entries",
    "tnef": "tnef_entries",
    "signed": "signed_entries",
    "tar": "tape_entries",
}
_WITHIN: dict[Kind, str] = {
    "zip": "z",
    "mail": "m",
    "mht": "p",
    "outlook": "o",
    "portfolio": "f",
    "tnef": "t",
    "signed": "s",
    "tar": "r",
}
"""Parts the place of a container from a place in it, and says of what kind it is."""
_PLACE = re.compile(rf"([0-9-]+)(?:([{''.join(_WITHIN.values())}])([0-9-]+))?")
MOST_PDFS = 100 << 20
"""Bytes of the PDFs in a container that are opened to see whether others lie in them: a verdict must not wait long."""
_DIGITS = re.compile(r"(\d+)")
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass
class Listing:
    """What was found so far, and how much was looked through for it."""

    kind: Kind
    papers: list[Enclosed] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    within: dict[str, Entry] = field(default_factory=dict)
    """The papers by their places, not taken out yet."""
    entries: int = 0
    size: int = 0
    pdfs: int = 0
    """Bytes of those that were opened to see whether others lie in them."""

    def look_through(self, found: Iterable[Entry]) -> None:
        """Raises `Refused` where all containers together hold more than one may."""
        for entry in found:
            self.entries += 1
            self.size += entry.size
        if self.entries > MOST_ENTRIES or self.size > MOST_UNPACKED:
            raise Refused(Finding("over_limit", self.kind))


def contents_of(data: bytes, kind: Kind) -> Contents:
    """What lies in a container, and in containers that lie in it, but no deeper. Raises `Refused`."""
    listing = listed(data, kind)
    papers, others = listing.papers, listing.others
    beyond = max(0, len(papers) - MOST_ENCLOSED)
    return Contents(tuple(papers[:MOST_ENCLOSED]), tuple(others[:MOST_NAMED]), len(others), beyond)


def listed(data: bytes, kind: Kind) -> Listing:
    """All that was found in a container. Raises `Refused`."""
    listing = Listing(kind)
    _list(listing, entries_of(data, kind), kind, "", is_inner=False)
    return listing


def entries_of(data: bytes, kind: Kind) -> list[Entry]:
    """Everything in one container. Raises `Refused`."""
    maker: Callable[[bytes], list[Entry]] = import_module(f"bot.kinds.containers.{_MAKERS[kind]}").entries
    return maker(data)


def taken_out(data: bytes, kind: Kind, place: str) -> bytes:
    """One of those that were listed. Raises `Refused`, `Shut`, or KeyError if nothing lies there."""
    named = _PLACE.fullmatch(place)
    if named is None:
        raise KeyError(place)
    outer, within, inner = named.groups()
    content = {each.place: each for each in entries_of(data, kind)}[outer].read()
    if not within:
        return content
    kinds = {letter: kind for kind, letter in _WITHIN.items()}
    return taken_out(content, kinds[within], inner)


def _list(listing: Listing, found: list[Entry], kind: Kind, before: str, is_inner: bool) -> None:
    listing.look_through(found)
    in_order = sorted(found, key=_as_people_count) if kind in ("zip", "tar") else found
    exchange = is_exchange(found)
    for entry in in_order:
        if is_furniture(entry, exchange):
            continue
        if not is_inner and (inner := _inner(listing, entry)):
            within, entries = inner
            _list(listing, entries, within, f"{before}{entry.place}{_WITHIN[within]}", is_inner=True)
        elif _may_be_a_paper(entry) and not is_measured(entry):
            listing.papers.append(Enclosed(before + entry.place, _label(entry), entry.size))
            listing.within[before + entry.place] = entry
        else:
            listing.others.append(_label(entry))


def _inner(listing: Listing, entry: Entry) -> tuple[Kind, list[Entry]] | None:
    """What lies in an entry that is a container itself; None if it is none, or cannot be opened."""
    kinds = {*kinds_of(entry.head or b"")}
    if "pdf" in kinds:
        listing.pdfs += entry.size
    if not kinds & {*CONTAINERS} and not ("pdf" in kinds and listing.pdfs <= MOST_PDFS):
        return None
    try:
        content = entry.read()
        kind = container_of(content)
        found = entries_of(content, kind) if kind else []
    except (Refused, Shut):
        return None
    # A portfolio of nothing but programs is still a PDF, with pages of its own.
    return (kind, found) if kind and (kind != "portfolio" or any(map(_may_be_a_paper, found))) else None


def _may_be_a_paper(entry: Entry) -> bool:
    """Whether it is worth a look of its own; what cannot be taken out is, so that it is named."""
    if entry.head is None:
        return True
    if entry.size == 0:
        return False
    kinds = kinds_of(entry.head)
    if "text" in kinds and len(kinds) > 1 and not _reads_as_text(entry.head):
        return entry.head[:2] in (b"\x08\x00", b"\x02\x00")  # DICOM without its preamble
    return any(kind_of_file(kind) for kind in kinds) or kinds in (("office",), ("archive",))


def _reads_as_text(head: bytes) -> bool:
    return head.startswith(_TEXT_MARKS) or b"\x00" not in head


def _label(entry: Entry) -> str:
    """Its own name, without the folders it says it lies in."""
    return cleaned(entry.path.replace("\\", "/").rstrip("/").rpartition("/")[2])


def _as_people_count(entry: Entry) -> tuple[tuple[int, int, str], ...]:
    """Page 2 before page 10, whatever the case of the letters."""
    return tuple(_counted(entry.path.replace("\\", "/").casefold()))


def _counted(path: str) -> Iterator[tuple[int, int, str]]:
    for part in _DIGITS.split(path):
        is_number = part.isdecimal() and len(part) < 20
        yield (0, int(part), "") if is_number else (1, 0, part)
