"""Makers of photos of a sheet of paper on a table: tilted, shaded, sideways, with where it lies. All fictitious."""

import functools
import io
import math
import random
from dataclasses import dataclass

import numpy as np
import typst
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.makers.made import saved

_WORDS = """
Specimen margin report Patient hospital fictitious left right examined section block and of the was 12 3.4 mm Findings
within normal limits described by nobody tissue received labeled Sample grey-tan measuring 4.5 x 2.1 cm
"""
LAYOUTS = ("letter", "table", "plain", "form", "banner")
GROUNDS = ("dark", "wood", "grey", "cloth")


@dataclass(frozen=True)
class Photo:
    """A JPEG, where the sheet's corners are (parts of width and height), and by how many degrees to turn its page."""

    content: bytes
    corners: tuple[tuple[float, float], ...]
    turned: int


def a_sheet(
    seed: int, font: str = "Libertinus Serif", layout: str = "letter", page: str = "", size: int = 10, ppi: int = 150
) -> Image.Image:
    """A printed page of A4, in colour; `page` stands at its foot."""
    return _printed(seed, font, layout, page, size, ppi).copy()


def a_photo_of_a_sheet(
    sheet: Image.Image,
    seed: int,
    *,
    turned: int = 0,
    tilt: float = 15,
    ground: str = "",
    blur: float = 0.7,
    shade: float = 0.45,
    height: int = 2000,
    fills: float = 0.86,
    quality: int = 85,
) -> Photo:
    """A photo of it on a table by chance; `turned` is by how many degrees clockwise its page has to be turned back.

    `tilt`: degrees, at most, by which the camera looks from aside; `fills`: how much of the photo's height it takes.
    """
    chance = random.Random(seed)
    lying = sheet.rotate(turned, expand=True)
    width, size = height * 3 // 4, (height * 3 // 4, height)
    if lying.width > lying.height:
        width, height = height, width
        size = (width, height)
    corners = _seen(chance, lying.size, size, tilt, fills)
    picture = _ground(chance, ground or chance.choice(GROUNDS), size)
    laid = lying.transform(size, Image.Transform.PERSPECTIVE, _onto(corners, lying.size), Image.Resampling.BICUBIC)
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).polygon(corners, fill=255)
    picture.paste(laid, mask=mask.filter(ImageFilter.GaussianBlur(0.8)))
    picture = ImageChops.multiply(picture, _light(chance, size, shade)).filter(ImageFilter.GaussianBlur(blur))
    picture = _grainy(picture, chance)
    parts = tuple((x / (width - 1), y / (height - 1)) for x, y in corners)
    return Photo(saved(picture, "JPEG", quality=quality), parts, turned)


def _seen(
    chance: random.Random, sheet: tuple[int, int], photo: tuple[int, int], tilt: float, fills: float
) -> list[tuple[float, float]]:
    """Where a sheet's corners are on a photo that is taken from aside, clockwise from the upper left one."""
    one, two, three = (math.radians(chance.uniform(-tilt, tilt)) for _ in range(3))
    three /= 2  # nobody lays a paper down as crookedly as they hold a camera
    scale = min(photo[0] / sheet[0], photo[1] / sheet[1]) * fills
    far = 2.2 * max(photo)
    corners = []
    for across, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, y = across * sheet[0] * scale / 2, down * sheet[1] * scale / 2
        x, y = x * math.cos(three) - y * math.sin(three), x * math.sin(three) + y * math.cos(three)
        depth = far + x * math.sin(one) + y * math.sin(two)
        corners.append((x * math.cos(one) * far / depth, y * math.cos(two) * far / depth))
    middle = [sum(each[axis] for each in corners) / 4 for axis in (0, 1)]
    room = [photo[axis] - 1 - (max(c[axis] for c in corners) - min(c[axis] for c in corners)) for axis in (0, 1)]
    moved = [chance.uniform(-0.3, 0.3) * max(0.0, each) for each in room]
    return [(x - middle[0] + photo[0] / 2 + moved[0], y - middle[1] + photo[1] / 2 + moved[1]) for x, y in corners]


def _onto(corners: list[tuple[float, float]], sheet: tuple[int, int]) -> list[float]:
    """Eight numbers that lead from places on the photo to places on the sheet."""
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (sheet[0], 0), sheet, (0, sheet[1])), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(each) for each in np.linalg.solve(np.array(rows), np.array(values))]


