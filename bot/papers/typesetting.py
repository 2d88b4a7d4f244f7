"""The child's work: a layout's name and its words as JSON from standard input, the PDF to standard output."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import PDFStandard

_LAYOUTS = Path(__file__).parent
_TOO_LONG = "too long for one page"  # the layouts' own words for it


def main() -> None:
    """Typeset one page; says "too long" instead of a PDF if the words fit in no size of type."""
    os.environ["RAYON_NUM_THREADS"] = "1"  # each further thread reserves memory, and one page needs none
    asked = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(set_page(asked["layout"], asked["words"]) or b"too long")
    sys.stdout.buffer.flush()


def set_page(name: str, of: Mapping[str, Any]) -> bytes | None:
    """The PDF of one page, or None if the words fit in no size of type. Raises `typst.TypstError`."""
    import typst

    layout, words = _LAYOUTS / f"{name}.typ", json.dumps(of)
    try:
        try:
            return _typeset(layout, words, ["ua-1"])
        except typst.TypstError as error:
            if _TOO_LONG in error.message:
                raise
            # PDF/UA forbids a character that no font has; shown as a box it is still better than no page.
            return _typeset(layout, words, [])
    except typst.TypstError as error:
        if _TOO_LONG not in error.message:
            raise
        return None


def _typeset(layout: Path, words: str, standards: "list[PDFStandard]") -> bytes:
    import typst

    return typst.compile(
        layout,
        root=_LAYOUTS,
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"words": words},
        format="pdf",
        pdf_standards=standards,
    )
