"""What is printed on a paper, as far as it can be read: who, when, where and which; never what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from operator import attrgetter
from typing import Any, Literal

from dialogs.case.copies import replace

Status = Literal["", "preliminary", "final", "amended"]
Dated = Literal["", "examined", "reported", "dated", "alone"]
"""How the day of a paper was found: by the label of an examination or a report, by "Date", or alone in its head."""
Unclear = Literal["record", "date", "patient", "born", "status"]


@dataclass(frozen=True, slots=True)
class Study:
    """One examination on a disc of images."""

    modality: str
    """How the images were made, in DICOM's letters: "CT", "MR", "PT/CT"."""
    date: str
    """As ISO 8601, or empty."""
    series: int
    images: int


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference to another paper is about, as far as that was read."""

    record: str = ""
    """The key of the record that the other paper is."""
    date: str = ""
    """The day of the other paper, as ISO 8601."""
    part: bool = False
    """It is to be a part of this very report: an addendum."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one file. Whatever was not found, or not surely, is empty."""

    record: str = ""
    """The key of the record that the text looks like."""
    date: str = ""
    """Of the examination or the report, as ISO 8601: "2026-03-12"."""
    status: Status = ""
    patient: str = ""
    """The patient's name as printed."""
    born: str = ""
    """The date of birth, as ISO 8601."""
    identifiers: tuple[str, ...] = ()
    """Accession and specimen numbers, as printed."""
    institution: str = ""
    pages_missing: tuple[int, ...] = ()
    """Pages that "page 2 of 4" promises and that are not in the file."""
    pointers: tuple[str, ...] = ()
    """Sentences that speak of other papers, as printed."""
    fingerprint: tuple[int, ...] = ()
    """What `likeness` compares: the same for texts that are nearly the same."""
    studies: tuple[Study, ...] = ()
    """The examinations whose images are in the file, by date."""
    not_images: int = 0
    """Files beside the images that are none."""
    other_folders: tuple[str, ...] = ()
    """Folders of a disc that hold files and not one image, such as that of its viewer."""
    likely: tuple[str, ...] = ()
    """Where the record is not sure enough: the keys of those that it may be, the likeliest first."""
    page: int = 0
    """Which page it says that it is, where the file is one page: 2 of "Page 2 of 6"."""
    of: int = 0
    """Of how many."""
    also: tuple[str, ...] = ()
    """The keys of further records that stand in the same file: biomarkers in a pathology report."""
    dated_by: Dated = ""
    """How the date was found, or the two days that it may be."""
    either: tuple[str, ...] = ()
    """Where the day is printed as 03/05/2026, what it may be (ISO 8601): with the day first, with the month first."""
    unclear: tuple[Unclear, ...] = ()
    """Of what something is printed, and no more could be told: never the same as nothing."""
    targets: tuple[Target, ...] = ()
    """What each of the pointers is about; empty in facts that were read before this was known."""
    former: str = ""
    """An earlier name of the patient, as printed."""
    number: str = ""
    """The hospital's number for the patient (MRN, NHS number), as printed."""
    doctor: str = ""
    """The doctor who treats them, as printed."""
    specimens: tuple[str, ...] = ()
    """Those of the numbers that name tissue: what a laboratory finds its slides by, as printed."""
    study: str = ""
    """What was examined and how, as the title of an imaging report has it: "CT chest with contrast"."""


NOTHING_READ = Facts()


def surer(known: Facts, read: Facts) -> Facts:
    """What was read, and in its place what a file says of itself in fields that are made for it.

    A day that stands alone there (when a paper was filed) gives way to one that is printed with its label.
    """
    told = {name: value for name, value in zip(_OF_FACTS, _facts(known), strict=True) if value}
    if known.record:  # a guess beside it is none any more; what it holds may stand in its words alone
        told |= {"also": known.also or (read.also if read.record == known.record else ()), "likely": ()}
    is_one_of_two = bool(known.date) and known.date in read.either
    if known.dated_by == "alone" and read.dated_by and (read.date or read.either) and not is_one_of_two:
        told = {name: value for name, value in told.items() if name not in ("date", "dated_by")}
    elif known.date:
        told["either"] = ()
    told["unclear"] = (*known.unclear, *(each for each in read.unclear if each not in told))
    return replace(read, **told)


def counting(facts: Facts, more: Iterable[str]) -> Facts:
    """The facts of a file in which there are papers of further records, by their keys."""
    first, *also = tuple(dict.fromkeys(filter(None, (facts.record, *facts.also, *more)))) or ("",)
    return replace(facts, record=first, also=tuple(also), likely=() if first else facts.likely)


_PARTS: Mapping[str, type[Study] | type[Target]] = {"studies": Study, "targets": Target}
"""The fields that hold several records of their own."""


def to_plain(facts: Facts) -> dict[str, Any]:
    """Facts as plain lists and dictionaries, ready for JSON."""
    plain = dict(zip(_OF_FACTS, _facts(facts), strict=True))
    for name in _PARTS:
        plain[name] = [asdict(each) for each in plain[name]]
    return plain


_OF_FACTS = tuple(field.name for field in fields(Facts))
_facts = attrgetter(*_OF_FACTS)


def from_plain(plain: Mapping[str, Any]) -> Facts:
    """Facts read back from JSON; fields that are not known any more are ignored."""
    known: dict[str, Any] = {name: value for name, value in plain.items() if name in Facts.__dataclass_fields__}
    for name, value in known.items():
        if isinstance(value, list):
            known[name] = tuple(value)
    for name, part in _PARTS.items():
        known[name] = tuple(part(**each) for each in known.get(name, ()))
    return Facts(**known)
