"""A sheet found on a photo, and the page that is made of it."""

from __future__ import annotations

import math

import cv2
import numpy as np

from bot.kinds.sheets import edges, ink, light, standing
from bot.kinds.sheets.eyes import Pixels, Points, smaller
from bot.kinds.sheets.sheet import Sheet

MOST_PIXELS = 12_500_000
"""Of a page that is made: over 350 to an inch of A4."""
_WIDER = 0.006
"""Of the photo's longer side, by which a sheet is cut more widely than it was found: its very edge may hold print."""
_LEAST_CUT = 0.04
"""Of the photo's area: for less, nothing is cut."""
_LIGHT_PAGE = 0.55
"""How light most of it is, beside its lightest places: what is darker is no page, but a film or a place."""
_COLOURFUL, _MOST_COLOURFUL = 60, 0.4
"""Levels between the colours of a pixel, and how much of a page may be so: a face or a garden is."""


def look(photo: Pixels) -> tuple[Sheet | None, standing.Degrees]:
    """Where the sheet lies, and by how many degrees its page is to be turned; None: the photo is best as it is.

    The photo is in colour and upright by its camera's note.
    """
    seen = smaller(photo, standing.LOOKED_AT)
    four = _found(seen)
    sheet = _sheet(four, seen) if four is not None else Sheet.whole()
    shown = _page(seen, sheet, standing.LOOKED_AT**2)
    if not _is_a_page(shown):
        return None, 0
    grey = cv2.cvtColor(light.evened(shown), cv2.COLOR_RGB2GRAY)
    stands, has_lines = standing.seen(smaller(grey, standing.LOOKED_AT))
    # Where no edge was found, light is evened only where it falls on nothing but printed paper.
    lit = light.is_needed(shown) and (four is not None or (has_lines and light.falls_on_paper(shown)))
    if sheet.is_whole and not lit:
        return None, stands
    return Sheet(sheet.corners, lit), stands


def made(photo: Pixels, sheet: Sheet) -> Pixels:
    """The page: the sheet alone, flat and evenly lit. The photo is in colour, upright by its camera's note."""
    page = _page(photo, sheet, MOST_PIXELS)
    return light.evened(page) if sheet.lit else page


def _page(seen: Pixels, sheet: Sheet, most: int) -> Pixels:
    """The sheet alone, of so many pixels at most."""
    if not sheet.is_whole:
        return _flat(seen, np.array(sheet.corners, np.float32) * (seen.shape[1] - 1, seen.shape[0] - 1), most)
    scale = min(1.0, math.sqrt(most / (seen.shape[0] * seen.shape[1])))
    return seen if scale == 1 else cv2.resize(seen, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def _found(seen: Pixels) -> Points | None:
    """The sheet's corners on the photo, if all that is printed lies within them and there is something to cut."""
    small = smaller(seen, edges.LOOKED_AT)
    four = edges.corners(small)
    if four is None or ink.lies_outside(small, four):
        return None
    if cv2.contourArea(four) > (1 - _LEAST_CUT) * small.shape[0] * small.shape[1]:
        return None
    parts: Points = four / (small.shape[1] - 1, small.shape[0] - 1)
    return parts


def _sheet(four: Points, seen: Pixels) -> Sheet:
    """A little wider than it was found."""
    size = np.array((seen.shape[1], seen.shape[0]), np.float32)
    places = four * size
    outward = places - places.mean(axis=0)
    places = places + outward / np.linalg.norm(outward, axis=1, keepdims=True) * _WIDER * math.sqrt(2) * size.max()
    one, two, three, four_ = (tuple(map(float, each)) for each in np.clip(places / size, 0, 1))
    return Sheet((one, two, three, four_))  # type: ignore[arg-type]


def _flat(seen: Pixels, places: Points, most: int) -> Pixels:
    """What lies between four places, seen from straight above."""
    top, right, bottom, left = (float(np.linalg.norm(places[at] - places[(at + 1) % 4])) for at in range(4))
    width, height = max(top, bottom), max(left, right)
    scale = min(1.0, math.sqrt(most / (width * height)))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    onto = np.array(((0, 0), (size[0] - 1, 0), (size[0] - 1, size[1] - 1), (0, size[1] - 1)), np.float32)
    matrix = cv2.getPerspectiveTransform(places.astype(np.float32), onto)
    return cv2.warpPerspective(seen, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def _is_a_page(shown: Pixels) -> bool:
    """Light for the most part, and not colourful."""
    small = smaller(shown, 400)
    levels = small.max(axis=2)
    if float(np.median(levels)) < _LIGHT_PAGE * float(np.percentile(levels, 98)):
        return False
    colour = levels.astype(np.int16) - small.min(axis=2)
    return float(np.mean(colour > _COLOURFUL)) <= _MOST_COLOURFUL
