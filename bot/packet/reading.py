"""One file as pages to copy, whatever its form; or the reason why it has none."""

from __future__ import annotations

import io
import signal
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import TYPE_CHECKING, Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import FileNotDecryptedError, LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from bot.documents.opening import Locked, opened
from bot.packet.forms import form_of
from bot.packet.press import Press
from bot.packet.reasons import LeftOut

if TYPE_CHECKING:
    from bot.packet.drawn import DrawnPage

SECONDS = 30
"""What one file may take of the processor; nobody's packet should wait longer for a file that nobody can read."""


class TooSlow(BaseException):
    """The file's time is over; not an Exception, so that no parser takes it for an oddity of the file."""


@dataclass
class Leaves:
    """The pages of one file, to be copied, or drawn where copying would lose some of what they show."""

    reader: PdfReader
    pages: list[PageObject | DrawnPage]
    source: bytes = b""
    """The PDF that pages are drawn from; empty: none can be."""
    drawn: set[int] = field(default_factory=set)
    """Those that are drawn, counted from 0."""
    is_disc: bool = False
    """They are the papers of a disc, whose images are among the originals alone."""

    @classmethod
    def of(cls, reader: PdfReader) -> Leaves:
        """The pages of a PDF of our own making."""
        return cls(reader, list(reader.pages))

    def draw(self, numbers: Collection[int]) -> None:
        """Have these pages drawn, as far as there is something to draw them from."""
        if not numbers or not self.source:
            return
        from bot.packet.drawn import Drawing  # only few packets need pdfium

        drawing = Drawing(self.source)
        for number in numbers:
            if number < min(len(self.pages), len(drawing)):
                self.pages[number] = drawing.page(number)
                self.drawn.add(number)


@contextmanager
def each_file_ends(seconds: float = 0) -> Iterator[None]:
    """Whatever goes wrong with one file is a reason to leave it out: its oddities, its size, its time (0: as usual)."""

    def over(_: int, __: FrameType | None) -> None:
        raise TooSlow

    # Of processor time, for a busy machine makes no file worse; again and again, should a parser swallow it.
    signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds or SECONDS, 0.2)
    try:
        yield
    except LeftOut:
        raise
    except (TooSlow, MemoryError, LimitReachedError):
        raise LeftOut("too_much") from None
    except (FileNotDecryptedError, Locked):
        raise LeftOut("locked") from None
    except Exception:
        raise LeftOut("unreadable") from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def leaves_of(data: bytes, press: Press, words: Mapping[str, Any], drawn: Collection[int] = ()) -> Leaves:
    """The file's pages, some of them (counted from 0) drawn; raises LeftOut, or whatever a parser raises."""
    match form_of(data):
        case "pdf":
            pdf = opened(data)
            leaves = Leaves(pdf.reader, [*pdf.pages], data)
            leaves.draw(drawn)
            return leaves
        case "picture":
            from bot.packet.pictures import picture_pages

            return Leaves.of(PdfReader(io.BytesIO(picture_pages(data, anew=bool(drawn)))))
        case "text":
            return Leaves.of(_set_text(data, press, words))
        case "word_file":
            return Leaves.of(_set_word_file(data, press, words))
        case "disc":
            from bot.packet.disc_papers import papers_of

            pdf = opened(papers_of(data))
            return Leaves(pdf.reader, [*pdf.pages], is_disc=True)
    raise LeftOut("unreadable")


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
