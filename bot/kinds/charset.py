"""The letters of a text, in whichever of the usual encodings it is."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from bot.kinds.likeness_of_words import are_no_words
from bot.kinds.word_signs import UNKNOWN

_FEWEST_WIDE, _LEAST_WIDE = 16, 0.4
"""Bytes, and the share of those at odd or even places that are zero in words of two bytes a letter (UTF-16)."""
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_PLAIN = [bytes([each]) for each in (*b"\t\n\r\f", *range(32, 127))]
_OF_WINDOWS = {
    number: sign for number in range(0x80, 0xA0) if (sign := bytes([number]).decode("cp1252", "ignore")) != ""
}
_FOR_MACHINES = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_BULLET = re.compile(r"^[ \t]*[\uf020-\uf0ff](?=\s)", re.MULTILINE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WRITTEN_OUT = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w=-]{1,40}){0,4};base64,[A-Za-z0-9+/=]{40,}")
_ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
_FEWEST_WORDS, _LEAST_ARTICLES, _LOOKED_AT = 8, 0.1, 20_000
"""Of the words of Arabic one in four or five has its article before it, and of no other reading of bytes."""
_LEAST_PLAIN = 0.8
"""Share of plain letters below which bytes that are not UTF-8 are no text of a language we know."""


def decoded(data: bytes, declared: str = "") -> str:
    """The text of these bytes, by their mark, by what they declare, or as UTF-8; empty if they are none."""
    return as_shown(_decoded(data, declared))


def as_shown(text: str) -> str:
    """With the signs of Windows for numbers that are none: every browser reads 0x99 so (WHATWG Encoding)."""
    return text if text.isascii() else text.translate(_OF_WINDOWS)


def with_bullets(text: str) -> str:
    """With a mark for each number of private use: a sign of a font of pictures, which a plain text does not name."""
    return text if text.isascii() else _PRIVATE.sub(UNKNOWN, _BULLET.sub("•", text))


def without_pictures(text: str) -> str:
    """With a mark for each picture that is written out as letters in it, as Markdown may (RFC 2397)."""
    return _WRITTEN_OUT.sub(UNKNOWN, text)


def _decoded(data: bytes, declared: str) -> str:
    if wide := _unmarked_wide(data):
        return wide
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    with suppress(UnicodeDecodeError):
        return data.decode(_MARKS.get(mark, "utf-8"))
    if mark:
        return ""
    if _is_known(declared):
        with suppress(UnicodeError):
            return data.decode(declared, "replace")
    if arabic := in_arabic(data):
        return arabic
    plain = sum(map(data.count, _PLAIN))
    with suppress(UnicodeDecodeError):
        return "" if plain < _LEAST_PLAIN * len(data) else data.decode("cp1252")
    return ""


def _unmarked_wide(data: bytes) -> str:
    """Words of two bytes a letter that bear no mark, if they are such: of Latin letters each second byte is zero."""
    head = data[:_LOOKED_AT]
    if len(data) % 2 or len(head) < _FEWEST_WIDE or b"\0" not in head:
        return ""
    first, second = head[::2].count(0) / len(head), head[1::2].count(0) / len(head)
    if max(first, second) < _LEAST_WIDE or min(first, second) > 0:
        return ""
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-16-be" if first > second else "utf-16-le")
        return "" if _FOR_MACHINES.search(text) else text
    return ""


def in_arabic(data: bytes) -> str:
    """The text of bytes that do not say what letters they are, if they are those of an Arabic Windows; else nothing.

    Taken for Western ones they are accents without a word between them.
    """
    try:
        text = data.decode("cp1256")
    except UnicodeDecodeError:
        return ""
    words = _ARABIC_WORD.findall(text[:_LOOKED_AT])
    with_article = sum(word.startswith("ال") for word in words)
    is_arabic = len(words) >= _FEWEST_WORDS and with_article >= _LEAST_ARTICLES * len(words)
    return text if is_arabic and are_no_words(data[:_LOOKED_AT].decode("cp1252", "replace")) else ""


def _is_known(name: str) -> bool:
    try:
        return bool(name) and codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False
