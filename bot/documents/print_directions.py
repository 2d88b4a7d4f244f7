"""In which direction a picture of a page is read best: print that lies on its side, or on its head, reads as little."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.documents.print_lines import Piece

ENOUGH = 60
"""Letters, surely read: then nobody looks whether more is read in another direction."""
TURNS = (180, 90, 270)
_CLEARLY = 2
"""How many times as much has to be read in another direction for a page to be turned."""
_SURELY = 0.9


def best(read: Callable[[int], Sequence[Piece]]) -> tuple[int, Sequence[Piece]]:
    """Degrees clockwise by which the picture has to be turned, and what is read then; `read` reads it turned so."""
    upright = read(0)
    least = letters(upright)
    if least >= ENOUGH:
        return 0, upright
    found, most = (0, upright), _CLEARLY * least + ENOUGH // 3
    for degrees in TURNS:
        pieces = read(degrees)
        if letters(pieces) > most:
            found, most = (degrees, pieces), letters(pieces)
        if most >= ENOUGH and found[0]:
            break
    return found


def letters(pieces: Sequence[Piece]) -> int:
    """How many letters were read surely, in lines that lie as lines do."""
    return sum(
        len(each.text.replace(" ", ""))
        for each in pieces
        if each.sure >= _SURELY and each.right - each.left >= each.bottom - each.top
    )
