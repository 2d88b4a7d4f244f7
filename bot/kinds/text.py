"""A plain text: one that a person can read from its first character to its last."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import category

from bot.kinds.findings import READ_CHARACTERS, Finding
from bot.kinds.kind import KindOfFile, Setting
from bot.kinds.kinds import Kind
from bot.kinds.machine_text import machine_kind
from bot.kinds.reasons import LeftOut

if TYPE_CHECKING:
    from bot.kinds.leaves import Leaves

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SPACES = set("\t\n\r\f")
_NO_TEXT = {"Cc", "Cs", "Co", "Cn"}  # Unicode's general categories
_PLAIN = [bytes([each]) for each in (*b"\t\n\r\f", *range(32, 127))]
_LEAST_PLAIN = 0.8
"""Share of plain letters below which bytes that are not UTF-8 are no text of a language we know."""
_END_OF_DOS = "\x1a"
"""Old programs put it behind the last line."""


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """Whether it is a text at all, and then what it says."""
    text = _read(data)
    if text is None:
        yield Finding("unknown_kind", "unknown")
        return
    if machine := machine_kind(text):
        yield Finding("unknown_kind", machine)
        return
    found = Finding("readable", kind, 1)
    yield found
    yield replace(found, text=(text[:READ_CHARACTERS],))


def leaves(data: bytes, setting: Setting, _: Collection[int]) -> Leaves:
    """Its lines, set by us."""
    from bot.kinds.leaves import Leaves
    from bot.kinds.plain_words import lines_of_text

    lines, words = lines_of_text(data), setting.words
    if not any(lines):
        raise LeftOut("unreadable")
    set_words = {"language": words["language"], "note": words["text_note"], "lines": lines}
    return Leaves.of(setting.press.plain_words(set_words))


KIND = KindOfFile(examine, leaves, sets_words=True)


def _read(data: bytes) -> str | None:
    text = _decoded(data).rstrip(_END_OF_DOS)
    if b"%PDF" in data:
        return None
    # A text has letters, and no character that is a command to a machine, or half of one, or none at all.
    is_text = any(map(str.isalpha, text)) and not any(category(each) in _NO_TEXT for each in set(text) - _SPACES)
    return text if is_text else None


def _decoded(data: bytes) -> str:
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    with suppress(UnicodeDecodeError):
        return data.decode(_MARKS.get(mark, "utf-8"))
    plain = sum(map(data.count, _PLAIN))
    with suppress(UnicodeDecodeError):
        return "" if mark or plain < _LEAST_PLAIN * len(data) else data.decode("cp1252")
    return ""
