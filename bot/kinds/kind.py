"""A kind of file, in one declaration: what is in it, its pages in the packet, its picture in the chat.

Both the child that looks at a file when it arrives and the one that packs it ask here, so that neither can be of
another opinion than the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from bot.kinds.findings import Finding
from bot.kinds.kinds import Kind

if TYPE_CHECKING:
    from PIL import Image

    from bot.kinds.blocks import Manuscript


@dataclass(frozen=True, slots=True)
class Setting:
    """What words are set with: `press` sets them, `words` are the packet's own."""

    press: Any
    words: Mapping[str, Any]
    sheet: tuple[int, ...] = ()
    """Of a photo, which part of it is the page (`bot.kinds.sheets.sheet`)."""

    @property
    def page(self) -> dict[str, Any]:
        """The language and the paper of a page that is set."""
        return {"language": self.words["language"], "paper": self.paper}

    @property
    def paper(self) -> str:
        """What a page is printed on where nothing else says how large it is."""
        return str(self.words.get("paper", "a4"))


@dataclass(frozen=True, slots=True)
class Packed:
    """A file packed alone: the PDF, and of each page in it the box in which it is seen, and whether it is drawn."""

    content: bytes
    seen: tuple[tuple[float, ...], ...]
    drawn: Collection[int]
    sheet: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KindOfFile:
    """What can be done with files of one kind; every function may raise whatever a parser raises at odd bytes."""

    examine: Callable[[bytes, Kind], Iterator[Finding]]
    """What it is; each finding knows more than the one before."""
    leaves: Callable[[Any, Setting, Collection[int]], Any]
    """Its pages as `bot.kinds.leaves.Leaves`, some of them (counted from 0) drawn. Raises `LeftOut`."""
    pictures: Callable[[bytes, Kind, range, tuple[int, int]], Iterator[Image.Image]] | None = None
    """Some of its pages, drawn within so many pixels; None: it has no looks of its own."""
    same: Callable[[bytes, Packed], Iterator[bool]] | None = None
    """Of every page in turn, whether it looks in the packet as it does in the file; None: its pages are made by us."""
    may_be: Callable[[bytes, Kind], bool] = lambda data, kind: True
    """Whether it is worth examining, where that can be told at a glance."""
    holds_others: Callable[[bytes], Kind | None] | None = None
    """The kind of container that it is, where a file of this kind may only hold others; None: it is one paper."""
    examine_large: Callable[[BinaryIO, int, Kind], Iterator[Finding]] | None = None
    """What one is that does not fit into memory, by its headings alone; then `leaves` takes such a file too."""
    look: Callable[[bytes, Kind], tuple[tuple[int, ...], int]] | None = None
    """The numbers of the sheet of paper on a photo, and degrees until its print stands; None: it is no photo."""
    sets_words: bool = False
    """Its pages are set by the press."""
    reads: Callable[[bytes], Manuscript | None] | None = None
    """What a file says, where it is read into blocks; None if it is none of this kind."""
