"""Optional layers of a PDF: what is hidden in the file is hidden in the packet (ISO 32000-1, 8.11.4)."""

from __future__ import annotations

from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject


def hidden_layers(reader: PdfReader) -> frozenset[tuple[int, int]]:
    """The optional layers that a reader of the file would not see."""
    properties = reader.root_object.get("/OCProperties")
    properties = properties.get_object() if properties is not None else None
    usual = properties.get("/D") if isinstance(properties, DictionaryObject) else None
    usual = usual.get_object() if usual is not None else None
    if not isinstance(usual, DictionaryObject) or not isinstance(properties, DictionaryObject):
        return frozenset()
    shown, hidden = _references(usual.get("/ON")), _references(usual.get("/OFF"))
    everything = _references(properties.get("/OCGs")) if usual.get("/BaseState") == "/OFF" else frozenset()
    return (everything - shown) | hidden


def _references(value: Any) -> frozenset[tuple[int, int]]:
    value = value.get_object() if value is not None else None
    listed = list(value) if isinstance(value, ArrayObject) else []
    return frozenset((each.idnum, each.generation) for each in listed if isinstance(each, IndirectObject))
