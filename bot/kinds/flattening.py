"""Pictures laid on white paper, strip by strip: a large picture and its copy would not fit into a child's memory."""

import math

from PIL import Image

from bot.kinds.levels import DEEP, in_256, window

_LEAST_OBLONG, _MOST_OBLONG = 1.2, 5
"""How much higher than wide a pixel is, or wider than high; what is beyond is a mistake of whoever noted it."""
_STRIP = 64
"""Rows that are changed at once, or about so many."""


def is_see_through(picture: Image.Image) -> bool:
    return "transparency" in picture.info or picture.mode in ("LA", "PA", "La", "RGBA", "RGBa")


def flattened(picture: Image.Image, factor: int = 1) -> Image.Image:
    """The picture on white paper, in black and white, grey or colour, one pixel for `factor` in each direction."""
    picture.load()
    deep = window(picture) if picture.mode in DEEP else None
    if factor == 1 and picture.mode in ("1", "L", "RGB") and not is_see_through(picture):
        return picture
    size = math.ceil(picture.width / factor), math.ceil(picture.height / factor)
    paper = Image.new("L" if deep or picture.mode in ("1", "L", "LA", "La") else "RGB", size)
    rows = max(1, _STRIP // factor) * factor
    for top in range(0, picture.height, rows):
        strip = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
        flat = in_256(strip, *deep) if deep else strip
        paper.paste(_flat(_reduced(flat, factor)), (0, top // factor))
    return paper


def squared(frame: Image.Image, shown: Image.Image) -> Image.Image:
    """With pixels as high as they are wide: a fax has half as many lines to an inch as dots (ITU-T T.4, 2)."""
    across, down = (float(each) for each in frame.info.get("dpi", (1, 1))) if frame.format == "TIFF" else (1.0, 1.0)
    share = across / down if across > 0 and down > 0 else 1.0
    if not _LEAST_OBLONG < max(share, 1 / share) < _MOST_OBLONG:
        return shown
    width, height = shown.size
    return shown.resize((width, round(height * share)) if share > 1 else (round(width / share), height))


def _reduced(picture: Image.Image, factor: int) -> Image.Image:
    if factor == 1:
        return picture
    if is_see_through(picture):  # what cannot be seen has no colour that others could take on
        return picture.convert("RGBA").convert("RGBa").reduce(factor).convert("RGBA")
    return (picture.convert("L" if picture.mode == "1" else "RGB") if picture.mode in "1P" else picture).reduce(factor)


def _flat(strip: Image.Image) -> Image.Image:
    if not is_see_through(strip):
        return strip.convert("L" if strip.mode in ("1", "L") else "RGB")
    layer = strip.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper
