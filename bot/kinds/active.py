"""What a PDF wants to do besides being read: run scripts, open programs, bring other files along."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from bot.packet.pdf.actions import RUNS

_NAMED = ("/JavaScript", "/EmbeddedFiles")
_ATTACHED = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
_MOST_LINKED = 20
"""Actions may follow one another; a chain that is longer is not looked at to its end."""


def wants_to_act(reader: PdfReader) -> bool:
    """Whether a script, a launch action or an embedded file was found in it (ISO 32000-1, 7.11.4 and 12.6)."""
    try:
        return _document_acts(_dictionary(reader.trailer.get("/Root"))) or any(map(_page_acts, reader.pages))
    except Exception:  # pypdf raises anything on odd bytes
        return False


def _document_acts(root: DictionaryObject) -> bool:
    names = _dictionary(root.get("/Names"))
    if any(name in names for name in _NAMED) or _acts(root.get("/OpenAction")) or _reacts(root):
        return True
    return any(map(_reacts, _fields(root)))


def _page_acts(page: DictionaryObject) -> bool:
    if _reacts(page):
        return True
    for note in map(_dictionary, _listed(page.get("/Annots"))):
        if note.get("/Subtype") in _ATTACHED or _acts(note.get("/A")) or _reacts(note):
            return True
    return False


def _fields(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """The fields of a form; those that stand on a page are among the page's annotations."""
    form = _dictionary(root.get("/AcroForm"))
    yield from map(_dictionary, _listed(form.get("/Fields")))


def _reacts(thing: DictionaryObject) -> bool:
    """Whether something happens by itself: when it is opened, printed, closed, filled in."""
    return any(map(_acts, _dictionary(thing.get("/AA")).values()))


def _acts(action: Any) -> bool:
    for _ in range(_MOST_LINKED):
        wanted = _dictionary(action)
        if wanted.get("/S") in RUNS:
            return True
        action = wanted.get("/Next")
        if isinstance(action, ArrayObject):
            return any(_dictionary(each).get("/S") in RUNS for each in action)
    return False


def _dictionary(value: Any) -> DictionaryObject:
    value = value.get_object() if value is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _listed(value: Any) -> ArrayObject:
    value = value.get_object() if value is not None else None
    return value if isinstance(value, ArrayObject) else ArrayObject()
