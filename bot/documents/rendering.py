"""The child's work: some pages of one file, drawn small, as JPEG."""

import io
import json
import sys
from collections.abc import Iterator

from PIL import Image, ImageOps

from bot.documents.findings import MOST_BYTES
from bot.documents.flattening import flattened
from bot.documents.image import memory_is_memory, opened
from bot.documents.jpeg import ended
from bot.documents.kinds import Kind

_WIDER = 2  # than it is high: a page may be a long strip
_QUALITY = 80
_ORIENTATION = 0x0112


def main() -> None:
    """One line says which pages of what; then comes the file. One line tells how long the pictures are that follow."""
    wanted = json.loads(sys.stdin.buffer.readline(MOST_BYTES))
    data = sys.stdin.buffer.read(MOST_BYTES)
    pages = range(wanted["first_page"] - 1, wanted["first_page"] - 1 + wanted["at_most"])
    most = (_WIDER * wanted["height"], wanted["height"])
    draw = _drawn_pdf if wanted["kind"] == "pdf" else _drawn_picture
    pictures = [_jpeg(picture, wanted["turned"], most) for picture in draw(data, wanted["kind"], pages, most)]
    sys.stdout.buffer.write(json.dumps([len(each) for each in pictures]).encode() + b"\n" + b"".join(pictures))


def _drawn_pdf(data: bytes, _: Kind, pages: range, most: tuple[int, int]) -> Iterator[Image.Image]:
    from bot.documents.opening import drawable

    document = drawable(data)
    document.init_forms()
    for number in pages[: max(0, len(document) - pages.start)]:
        page = document[number]
        width, height = page.get_size()
        yield page.render(scale=min(most[1] / max(height, 1), most[0] / max(width, 1))).to_pil()


def _drawn_picture(data: bytes, kind: Kind, pages: range, most: tuple[int, int]) -> Iterator[Image.Image]:
    with memory_is_memory(), opened(ended(data) if kind == "jpeg" else data, kind) as picture:
        for number in pages[: max(0, getattr(picture, "n_frames", 1) - pages.start)] if kind == "tiff" else pages[:1]:
            picture.seek(number)
            picture.draft("RGB", (most[0], most[0]))
            picture.load()
            yield _upright(picture, flattened(picture, max(1, max(picture.size) // most[0])))


def _upright(picture: Image.Image, shown: Image.Image) -> Image.Image:
    shown.getexif()[_ORIENTATION] = picture.getexif().get(_ORIENTATION, 1)
    return ImageOps.exif_transpose(shown)


def _jpeg(picture: Image.Image, turned: int, most: tuple[int, int]) -> bytes:
    """A small picture with nothing in it but its pixels: no place, no time, no camera."""
    upright = picture.convert("RGB").rotate(-turned, expand=True)
    upright.thumbnail(most)
    file = io.BytesIO()
    Image.frombytes("RGB", upright.size, upright.tobytes()).save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()
