"""The child's work: some pages of one file, drawn small, as JPEG."""

import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PIL import Image

from bot.kinds.every import MOST_IN_MEMORY, kind_of_file
from dialogs.receiving.sent import TELEGRAM_LIMIT

_WIDER = 2  # than it is high: a page may be a long strip
_QUALITY = 80


def main() -> None:
    """One line says which pages of what; then comes the file. One line tells how long the pictures are that follow."""
    wanted = json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT))
    data = sys.stdin.buffer.read(MOST_IN_MEMORY)
    pages = range(wanted["first_page"] - 1, wanted["first_page"] - 1 + wanted["at_most"])
    most = (_WIDER * wanted["height"], wanted["height"])
    kind = kind_of_file(wanted["kind"])
    if sheet := tuple(wanted.get("sheet", ())):
        from bot.kinds.sheets.photo import page_of

        drawn: Iterable[Image.Image] = [Image.open(io.BytesIO(page_of(data, sheet)), formats=["JPEG"])]
    elif kind and kind.pictures:
        drawn = kind.pictures(data, wanted["kind"], pages, most)
    else:
        drawn = _set_pages(data, wanted, pages, most)
    pictures = [_jpeg(picture, wanted["turned"], most) for picture in drawn]
    sys.stdout.buffer.write(json.dumps([len(each) for each in pictures]).encode() + b"\n" + b"".join(pictures))


def _set_pages(data: bytes, wanted: Mapping[str, Any], pages: range, most: tuple[int, int]) -> Iterator[Image.Image]:
    """Pages that we set ourselves, as they will stand in the packet."""
    from bot.kinds import pdf
    from bot.packet.alone import set_alone

    made = set_alone(data, wanted["kind"], wanted.get("words", {}))
    yield from pdf.pictures(made, "pdf", pages, most) if made else ()


def _jpeg(picture: Image.Image, turned: int, most: tuple[int, int]) -> bytes:
    """A small picture with nothing in it but its pixels: no place, no time, no camera."""
    upright = picture.convert("RGB").rotate(-turned, expand=True)
    upright.thumbnail(most)
    file = io.BytesIO()
    Image.frombytes("RGB", upright.size, upright.tobytes()).save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()
