"""What an e-mail says, as a plain text with its heads above it: a letter that the doctor can read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.kinds.containers.entries import Entry
from bot.kinds.kinds import HEAD_BYTES

PLACE = "0"
"""Of the letter in its e-mail; what was attached begins at 1."""
FEWEST_LETTERS = 120
"""Fewer, beside an attachment, say only that something is attached; without one every word counts."""
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_LONGEST = 400_000
_ARMOUR = re.compile(r"^-----BEGIN ([A-Z0-9 ]{2,40})-----\r?$.*?(?:^-----END \1-----\r?$|\Z)", re.MULTILINE | re.DOTALL)
"""What only programs read, written out as letters (RFC 9580, 6): a signature, or a whole text that is locked."""
_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:[A-Za-z-]+: .*\n)*", re.MULTILINE)


def letter(heads: Mapping[str, str], words: str, attached: Iterable[Entry]) -> Entry | None:
    """The text as a file of its own; None if it says nothing. A logo below it is no attachment that it speaks of."""
    words = _unarmoured(words.replace("\x00", "")).strip()[:_LONGEST]
    own = _SIGNATURE.split(words, maxsplit=1)[0]
    letters = sum(map(str.isalpha, own))
    has_attachments = any(not each.is_furniture for each in attached)
    if letters < (FEWEST_LETTERS if has_attachments else 1):
        return None
    above = [f"{name}: {value}" for name, value in heads.items() if value]
    content = "\n".join([*above, "", words, ""]).encode()
    name = f"{heads.get('Subject', '') or 'e-mail'}.txt"
    return Entry(PLACE, name, len(content), lambda: content, content[:HEAD_BYTES])


def _unarmoured(words: str) -> str:
    return _ARMOUR.sub("", _SIGNED.sub("", words)) if "-----BEGIN " in words else words
