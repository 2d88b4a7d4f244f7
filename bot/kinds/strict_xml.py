"""XML as a tree, read without entities, without the network and without patience for what declares either."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Never
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from dialogs.receiving.sent import TELEGRAM_LIMIT

MOST_DEEP = 200
"""Elements within one another; more is a trap for whoever walks down."""
_PIECE = 64 << 10
TEXT = "#text"


class NotXml(Exception):
    """It is no XML that a document of a known kind would be: torn, too large, too deep, or declaring entities."""


def tree(file: IO[bytes]) -> Element:
    """The root element; names are "namespace}local", as expat puts them together. Raises `NotXml`."""
    builder, walk = TreeBuilder(), _Walk()
    walk.begins, walk.ends, walk.parser.CharacterDataHandler = builder.start, builder.end, builder.data
    for _ in walk.through(file):
        pass
    root: Element = builder.close()
    return root


def each_element(
    file: IO[bytes], allows_doctype: bool = False, with_text: bool = False
) -> Iterator[tuple[str, dict[str, str]]]:
    """The local name and the attributes of one element after another, of which none is kept. Raises `NotXml`.

    A file may say which elements it has (`allows_doctype`), but no entities all the same. `with_text`: what stands
    between them comes as a `TEXT`, with the words under that name.
    """
    waiting: list[tuple[str, dict[str, str]]] = []
    walk = _Walk()
    walk.begins = lambda name, attributes: waiting.append((name.rpartition("}")[2], attributes))
    if with_text:
        walk.parser.CharacterDataHandler = lambda words: waiting.append((TEXT, {TEXT: words}))
    if allows_doctype:
        walk.parser.StartDoctypeDeclHandler, walk.parser.EntityDeclHandler = None, _refuse
    for _ in walk.through(file):
        yield from waiting
        waiting.clear()


class _Walk:
    """From the first element of a file to its last, within bounds."""

    def __init__(self) -> None:
        self.begins: Callable[[str, dict[str, str]], object] = lambda *_: None
        self.ends: Callable[[str], object] = lambda _: None
        self._depth = 0
        self.parser = ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begin, self._end
        self.parser.StartDoctypeDeclHandler = _refuse

    def through(self, file: IO[bytes]) -> Iterator[None]:
        """Once after each piece of the file."""
        read = 0
        try:
            while piece := file.read(_PIECE):
                read += len(piece)
                if read > TELEGRAM_LIMIT:  # unpacked it may be as large as a file may be
                    raise NotXml("too large")
                self.parser.Parse(piece)
                yield
            self.parser.Parse(b"", True)
            yield
        except ExpatError as error:
            raise NotXml(str(error)) from None

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEEP:
            raise NotXml("too deep")
        self.begins(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.ends(name)


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
