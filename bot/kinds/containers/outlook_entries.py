"""An e-mail as Outlook saves it ([MS-OXMSG]): the same things as in any e-mail, in a compound file ([MS-CFB])."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import olefile  # type: ignore[import-untyped]  # it brings no types

from bot.kinds.archive import Refused
from bot.kinds.containers import outlook_properties as properties
from bot.kinds.containers.code_pages import charset, charset_of_language, in_letters
from bot.kinds.containers.entries import Entry, Shut
from bot.kinds.containers.letter import letter
from bot.kinds.containers.outlook_properties import words_of_rich
from bot.kinds.containers.words_of_html import words_of_any, words_of_html
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES
from bot.kinds.web_page import declared_in
from dialogs.receiving.sent import TELEGRAM_LIMIT

MOST_ATTACHED = 1_000
_ATTACHED, _INNER = "__attach_version1.0_#", "__substg1.0_3701000D"
_PROPERTIES = "__properties_version1.0"
_SENT, _CHARSET, _CHARSET_SENT, _LANGUAGE, _IS_HIDDEN = (
    properties.SENT << 16 | 0x40,
    properties.CHARSET << 16 | 3,
    properties.CHARSET_SENT << 16 | 3,
    properties.LANGUAGE << 16 | 3,
    properties.IS_HIDDEN << 16 | 0xB,
)
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
    name = storage.words(properties.LONG_NAME) or storage.words(properties.NAME)
    is_logo = properties.is_logo(storage.words(properties.CONTENT_ID), size, storage.words(properties.TYPE))
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
    if words := message.words(properties.BODY):
        return words_of_any(words)
    sent = charset(message.number(_CHARSET_SENT))
    written = message.stream(f"__substg1.0_{properties.HTML:04X}0102")
    if page := in_letters(written, (sent, declared_in(written))) or message.words(properties.HTML):
        return words_of_html(page)
    return words_of_rich(message.stream(f"__substg1.0_{properties.RICH:04X}0102"))


def _heads(message: _Storage) -> dict[str, str]:
    return {
        "From": message.words(properties.SENDER),
        "To": message.words(properties.SHOWN_TO),
        "Date": properties.day_of(message.number(_SENT)),
        "Subject": " ".join(message.words(properties.SUBJECT).split()),
    }
