"""Which letters an old Outlook wrote in, where it wrote one byte a letter and the message does not say so for sure."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

_BY_LANGUAGE = {
    **dict.fromkeys((0x01, 0x20, 0x29, 0x59, 0x8C), "cp1256"),  # Arabic, Urdu, Persian, Sindhi, Dari
    **dict.fromkeys((0x02, 0x19, 0x22, 0x23, 0x2F, 0x3F, 0x40, 0x44), "cp1251"),  # Bulgarian, Russian, Ukrainian, …
    **dict.fromkeys((0x05, 0x0E, 0x15, 0x18, 0x1A, 0x1B, 0x1C, 0x24), "cp1250"),  # Czech, Hungarian, Polish, …
    **dict.fromkeys((0x25, 0x26, 0x27), "cp1257"),  # Estonian, Latvian, Lithuanian
    **dict.fromkeys((0x1F, 0x2C), "cp1254"),  # Turkish, Azeri
    0x08: "cp1253",
    0x0D: "cp1255",
    0x1E: "cp874",
    0x2A: "cp1258",  # Greek, Hebrew, Thai, Vietnamese
    0x04: "cp936",
    0x11: "cp932",
    0x12: "cp949",  # Chinese, Japanese, Korean
}
"""The code page of Windows for a language, by the low ten bits of its identifier ([MS-LCID])."""
_WRITTEN_OTHERWISE = {0x0404: "cp950", 0x0C04: "cp950", 0x1404: "cp950", 0x0C1A: "cp1251", 0x7C1A: "cp1251"}
"""Chinese of Taiwan, Hong Kong and Macao; Serbian in Cyrillic letters."""

_NAMED = {20127: "ascii", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso2022_jp", 51949: "euc_kr", 65001: "utf-8"}


def charset(page: int) -> str:
    """The name of a code page of Windows, by its number; empty where Python has none."""
    iso = f"iso8859-{page - 28590}" if 28591 <= page <= 28606 else ""
    name = iso or _NAMED.get(page) or f"cp{page}"
    try:
        return codecs.lookup(name).name if page else ""
    except LookupError:
        return ""


def charset_of_language(identifier: int) -> str:
    """The name of the code page that Windows has for a language; that of Western Europe where none is known."""
    return _WRITTEN_OTHERWISE.get(identifier) or _BY_LANGUAGE.get(identifier & 0x3FF, "")


def in_letters(content: bytes, charsets: Iterable[str]) -> str:
    """Bytes as letters: by the first of these that reads them, then as UTF-8, then as in Western Europe."""
    for each in filter(None, (*charsets, "utf-8", "cp1252")):
        try:
            return content.decode(each)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
