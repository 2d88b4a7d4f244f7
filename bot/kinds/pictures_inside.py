"""Pictures that lie in a file of words: those that can be drawn become pages behind it, others are named as lost."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.kinds.kinds import kind_of
from dialogs.case.document import PICTURES

MOST = 40
SMALLEST = 100
"""Pixels of the shorter side; a smaller one is a sign or a line, not a picture of something."""


@dataclass
class PicturesInside:
    """Takes the bytes of picture after picture."""

    kept: list[bytes] = field(default_factory=list)
    lost: bool = False

    def take(self, content: bytes, is_sign: bool = False) -> None:
        """Keep one; empty bytes: it is shown, and not in the file."""
        if is_sign or content in self.kept:
            return
        size = _size(content)
        if size and min(size) >= SMALLEST and len(self.kept) < MOST:
            self.kept.append(content)
        elif not size or min(size) >= SMALLEST:
            self.lost = True


def _size(content: bytes) -> tuple[int, int] | None:
    """Its pixels across and down, if we can draw it."""
    kind = kind_of(content[:1024])
    if kind not in PICTURES:
        return None
    from PIL import Image

    from bot.kinds.decoding import opened

    try:
        with opened(content, kind) as picture:
            picture.load()
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning, Image.DecompressionBombError):
        return None
