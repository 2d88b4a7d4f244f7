"""One file as pages to copy, whatever its form; or the reason why it has none."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import FileNotDecryptedError, LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from bot.packet.forms import form_of
from bot.packet.press import Press
from bot.packet.reasons import LeftOut

SECONDS = 30
"""What one file may take; nobody's packet should wait longer for a file that nobody can read."""


class TooSlow(BaseException):
    """The file's time is over; not an Exception, so that no parser takes it for an oddity of the file."""


@contextmanager
def each_file_ends() -> Iterator[None]:
    """Whatever goes wrong with one file is a reason to leave it out: its oddities, its size, its time."""

    def over(_: int, __: FrameType | None) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, SECONDS, 0.2)  # again and again, should a parser swallow it
    try:
        yield
    except LeftOut:
        raise
    except (TooSlow, MemoryError, LimitReachedError):
        raise LeftOut("too_much") from None
    except FileNotDecryptedError:
        raise LeftOut("locked") from None
    except Exception:
        raise LeftOut("unreadable") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def pages_of(data: bytes, press: Press, words: Mapping[str, Any]) -> PdfReader:
    """A reader over the file's pages; raises LeftOut, or whatever a parser raises."""
    match form_of(data):
        case "pdf":
            return _opened(data)
        case "picture":
            from bot.packet.pictures import picture_pages

            return PdfReader(io.BytesIO(picture_pages(data)))
        case "text":
            return _set_text(data, press, words)
        case "word_file":
            return _set_word_file(data, press, words)
        case "disc":
            raise LeftOut("disc")
    raise LeftOut("unreadable")


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise LeftOut("locked")
    except NotImplementedError:
        raise LeftOut("locked") from None
    return reader


def _set_text(data: bytes, press: Press, words: Mapping[str, Any]) -> PdfReader:
    from bot.packet.plain_words import lines_of_text

    lines = lines_of_text(data)
    if not any(lines):
        raise LeftOut("unreadable")
    return press.plain_words({"language": words["language"], "note": words["text_note"], "lines": lines})


def _set_word_file(data: bytes, press: Press, words: Mapping[str, Any]) -> PdfReader:
    """What a Word file says, with every loss named above it, and then its pictures, a page each."""
    from bot.documents.word_text import picture, words_of
    from bot.packet.pictures import picture_pages
    from bot.packet.plain_words import paragraphs_of_word_file

    found = words_of(data)
    paragraphs = paragraphs_of_word_file(found)
    if not paragraphs and not found.pictures:
        raise LeftOut("unreadable")
    note = " ".join([words["word_file_note"], *(words[f"lost_{loss}"] for loss in found.lost)])
    places = {place: words[f"word_{place}"] for place in ("head", "note", "foot")}
    set_words = {"language": words["language"], "note": note, "places": places, "paragraphs": paragraphs}
    pages = [press.plain_words(set_words)] if paragraphs or found.lost else []
    pages += [PdfReader(io.BytesIO(picture_pages(picture(data, name)))) for name in found.pictures]
    return pages[0] if len(pages) == 1 else _bound(pages)


def _bound(readers: Sequence[PdfReader]) -> PdfReader:
    writer, out = PdfWriter(), io.BytesIO()
    for reader in readers:
        writer.append(reader, import_outline=False)
    writer.write(out)
    return PdfReader(out)


def hidden_layers(reader: PdfReader) -> frozenset[tuple[int, int]]:
    """The optional layers that a reader of the file would not see."""
    properties = reader.root_object.get("/OCProperties")
    properties = properties.get_object() if properties is not None else None
    usual = properties.get("/D") if isinstance(properties, DictionaryObject) else None
    usual = usual.get_object() if usual is not None else None
    if not isinstance(usual, DictionaryObject) or not isinstance(properties, DictionaryObject):
        return frozenset()
    shown, hidden = _references(usual.get("/ON")), _references(usual.get("/OFF"))
    everything = _references(properties.get("/OCGs")) if usual.get("/BaseState") == "/OFF" else frozenset()
    return (everything - shown) | hidden


def _references(value: Any) -> frozenset[tuple[int, int]]:
    value = value.get_object() if value is not None else None
    listed = list(value) if isinstance(value, ArrayObject) else []
    return frozenset((each.idnum, each.generation) for each in listed if isinstance(each, IndirectObject))
