"""What a Word document says, paragraph by paragraph, and what of it cannot be shown as words.

One reading for the look at arrival and for the packet's pages: what one sees the other shows (ECMA-376, part 1, 17).
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from bot.kinds.blocks import LOSSES, Loss, Run
from bot.kinds.strict_xml import NotXml, attribute, child, local, tree
from bot.kinds.word_numbers import UNKNOWN, numbering
from bot.kinds.word_runs import Runs, alternative
from bot.kinds.word_shapes import Paragraph, Words, joined, lines_of

MAIN = "word/document.xml"
_GLUE = " | "


def words_of(data: bytes) -> Words:
    """What a file says; raises `NotXml`, or whatever a torn archive raises."""
    with ZipFile(io.BytesIO(data)) as archive:
        return read(archive)


def read(archive: ZipFile) -> Words:
    """What an archive with a Word document in it says."""
    return _Reading(archive).words()


def picture(data: bytes, name: str) -> bytes:
    """The bytes of one picture of a file."""
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def main_part(archive: ZipFile) -> str:
    """The name of the document's own part: some programs call it otherwise. Empty: there is none."""
    names = set(archive.namelist())
    if MAIN in names:
        return MAIN
    if "_rels/.rels" not in names:
        return ""
    with archive.open("_rels/.rels") as file:
        relations = tree(file)
    targets = [attribute(each, "Target") for each in relations if attribute(each, "Type").endswith("/officeDocument")]
    return next((name for each in targets if (name := each.lstrip("/")) in names and name.startswith("word/")), "")


@dataclass
class _Reading:
    archive: ZipFile
    notes: list[Paragraph] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.runs = Runs(self.archive, self._blocks)

    def words(self) -> Words:
        names, main_name = self.archive.namelist(), main_part(self.archive)
        body = child(self._part(main_name), "body")
        if body is None:
            raise NotXml("no body")
        about = self._optional(f"word/_rels/{posixpath.basename(main_name)}.rels")
        for each in about if about is not None else ():
            if attribute(each, "TargetMode") != "External":
                self.runs.relations[attribute(each, "Id")] = attribute(each, "Target")
        self.numbering = numbering(self._optional("word/numbering.xml"), self._optional("word/styles.xml"))
        main = [*self._blocks(body)]
        pictures = tuple(self.runs.pictures)  # those of heads and feet are logos
        heads, feet = (self._margins(names, which) for which in ("header", "footer"))
        for which in ("footnotes", "endnotes"):
            self._read_notes(which)
        if any(name.startswith("word/comments") for name in names):
            self.runs.lost |= {"comments"} if self._said("word/comments.xml") else set()
        placed = [Paragraph(each.runs, "head") for each in heads] + main + self.notes
        return Words((*placed, *(Paragraph(each.runs, "foot") for each in feet)), self._losses(), pictures)

    def _losses(self) -> tuple[Loss, ...]:
        return tuple(each for each in LOSSES if each in self.runs.lost)

    def _part(self, name: str) -> Element | None:
        if not name:
            return None
        with self.archive.open(name) as file:
            return tree(file)

    def _optional(self, name: str) -> Element | None:
        return self._part(name) if name in self.archive.namelist() else None

    def _said(self, name: str) -> bool:
        part = self._optional(name)
        return part is not None and any(local(each) == "t" and each.text for each in part.iter())

    def _margins(self, names: list[str], which: str) -> list[Paragraph]:
        """Heads or feet of its pages, each line once: first pages and even pages mostly say the same."""
        parts = sorted(name for name in names if name.startswith(f"word/{which}") and name.endswith(".xml"))
        found = [each for name in parts for each in self._blocks(self._part(name)) if each.text.strip()]
        return list(dict.fromkeys(found))

    def _read_notes(self, which: str) -> None:
        for note in self._optional(f"word/{which}.xml") or ():
            number = attribute(note, "id")
            if attribute(note, "type") or not number:
                continue  # the line that parts notes from text is a note of its own
            for place, each in enumerate(self._blocks(note)):
                mark = (Run(f"[{number}] "),) if not place else ()
                self.notes.append(Paragraph((*mark, *each.runs), "note"))

    # Blocks: paragraphs, tables and what is wrapped around them

    def _blocks(self, parent: Element | None) -> Iterator[Paragraph]:
        for each in parent if parent is not None else ():
            match local(each):
                case "p":
                    yield from self._paragraph(each)
                case "tbl":
                    yield from self._rows(each)
                case "altChunk":
                    self.runs.lost.add("parts")
                case "AlternateContent":
                    yield from self._blocks(alternative(each))
                case "sectPr" | "pPr" | "tcPr" | "tblPr":
                    continue
                case "del" | "moveFrom":
                    self.runs.lost.add("changes")
                case _:
                    yield from self._blocks(each)

    def _paragraph(self, paragraph: Element) -> Iterator[Paragraph]:
        label = self.numbering.label(child(paragraph, "pPr"))
        if UNKNOWN in label:
            self.runs.lost.add("signs")
        before = (Run(f"{label} "),) if label else ()
        boxes: list[Paragraph] = []
        runs = (*before, *joined(self.runs.of(paragraph, boxes)))
        for line in lines_of(runs):
            yield Paragraph(line)
        yield from boxes

    def _rows(self, table: Element) -> Iterator[Paragraph]:
        for row in (each for each in _unwrapped(table) if local(each) == "tr"):
            runs: list[Run] = []
            for place, cell in enumerate(each for each in _unwrapped(row) if local(each) == "tc"):
                runs += [Run(_GLUE)] if place else []
                for number, block in enumerate(each for each in self._blocks(cell) if each.text.strip()):
                    runs += [Run(" ")] if number else []
                    runs += block.runs
            yield Paragraph(joined(iter(runs)))


def _unwrapped(parent: Element) -> Iterator[Element]:
    """The children of a table or a row; what is wrapped around some of them is looked through."""
    for each in parent:
        if local(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _unwrapped(each)
        else:
            yield each
