"""The child's work: a layout's name and its words as JSON from standard input, the PDF to standard output."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.papers.typefaces import drawn_by, fonts, spelled, unprinted, words_in

_LAYOUTS = Path(__file__).parent
_TOO_LONG = "too long for one page"  # the layouts' own words for it


def main() -> None:
    """Typeset one page; says "too long" instead of a PDF if the words fit in no size of type.

    Letters that no typeface has come first, in a line of their own.
    """
    os.environ["RAYON_NUM_THREADS"] = "1"  # each further thread reserves memory, and one page needs none
    asked = json.loads(sys.stdin.buffer.read())
    page, letters = set_page(asked["layout"], asked["words"])
    sys.stdout.buffer.write(f"{letters}\n".encode() + (page or b"too long"))
    sys.stdout.buffer.flush()


def set_page(name: str, of: Mapping[str, Any]) -> tuple[bytes | None, str]:
    """The PDF of one page, or None if the words fit in no size of type; and the letters that stand as code points.

    Raises `typst.TypstError`.
    """
    import typst

    compiler = typst.Compiler(root=_LAYOUTS, font_paths=fonts())
    letters = unprinted("".join(words_in(of)), drawn_by(compiler))
    # Code points are long: where they do not fit, a question mark says that a letter stood there.
    for words in (spelled(of, letters), *([spelled(of, letters, "?")] if letters else [])):
        try:
            return _typeset(compiler, name, {"words": json.dumps(words)}), letters
        except typst.TypstError as error:
            if _TOO_LONG not in error.message:
                raise
    return None, letters


def _typeset(compiler: Any, name: str, inputs: dict[str, str]) -> bytes:
    import typst

    layout = _LAYOUTS / f"{name}.typ"
    try:
        pdf = compiler.compile(input=layout, sys_inputs=inputs, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        if _TOO_LONG in error.message:
            raise
        # PDF/UA forbids what it cannot be sure of; a page that claims less is still better than none.
        pdf = compiler.compile(input=layout, sys_inputs=inputs, format="pdf")
    assert isinstance(pdf, bytes), "one document"
    return pdf
