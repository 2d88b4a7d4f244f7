"""An e-mail as it was sent (RFC 5322, RFC 2045): what it says, if it says something, and what was attached to it."""

from __future__ import annotations

import base64
import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from functools import partial
from typing import Any

from bot.kinds.archive import Refused
from bot.kinds.charset import in_arabic
from bot.kinds.containers import tnef_entries
from bot.kinds.containers.entries import Entry, within_limits
from bot.kinds.containers.letter import PLACE, letter
from bot.kinds.containers.mailbox import letters_of
from bot.kinds.containers.signed_content import Torn, content_of_signed
from bot.kinds.containers.tnef_entries import Unwrapped
from bot.kinds.containers.words_of_html import words_of_any, words_of_html
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES
from bot.kinds.web_page import bytes_of

MOST_PARTS = 1_000
_FOR_PROGRAMS = frozenset(
    {"application/pgp-signature", "application/pgp-keys", "application/pgp-encrypted", "application/pkcs7-signature"}
    | {"application/x-pkcs7-signature", "text/calendar", "application/ics", "text/vcard", "text/x-vcard"}
    | {"message/delivery-status", "text/rfc822-headers"}
)
"""Signatures, appointments, cards of senders: mailers put them there, and show none of them as a paper."""
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_LARGEST_LOGO = 20_000
"""Bytes of a picture, shown within the text, that is taken for a logo; a photo of a page has more."""
_SHOWN = re.compile(r"""\bsrc\s*=\s*["'](data:image/[^"'<>]+)""", re.IGNORECASE)
_HEADS = ("From", "To", "Date", "Subject")


def entries(data: bytes) -> list[Entry]:
    """Its text as a letter, then everything attached; of a mailbox those of each e-mail in it. Raises `Refused`."""
    first, *others = letters_of(data)
    found = _entries(first)
    for number, each in enumerate(others, start=2):
        found += [replace(entry, place=f"{number}-{entry.place}") for entry in _entries(each)]
        if len(found) > MOST_PARTS:
            raise Refused(Finding("over_limit", "mail"))
    return found


def _entries(data: bytes) -> list[Entry]:
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    _open_signed(message)
    attached: list[Entry] = []
    texts: list[Message] = []
    wrapped: list[str] = []
    leaves = list(_leaves(message))
    for number, part in enumerate((*leaves, *_within_other_forms(message, leaves)), start=1):
        if number > MOST_PARTS:
            raise Refused(Finding("over_limit", "mail"))
        if _is_text(part):
            texts.append(part)
        elif within := _unwrapped(str(number), part):
            attached += within.attached
            wrapped.append(within.words)
        else:
            attached.append(_entry(str(number), part))
    attached += _shown_in(message)
    heads = {name: head(message, name) for name in _HEADS}
    said = "\n\n".join(map(_words, texts))
    written = letter(heads, said if said.strip() else "\n\n".join(wrapped), attached)
    return [*([written] if written else []), *attached]


def _shown_in(message: Message) -> list[Entry]:
    """Photos of pages that stand in the page itself, as some mailers write what was pasted; a logo is none."""
    pages = (
        text_of(each) for each in _every_leaf(message) if each.get_content_type() == "text/html" and _is_text(each)
    )
    shown = (bytes_of(found[1]) for page in pages for found in _SHOWN.finditer(page))
    photos = [each for each in dict.fromkeys(shown) if len(each) >= _LARGEST_LOGO][:MOST_PARTS]
    return [
        Entry(f"{PLACE}-{number}", "", len(each), partial(within_limits, each), each[:HEAD_BYTES])
        for number, each in enumerate(photos, start=1)
    ]


def _open_signed(message: Message) -> None:
    """Put what was signed in the place of what holds it together with its signature (RFC 8551, 3.5.2)."""
    for part in message.walk():
        if part.get_content_type() in _SEALED:
            with suppress(Torn):
                if content := content_of_signed(content_of(part)):
                    del part["Content-Transfer-Encoding"]
                    part.replace_header("Content-Type", "multipart/mixed")
                    part.set_payload([email.message_from_bytes(content, policy=email.policy.compat32)])


