"""What was filled into the forms of a PDF, stamped on its pages or written upon them (ISO 32000-1, 12.5) is print, too.

pdfium draws it and leaves it out of a page's text. And a form has all of its labels before all that was filled in:
where something was, a page is read by where its letters stand.
"""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

from bot.kinds.columns import by_columns
from bot.kinds.right_to_left import cells_of
from bot.kinds.where_letters_stand import MOST_LETTERS, letters_of, rows_of

_MOST_NOTES = 2_000
_WITHOUT_PRINT = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)


def page_as_printed(document: pdfium.PdfDocument, number: int) -> tuple[pdfium.PdfPage, str]:
    """A page, counted from 0, with all that is shown upon it, and its text as pdfium or an eye has it.

    The document's forms have to be made ready first (`init_forms`).
    """
    page = document[number]
    text = page.get_textpage()
    if not _has_notes(page):
        return page, _told(text)
    before = text.count_chars()
    if raw.FPDFPage_Flatten(page, raw.FLAT_PRINT) != raw.FLATTEN_SUCCESS:
        return page, _told(text)
    text.close()
    page.close()
    page = document[number]
    text = page.get_textpage()
    is_filled = before < text.count_chars() <= MOST_LETTERS and not page.get_rotation()
    return page, _as_it_stands(text) if is_filled else _told(text)


def _has_notes(page: pdfium.PdfPage) -> bool:
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, number)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in _WITHOUT_PRINT:
            return True
    return False


def _told(text: pdfium.PdfTextPage) -> str:
    told: str = text.get_text_range()
    return told.replace("\r\n", "\n")


def _as_it_stands(text: pdfium.PdfTextPage) -> str:
    rows = [list(cells_of(row, spaced=True)) for row in rows_of(letters_of(text), ())]
    lines = (["".join(letter.text for letter in cell) for cell in row] for row in by_columns(rows, from_right=False))
    return "\n".join("  ".join(" ".join(cell.split()) for cell in line) for line in lines)
