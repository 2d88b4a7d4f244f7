"""The child's work: the sheet's words as JSON from standard input, its PDF to standard output."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import PDFStandard

_LAYOUT = Path(__file__).with_name("sheet.typ")
_TOO_LONG = "the sheet is too long"  # the layout's own words for it


def main() -> None:
    """Typeset the sheet; says "too long" instead of a PDF if it fits in no size of type."""
    os.environ["RAYON_NUM_THREADS"] = "1"  # each further thread reserves memory, and one page needs none
    import typst

    words = sys.stdin.buffer.read().decode()
    try:
        try:
            pdf = _typeset(words, ["ua-1"])
        except typst.TypstError as error:
            if _TOO_LONG in error.message:
                raise
            # PDF/UA forbids a character that no font has; shown as a box it is still better than no sheet.
            pdf = _typeset(words, [])
    except typst.TypstError as error:
        if _TOO_LONG not in error.message:
            raise
        pdf = b"too long"
    sys.stdout.buffer.write(pdf)
    sys.stdout.buffer.flush()


def _typeset(words: str, standards: "list[PDFStandard]") -> bytes:
    import typst

    return typst.compile(
        _LAYOUT,
        root=_LAYOUT.parent,
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"sheet": words},
        format="pdf",
        pdf_standards=standards,
    )
