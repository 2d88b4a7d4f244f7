"""Which way print stands, told by its lines and by its letters. Turning a page that is right is worse than leaving one.

Lines lie along the reading direction: across them ink comes and goes. In Latin print letters stand on a line, and some
reach above the others (b, d, capitals, figures) while few reach below it (g, p): two neighbours of different height
have their feet in one line, and upside down their heads.
"""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from bot.kinds.sheets.eyes import Pixels

LOOKED_AT = 2016
"""Pixels of the longer side at which letters are looked at: half of what most cameras take, which is quickly made."""
Degrees = Literal[0, 90, 180, 270]

_LETTER = (5, 75)
"""Pixels of a letter's height and width."""
_THIN = (17, 25)
"""Pixels around a stroke, and levels by which it is darker than they are: neighbours that blur together come apart."""
_LEAST_LETTERS = 60
_STRIPS = 14
_SURE_LINES = 1.7
"""How many times as much ink comes and goes along one direction as along the other."""
_MOST_LETTERS = 5000
_LOOKED_FURTHER = 40
"""Of the letters that begin to the right of one, so many are looked at for its neighbour."""

Sure = tuple[float, float, int]
"""Of pairs that differ, how many have their heads in line; of how many letters that is so; and the fewest pairs.

Greek and Cyrillic letters, capitals too, reach below the line more often than above it. Only where as many reach above
it as in Latin print is a page turned round; they had 0.16 of their letters so when they stood, Latin print on its head
0.17 to 0.32 (decisions/0051).
"""
_ROUND: Sure = (0.7, 0.215, 150)
_QUARTER: Sure = (0.63, 0.15, 60)
"""A page on its side is wrong already: between two turns less is enough."""


def seen(grey: Pixels) -> tuple[Degrees, bool]:
    """Degrees clockwise until its print stands, 0 where that is unsure; and whether there are lines of print at all."""
    letters = _letters(grey)
    if len(letters) < _LEAST_LETTERS:
        return 0, False
    lines = _lines(letters, grey.shape)
    if lines >= _SURE_LINES:
        return (180 if _stands(letters, _ROUND) < 0 else 0), True
    if lines > 1 / _SURE_LINES:
        return 0, False
    # Turned clockwise by a quarter: what was at the left is on top.
    left, top, width, height = letters.T
    stands = _stands(np.stack((grey.shape[0] - top - height, left, height, width), axis=1), _QUARTER)
    return (0 if stands == 0 else 90 if stands > 0 else 270), True


def _stands(letters: Pixels, sure: Sure) -> int:
    """1 if the letters stand on their feet, -1 if on their heads, 0 if that is unsure."""
    heads, feet = _heads_and_feet(letters)
    share, often, pairs = sure
    if heads + feet < pairs:
        return 0
    for those, answer in ((feet, 1), (heads, -1)):
        if those >= share * (heads + feet) and those >= often * min(len(letters), _MOST_LETTERS):
            return answer
    return 0


def _letters(grey: Pixels) -> Pixels:
    """What may be letters: left, top, width and height of each."""
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, *_THIN)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    width, height, area = found[1:, 2:].T
    least, most = _LETTER
    sized = (height >= least) & (height <= most) & (width >= 2) & (width <= most) & (area >= least)
    shaped = (np.maximum(width, height) <= 8 * np.minimum(width, height)) & (area >= 0.12 * width * height)
    letters: Pixels = found[1:, :4][sized & shaped]
    if len(letters):
        sides = letters[:, 2:].max(axis=1)
        letters = letters[(sides >= 0.5 * np.median(sides)) & (sides <= 3 * np.median(sides))]
    return letters


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


def _heads_and_feet(letters: Pixels) -> tuple[int, int]:
    """How many neighbours of different height have their heads in one line, and how many their feet."""
    left, top, width, height = letters[np.argsort(letters[:, 0])][:_MOST_LETTERS].T.astype(np.float32)
    bottom, right = top + height, left + width
    # Each letter, and those that begin next to the right of where it begins: the first that stands beside it counts.
    each = np.arange(len(left))[:, None]
    after = each + np.arange(1, _LOOKED_FURTHER)
    there, after = after < len(left), np.minimum(after, len(left) - 1)
    gap = left[after] - right[each]
    overlap = np.minimum(bottom[after], bottom[each]) - np.maximum(top[after], top[each])
    lower, taller = np.minimum(height[after], height[each]), np.maximum(height[after], height[each])
    near = there & (gap > -2) & (gap < taller) & (overlap > 0.5 * lower)
    one = np.flatnonzero(near.any(axis=1))
    other = after[one, near[one].argmax(axis=1)]
    size = np.maximum(height[one], height[other])
    above, below = abs(top[one] - top[other]) / size, abs(bottom[one] - bottom[other]) / size
    heads, feet = (above < 0.12) & (below > 0.18), (below < 0.12) & (above > 0.18)
    return int(heads.sum()), int(feet.sum())
