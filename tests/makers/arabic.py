"""Arabic pages as programs print them: each letter drawn where an eye wants it, in whatever order a program likes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

from tests.makers.made import assembled

Way = Literal["letters", "spans", "forms", "layer", "words"]
"""How it is drawn: letter by letter from the left; so, each with the text it stands for beside it (Chrome); as shapes
of letters (older programs); in the order of reading, as the words below a scan are; a word at a time (Word)."""
_SIZE, _WIDE, _SPACE, _RIGHT, _SECOND = 12, 0.5, 0.3, 540.0, 280.0
_FORMS = {unicodedata.normalize("NFKC", chr(each)): chr(each) for each in range(0xFE8D, 0xFEF5)}


def an_arabic_pdf(lines: Sequence[str], way: Way = "spans") -> bytes:
    """A page of such lines from the right, cells of a line parted by a bar; two bars part it into two columns."""
    signs = sorted({sign for line in lines for sign in line})
    codes = {sign: 33 + place for place, sign in enumerate(signs)}
    drawn = "\n".join(_line(line, 760.0 - 26 * number, codes, way) for number, line in enumerate(lines))
    drawing = f"BT /F1 {_SIZE} Tf {drawn} ET".encode("ascii")
    told = [
        f"<{code:02x}> <{(_FORMS.get(sign, sign) if way == 'forms' else sign).encode('utf-16-be').hex()}>"
        for sign, code in codes.items()
    ]
    wide = " ".join(str(int(1000 * (_SPACE if sign == " " else _WIDE))) for sign in signs)
    shapes = " ".join("/space" if sign == " " else "/letter" for sign in signs)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(told)} beginbfchar {' '.join(told)} endbfchar endcmap end end"
    ).encode("ascii")
    last = 32 + len(signs)
    font = (
        "<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 500 600] /FirstChar 33 "
        f"/LastChar {last} /Widths [{wide}] /Encoding << /Type /Encoding /Differences [33 {shapes}] >> "
        "/CharProcs << /letter 7 0 R /space 8 0 R >> /Resources << >> /ToUnicode 6 0 R >>"
    ).encode("ascii")
    letter, space = b"500 0 0 0 500 600 d1 10 0 480 600 re f", b"300 0 0 0 0 0 d1"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>",
            b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
            font,
            *(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(each), each) for each in (cmap, letter, space)),
        ]
    )


def _line(line: str, y: float, codes: dict[str, int], way: Way) -> str:
    pieces: list[tuple[float, str]] = []
    edge = _RIGHT
    for cell in line.replace("||", "|#").split("|"):
        edge = _SECOND if cell.startswith("#") else edge
        for number, word in enumerate(cell.strip("#").split()):
            if number:
                edge -= _SIZE * _SPACE
                pieces.append((edge, " "))
            wide = _SIZE * _WIDE * len(word)
            edge -= wide
            is_arabic = any("\u0621" <= letter <= "\u064a" for letter in word)
            letters = word if way == "layer" or not is_arabic else word[::-1]
            if way in ("layer", "words"):
                pieces.append((edge, letters))
            else:
                pieces += [(edge + _SIZE * _WIDE * place, letter) for place, letter in enumerate(letters)]
        edge -= 3 * _SIZE
    order = pieces if way == "layer" else sorted(pieces)
    return " ".join(_drawn(x, y, text, codes, way) for x, text in order)


def _drawn(x: float, y: float, text: str, codes: dict[str, int], way: Way) -> str:
    shown = f"1 0 0 1 {x:.2f} {y:.2f} Tm <{''.join(f'{codes[sign]:02x}' for sign in text)}> Tj"
    if way != "spans" or text == " ":
        return shown
    return f"/Span << /ActualText <feff{text.encode('utf-16-be').hex()}> >> BDC {shown} EMC"