def _unwrapped(place: str, part: Message) -> Unwrapped | None:
    """What Exchange wrapped of this very e-mail, its text once more among it; None if the part is no such thing."""
    content = content_of(part)
    try:
        return tnef_entries.unwrapped(memoryview(content), f"{place}--") if tnef_entries.is_one(content) else None
    except Refused:  # a torn one is told of as any other attachment
        return None


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that are something themselves; of several forms of one text the plainest."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    parts: list[Any] = list(message.get_payload())
    if message.get_content_type() == "multipart/alternative":
        texts = [each for each in parts if each.get_content_type() == "text/plain" and _words(each).strip()]
        parts = texts[:1] or parts[-1:]
    for part in parts:
        yield from _leaves(part)


def _within_other_forms(message: Message, known: Sequence[Message]) -> Iterator[Message]:
    """What lies in the forms of a text that were not taken: phones put what is attached beside the page, and in it."""
    seen = set(map(id, known))
    for part in _every_leaf(message):
        if id(part) not in seen and not _is_text(part):
            yield part


def _every_leaf(message: Message) -> Iterator[Message]:
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    parts: list[Any] = list(message.get_payload())
    for part in parts:
        yield from _every_leaf(part)


def _is_text(part: Message) -> bool:
    is_attached = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_type() in ("text/plain", "text/html") and not is_attached


def _entry(place: str, part: Message) -> Entry:
    content, kind = content_of(part), part.get_content_type()
    is_logo = bool(part.get("Content-ID")) and kind.startswith("image/") and len(content) < _LARGEST_LOGO
    is_logo = is_logo and part.get_content_disposition() != "attachment"
    return Entry(
        place,
        _name(part),
        len(content),
        lambda: within_limits(content),
        content[:HEAD_BYTES],
        is_furniture=is_logo or kind in _FOR_PROGRAMS,
    )


def content_of(part: Message) -> bytes:
    """What a part carries; of an e-mail within an e-mail the whole of it, as it was sent."""
    if part.get_content_type() == "message/rfc822":
        inner: Any = part.get_payload()
        whole: bytes = inner[0].as_bytes() if isinstance(inner, list) and inner else b""
        # RFC 2046, 5.2.1 forbids it, and some mailers do so: as letters, the whole of it is a body without a head.
        in_letters = head(part, "Content-Transfer-Encoding").lower() == "base64"
        return _of_letters(whole) if in_letters else whole
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _of_letters(whole: bytes) -> bytes:
    try:
        return base64.b64decode(b"".join(whole.split()), validate=True)
    except ValueError:
        return whole


def _name(part: Message) -> str:
    if name := part.get_filename():
        return _decoded(name)
    inner: Any = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
        return f"{head(inner[0], 'Subject') or 'e-mail'}.eml"
    return ""


def head(message: Message, name: str) -> str:
    """One of its heads, in letters; empty if it has none."""
    value = message.get(name)
    return " ".join(_decoded(str(value)).split()) if value else ""


def _decoded(value: str) -> str:
    """Letters beyond ASCII are written in words of their own (RFC 2047)."""
    try:
        return str(make_header(decode_header(value)))
    except (ValueError, LookupError, TypeError):
        return value


def _words(part: Message) -> str:
    text = text_of(part)
    return words_of_html(text) if part.get_content_type() == "text/html" else words_of_any(text)


def text_of(part: Message) -> str:
    """A part's text, in the charset that it names, or the likeliest."""
    content = content_of(part)
    for charset in (part.get_content_charset() or "utf-8", "utf-8"):
        with suppress(UnicodeDecodeError, LookupError):
            return content.decode(charset)
    if arabic := in_arabic(content):
        return arabic
    with suppress(UnicodeDecodeError):
        return content.decode("cp1252")
    return content.decode("latin-1")
