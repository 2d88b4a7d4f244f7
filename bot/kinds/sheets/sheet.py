"""What was found out about a photo of a sheet of paper, as it is kept with the file: a few whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PARTS = 10_000
"""A corner is told in such parts of the photo's width and height, as a reader sees it upright by its camera's note."""
NUMBERS = 9
WHOLE = (0, 0, PARTS, 0, PARTS, PARTS, 0, PARTS)

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Four corners, clockwise from the upper left one (0 to 1 of width and height), and whether light is evened."""

    corners: tuple[Corner, Corner, Corner, Corner]
    lit: bool = True

    @classmethod
    def whole(cls) -> Sheet:
        """All of the photo."""
        return cls(((0, 0), (1, 0), (1, 1), (0, 1)))

    @property
    def is_whole(self) -> bool:
        return self.numbers[:8] == WHOLE

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of each corner how far it is from the left and from the top, and 1 if light is evened."""
        return (*(round(side * PARTS) for corner in self.corners for side in corner), int(self.lit))


def sheet_of(numbers: Sequence[int]) -> Sheet | None:
    """The sheet that these numbers tell; None if they tell none."""
    if len(numbers) != NUMBERS or not all(0 <= each <= PARTS for each in numbers):
        return None
    sides = [each / PARTS for each in numbers[:8]]
    one, two, three, four = zip(sides[::2], sides[1::2], strict=True)
    return Sheet((one, two, three, four), bool(numbers[8]))
