"""Whole files that lie in another: the PDF of a report in a record for computers, a note in plain text, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.kinds.blocks import Manuscript
from bot.kinds.kind import KindOfFile, Setting
from bot.kinds.kinds import Kind, kinds_of
from dialogs.case.document import PICTURES

if TYPE_CHECKING:
    from pypdf import PdfReader

_WITH_PAGES = ("pdf", "docx", *PICTURES)
"""Kinds that have pages or looks of their own."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file in a file, and what can be done with it."""

    content: bytes
    kind: Kind
    of_kind: KindOfFile


def the_paper(contents: Manuscript) -> Enclosed | None:
    """The one file in it, where it says nothing beside: then that is what the patient sent."""
    if contents.blocks or contents.pictures or len(contents.papers) != 1:
        return None
    return with_pages(contents.papers[0])


def pages_of(content: bytes, setting: Setting) -> PdfReader:
    """The pages of a picture or a paper in a file, bound as if it had been sent alone."""
    from bot.kinds.leaves import Leaves

    paper = with_pages(content)
    assert paper, "only such are enclosed"
    leaves: Leaves = paper.of_kind.leaves(content, setting, ())
    return leaves.reader


def with_pages(content: bytes) -> Enclosed | None:
    """A file that has pages or looks of its own, and how they are shown; None if it is no such file."""
    from bot.kinds.every import kind_of_file

    for kind in kinds_of(content):
        if kind in _WITH_PAGES and (of_kind := kind_of_file(kind)):
            return Enclosed(content, kind, of_kind)
    return None
