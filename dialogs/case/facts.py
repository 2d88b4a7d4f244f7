"""What is printed on a paper, as far as it can be read: who, when, where and which; never what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Literal

Status = Literal["", "preliminary", "final", "amended"]


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
    """Lines that speak of other papers, as printed."""
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


NOTHING_READ = Facts()


def to_plain(facts: Facts) -> dict[str, Any]:
    """Facts as plain lists and dictionaries, ready for JSON."""
    plain = dict(zip(_OF_FACTS, _facts(facts), strict=True))
    plain["studies"] = [dict(zip(_OF_A_STUDY, _study(study), strict=True)) for study in facts.studies]
    return plain


_OF_FACTS, _OF_A_STUDY = (tuple(field.name for field in fields(kind)) for kind in (Facts, Study))
_facts, _study = attrgetter(*_OF_FACTS), attrgetter(*_OF_A_STUDY)


def from_plain(plain: Mapping[str, Any]) -> Facts:
    """Facts read back from JSON; fields that are not known any more are ignored."""
    known: dict[str, Any] = {name: value for name, value in plain.items() if name in Facts.__dataclass_fields__}
    for name, value in known.items():
        if isinstance(value, list):
            known[name] = tuple(value)
    known["studies"] = tuple(Study(**study) for study in known.get("studies", ()))
    return Facts(**known)
