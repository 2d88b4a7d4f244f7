"""An OpenDocument text (ODF 1.3): an archive of XML; its words are read, and its pictures shown behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile
from zlib import error as DamagedStream

from bot.kinds.archive import Refused, opened
from bot.kinds.blocks import Block, Heading, Item, Look, Loss, Manuscript, Run, Runs, Table, Text
from bot.kinds.markup_tables import LONGEST_CELL
from bot.kinds.open_document_styles import Styles
from bot.kinds.pictures_inside import PicturesInside
from bot.kinds.strict_xml import NotXml, attribute, child, local, tree
from bot.kinds.worded import TooMuch, Torn, worded

_MIMETYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
_DAMAGED = (NotXml, BadZipFile, DamagedStream, EOFError, RuntimeError, NotImplementedError, KeyError)
MOST_REPEATED = 200
"""Rows or cells that one element stands for; more is an empty rest of a table."""
_SEEN_THROUGH = ("section", "index-body", "sequence-decls", "soft-page-break", "table-of-content", "h-group")


def read(data: bytes) -> Manuscript | None:
    """What a text says; None if it is none, or locked. Raises `Torn`, `TooMuch`."""
    try:
        archive = opened(data)
    except Refused as refused:
        if refused.finding.state == "over_limit" and b"vnd.oasis.opendocument.text" in data[:200]:
            raise TooMuch from None
        return None
    try:
        if "mimetype" not in archive.namelist() or archive.read("mimetype")[:100].strip() not in _MIMETYPES:
            return None
        if _is_locked(archive):
            return None
        return _Reading(archive).contents()
    except _DAMAGED:
        raise Torn from None


def _is_locked(archive: ZipFile) -> bool:
    name = "META-INF/manifest.xml"
    return name in archive.namelist() and b"encryption-data" in archive.read(name)


@dataclass
class _Reading:
    archive: ZipFile
    lost: set[Loss] = field(default_factory=set)
    notes: list[Runs] = field(default_factory=list)
    pictures: PicturesInside = field(default_factory=PicturesInside)

    def contents(self) -> Manuscript:
        names = self.archive.namelist()
        content = self._part("content.xml")
        styles = self._part("styles.xml") if "styles.xml" in names else None
        self.styles = Styles([content, *([styles] if styles is not None else [])])
        body = child(content, "body", "text")
        if body is None:
            raise NotXml("no text")
        main = list(self._blocks(body))
        notes = [Text((Run(f"[{number}] "), *note)) for number, note in enumerate(self.notes, start=1)]
        heads, feet = self._margins(styles, "header"), self._margins(styles, "footer")
        self.lost |= {"pictures"} if self.pictures.lost else set()
        has_macros = any(name.startswith(("Basic/", "Scripts/")) for name in names)
        blocks = (*heads, *main, *notes, *feet)
        return Manuscript(blocks, frozenset(self.lost), tuple(self.pictures.kept), active=has_macros)

    def _part(self, name: str) -> Element:
        with self.archive.open(name) as file:
            return tree(file)

    def _margins(self, styles: Element | None, which: str) -> list[Block]:
        """Heads or feet of its pages, each line once."""
        if styles is None:
            return []
        found = [block for each in styles.iter() if local(each) == which for block in self._blocks(each)]
        return list(dict.fromkeys(block for block in found if not isinstance(block, Text) or block.runs))

    def _blocks(self, parent: Element, depth: int = -1) -> Iterator[Block]:
        for each in parent:
            match local(each):
                case "h":
                    level = attribute(each, "outline-level")
                    said = self._said(each, Heading)
                    yield from (
                        replace(h, level=int(level)) if isinstance(h, Heading) and level in "123456" else h
                        for h in said
                    )
                case "p":
                    yield from self._said(each, Text)
                case "list":
                    yield from self._list(each, depth + 1)
                case "table":
                    yield from self._table(each)
                case "tracked-changes":
                    self.lost |= {"changes"} if any(local(inner) == "deletion" for inner in each.iter()) else set()
                case "frame" | "image" | "object" | "custom-shape" | "g" | "line":
                    yield from self._frame(each)
                case name if name in _SEEN_THROUGH:
                    yield from self._blocks(each, depth)

    def _said(self, paragraph: Element, kind: type[Text] | type[Heading]) -> Iterator[Block]:
        boxes: list[Block] = []
        runs = tuple(self._runs(paragraph, self.styles.look(attribute(paragraph, "style-name")), boxes))
        if any(run.text.strip() for run in runs):
            yield kind(runs)
        yield from boxes

    def _runs(self, parent: Element, look: Look, boxes: list[Block]) -> Iterator[Run]:
        yield from _run(parent.text, look)
        for each in parent:
            yield from self._inline(each, look, boxes)
            yield from _run(each.tail, look)

    def _inline(self, each: Element, look: Look, boxes: list[Block]) -> Iterator[Run]:
        match local(each):
            case "s":
                count = attribute(each, "c")
                yield Run(" " * min(int(count) if count.isdigit() else 1, 80), look)
            case "tab":
                yield Run("    ", look)
            case "line-break":
                yield Run("\n", look)
            case "note":
                self.notes.append(())
                place = len(self.notes)
                inner = child(each, "note-body")
                said = list(self._blocks(inner)) if inner is not None else []
                self.notes[place - 1] = tuple(run for block in said if isinstance(block, Text) for run in block.runs)
                yield Run(f"[{place}]", look)
            case "annotation":
                self.lost.add("comments")
            case "frame" | "image" | "object" | "custom-shape" | "g" | "line":
                boxes += self._frame(each)
            case "annotation-end" | "bookmark" | "change" | "change-start" | "change-end" | "script":
                return
            case _:
                name = attribute(each, "style-name")
                if self.styles.is_hidden(name):
                    self.lost.add("hidden")
                else:
                    yield from self._runs(each, self.styles.look(name) or look, boxes)

    def _frame(self, frame: Element) -> Iterator[Block]:
        """A picture, or a box of text that stands beside."""
        for each in frame.iter():
            name = local(each)
            if name == "image":
                where = attribute(each, "href").removeprefix("./")
                is_there = where in self.archive.namelist()
                self.pictures.take(self.archive.read(where) if is_there else b"")
                return
            if name == "object":
                self.lost.add("pictures")
                return
            if name in ("text-box", "custom-shape"):
                yield from self._blocks(each)
                return

    def _list(self, parent: Element, depth: int) -> Iterator[Block]:
        for each in parent:
            if local(each) not in ("list-item", "list-header"):
                continue
            for place, block in enumerate(self._blocks(each, depth)):
                is_text = isinstance(block, Text)
                yield Item(block.runs, "•" if not place else "", depth) if is_text else block  # type: ignore[union-attr]

    def _table(self, table: Element) -> Iterator[Block]:
        rows: list[tuple[list[Block], ...]] = []
        heads = 0
        for row, is_head in _rows(table):
            cells = tuple(cell for each in row for cell in self._cells(each))
            if any(cells):
                heads += is_head and heads == len(rows)
                rows += [cells] * _repeated(row, "number-rows-repeated")
        blocks = [block for row in rows for cell in row for block in cell]
        is_plain = all(isinstance(block, Text | Item) for block in blocks)
        runs = tuple(tuple(_flat(cell) for cell in row) for row in rows)
        is_short = all(sum(len(run.text) for run in cell) <= LONGEST_CELL for row in runs for cell in row)
        if is_plain and is_short and max(map(len, rows), default=0) > 1:
            yield Table(runs, heads if heads < len(runs) else 0)
        else:
            yield from blocks

    def _cells(self, each: Element) -> Iterator[list[Block]]:
        if local(each) in ("table-cell", "covered-table-cell"):
            blocks = list(self._blocks(each))
            yield from [blocks] * (_repeated(each, "number-columns-repeated") if blocks else 1)


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for each in table:
        name = local(each)
        if name == "table-row":
            yield each, False
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from ((row, name == "table-header-rows") for row, _ in _rows(each))


def _repeated(element: Element, name: str) -> int:
    said = attribute(element, name)
    return max(1, min(int(said), MOST_REPEATED)) if said.isdigit() and len(said) < 9 else 1


def _flat(cell: list[Block]) -> Runs:
    runs: list[Run] = []
    for block in cell:
        if isinstance(block, Text | Item):
            runs += [Run("\n")] if runs else []
            runs += block.runs
    return tuple(runs)


def _run(text: str | None, look: Look) -> Iterator[Run]:
    """White space is one space, as in markup; a space that counts is an element of its own."""
    if text:
        inside = " ".join(text.split())
        before = " " if inside and text[:1].isspace() else ""
        after = " " if text[-1:].isspace() else ""
        yield Run(f"{before}{inside}{after}", look)


KIND = worded("odt", read)
