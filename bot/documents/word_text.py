"""What a Word document says, paragraph by paragraph, and what of it cannot be shown as words.

One reading for the look at arrival and for the packet's pages: what one sees the other shows (ECMA-376, part 1, 17).
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from bot.documents import word_signs
from bot.documents.kinds import HEAD_BYTES, kind_of
from bot.documents.strict_xml import NotXml, attribute, child, local, tree
from bot.documents.word_numbers import UNKNOWN, numbering

Look = Literal["", "struck", "raised", "lowered"]
Place = Literal["", "head", "foot", "note"]
Loss = Literal["pictures", "comments", "changes", "parts", "signs"]
"""What a reader of the file sees, and a reader of our words does not: pictures and charts, remarks in the margin, words
that were taken out while changes were tracked, parts that lie in files of their own, and signs that we cannot name."""
LOSSES: tuple[Loss, ...] = get_args(Loss)

MAIN = "word/document.xml"
DRAWN = ("jpeg", "png", "tiff")
_PICTURES = {"drawing", "pict", "object", "chart", "imagedata"}
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_TAKEN_OUT = {"del", "moveFrom"}
_GLUE = " | "


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    look: Look = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one row of a table, and where on the paper it stands."""

    runs: tuple[Run, ...]
    place: Place = ""

    @property
    def text(self) -> str:
        """The words alone: without those that are struck out, powers and indices marked as such."""
        marks = {"raised": "^", "lowered": "_"}
        return "".join(marks.get(run.look, "") + run.text for run in self.runs if run.look != "struck")


@dataclass(frozen=True, slots=True)
class Words:
    """A whole Word document."""

    paragraphs: tuple[Paragraph, ...]
    lost: tuple[Loss, ...]
    pictures: tuple[str, ...] = ()
    """The names of the pictures in it that can be drawn, in their order: `picture` gives their bytes."""

    @property
    def text(self) -> str:
        return "\n".join(each.text for each in self.paragraphs)


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
    lost: set[Loss] = field(default_factory=set)
    notes: list[Paragraph] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    relations: dict[str, str] = field(default_factory=dict)

    def words(self) -> Words:
        names, main_name = self.archive.namelist(), main_part(self.archive)
        body = child(self._part(main_name), "body")
        if body is None:
            raise NotXml("no body")
        about = self._optional(f"word/_rels/{posixpath.basename(main_name)}.rels")
        for each in about if about is not None else ():
            if attribute(each, "TargetMode") != "External":
                self.relations[attribute(each, "Id")] = attribute(each, "Target")
        self.numbering = numbering(self._optional("word/numbering.xml"), self._optional("word/styles.xml"))
        main = [*self._blocks(body)]
        pictures = tuple(self.pictures)  # those of heads and feet are logos
        heads, feet = (self._margins(names, which) for which in ("header", "footer"))
        for which in ("footnotes", "endnotes"):
            self._read_notes(which)
        if any(name.startswith("word/comments") for name in names):
            self.lost |= {"comments"} if self._said("word/comments.xml") else set()
        placed = [Paragraph(each.runs, "head") for each in heads] + main + self.notes
        return Words((*placed, *(Paragraph(each.runs, "foot") for each in feet)), self._losses(), pictures)

    def _losses(self) -> tuple[Loss, ...]:
        return tuple(each for each in LOSSES if each in self.lost)

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
                    self.lost.add("parts")
                case "AlternateContent":
                    yield from self._blocks(_alternative(each))
                case "sectPr" | "pPr" | "tcPr" | "tblPr":
                    continue
                case "del" | "moveFrom":
                    self.lost.add("changes")
                case _:
                    yield from self._blocks(each)

    def _paragraph(self, paragraph: Element) -> Iterator[Paragraph]:
        label = self.numbering.label(child(paragraph, "pPr"))
        if UNKNOWN in label:
            self.lost.add("signs")
        before = (Run(f"{label} "),) if label else ()
        boxes: list[Paragraph] = []
        runs = (*before, *_joined(self._runs(paragraph, "", boxes)))
        for line in _lines(runs):
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
            yield Paragraph(_joined(iter(runs)))

    # Runs: the words of one paragraph

    def _runs(self, parent: Element, look: Look, boxes: list[Paragraph]) -> Iterator[Run]:
        for each in parent:
            match local(each):
                case "r":
                    yield from self._run(each, boxes)
                case "pPr" | "rPr" | "sdtPr":
                    continue
                case "oMath" | "oMathPara":
                    yield from self._formula(each)
                case "del" | "moveFrom":
                    self.lost.add("changes")
                case "AlternateContent":
                    yield from self._runs(_alternative(each), look, boxes)
                case name if name in _PICTURES:
                    self._see(each, boxes)
                case _:
                    yield from self._runs(each, look, boxes)

    def _run(self, run: Element, boxes: list[Paragraph]) -> Iterator[Run]:
        properties = child(run, "rPr")
        if _is_on(properties, "vanish"):
            return
        fonts = child(properties, "rFonts")
        font = (attribute(fonts, "ascii") or attribute(fonts, "hAnsi")) if fonts is not None else ""
        look = _look(properties)
        for each in run.iter():
            name = local(each)
            if name == "t":
                yield Run(self._named(word_signs.shown(each.text or "", font)), look)
            elif name == "sym":
                number = attribute(each, "char")
                code = int(number, 16) if number and len(number) < 7 and _is_hex(number) else 0
                yield Run(self._named(word_signs.sign(attribute(each, "font"), code)), look)
            elif name in _SPACES:
                yield Run(_SPACES[name], look)
            elif name in ("footnoteReference", "endnoteReference"):
                yield Run(f"[{attribute(each, 'id')}]")
            elif name == "checkBox":
                checked = next((one for one in each if local(one) in ("checked", "default")), None)
                yield Run("☒" if checked is not None and attribute(checked, "val") != "0" else "☐")
            elif name in _PICTURES:
                self._see(each, boxes)
                return
            elif name == "AlternateContent":
                yield from self._runs(_alternative(each), look, boxes)
                return

    def _see(self, picture: Element, boxes: list[Paragraph]) -> None:
        """A picture is shown on a page of its own, if its kind can be; a box of text stands below its paragraph."""
        parts = list(picture.iter())
        texts = [each for each in parts if local(each) == "txbxContent"]
        for text in texts:
            boxes += self._blocks(text)
        images = [self._image(each) for each in parts if local(each) in ("blip", "imagedata")]
        self.pictures += [each for each in images if each and each not in self.pictures]
        if not all(images) or not (images or texts) or any(local(each) == "chart" for each in parts):
            self.lost.add("pictures")

    def _image(self, picture: Element) -> str:
        """The name of the file in the archive that holds a picture; empty if it is none that can be drawn."""
        target = self.relations.get(attribute(picture, "embed") or attribute(picture, "id"), "")
        name = posixpath.normpath(posixpath.join("word", target)).lstrip("/")
        if name not in self.archive.namelist():
            return ""
        with self.archive.open(name) as file:
            return name if kind_of(file.read(HEAD_BYTES)) in DRAWN else ""

    def _formula(self, formula: Element) -> Iterator[Run]:
        """A formula in one line: what stands high or low is marked, a fraction gets a stroke."""
        name = local(formula)
        if name == "t":
            yield Run(formula.text or "")
        elif name in ("sup", "sub"):
            look: Look = "raised" if name == "sup" else "lowered"
            yield Run("".join(run.text for part in formula for run in self._formula(part)), look)
        elif name == "f":
            top, bottom = ("".join(run.text for run in self._inside(child(formula, part))) for part in ("num", "den"))
            yield Run(f"({top})/({bottom})")
        elif name == "rad":
            yield Run("√(" + "".join(run.text for run in self._inside(child(formula, "e"))) + ")")
        else:
            yield from self._inside(formula)

    def _inside(self, formula: Element | None) -> Iterator[Run]:
        for part in formula if formula is not None else ():
            yield from self._formula(part)

    def _named(self, text: str) -> str:
        if word_signs.UNKNOWN in text:
            self.lost.add("signs")
        return text


