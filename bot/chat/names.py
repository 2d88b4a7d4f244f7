"""Names as people may see them: short, on one line, and saying what they seem to say."""

from __future__ import annotations

import unicodedata

LONGEST = 64
"""Characters of a file name that we keep and show."""

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of controls, direction marks, surrogates and line ends: none belongs in a name."""


def cleaned(name: str) -> str:
    """A name without invisible characters (a direction mark can make "exe.pdf" of "fdp.exe"), at most 64 long."""
    visible = "".join(
        mark for mark in unicodedata.normalize("NFC", name) if unicodedata.category(mark) not in _INVISIBLE
    )
    plain = " ".join(visible.replace("/", " ").replace("\\", " ").split())
    if len(plain) <= LONGEST:
        return plain
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 8:
        return plain[: LONGEST - 1] + "…"
    return stem[: LONGEST - len(ending) - 2] + "…." + ending


LONGEST_FIRST_NAME = 32


def first_name(name: str) -> str:
    """A person's first name: letters, marks and digits, so that no name is a link, a mention or a line of its own."""
    plain = "".join(
        mark if unicodedata.category(mark)[0] in "LMN" or mark in "-'’" else " "
        for mark in unicodedata.normalize("NFC", name[: 2 * LONGEST_FIRST_NAME])
    )
    shown = " ".join(plain.split())[:LONGEST_FIRST_NAME].rstrip()
    return shown if any(mark.isalnum() for mark in shown) else ""
