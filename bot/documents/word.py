"""Looking at a Word document: an archive of XML, of which only the text is read."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Never
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile
from zlib import error as DamagedStream

from bot.documents.findings import READ_CHARACTERS, Finding, said

_BREAKS = {"p": "\n", "br": "\n", "cr": "\n", "tr": "\n", "tab": "\t", "tc": "\t"}
_PIECE = 64 << 10


class NotWord(Exception):
    """It declares entities, which no Word document does."""


def examine(archive: ZipFile, name: str, *, has_macros: bool) -> Iterator[Finding]:
    """Whether its text can be read, and what it says. It has one page: how many it prints as, nobody can know."""
    try:
        text = _text(archive, name)
    except (ExpatError, NotWord, BadZipFile, DamagedStream, EOFError, RuntimeError, NotImplementedError):
        yield Finding("unreadable", "docx")
        return
    found = Finding("readable", "docx", 1, said("active", has_macros))
    yield found
    yield replace(found, text=(text[:READ_CHARACTERS],))


def _text(archive: ZipFile, name: str) -> str:
    """The text of a WordprocessingML document (ECMA-376, part 1, 17.3)."""
    words: list[str] = []
    inside: list[str] = []

    def begin(tag: str, _: object) -> None:
        inside.append(tag.rpartition(":")[2])

    def end(tag: str) -> None:
        words.append(_BREAKS.get(inside.pop(), ""))

    def write(text: str) -> None:
        if inside[-1:] == ["t"]:
            words.append(text)

    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, write
    parser.StartDoctypeDeclHandler = _refuse
    with archive.open(name) as file:
        while piece := file.read(_PIECE):
            parser.Parse(piece)
    parser.Parse(b"", True)
    return "".join(words)


def _refuse(*_: object) -> Never:
    raise NotWord
