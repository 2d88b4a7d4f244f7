"""A file that a patient sent: what it is, where it belongs, and what was found when we looked at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dialogs.case.facts import NOTHING_READ, Facts

DocumentState = Literal[
    "arriving", "readable", "locked", "unreadable", "over_limit", "unknown_kind", "too_big", "not_fetched",
    "opened",  # it only held others, which are files of their own: it is kept, and is no record itself
    "unseen",  # kept, but not looked at yet, through a fault of ours
    "damaged",  # it was kept, and we lost it
]  # fmt: skip
REFUSED: tuple[DocumentState, ...] = ("unreadable", "over_limit", "unknown_kind", "too_big", "not_fetched")
"""What was sent and never kept."""
PICTURES = ("jpeg", "png", "heic", "tiff", "webp", "jp2", "avif", "gif", "bmp")
"""Kinds of files that are a picture."""
DRAWN = ("pdf", *PICTURES)
"""Kinds of files whose pages have a look of their own: they can be shown in the chat, and turned."""
SET = ("docx", "odt", "doc", "rtf", "html", "xlsx", "csv", "ccda", "fhir", "apple_health", "text")
"""Kinds of files whose pages are set by us: they are shown as they will stand in the packet."""
WAYS_OUT = ("zip", "zip_locked", "archive", "mail", "web_page", "record_xml", "data", "link", "office")
"""Kinds of files we cannot keep as they are, each with a way of its own to become one we can."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file the patient sent: which record it is for, and what we found when we looked at it."""

    number: int
    batch: str
    name: str
    record: str = ""
    """The key of its record; empty until the patient says where it belongs."""
    state: DocumentState = "arriving"
    pages: int = 0
    remarks: tuple[str, ...] = ()
    """What a patient should know about a file that can be read: "blurred", "blank_pages" …"""
    facts: Facts = NOTHING_READ
    kind: str = ""
    """What it is, from its bytes: "pdf", "jpeg", "dicom_zip" …; empty until it was looked at."""
    digest: str = ""
    """The first 32 hexadecimal digits of its SHA-256: two files that share it are the same file."""
    title: str = ""
    """What the patient calls it; empty: its name."""
    date: str = ""
    """The day it is of, as the patient confirmed or wrote it (ISO 8601); empty until then."""
    turned: int = 0
    """Degrees clockwise by which its pages are turned in the packet: 0, 90, 180 or 270."""
    replaces: int = 0
    """The number of the file whose place it takes once it is readable."""
    errand: int = 0
    """The errand by which a helper sent it; 0: the patient sent it."""
    late: bool = False
    """It takes long to arrive, and the patient was told."""
    size: int = 0
    """Bytes, as Telegram claims them; 0: not told."""
    drawn: tuple[int, ...] = ()
    """Pages, from 1, that go into the packet as pictures: copied they would not show what they show."""
    album: str = ""
    """What Telegram calls the album or the message it came in; empty: as its batch."""
    placed: bool = False
    """The patient agreed to where it is, or said so."""
    being_read: bool = False
    """What is printed on it is still being read: until then nobody can tell where it belongs."""
    part_of: int = 0
    """The number of the first of the pictures that are one report together; 0: it is a file of its own."""
    compared: int = 0
    """So many pages, from the first, were seen to look in the packet as they do in the file."""
    also: tuple[str, ...] = ()
    """The keys of further records that it holds, as the patient agreed: it counts for each, and is packed once."""
    container: int = 0
    """The number of the file in which it came; 0: it was sent alone."""
    others: tuple[str, ...] = ()
    """In a file that was opened: the names of some of what lies in it and is of no kind that we keep."""
    other_files: int = 0
    """How many such files lie in it."""
    left: int = 0
    """How many more files lie in it that were not taken: there was no room for them."""
    message: int = 0
    """Which message of the chat brought it: photos that were sent together may arrive in another order (0: unknown)."""
    burst: str = ""
    """Shared by files that came for one record within a minute of one another; empty: from before this was noted."""
    apart: bool = False
    """The patient said that it is no part of a report of several photos."""
    stands: int = 0
    """Degrees clockwise by which the photo has to be turned for its print to stand upright: 0, 90, 180 or 270."""
    sheet: tuple[int, ...] = ()
    """Where on the photo the sheet of paper lies, as `bot.kinds.sheets.sheet` writes it; empty: all of it is shown."""

    @property
    def upright(self) -> int:
        """Degrees clockwise by which its pages are turned: until print stands, and as the patient turned them."""
        return (self.stands + self.turned) % 360

    @property
    def records(self) -> tuple[str, ...]:
        """The keys of all records that it counts for; the one it is filed under is first."""
        return (self.record, *self.also) if self.record else self.also

    @property
    def opens_with_a_password(self) -> bool:
        return self.state == "locked" and "other_lock" not in self.remarks

    @property
    def is_here(self) -> bool:
        """It is kept, or on its way: neither refused nor lost."""
        return self.state not in (*REFUSED, "damaged")

    @property
    def is_kept(self) -> bool:
        """It is here, and was looked at or waits for that."""
        return self.is_here and self.state != "arriving"

    @property
    def trouble(self) -> str:
        """What is to be said about a file that cannot be read: its state, or what kind of file it is."""
        return self.kind if self.state == "unknown_kind" and self.kind in WAYS_OUT else self.state


@dataclass(frozen=True, slots=True)
class Former:
    """What the patient can change about a file, as it was before the last change: one tap brings it back."""

    number: int
    record: str
    title: str
    date: str
    turned: int
    change: int = 0
    """Which change it was: its button takes back this one and no later one."""
    also: tuple[str, ...] = ()


def opened(documents: Iterable[Document]) -> list[Document]:
    """Those that only held others."""
    return [document for document in documents if document.state == "opened"]


def held(documents: Iterable[Document]) -> list[Document]:
    """Those that are kept, and are papers or hold some: what is told of them as "your files"."""
    return [document for document in documents if document.is_kept and document.state != "opened"]


def readable(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if document.state == "readable"]
