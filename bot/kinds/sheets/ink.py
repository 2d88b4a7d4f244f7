"""Dark or light marks as print makes them: where they lie outside of a sheet, nothing may be cut away."""

from __future__ import annotations

import cv2
import numpy as np

from bot.kinds.sheets.eyes import Pixels, Points

STROKE = 9
"""Pixels, of a photo `edges.LOOKED_AT` large: what is thicker is no stroke of print."""
_PLAIN = 45
"""Levels of grey by which a stroke differs from what is around it."""
_MOST = 0.0008
"""Of what is outside, how much may look like strokes: grain and crumbs do."""
_FAR = 0.012
"""Of the longer side, how far from the edge it begins: the edge itself is as sharp as a stroke."""


def lies_outside(photo: Pixels, corners: Points) -> bool:
    """Whether there is something outside of these corners that may be print."""
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)
    inside = np.zeros(grey.shape, np.uint8)
    cv2.fillConvexPoly(inside, corners.round().astype(np.int32), 255)
    far = 2 * round(_FAR * max(grey.shape)) + 1
    outside = cv2.dilate(inside, np.ones((far, far), np.uint8)) == 0
    if not outside.any():
        return False
    around = np.ones((STROKE, STROKE), np.uint8)
    strokes = np.maximum(*(cv2.morphologyEx(grey, kind, around) for kind in (cv2.MORPH_BLACKHAT, cv2.MORPH_TOPHAT)))
    return int(np.count_nonzero(strokes[outside] > _PLAIN)) > _MOST * int(np.count_nonzero(outside))
