"""Files of words alone: plain text, and what is written in a Word document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from bot.packet.printable import printable, visible
from bot.packet.reasons import LeftOut

MOST_CHARACTERS = 400_000
_MOST_BYTES = 20 << 20
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_LINE = 5_000


def lines_of_text(data: bytes) -> list[str]:
    """The lines of a plain text, in whichever of the usual encodings it is."""
    return _limited(visible(line.expandtabs(8)).rstrip() for line in _decoded(data).splitlines())


def lines_of_word_file(data: bytes) -> list[str]:
    """The paragraphs of a Word document, and its tables row by row; raises what the archive or its XML raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as file:
        xml = file.read(_MOST_BYTES + 1)
    if len(xml) > _MOST_BYTES:
        raise LeftOut("too_long")
    body = ElementTree.fromstring(xml).find(f"{_W}body")  # noqa: S314 - expat bounds how entities may grow
    return _limited(printable(line) for line in _paragraphs(body) if line.strip()) if body is not None else []


def _paragraphs(parent: ElementTree.Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _words(child)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                yield "  |  ".join(" ".join(map(_words, cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc"))
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _paragraphs(child)


def _words(paragraph: ElementTree.Element) -> str:
    spaces = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
    return "".join(each.text or "" if each.tag == f"{_W}t" else spaces.get(each.tag, "") for each in paragraph.iter())


def _limited(lines: Iterator[str]) -> list[str]:
    kept, total = [], 0
    for line in lines:
        total += len(line) + 1
        if total > MOST_CHARACTERS:
            raise LeftOut("too_long")
        kept += [line[start : start + _LONGEST_LINE] for start in range(0, len(line) or 1, _LONGEST_LINE)]
    return kept


def _decoded(data: bytes) -> str:
    if len(data) > 4 * MOST_CHARACTERS:
        raise LeftOut("too_long")
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
