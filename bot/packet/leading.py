"""Links in our own pages that lead to a file of the packet: the layout knows the file, only the binding its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, IndirectObject, NameObject

from bot.packet.pdf.copying import Copying

SCHEME = "packet:"
"""What book.typ puts before the number of a file."""
_NO_SOURCE = 1 << 24
"""Numbers from here on are no objects of our pages: each stands for a page of the part."""


def lead(copying: Copying, reader: PdfReader, pages: Mapping[int, int]) -> None:
    """Let every such link lead to the first page of its file; `pages`: those pages' objects in the part, by file."""
    for page in reader.pages:
        for reference in _listed(page.get("/Annots")):
            annotation: Any = reference.get_object()
            address = str(_got(_got(annotation.get("/A"), {}).get("/URI"), ""))
            if not address.startswith(SCHEME):
                continue
            file = int(address.removeprefix(SCHEME))
            target = IndirectObject(_NO_SOURCE + file, 0, reader)
            copying.stands_for(target, pages[file])
            del annotation[NameObject("/A")]
            annotation[NameObject("/Dest")] = ArrayObject([target, NameObject("/Fit")])


def _listed(found: Any) -> ArrayObject:
    found = _got(found)
    return found if isinstance(found, ArrayObject) else ArrayObject()


def _got(found: Any, otherwise: Any = None) -> Any:
    return otherwise if found is None else found.get_object()
