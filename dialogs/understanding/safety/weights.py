"""What each place of the table weighs: a byte a lane as it was learned, and all lanes in one number to add them up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dialogs.understanding.safety.heard import Kind

KINDS = tuple(Kind)
LANES = (*KINDS, "urgent")
"""What each place has a weight for: every kind, and whether it is any of the urgent ones."""
LANE = 32
"""Bits that one of the lanes has in a place of the table: the weights of all are added at once."""
STEPS = 127
"""A weight is written as a byte, from 1 to 255; the square of its distance from 128 is what it weighs. So a few weights
may be great, and most, that are small, are still told apart."""
MIDDLE = 2**14
"""What a weight of nothing is packed as: no number in a lane may fall below 0."""

_from_bytes = int.from_bytes


class Packed(Sequence[int]):
    """What each place weighs, all lanes in one number: made of its bytes when it is asked for.

    A text asks for some hundred places of a quarter of a million: as numbers all of them would take 15 megabytes
    instead of 6, and a quarter of the time in which content is read at a start.
    """

    def __init__(self, laid_out: bytes, wide: int) -> None:
        self._laid_out, self._wide = laid_out, wide

    def __len__(self) -> int:
        return len(self._laid_out) // self._wide

    def __getitem__(self, place: Any) -> Any:
        at = place * self._wide
        return _from_bytes(self._laid_out[at : at + self._wide], "little")

    def __iter__(self) -> Iterator[int]:
        return map(self.__getitem__, range(len(self)))


def packed(lanes: Sequence[bytes]) -> Packed:
    """The table from the weights of each lane, one byte a place."""
    wide, step = len(lanes) * LANE // 8, LANE // 8
    laid_out = bytearray(wide * len(lanes[0]))
    weighed = [MIDDLE + (byte - STEPS - 1) * abs(byte - STEPS - 1) for byte in range(256)]
    low, high = bytes(each % 256 for each in weighed), bytes(each // 256 for each in weighed)
    for lane, weights in enumerate(lanes):
        laid_out[lane * step :: wide] = weights.translate(low)
        laid_out[lane * step + 1 :: wide] = weights.translate(high)
    return Packed(bytes(laid_out), wide)
