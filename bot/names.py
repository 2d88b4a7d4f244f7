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
