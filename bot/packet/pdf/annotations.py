"""Notes, stamps and filled-in fields on a page: what they look like stays, what they can do goes."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from bot.packet.pdf.boxes import paper_of
from bot.packet.pdf.copying import Copying
from bot.packet.pdf.note_looks import MARK, Look, can_be_written, look_of

_SHOWN = {
    *("/Widget", "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight"),
    *("/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Watermark", "/Redact"),
}
_KEPT = (
    *("/Subtype", "/Rect", "/Contents", "/C", "/CA", "/IC", "/Border", "/BS", "/QuadPoints", "/InkList", "/Vertices"),
    *("/L", "/LE", "/DS", "/Q", "/RD", "/OC", "/Name"),
)
_HIDDEN, _PRINTED, _UNTOUCHED = 2 | 32, 4, 64 | 128 | 512  # flags of ISO 32000-1, 12.5.3
_MOST = 5000


def shown_annotations(copying: Copying, page: DictionaryObject) -> bytes:
    """The page's annotations as an array of references; empty if none is shown."""
    listed = _got(page.get("/Annots"))
    if not isinstance(listed, ArrayObject):
        return b""
    numbers = []
    for each in list(listed)[:_MOST]:
        found = _got(each)
        if isinstance(found, DictionaryObject) and _got(found.get("/Subtype")) in _SHOWN:
            content = _written(copying, found, page)
            if content:
                numbers.append(copying.add(content))
    return b"[" + b" ".join(b"%d 0 R" % number for number in numbers) + b"]" if numbers else b""


def _written(copying: Copying, found: DictionaryObject, page: DictionaryObject) -> bytes:
    flags = _got(found.get("/F"))
    flags = int(flags) if isinstance(flags, int) else 0
    look = _appearance(found)
    is_field = _got(found.get("/Subtype")) == "/Widget"
    if flags & _HIDDEN or (is_field and look is None):
        return b""
    kept = [(key, found.raw_get(key)) for key in _KEPT if key in found]
    if is_field:
        # A field without its form is shown by few readers; a stamp that looks the same, by all.
        kept = [("/Subtype", NameObject("/Stamp")), *((key, value) for key, value in kept if key == "/Rect")]
    extra = b"/Type /Annot\n/F %d\n" % (flags & (_PRINTED | 8 | 16) | _UNTOUCHED | (_PRINTED if is_field else 0))
    if look is not None:
        extra += b"/AP << /N %s >>\n" % copying.value(look)
    elif ours := _look(found, page):
        kept = [(key, value) for key, value in kept if key != "/Rect"]
        frame = b" ".join(b"%.2f" % each for each in ours.frame)
        extra += b"/NM (%s)\n/Rect [%s]\n/AP << /N %d 0 R >>\n" % (MARK.encode(), frame, copying.add(ours.form))
    return copying.dictionary(kept, extra)


def _look(found: DictionaryObject, page: DictionaryObject) -> Look | None:
    """Looks for words upon a page that bring none; None where they are of other letters, or nowhere."""
    words, frame = str(_got(found.get("/Contents")) or ""), _got(found.get("/Rect"))
    if _got(found.get("/Subtype")) != "/FreeText" or not can_be_written(words):
        return None
    try:
        corners = [float(_got(each)) for each in frame or ()]
    except (TypeError, ValueError):
        return None
    paper = paper_of(page)
    sides = (paper.left, paper.bottom, paper.right, paper.top)
    return look_of(words, str(_got(found.get("/DA")) or ""), corners, sides) if len(corners) == len(sides) else None


def _appearance(found: DictionaryObject) -> Any:
    """The reference to what it looks like now; of a box to tick, in the state it is in."""
    looks = _got(found.get("/AP"))
    if not isinstance(looks, DictionaryObject) or "/N" not in looks:
        return None
    reference = looks.raw_get("/N")
    states = _got(reference)
    if isinstance(states, StreamObject):
        return reference
    state = _got(found.get("/AS")) or "/Off"
    if isinstance(states, DictionaryObject) and state in states and isinstance(_got(states[state]), StreamObject):
        return states.raw_get(state)
    return None


def _got(value: Any) -> Any:
    return value.get_object() if value is not None else None