def _ground(chance: random.Random, ground: str, size: tuple[int, int]) -> Image.Image:
    """What the sheet lies on."""
    width, height = size
    if ground == "grey":
        return Image.new("RGB", size, (150, 150, 148))
    if ground == "dark":
        return Image.new("RGB", size, chance.choice(["#3a2f28", "#28303a", "#1c1c1e"]))
    if ground == "cloth":
        cloth = Image.new("RGB", size, chance.choice(["#7c8a5a", "#6a7f9a"]))
        draw = ImageDraw.Draw(cloth)
        for place in range(0, max(size), 90):
            draw.line((place, 0, place, height), fill="#5d6b48", width=26)
            draw.line((0, place, width, place), fill="#5d6b48", width=26)
        return cloth
    grain = Image.frombytes("L", (width // 3, 8), chance.randbytes(width // 3 * 8)).resize(
        size, Image.Resampling.BICUBIC
    )
    grain = grain.point(lambda level: 128 + (level - 128) // 5)
    wood = Image.new("RGB", size, chance.choice(["#b98a55", "#8a5a33", "#c9a06a"]))
    return ImageChops.overlay(wood, Image.merge("RGB", [grain] * 3))


def _light(chance: random.Random, size: tuple[int, int], shade: float) -> Image.Image:
    """Light that falls from one side, and perhaps a hand's shadow."""
    deep = chance.uniform(0, shade)
    falling = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(size)
    light = falling.point(lambda level: int(255 - deep * level))
    if chance.random() < 0.4:
        hand = Image.new("L", size, 255)
        x, y = chance.uniform(-0.2, 0.9) * size[0], chance.uniform(-0.2, 0.9) * size[1]
        ImageDraw.Draw(hand).ellipse((x, y, x + 0.5 * size[0], y + 0.5 * size[1]), fill=int(255 * (1 - shade)))
        light = ImageChops.multiply(light, hand.filter(ImageFilter.GaussianBlur(max(size) / 40)))
    return Image.merge("RGB", [light] * 3)


def _grainy(picture: Image.Image, chance: random.Random, deviation: int = 3) -> Image.Image:
    even = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    grain = even.point(lambda grey: 128 + (grey - 128) * deviation // 74)
    return ImageChops.add(picture, Image.merge("RGB", [grain] * 3), 1, -128)


@functools.lru_cache(64)
def _printed(seed: int, font: str, layout: str, page: str, size: int, ppi: int) -> Image.Image:
    foot = f"align(center)[{page}]" if page else "none"
    setting = f'#set page(paper: "a4", margin: 2cm, footer: {foot})\n#set text(size: {size}pt, font: "{font}")\n'
    drawn = typst.compile((setting + _LAYOUTS[layout](random.Random(seed))).encode(), format="png", ppi=ppi)
    return Image.open(io.BytesIO(drawn[0] if isinstance(drawn, list) else drawn)).convert("RGB")


def _paragraphs(chance: random.Random, count: int) -> str:
    def said() -> str:
        return " ".join(chance.choice(_WORDS.split()) for _ in range(chance.randrange(20, 70))).capitalize() + "."

    return "\n\n".join(said() for _ in range(count))


def _letter(chance: random.Random) -> str:
    head = '#rect(fill: rgb("#1d4e89"), width: 2.2cm, height: 1.2cm)\n*General Hospital of Nowhere*, Department\n\n'
    return f"{head}#line(length: 100%)\nPatient: Doe, Jane\n\nDate: 12 March 2026\n\n{_paragraphs(chance, 9)}"


def _table(chance: random.Random) -> str:
    cells = ["[*Test*], [*Result*], [*Unit*], [*Range*]"]
    for _ in range(26):
        name = f"{chance.choice(_WORDS.split())} {chance.choice(_WORDS.split())}"
        cells.append(f"[{name}], [{chance.uniform(0, 200):.1f}], [mmol/L], [3.5 -- 5.1]")
    return f"= Laboratory results\nPatient: Doe, Jane\n\n#table(columns: (2fr, 1fr, 1fr, 1fr), {', '.join(cells)})"


def _plain(chance: random.Random) -> str:
    return _paragraphs(chance, 14)


def _form(chance: random.Random) -> str:
    boxes = "\n\n".join(f"#rect(width: 100%, inset: 8pt)[{_paragraphs(chance, 1)}]" for _ in range(8))
    return f"= Discharge summary\n\n{boxes}"


def _banner(chance: random.Random) -> str:
    bar = '#place(top, dx: -2cm, dy: -2cm, rect(width: 21cm, height: 2.4cm, fill: rgb("#24476b"), inset: 12pt)['
    bar += "#text(fill: white, size: 18pt)[Regional Cancer Center of Nowhere]])\n#v(1.5cm)\n"
    return bar + _paragraphs(chance, 9)


_LAYOUTS = {"letter": _letter, "table": _table, "plain": _plain, "form": _form, "banner": _banner}
