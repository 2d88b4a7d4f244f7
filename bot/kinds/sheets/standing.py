"""Which way print stands, told by its lines and by its letters. Turning a page that is right is worse than leaving one.

Lines lie along the reading direction: across them ink comes and goes. In Latin print letters stand on a line, and some
reach above the others (b, d, capitals, figures) while few reach below it (g, p): two neighbours of different height have
their feet in one line, and upside down their heads.
"""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from bot.kinds.sheets.eyes import Pixels

LOOKED_AT = 1600
"""Pixels of the longer side at which letters are looked at."""
Degrees = Literal[0, 90, 180, 270]

_LETTER = (5, 60)
"""Pixels of a letter's height and width."""
_LEAST_LETTERS = 60
_STRIPS = 14
_SURE_LINES = 1.7
"""How many times as much ink comes and goes along one direction as along the other."""
_LEAST_PAIRS = 40
_SURE_HEADS, _LIKELIER_HEADS = 0.78, 0.62
"""Of pairs that differ, how many have their heads in one line: to turn a page round, and to choose between two turns."""


def degrees(grey: Pixels) -> Degrees:
    """Degrees clockwise by which it has to be turned for its print to stand; 0 where that is unsure."""
    letters = _letters(grey)
    if len(letters) < _LEAST_LETTERS:
        return 0
    lines = _lines(letters, grey.shape)
    if lines >= _SURE_LINES:
        return 180 if _heads_in_line(letters) >= _SURE_HEADS else 0
    if lines <= 1 / _SURE_LINES:
        # Turned clockwise by a quarter: what was at the left is on top.
        turned = np.stack(
            (grey.shape[0] - letters[:, 1] - letters[:, 3], letters[:, 0], letters[:, 3], letters[:, 2]), 1
        )
        heads = _heads_in_line(turned)
        if heads >= _LIKELIER_HEADS:
            return 270
        return 90 if 0 <= heads <= 1 - _LIKELIER_HEADS else 0
    return 0


def _letters(grey: Pixels) -> Pixels:
    """What may be letters: left, top, width and height of each."""
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 18)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    left, top, width, height, area = found[1:].T
    least, most = _LETTER
    sized = (height >= least) & (height <= most) & (width >= 2) & (width <= most) & (area >= least)
    shaped = (np.maximum(width, height) <= 8 * np.minimum(width, height)) & (area >= 0.12 * width * height)
    found = found[1:][sized & shaped]
    if not len(found):
        return found[:, :4]
    usual = np.median(np.maximum(found[:, 2], found[:, 3]))
    sides = np.maximum(found[:, 2], found[:, 3])
    return found[(sides >= 0.5 * usual) & (sides <= 3 * usual)][:, :4]


def _lines(letters: Pixels, shape: tuple[int, ...]) -> float:
    """How much more ink comes and goes from top to bottom than from left to right."""
    drawn = np.zeros(shape, np.float32)
    for left, top, width, height in letters:
        drawn[top : top + height, left : left + width] = 1
    return _comes_and_goes(drawn) / max(_comes_and_goes(drawn.T), 1e-6)


def _comes_and_goes(drawn: Pixels) -> float:
    """From top to bottom, in strips so narrow that a crooked line stays a line."""
    found, weights = [], []
    for strip in np.array_split(drawn, _STRIPS, axis=1):
        ink = strip.mean(axis=1)
        if ink.sum() == 0:
            continue
        slow = cv2.blur(ink.reshape(-1, 1), (1, 61)).ravel()
        found.append(float(np.square(ink - slow).sum() / np.square(ink).sum()))
        weights.append(float(ink.sum()))
    return float(np.average(found, weights=weights)) if found else 0.0


def _heads_in_line(letters: Pixels) -> float:
    """Of neighbours of different height, how many have their heads in one line and not their feet; -1 if unknown."""
    left, top, width, height = letters[np.lexsort((letters[:, 0],))].T.astype(np.float32)
    bottom, right = top + height, left + width
    heads = feet = 0
    for at in range(len(left) - 1):
        after = slice(at + 1, at + 40)
        gap = left[after] - right[at]
        tall = np.maximum(height[after], height[at])
        overlap = np.minimum(bottom[after], bottom[at]) - np.maximum(top[after], top[at])
        near = (gap > -2) & (gap < tall) & (overlap > 0.5 * np.minimum(height[after], height[at]))
        if not near.any():
            continue
        other = at + 1 + int(np.flatnonzero(near)[0])
        size = max(height[at], height[other])
        above, below = abs(top[at] - top[other]) / size, abs(bottom[at] - bottom[other]) / size
        heads += bool(above < 0.12 and below > 0.18)
        feet += bool(below < 0.12 and above > 0.18)
    return heads / (heads + feet) if heads + feet >= _LEAST_PAIRS else -1.0
