"""OpenCV, made to work with one thread: each further one reserves addresses, of which a child has few."""

import os
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's library looks at it while it is imported

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
    """A picture in grey or colour as rows of pixels, which are not to be changed."""
    return np.asarray(picture)
