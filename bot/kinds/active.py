"""What a PDF wants to do besides being read: run scripts, open programs, bring other files along, be a form."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from bot.packet.pdf.actions import RUNS

_PLAYED = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
_MOST_LINKED = 20
"""Actions may follow one another; a chain that is longer is not looked at to its end."""


def wants_to_act(reader: PdfReader) -> bool:
    """Whether a script, a launch action or something to be played was found in it (ISO 32000-1, 12.6 and 13)."""
    try:
        return _document_acts(_root(reader)) or any(map(_page_acts, reader.pages))
    except Exception:  # pypdf raises anything on odd bytes
        return False


def brings_files(reader: PdfReader) -> bool:
    """Whether other files lie in it (7.11.4), on one of its pages or beside them."""
    try:
        notes = (note for page in reader.pages for note in map(_dictionary, _listed(page.get("/Annots"))))
        is_on_a_page = any(note.get("/Subtype") == "/FileAttachment" for note in notes)
        return is_on_a_page or bool(_dictionary(_names(reader).get("/EmbeddedFiles")))
    except Exception:
        return False


def is_portfolio(reader: PdfReader) -> bool:
    """Whether it is made to hold other files (12.3.5)."""
    try:
        return "/Collection" in _root(reader) and bool(_dictionary(_names(reader).get("/EmbeddedFiles")))
    except Exception:
        return False


def needs_its_reader(reader: PdfReader) -> bool:
    """Whether its pages are made by a program while it is open (XFA, 12.7.8): what it has as a page says to wait."""
    try:
        form = _dictionary(_root(reader).get("/AcroForm"))
        is_made = bool(_root(reader).get("/NeedsRendering")) or not _listed(form.get("/Fields"))
        return "/XFA" in form and is_made
    except Exception:
        return False


def _root(reader: PdfReader) -> DictionaryObject:
    return _dictionary(reader.trailer.get("/Root"))


def _names(reader: PdfReader) -> DictionaryObject:
    return _dictionary(_root(reader).get("/Names"))


def _document_acts(root: DictionaryObject) -> bool:
    if "/JavaScript" in _dictionary(root.get("/Names")) or _acts(root.get("/OpenAction")) or _reacts(root):
        return True
    return any(map(_reacts, _fields(root)))


def _page_acts(page: DictionaryObject) -> bool:
    if _reacts(page):
        return True
    for note in map(_dictionary, _listed(page.get("/Annots"))):
        if note.get("/Subtype") in _PLAYED or _acts(note.get("/A")) or _reacts(note):
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
