"""Pictures as OpenCV sees them; it works with one thread."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

cv2.setNumThreads(1)

Pixels = NDArray[Any]
"""Rows of pixels: one value each (grey), or three (red, green, blue)."""
Points = NDArray[Any]
"""Places on a picture, in pixels from its left and its top."""


def pixels(picture: Image.Image) -> Pixels:
    """A picture in grey or colour as rows of pixels."""
    return np.asarray(picture)


def smaller(picture: Pixels, longest: int) -> Pixels:
    """The picture with at most so many pixels on its longer side.

    One that is much larger is halved first: the mean of four pixels is taken ten times as fast as that of any other
    number. What is left to do is so much that each pixel is still the mean of several.
    """
    while max(picture.shape[:2]) >= 8 * longest:
        height, width = picture.shape[0] // 2, picture.shape[1] // 2
        if not height or not width:
            break
        even = picture[: 2 * height, : 2 * width]
        picture = cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)
    scale = longest / max(picture.shape[:2])
    return picture if scale >= 1 else cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def upright(seen: Pixels, orientation: int) -> Pixels:
    """A picture as it is to be seen by its camera's note (EXIF 2.3, Orientation)."""
    if orientation in (5, 6, 7, 8):
        seen = seen.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        seen = seen[:, ::-1]
    if orientation in (3, 4, 7, 8):
        seen = seen[::-1]
    return np.ascontiguousarray(seen)
