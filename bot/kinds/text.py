"""A plain text: one that a person can read from its first character to its last."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import category

from bot.kinds.blocks import Lines, Manuscript
from bot.kinds.charset import decoded, with_bullets, without_pictures
from bot.kinds.findings import READ_CHARACTERS, Finding, said
from bot.kinds.kind import KindOfFile, Setting
from bot.kinds.kinds import Kind
from bot.kinds.machine_text import machine_kind
from bot.kinds.reasons import LeftOut
from bot.kinds.signed_out import holds_no_paper

if TYPE_CHECKING:
    from bot.kinds.leaves import Leaves

_SPACES = set("\t\n\r\f")
_NO_TEXT = {"Cc", "Cs", "Co", "Cn"}  # Unicode's general categories
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
    words = without_pictures(text)
    remarks = said("lost_pictures", words != text) + said("signed_out", holds_no_paper([words]))
    found = Finding("readable", kind, 1, remarks)
    yield found
    yield replace(found, text=(words[:READ_CHARACTERS],))


def leaves(data: bytes, setting: Setting, _: Collection[int]) -> Leaves:
    """Its lines, set by us."""
    from bot.kinds.leaves import Leaves
    from bot.kinds.plain_words import lines_of_text

    lines, words = lines_of_text(data), setting.words
    if not any(lines):
        raise LeftOut("unreadable")
    set_words = {**setting.page, "note": words["text_note"], "lines": lines}
    return Leaves.of(setting.press.plain_words(set_words))


def contents(data: bytes) -> Manuscript | None:
    """A plain text that lies in another file, as lines; None if it is none."""
    text = _read(data)
    if text is None or machine_kind(text):
        return None
    return Manuscript((Lines(tuple(without_pictures(text).splitlines())),))


KIND = KindOfFile(examine, leaves, sets_words=True, reads=contents)


def _read(data: bytes) -> str | None:
    text = with_bullets(decoded(data)).rstrip(_END_OF_DOS)
    if b"%PDF" in data:
        return None
    # A text has letters, and no character that is a command to a machine, or half of one, or none at all.
    is_text = any(map(str.isalpha, text)) and not any(category(each) in _NO_TEXT for each in set(text) - _SPACES)
    return text if is_text else None
