"""XML as a tree, read without entities, without the network and without patience for what declares either."""

from __future__ import annotations

from typing import IO, Never
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from dialogs.receiving.sent import TELEGRAM_LIMIT

MOST_DEEP = 200
"""Elements within one another; more is a trap for whoever walks down."""
_PIECE = 64 << 10


class NotXml(Exception):
    """It is no XML that a document of a known kind would be: torn, too large, too deep, or declaring entities."""


def tree(file: IO[bytes]) -> Element:
    """The root element; names are "namespace}local", as expat puts them together. Raises `NotXml`."""
    builder, depth, read = TreeBuilder(), 0, 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEEP:
            raise NotXml("too deep")
        builder.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name)

    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = builder.data, _refuse
    try:
        while piece := file.read(_PIECE):
            read += len(piece)
            if read > TELEGRAM_LIMIT:  # unpacked it may be as large as a file may be
                raise NotXml("too large")
            parser.Parse(piece)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise NotXml(str(error)) from None
    root: Element = builder.close()
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace: some programs write the same words in two of them."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without its namespace; empty if it is not there."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def child(element: Element | None, *names: str) -> Element | None:
    """The element that a path of names leads to, or None."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def _refuse(*_: object) -> Never:
    raise NotXml("it declares entities")
