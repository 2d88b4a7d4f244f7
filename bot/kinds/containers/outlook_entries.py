"""An e-mail as Outlook saves it ([MS-OXMSG]): the same things as in any e-mail, in a compound file ([MS-CFB])."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

import compressed_rtf  # type: ignore[import-untyped]  # it brings no types
import olefile  # type: ignore[import-untyped]  # it brings no types

from bot.kinds import rich_text
from bot.kinds.archive import Refused
from bot.kinds.blocks import sections
from bot.kinds.containers.code_pages import charset, charset_of_language, in_letters
from bot.kinds.containers.entries import Entry, Shut
from bot.kinds.containers.letter import letter
from bot.kinds.containers.words_of_html import words_of_any, words_of_html
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES
from bot.kinds.web_page import declared_in
from dialogs.receiving.sent import TELEGRAM_LIMIT

MOST_ATTACHED = 1_000
_ATTACHED, _INNER = "__attach_version1.0_#", "__substg1.0_3701000D"
_PROPERTIES = "__properties_version1.0"
# Properties by their ids ([MS-OXPROPS]).
_SUBJECT, _SENDER, _SHOWN_TO, _BODY, _RICH, _HTML = 0x0037, 0x0C1A, 0x0E04, 0x1000, 0x1009, 0x1013
_DATA, _LONG_NAME, _NAME, _CONTENT_ID, _TYPE = 0x3701, 0x3707, 0x3704, 0x3712, 0x370E
_SENT, _CHARSET, _CHARSET_SENT, _LANGUAGE, _IS_HIDDEN = 0x00390040, 0x3FFD0003, 0x3FDE0003, 0x3FF10003, 0x7FFE000B
_HEAD_OF_RICH, _LONGEST_RICH = 16, 2 << 20
"""Bytes of packed rich text; longer, it is pictures."""
_BEFORE = {0: 32, 1: 8, 2: 24}
"""Bytes before the first property: of the message itself, of an attachment, of a message within."""
_ENDLESS = 20
"""Messages within one another that are looked into for how deep they lie."""


def entries(data: bytes) -> list[Entry]:
    """Its text as a letter, then everything attached. Raises `Refused`."""
    try:
        file = olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_FATAL)
    except (OSError, ValueError, struct.error, IndexError):
        raise Refused(Finding("unknown_kind", "office")) from None
    message = _Storage(file, ())
    if not message.has(_PROPERTIES):
        raise Refused(Finding("unknown_kind", "office"))
    return list(_message(message, ""))


@dataclass(frozen=True)
class _Storage:
    """A folder of the compound file, and what is written in it."""

    file: olefile.OleFileIO
    path: tuple[str, ...]
    charsets: tuple[str, ...] = ()
    """In which of these its words may be, where they are one byte a letter."""

    def has(self, name: str) -> bool:
        return bool(self.file.exists("/".join((*self.path, name))))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; nothing if it is not there. Raises what a damaged file raises."""
        if not self.has(name):
            return b""
        content = self.file.openstream("/".join((*self.path, name))).read()
        return bytes(content)

    def size(self, name: str) -> int:
        return int(self.file.get_size("/".join((*self.path, name)))) if self.has(name) else 0

    def within(self, *names: str) -> _Storage:
        return replace(self, path=(*self.path, *names))

    def words(self, prop: int) -> str:
        """A property in letters: Unicode, or in the charset that the message names."""
        if wide := self.stream(f"__substg1.0_{prop:04X}001F"):
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        return in_letters(self.stream(f"__substg1.0_{prop:04X}001E"), self.charsets).rstrip("\x00")

    def number(self, tag: int) -> int:
        """A property that is a number; 0 if it is not there."""
        is_attached = bool(self.path) and self.path[-1].startswith(_ATTACHED)
        properties = self.stream(_PROPERTIES)
        for at in range(_BEFORE[1 if is_attached else 2 if self.path else 0], len(properties) - 15, 16):
            found, _, value = struct.unpack_from("<IIQ", properties, at)
            if found == tag:
                return int(value)
        return 0

    @property
    def attachments(self) -> list[str]:
        depth = len(self.path)
        folders = (each for each in self.file.listdir(streams=False, storages=True) if len(each) == depth + 1)
        own = (each for each in folders if tuple(each[:depth]) == self.path)
        return sorted(each[depth] for each in own if each[depth].startswith(_ATTACHED))


def _message(message: _Storage, place: str) -> Iterator[Entry]:
    named = (charset(message.number(each)) for each in (_CHARSET, _CHARSET_SENT))
    likely = charset_of_language(message.number(_LANGUAGE))
    message = replace(message, charsets=(*named, "utf-8", likely))
    attached = message.attachments
    if len(attached) > MOST_ATTACHED:
        raise Refused(Finding("over_limit", "outlook"))
    found = [
        each
        for number, name in enumerate(attached, start=1)
        for each in _attachment(message.within(name), f"{place}{number}")
    ]
    said = letter(_heads(message), _body(message), found)
    if said:
        yield replace(said, place=place + said.place)
    yield from found


def _attachment(storage: _Storage, place: str) -> Iterator[Entry]:
    if storage.has(_INNER) and not storage.has("__substg1.0_37010102"):
        if storage.within(_INNER).has(_PROPERTIES) and place.count("-") < _ENDLESS:
            yield from _message(storage.within(_INNER), f"{place}-")
        return
    size = storage.size("__substg1.0_37010102")
    name = storage.words(_LONG_NAME) or storage.words(_NAME)
    is_logo = bool(storage.words(_CONTENT_ID)) and size < 20_000 and storage.words(_TYPE).startswith("image/")
    is_furniture = is_logo or bool(storage.number(_IS_HIDDEN))
    read = partial(_content, storage)
    yield Entry(place, name, size, read, _head(read), is_furniture)


def _head(read: Callable[[], bytes]) -> bytes | None:
    try:
        return read()[:HEAD_BYTES]
    except Shut:
        return None


def _content(storage: _Storage) -> bytes:
    if storage.size("__substg1.0_37010102") > TELEGRAM_LIMIT:
        raise Shut("over_limit")
    try:
        return storage.stream("__substg1.0_37010102")
    except Exception:  # olefile raises anything at a torn chain of sectors
        raise Shut("unreadable") from None


def _body(message: _Storage) -> str:
    if words := message.words(_BODY):
        return words_of_any(words)
    sent = charset(message.number(_CHARSET_SENT))
    written = message.stream(f"__substg1.0_{_HTML:04X}0102")
    if page := in_letters(written, (sent, declared_in(written))) or message.words(_HTML):
        return words_of_html(page)
    return _words_of_rich(message.stream(f"__substg1.0_{_RICH:04X}0102"))


def _words_of_rich(content: bytes) -> str:
    """Of rich text, packed ([MS-OXRTFCP]): many an Outlook keeps nothing else of what was written."""
    if not _HEAD_OF_RICH < len(content) <= _LONGEST_RICH:
        return ""
    try:
        read = rich_text.read(compressed_rtf.decompress(content))
    except Exception:  # it raises nothing narrower at what is damaged
        return ""
    return "\n".join(sections(read.blocks)) if read else ""


def _heads(message: _Storage) -> dict[str, str]:
    sent = message.number(_SENT)
    moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=min(sent // 10, 10**17)) if sent else None
    return {
        "From": message.words(_SENDER),
        "To": message.words(_SHOWN_TO),
        "Date": f"{moment:%d %b %Y}" if moment else "",
        "Subject": " ".join(message.words(_SUBJECT).split()),
    }
