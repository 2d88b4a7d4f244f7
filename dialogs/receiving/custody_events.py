"""What can happen to a file in our keeping, through no fault of the patient's: all of it is ours to say and to mend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KeptUnseen:
    """A file is on stable storage, but could not be looked at, through a fault of ours: it is looked at later."""

    at: datetime
    document: int


@dataclass(frozen=True, slots=True)
class FilesDamaged:
    """Files that were kept are gone, or are not any more what was kept. Numbers of documents, or pieces of a packet."""

    at: datetime
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FilesFound:
    """Files that were damaged are there again, as they were: an operator has brought them back."""

    at: datetime
    documents: tuple[int, ...]


CustodyEvent = KeptUnseen | FilesDamaged | FilesFound
