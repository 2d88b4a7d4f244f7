"""The words of one paragraph of a Word document: how they look, the signs, formulas and pictures among them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from bot.kinds import word_signs
from bot.kinds.blocks import Look, Loss, Run
from bot.kinds.kinds import HEAD_BYTES, kind_of
from bot.kinds.strict_xml import attribute, child, local
from bot.kinds.word_shapes import Paragraph

DRAWN = ("jpeg", "png", "tiff")
_PICTURES = {"drawing", "pict", "object", "chart", "imagedata"}
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass
class Runs:
    """Reads runs; what is lost and which pictures were seen gathers here. `blocks` reads what a box of text holds."""

    archive: ZipFile
    blocks: Callable[[Element | None], Iterator[Paragraph]]
    lost: set[Loss] = field(default_factory=set)
    pictures: list[str] = field(default_factory=list)
    relations: dict[str, str] = field(default_factory=dict)

    def of(self, parent: Element, boxes: list[Paragraph]) -> Iterator[Run]:
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
                    yield from self.of(alternative(each), boxes)
                case name if name in _PICTURES:
                    self._see(each, boxes)
                case _:
                    yield from self.of(each, boxes)

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
                yield from self.of(alternative(each), boxes)
                return

    def _see(self, picture: Element, boxes: list[Paragraph]) -> None:
        """A picture is shown on a page of its own, if its kind can be; a box of text stands below its paragraph."""
        parts = list(picture.iter())
        texts = [each for each in parts if local(each) == "txbxContent"]
        for text in texts:
            boxes += self.blocks(text)
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


def alternative(element: Element) -> Element:
    """What is written in two ways is read in one: the newer, if it has words, else the other."""
    ways = [each for each in element if local(each) in ("Choice", "Fallback")]
    speaking = (each for each in ways if any(local(one) == "t" and one.text for one in each.iter()))
    return next(speaking, ways[0] if ways else Element("nothing"))


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
