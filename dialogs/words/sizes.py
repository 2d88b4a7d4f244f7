"""How large a file may be, said as people say it."""

from __future__ import annotations

from collections.abc import Mapping

UNITS = ("megabytes", "gigabytes")
_GIGABYTE = 1_000_000_000


def size_said(words: Mapping[str, str], size: int) -> str:
    """A number of bytes in the words of [size]: "20 MB", "2 GB"; rounded down, for it is a limit."""
    unit, number = ("gigabytes", size // _GIGABYTE) if size >= _GIGABYTE else ("megabytes", size >> 20)
    return words[unit].replace("{number}", str(number))
