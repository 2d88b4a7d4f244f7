"""The edges of a sheet of paper that lies on something darker. Whatever is unsure is no sheet."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from bot.kinds.sheets.eyes import Pixels, Points

LOOKED_AT = 800
"""Pixels of the photo's longer side at which edges are looked for."""
_LEAST_AREA = 0.2
"""Of the photo."""
_LEAST_PAPER, _LEAST_FILLED = 0.8, 0.94
"""How much of the four corners' area is seen to be paper, a shadow being none; and how much paper reaches around."""
_MOST_SIDES = 7
_CORNER = (55, 125)
"""Degrees that an angle of a sheet may have on a photo."""
_STEP = 12
"""Levels of grey by which paper is lighter than what it lies on, in nearly every place along its edges."""
_IN_PLACES = 0.9
_RIM = 0.012
"""Of the photo's longer side: an edge so near to that of the photo ends there."""


def corners(photo: Pixels) -> Points | None:
    """The four corners of the sheet, clockwise from the upper left one; None if there is no sheet surely."""
    # Of the three colours the darkest: paper is light in each of them, a wooden table is not.
    light = cv2.medianBlur(np.ascontiguousarray(photo.min(axis=2)), 5)
    found = [each for mask in _masks(light) if (each := _four(mask)) is not None and _is_a_sheet(light, each)]
    return max(found, key=cv2.contourArea, default=None)


def _masks(light: Pixels) -> Iterator[Pixels]:
    """What may be paper, in one way after another."""
    threshold, mask = cv2.threshold(light, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    yield mask
    brightest = float(np.percentile(light, 95))
    for share in (0.55, 0.7, 0.82):
        if abs(share * brightest - threshold) > 4:
            yield cv2.threshold(light, share * brightest, 255, cv2.THRESH_BINARY)[1]
    # Under a shadow paper is no lighter than the table, but its edge is an edge all the same.
    edges = cv2.dilate(cv2.Canny(light, 30, 90), np.ones((5, 5), np.uint8))
    yield cv2.bitwise_not(edges)


def _four(mask: Pixels) -> Points | None:
    """The corners of the largest thing in a mask, if it is filled by four corners."""
    size = max(mask.shape)
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(contours, key=cv2.contourArea, default=None)
    if largest is None or cv2.contourArea(largest) < _LEAST_AREA * mask.size:
        return None
    hull = cv2.convexHull(largest)
    sides = _enclosing(cv2.approxPolyDP(hull, 0.01 * size, True).reshape(-1, 2).astype(np.float32))
    if sides is None:
        return None
    area, paper, around = (float(cv2.contourArea(each)) for each in (sides, largest, hull))
    if paper < _LEAST_PAPER * area or around < _LEAST_FILLED * area:
        return None
    return _clockwise(sides)


def _enclosing(sides: Points) -> Points | None:
    """Four corners around something with a few more: where a corner is in a shadow, its two edges are made longer."""
    if not 4 <= len(sides) <= _MOST_SIDES:
        return None
    while len(sides) > 4:
        longer = [each for at in range(len(sides)) if (each := _without(sides, at)) is not None]
        if not longer:
            return None
        sides = min(longer, key=cv2.contourArea)
    return sides


def _without(sides: Points, at: int) -> Points | None:
    """Without the edge that begins at a corner: the edges before and after it are made longer until they meet."""
    before, begin, end, after = (sides[(at + each) % len(sides)] for each in (-1, 0, 1, 2))
    one, other = begin - before, end - after
    across = float(one[0] * other[1] - one[1] * other[0])
    if abs(across) < 1e-3:
        return None
    far = float((end - begin)[0] * other[1] - (end - begin)[1] * other[0]) / across
    if not 0 <= far <= 0.5:
        return None
    kept = [each for number, each in enumerate(sides) if number not in (at, (at + 1) % len(sides))]
    place = at if at < len(sides) - 1 else len(kept)
    return np.array([*kept[:place], begin + far * one, *kept[place:]], np.float32)


def _clockwise(four: Points) -> Points:
    """From the corner that is nearest to the upper left one of the photo."""
    middle = four.mean(axis=0)
    turned = four[np.argsort(np.arctan2(*(four - middle).T[::-1]))]
    return np.roll(turned, -int(turned.sum(axis=1).argmin()), axis=0)


def _is_a_sheet(light: Pixels, four: Points) -> bool:
    """Whether it has a sheet's angles, and what is outside of each edge is darker."""
    for before, at, after in zip(np.roll(four, 1, 0), four, np.roll(four, -1, 0), strict=True):
        one, other = before - at, after - at
        cosine = float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-6))
        if not _CORNER[0] <= np.degrees(np.arccos(np.clip(cosine, -1, 1))) <= _CORNER[1]:
            return False
    inner = [_is_an_edge(light, four[side], four[(side + 1) % 4]) for side in range(4)]
    return None not in inner and any(inner)


def _is_an_edge(light: Pixels, begin: Points, end: Points) -> bool | None:
    """Whether paper ends there; False if the photo does, None if nothing does."""
    height, width = light.shape
    rim = _RIM * max(light.shape)
    ends = np.stack((begin, end))
    at_rim = (ends[:, 0] < rim, ends[:, 1] < rim, ends[:, 0] > width - 1 - rim, ends[:, 1] > height - 1 - rim)
    if any(bool(side.all()) for side in at_rim):
        return False
    along = (end - begin) / (np.linalg.norm(end - begin) + 1e-6)
    outward = np.array((along[1], -along[0]))  # corners go round clockwise, and what lies to their left is outside
    places = begin + np.linspace(0.04, 0.96, 80)[:, None] * (end - begin)
    inside, outside = (_levels(light, places + far * outward) for far in (-6.0, 6.0))
    return True if float(np.mean(inside - outside > _STEP)) >= _IN_PLACES else None


def _levels(light: Pixels, places: Points) -> Points:
    columns = np.clip(places[:, 0].round().astype(int), 0, light.shape[1] - 1)
    rows = np.clip(places[:, 1].round().astype(int), 0, light.shape[0] - 1)
    levels: Points = light[rows, columns].astype(np.float32)
    return levels
