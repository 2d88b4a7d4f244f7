"""One file as pages to copy, whatever its form; or the reason why it has none."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

from pypdf import PdfReader
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
        case ("text" | "word_file") as form:
            return _set(data, form == "text", press, words)
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


def _set(data: bytes, is_text: bool, press: Press, words: Mapping[str, Any]) -> PdfReader:
    from bot.packet.plain_words import lines_of_text, lines_of_word_file

    lines = lines_of_text(data) if is_text else lines_of_word_file(data)
    note = words["text_note"] if is_text else words["word_file_note"]
    if not any(lines):
        raise LeftOut("unreadable")
    return press.plain_words({"language": words["language"], "note": note, "aligned": is_text, "lines": lines})


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
