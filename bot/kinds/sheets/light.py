"""Even light on a photo of paper: paper becomes white under a shadow, too, and what is printed stays what it is."""

from __future__ import annotations

import cv2
import numpy as np

from bot.kinds.sheets.eyes import Pixels, smaller

_SMALL = 400
"""Pixels of the longer side at which light is measured."""
_AROUND = 31
"""Pixels of that: the largest print whose paper is still seen around it."""
_WHITE = 248
"""The level that paper becomes; what is a little lighter stays apart."""
_DARKEST_PAPER = 0.5
"""Of the lightest: what is darker still is no paper under a shadow, but a picture or a bar, and stays dark."""
_EVEN, _BRIGHT, _BLACK = 0.86, 205, 90
_ALL = 0.98
_INK_FROM, _INK_TO = 35, 20


def is_needed(sheet: Pixels) -> bool:
    """Whether its paper is dark, or darker in one place than in another, or its print is pale."""
    light = paper_light(sheet).min(axis=2)
    paper = light[light > _DARKEST_PAPER * float(np.percentile(light, 95))]
    if not paper.size:
        return False
    lowest, usual, highest = (float(np.percentile(paper, each)) for each in (5, 50, 95))
    return lowest < _EVEN * highest or usual < _BRIGHT


def falls_on_paper(photo: Pixels) -> bool:
    """Whether nearly all of a photo is paper: then light can be told from a table though no edge was found."""
    light = paper_light(photo).min(axis=2)
    return float(np.mean(light > _DARKEST_PAPER * float(np.percentile(light, 95)))) >= _ALL


def evened(sheet: Pixels) -> Pixels:
    """The sheet as if light fell on it evenly, with print as dark as it may be."""
    light = paper_light(sheet)
    lightest = np.percentile(light.reshape(-1, 3), 95, axis=0)
    light = np.maximum(light, (_DARKEST_PAPER * lightest).astype(np.uint8))
    size = (sheet.shape[1], sheet.shape[0])
    even = cv2.divide(sheet, cv2.resize(light, size, interpolation=cv2.INTER_LINEAR), scale=_WHITE)
    darkest = float(np.percentile(smaller(even, _SMALL).min(axis=2), 0.5))
    if darkest <= _INK_FROM:
        return even
    lower = min(darkest - _INK_TO, _BLACK)
    levels = np.clip((np.arange(256) - lower) * (_WHITE / (_WHITE - lower)), 0, 255).astype(np.uint8)
    levels[_WHITE:] = np.arange(_WHITE, 256)
    return cv2.LUT(even, levels)


def paper_light(sheet: Pixels) -> Pixels:
    """How light the paper is in every place, small: print is filled with the paper around it."""
    small = smaller(sheet, _SMALL)
    filled = cv2.morphologyEx(small, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_AROUND, _AROUND)))
    return cv2.GaussianBlur(filled, (0, 0), _AROUND / 4)
