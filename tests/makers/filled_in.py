"""Makers of PDFs upon whose pages something was written, stamped or filled in (ISO 32000-1, 12.5)."""

from __future__ import annotations

import io
from typing import Literal

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.makers.made import a_printed_pdf

Note = Literal["FreeText", "Stamp", "Widget"]
_HIDDEN, _PRINTED, _LONG = 2, 4, 4096
_SIZE, _LEADING = 9, 12


def a_pdf_with_notes(
    printed: str, notes: dict[tuple[int, int], str], kind: Note = "FreeText", hidden: bool = False, drawn: bool = True
) -> bytes:
    """A page of these lines, the first at (50, 800), and upon it notes by where they stand; a form's are its fields.

    `drawn`: each brings its look; else whoever shows the form makes it.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_printed_pdf(printed))))
    font = _dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica")
    fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/Helv"): font})})
    references = ArrayObject()
    for number, ((left, base), text) in enumerate(notes.items()):
        lines = text.splitlines()
        width, height = 500, _LEADING * len(lines) + 3
        note = _dictionary(Type="/Annot", Subtype=f"/{kind}")
        box = (left, base + _LEADING - height, left + width, base + _LEADING)
        note[NameObject("/Rect")] = ArrayObject(map(FloatObject, box))
        note[NameObject("/Contents")] = note[NameObject("/V")] = TextStringObject(text)
        note[NameObject("/DA")] = TextStringObject(f"/Helv {_SIZE} Tf 0 g")
        note[NameObject("/F")] = NumberObject(_HIDDEN if hidden else _PRINTED)
        if kind == "Widget":
            note |= {NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject(f"field {number}")}
            note[NameObject("/Ff")] = NumberObject(_LONG)
        if drawn:
            look = writer._add_object(_look(lines, width, height, fonts))
            note[NameObject("/AP")] = DictionaryObject({NameObject("/N"): look})
        references.append(writer._add_object(note))
    writer.pages[0][NameObject("/Annots")] = references
    if kind == "Widget":
        form = DictionaryObject({NameObject("/Fields"): references, NameObject("/DR"): fonts})
        form[NameObject("/NeedAppearances")] = BooleanObject(not drawn)
        writer.root_object[NameObject("/AcroForm")] = form
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _look(lines: list[str], width: int, height: int, fonts: DictionaryObject) -> DecodedStreamObject:
    look = DecodedStreamObject()
    said = b"".join(b"(%s) Tj T* " % line.replace("(", r"\(").replace(")", r"\)").encode("cp1252") for line in lines)
    look.set_data(b"BT /Helv %d Tf %d TL 0 %d Td %sET" % (_SIZE, _LEADING, height - _LEADING, said))
    look.update(_dictionary(Type="/XObject", Subtype="/Form"))
    look[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, width, height)))
    look[NameObject("/Resources")] = fonts
    return look


def _dictionary(**names: str) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): NameObject(value) for name, value in names.items()})
