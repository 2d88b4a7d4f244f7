"""What lies in a container and is nobody's paper: what computers and portals put there for themselves.

A name alone never says so: whatever begins as a PDF, a picture of some size or an archive is looked at all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from bot.kinds.archive import is_left_by_a_computer
from bot.kinds.containers.entries import Entry, Shut
from bot.kinds.containers.page_entries import FEWEST_WORDS
from bot.kinds.containers.words_of_html import words_of_html
from bot.kinds.kinds import kinds_of
from bot.kinds.pictures_inside import SMALLEST

_PARTS_OF_PAGES = frozenset(
    {".css", ".js", ".xsl", ".xslt", ".dtd", ".xsd", ".map", ".ico", ".svg", ".url", ".lnk"}
    | {".woff", ".woff2", ".ttf", ".otf", ".eot", ".ini", ".inf", ".cur"}
)
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_OF_A_SAVED_PAGE = re.compile(r".+_(?:files|archivos|dateien|fichiers)|.+\.files", re.IGNORECASE)
_BESIDE_A_PAGE = re.compile(rf"(?:{_OF_A_SAVED_PAGE.pattern}|images?|img|icons?|assets|css|js)", re.IGNORECASE)
"""Folders in which a saved page keeps its pictures."""
_LARGEST_LOGO = 30_000
"""Bytes of a picture in such a folder that is taken for a logo; a photo of a page has more."""
_MEASURED = frozenset({".gpx", ".tcx", ".kml", ".fit"})
_MEASUREMENTS = frozenset({"electrocardiograms", "workout-routes"})
"""Folders of an export of Apple Health with ways that were walked, and the voltages of every moment."""
_OF_AN_EXCHANGE = re.compile(r"(?:index\.html?|readme(?:[^.]*\.\w+)?|metadata\.xml|style[\w.-]*)", re.IGNORECASE)
"""Files that every cross-enterprise document media interchange has beside its documents (IHE ITI TF-2, 3.32)."""
_EXCHANGE = "ihe_xdm"
_NO_SIGN = kinds_of(b"")


def is_measured(entry: Entry) -> bool:
    """Whether it is what a watch or a phone measured, for programs alone: it is counted, and is no paper."""
    path = _path(entry)
    return _is_plain(entry) and (path.suffix.lower() in _MEASURED or bool(_MEASUREMENTS & {*path.parts[:-1]}))


def is_exchange(entries: Collection[Entry]) -> bool:
    """Whether an archive is laid out as portals exchange documents (IHE XDM)."""
    return any(_EXCHANGE in (part.lower() for part in _path(entry).parts[:-1]) for entry in entries)


def is_furniture(entry: Entry, of_an_exchange: bool) -> bool:
    """Whether nobody would miss it."""
    path = _path(entry)
    if entry.is_furniture:
        return True
    if _is_plain(entry):
        if is_left_by_a_computer(entry.path) or path.name.startswith("."):
            return True
        is_a_frame = path.suffix.lower() in _PAGES and any(map(_OF_A_SAVED_PAGE.fullmatch, path.parts[:-1]))
        if is_a_frame and _says_little(entry):
            return True
        return path.suffix.lower() in _PARTS_OF_PAGES or (
            of_an_exchange and _OF_AN_EXCHANGE.fullmatch(path.name) is not None
        )
    if kinds_of(entry.head or b"") == ("gif",) and min(_sides_of_gif(entry)) < SMALLEST:
        return True
    beside = any(_BESIDE_A_PAGE.fullmatch(part) for part in path.parts[:-1])
    return beside and entry.size < _LARGEST_LOGO and _is_picture(entry)


def _sides_of_gif(entry: Entry) -> tuple[int, int]:
    """Pixels across and down (GIF89a, 18): pages are parted by dots that nobody sees, and dressed with small signs."""
    head = (entry.head or b"").ljust(10, b"\0")
    return int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")


def _says_little(entry: Entry) -> bool:
    """Whether a frame of a saved page says no more than one that counts visitors; a report may be shown in one, too."""
    try:
        return len(words_of_html(entry.read().decode("utf-8", "replace")).split()) < FEWEST_WORDS
    except Shut:
        return False


def _path(entry: Entry) -> PurePosixPath:
    return PurePosixPath(entry.path.replace("\\", "/"))


def _is_plain(entry: Entry) -> bool:
    """Whether its first bytes are no sign of a kind that a paper has."""
    head = entry.head or b""
    kinds = kinds_of(head)
    return kinds in ((), _NO_SIGN) or ("pdf" not in kinds and b"\x00" not in head)


def _is_picture(entry: Entry) -> bool:
    return kinds_of(entry.head or b"") in (("jpeg",), ("png",), ("webp",), ("tiff",), ("gif",), ("bmp",))
