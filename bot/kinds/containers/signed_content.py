"""What was signed by a certificate (CMS, RFC 5652, 5): a signature is no lock, and what it was put under can be read.

Italian hospitals give reports so (`report.pdf.p7m`), and mailers whole e-mails (`smime.p7m`). The signature is not
checked: that is for whoever relies on it, and the file is kept as it came.
"""

from __future__ import annotations

from collections.abc import Iterator

_OCTETS, _OCTETS_IN_PIECES, _END = 0x04, 0x24, 0x00
_DEEPEST = 12
_ENDLESS = 0x80


class Torn(Exception):
    """It ends before it is whole, or is none."""


def content_of_signed(data: bytes) -> bytes:
    """What was signed, byte for byte; nothing where only the signature is in it. Raises `Torn`."""
    try:
        _, whole = next(_parts(data, 0, len(data)))
        _, (_, wrapped) = [*_parts(data, *whole)][:2]
        _, signed = next(_parts(data, *wrapped))
        _, _, (_, about) = [*_parts(data, *signed)][:3]
        _, *content = _parts(data, *about)
        return b"".join(_octets(data, *content[0][1], 0)) if content else b""
    except (StopIteration, ValueError, IndexError):
        raise Torn from None


def _octets(data: bytes, start: int, end: int, depth: int) -> Iterator[bytes]:
    """What was written in one piece, or in many."""
    if depth > _DEEPEST:
        raise Torn
    for tag, (at, until) in _parts(data, start, end):
        if tag == _OCTETS:
            yield data[at:until]
        elif tag == _OCTETS_IN_PIECES:
            yield from _octets(data, at, until, depth + 1)


def _parts(data: bytes, start: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """The values that lie beside each other, by their tags, each from where to where (X.690, 8.1)."""
    at = start
    while at < end and not (data[at] == _END and data[at + 1] == _END):
        tag, content, until = _value(data, at, end, 0)
        yield tag, (content, until)
        at = until + (2 if data[at + 1] == _ENDLESS else 0)


def _value(data: bytes, at: int, end: int, depth: int) -> tuple[int, int, int]:
    """The tag of a value, and from where to where its content lies; one without a length ends with two zeros."""
    if depth > _DEEPEST:
        raise Torn
    tag, length = data[at], data[at + 1]
    if length == _ENDLESS:
        until = at + 2
        while data[until] or data[until + 1]:
            _, _, inner = _value(data, until, end, depth + 1)
            until = inner + (2 if data[until + 1] == _ENDLESS else 0)
        return tag, at + 2, until
    size = length & 0x7F if length & 0x80 else 0
    content = at + 2 + size
    until = content + (int.from_bytes(data[at + 2 : content], "big") if size else length)
    if until > end:
        raise Torn
    return tag, content, until
