"""A record in XML as patient portals export it: HL7 CDA R2 and C-CDA, its sections as they were written for people.

What is beside the text of the sections, for programs, says the same again and is not shown.
"""

from __future__ import annotations

import base64
import io
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element

from bot.kinds.blocks import Block, Heading, Loss, Manuscript, Text, named, words
from bot.kinds.ccda_head import facts_of, head_of, text_of
from bot.kinds.ccda_records import records_of
from bot.kinds.coded import counted
from bot.kinds.enclosed import enclosed
from bot.kinds.markup import Markup
from bot.kinds.pictures_inside import PicturesInside
from bot.kinds.strict_xml import NotXml, attribute, child, local, tree
from bot.kinds.unmarked import unmarked, without_tags
from bot.kinds.worded import Torn, worded
from dialogs.case.facts import surer

ROOT = b"ClinicalDocument"
_LOOKED_AT = 64 << 10
_DEEPEST = 6
"""Levels of sections within one another that are told apart by their titles."""


def read(data: bytes) -> Manuscript | None:
    """What a record says; None if the file is none. Raises `Torn`."""
    if not is_like(data):
        return None
    try:
        root = tree(io.BytesIO(data))
    except NotXml:
        raise Torn from None
    return _Reading(root).contents() if local(root) == ROOT.decode() else None


def is_like(data: bytes) -> bool:
    """Whether it may be one, without reading it."""
    head = data[:_LOOKED_AT]
    return ROOT in head.replace(b"\0", b"") and head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


@dataclass
class _Reading:
    root: Element
    blocks: list[Block] = field(default_factory=list)
    lost: set[Loss] = field(default_factory=set)
    pictures: PicturesInside = field(default_factory=PicturesInside)

    def contents(self) -> Manuscript:
        whole = child(self.root, "component", "nonXMLBody", "text")
        facts = facts_of(self.root)
        counts = surer(counted(records_of(self.root)), facts)
        if whole is not None and (alone := self._enclosed(whole)) is not None:
            return replace(alone, facts=counts)
        head = head_of(self.root)
        if whole is not None:
            in_letters = attribute(whole, "representation") == "B64"
            self.lost |= set() if text_of(whole) and not in_letters else {"parts"}
            self._say(None if in_letters else Text(words(unmarked(text_of(whole)))))
        self.media = {attribute(each, "ID"): each for each in self.root.iter() if local(each) == "observationMedia"}
        body = child(self.root, "component", "structuredBody")
        for section in _sections(body) if body is not None else ():
            self._section(section, 1)
        self.lost |= {"pictures"} if self.pictures.lost else set()
        facts = counts if self.blocks else facts
        return Manuscript((*head, *self.blocks), frozenset(self.lost), tuple(self.pictures.kept), facts=facts)

    def _enclosed(self, text: Element) -> Manuscript | None:
        """The whole file that is this record's body, if it can be shown."""
        if attribute(text, "representation") != "B64":
            return None
        content = in_base64("".join(text.itertext()))
        return enclosed(content) if content else None

    def _section(self, section: Element, level: int) -> None:
        title, text = child(section, "title"), child(section, "text")
        if title is not None and (said := words(unmarked(text_of(title)))):
            self._say(Heading(said, min(level, _DEEPEST)))
        before = len(self.blocks)
        if text is not None:
            without_tags(text)
            markup = Markup([], self.lost, picture=self._picture)
            self.blocks += [_below(block, level) for block in markup.read(text)]
        inner = list(_sections(section))
        for each in inner:
            self._section(each, level + 1)
        if len(self.blocks) == before and not inner:
            has_entries = any(local(each) == "entry" for each in section)
            self.lost |= {"entries"} if has_entries else set()
            self._say(Text(named("no_text")))

    def _picture(self, element: Any) -> None:
        for name in attribute(element, "referencedObject").split() or [""]:
            value = child(self.media.get(name), "value")
            self.pictures.take(in_base64("".join(value.itertext())) if value is not None else b"")

    def _say(self, block: Block | None) -> None:
        if block is not None and (not isinstance(block, Text) or block.runs):
            self.blocks.append(block)


def in_base64(text: str) -> bytes:
    """The bytes that base64 stands for; none if it is not base64."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (NotBase64, ValueError):
        return b""


def _sections(parent: Element) -> Iterator[Element]:
    for component in parent:
        if local(component) == "component":
            yield from (each for each in component if local(each) == "section")


def _below(block: Block, level: int) -> Block:
    """A title in a section's text stands below the section's own."""
    return replace(block, level=min(block.level + level, _DEEPEST)) if isinstance(block, Heading) else block


KIND = worded("ccda", read)
