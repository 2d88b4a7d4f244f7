"""An e-mail as Exchange wraps it for its own (`winmail.dat`, [MS-OXTNEF]): what it says and what was attached."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.kinds.archive import Refused
from bot.kinds.containers import outlook_properties as properties
from bot.kinds.containers import tnef
from bot.kinds.containers.code_pages import charset, in_letters
from bot.kinds.containers.entries import Entry, within_limits
from bot.kinds.containers.letter import letter
from bot.kinds.containers.outlook_properties import words_of_rich
from bot.kinds.containers.words_of_html import words_of_any, words_of_html
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES, kinds_of
from bot.kinds.web_page import declared_in

MOST_ATTACHED = 1_000
_ENDLESS = 20
"""Messages within one another that are looked into for how deep they lie."""
_DAY = struct.Struct("<3H")


@dataclass(frozen=True)
class Unwrapped:
    """What an e-mail says, under which heads, and what was attached to it."""

    heads: dict[str, str]
    words: str
    attached: list[Entry]


def entries(data: bytes) -> list[Entry]:
    """Its text as a letter, then everything attached. Raises `Refused`."""
    return _as_entries(unwrapped(memoryview(data)), "")


def is_one(head: bytes) -> bool:
    """Whether an e-mail is wrapped in it, by its first bytes: it is called as it likes."""
    return kinds_of(head) == ("tnef",)


def unwrapped(data: memoryview, place: str = "", depth: int = 0) -> Unwrapped:
    """What is in it; every place in it begins with this one. Raises `Refused`."""
    try:
        message = tnef.read(data, MOST_ATTACHED)
    except tnef.Torn:
        raise Refused(Finding("unreadable", "tnef")) from None
    written = charset(int.from_bytes(message.attribute(tnef.CODE_PAGE)[:4], "little"))
    attached = [
        entry
        for number, each in enumerate(message.attached, start=1)
        for entry in _attachment(each, written, f"{place}{number}", depth)
    ]
    return Unwrapped(_heads(message, written), _body(message, written), attached)


def _as_entries(message: Unwrapped, place: str) -> list[Entry]:
    said = letter(message.heads, message.words, message.attached)
    return [*([replace(said, place=place + said.place)] if said else []), *message.attached]


def _attachment(attached: tnef.Wrapped, written: str, place: str, depth: int) -> list[Entry]:
    if (inner := attached.message) is not None:
        within = f"{place}-"
        return _as_entries(unwrapped(inner, within, depth + 1), within) if depth < _ENDLESS else []
    content = attached.content
    title = in_letters(attached.attribute(tnef.TITLE), (written,)).rstrip("\x00")
    name = attached.words(properties.LONG_NAME, written) or title or attached.words(properties.NAME, written)
    shown_as = attached.words(properties.CONTENT_ID, written), len(content), attached.words(properties.TYPE, written)
    is_furniture = properties.is_logo(*shown_as) or bool(attached.number(properties.IS_HIDDEN))
    head = bytes(content[:HEAD_BYTES])
    return [Entry(place, name, len(content), partial(within_limits, content), head, is_furniture)]


def _body(message: tnef.Wrapped, written: str) -> str:
    plain = in_letters(message.attribute(tnef.BODY), (written,)).rstrip("\x00")
    if words := plain or message.words(properties.BODY, written):
        return words_of_any(words)
    page = message.stream(properties.HTML)
    sent = charset(message.number(properties.CHARSET_SENT))
    if marked := in_letters(page, (sent, declared_in(page))) or message.words(properties.HTML, written):
        return words_of_html(marked)
    return words_of_rich(message.stream(properties.RICH))


def _heads(message: tnef.Wrapped, written: str) -> dict[str, str]:
    subject = in_letters(message.attribute(tnef.SUBJECT), (written,)).rstrip("\x00")
    return {
        "From": message.words(properties.SENDER, written) or _sender(message, written),
        "To": message.words(properties.SHOWN_TO, written),
        "Date": _day(message.attribute(tnef.SENT)) or properties.day_of(message.number(properties.SENT)),
        "Subject": " ".join((subject or message.words(properties.SUBJECT, written)).split()),
    }


def _sender(message: tnef.Wrapped, written: str) -> str:
    """Four numbers, of which the third says how long the name is that follows (2.1.3.3.1)."""
    value = message.attribute(tnef.FROM)
    length = int.from_bytes(value[4:6], "little")
    return in_letters(value[8 : 8 + length], (written,)).rstrip("\x00")


def _day(moment: bytes) -> str:
    """Year, month and day as three numbers, then the hour (2.1.3.3.3)."""
    try:
        return f"{date(*_DAY.unpack_from(moment)):%d %b %Y}"
    except (struct.error, ValueError):
        return ""
