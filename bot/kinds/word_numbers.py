"""The numbers before a Word document's paragraphs: they stand nowhere in its text and have to be counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.kinds.strict_xml import attribute, child, local

BULLET = "•"
UNKNOWN = "[?]"


@dataclass
class Numbering:
    """Counts the lists of one document (ECMA-376, part 1, 17.9): `label` gives each paragraph its number in turn."""

    levels: dict[tuple[str, int], tuple[str, str, int]] = field(default_factory=dict)
    """By list and level: how it is written, the text around it, and where it starts."""
    list_of: dict[str, str] = field(default_factory=dict)
    of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By style: the list and level that its paragraphs have."""
    _counted: Counter[tuple[str, int]] = field(default_factory=Counter)

    def label(self, properties: Element | None) -> str:
        """What stands before a paragraph, by its properties: "2.", "a)", "•"; empty if it is of no list."""
        number, level = self._place(properties)
        known = self.list_of.get(number)
        if not known or number == "0":
            return ""
        written, around, start = self.levels.get((known, level), ("", "", 1))
        if written == "none":
            return ""
        if written == "bullet":
            return BULLET
        self._counted[known, level] += 1
        for deeper in [key for key in self._counted if key[0] == known and key[1] > level]:
            del self._counted[deeper]
        for above in range(level, -1, -1):
            form, _, begins = self.levels.get((known, above), (written, "", start))
            count = max(1, self._counted[known, above]) + begins - 1
            around = around.replace(f"%{above + 1}", _written(count, form))
        return around or UNKNOWN

    def _place(self, properties: Element | None) -> tuple[str, int]:
        number = child(properties, "numPr", "numId")
        level = child(properties, "numPr", "ilvl")
        if number is not None:
            return attribute(number, "val"), _whole(level)
        style = child(properties, "pStyle")
        return self.of_style.get(attribute(style, "val") if style is not None else "", ("", 0))


def numbering(lists: Element | None, styles: Element | None) -> Numbering:
    """Read from word/numbering.xml and word/styles.xml, as far as they are there."""
    found = Numbering()
    for each in lists if lists is not None else ():
        if local(each) == "abstractNum":
            for level in [one for one in each if local(one) == "lvl"]:
                form, around, start = (child(level, name) for name in ("numFmt", "lvlText", "start"))
                written = attribute(form, "val") if form is not None else "decimal"
                text = attribute(around, "val") if around is not None else ""
                key = attribute(each, "abstractNumId"), int(attribute(level, "ilvl") or 0)
                found.levels[key] = (written, text, _whole(start, 1))
        elif local(each) == "num":
            target = child(each, "abstractNumId")
            found.list_of[attribute(each, "numId")] = attribute(target, "val") if target is not None else ""
    for style in styles if styles is not None else ():
        number = child(style, "pPr", "numPr", "numId")
        if number is not None:
            deep = child(style, "pPr", "numPr", "ilvl")
            found.of_style[attribute(style, "styleId")] = attribute(number, "val"), _whole(deep)
    return found


def _whole(element: Element | None, otherwise: int = 0) -> int:
    value = attribute(element, "val") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 6 else otherwise


def _written(count: int, form: str) -> str:
    match form:
        case "decimal":
            return str(count)
        case "decimalZero":
            return f"{count:02}"
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return UNKNOWN


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written, count = written + sign * (count // value), count % value
    return written