def _alternative(element: Element) -> Element:
    """What is written in two ways is read in one: the newer, if it has words, else the other."""
    ways = [each for each in element if local(each) in ("Choice", "Fallback")]
    speaking = (each for each in ways if any(local(one) == "t" and one.text for one in each.iter()))
    return next(speaking, ways[0] if ways else Element("nothing"))


def _unwrapped(parent: Element) -> Iterator[Element]:
    """The children of a table or a row; what is wrapped around some of them is looked through."""
    for each in parent:
        if local(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _unwrapped(each)
        else:
            yield each


def _look(properties: Element | None) -> Look:
    if _is_on(properties, "strike") or _is_on(properties, "dstrike"):
        return "struck"
    height = child(properties, "vertAlign")
    where = attribute(height, "val") if height is not None else ""
    return {"superscript": "raised", "subscript": "lowered"}.get(where, "")  # type: ignore[return-value]


def _is_on(properties: Element | None, name: str) -> bool:
    switch = child(properties, name)
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off", "none")


def _is_hex(text: str) -> bool:
    return all(each in "0123456789abcdefABCDEF" for each in text)


def _joined(runs: Iterator[Run]) -> tuple[Run, ...]:
    """Neighbours that look alike as one: Word breaks words apart anywhere."""
    kept: list[Run] = []
    for run in runs:
        if kept and kept[-1].look == run.look:
            kept[-1] = Run(kept[-1].text + run.text, run.look)
        elif run.text:
            kept.append(run)
    return tuple(kept)


def _lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """A paragraph with line breaks in it is several lines."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.look))
        for other in others:
            yield tuple(each for each in line if each.text)
            line = [Run(other, run.look)]
    yield tuple(each for each in line if each.text)
