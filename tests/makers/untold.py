"""Makers of PDFs whose fonts do not say which letters their shapes are, or say it wrongly."""

from __future__ import annotations

from typing import Literal

from tests.makers.made import a_printed_pdf, assembled

How = Literal["in order", "right codes", "private"]
"""By which number a font knows its letters: in the order in which they were first used, as many a program writes them;
by the usual ones (TeX); and a map that tells letters which stand for nothing."""


def a_pdf_of_untold_letters(lines: str, how: How = "in order", head: str = "") -> bytes:
    """A page whose font has no Unicode map and names its shapes as nobody else does; a head in a usual font above."""
    signs = list(dict.fromkeys(lines.replace("\n", "")))
    codes = {sign: 33 + place if how == "in order" else ord(sign) for place, sign in enumerate(signs)}
    drawn = "".join(_drawn(line, codes) for line in lines.splitlines())
    names = " ".join(f"{code} /g{code}" for code in sorted(codes.values()))
    above = "".join(f"({line}) Tj T* " for line in head.splitlines())
    drawing = f"BT /F2 9 Tf 12 TL 50 820 Td {above} /F1 9 Tf {drawn} ET".encode("cp1252")
    first, last = min(codes.values()), max(codes.values())
    font = (
        "<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 500 600] "
        f"/FirstChar {first} /LastChar {last} /Widths [{'500 ' * (last - first + 1)}] "
        f"/Encoding << /Type /Encoding /Differences [{names}] >> "
        f"/CharProcs << {' '.join(f'/g{code} 7 0 R' for code in codes.values())} >> /Resources << >> >>"
    ).encode("ascii")
    if how == "private":
        font = font.removesuffix(b">>") + b"/ToUnicode 8 0 R >>"
    pairs = " ".join(f"<{code:02x}> <e0{code:02x}>" for code in codes.values())
    told = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(codes)} beginbfchar {pairs} endbfchar endcmap end end"
    ).encode("ascii")
    letter = b"500 0 0 0 500 600 d1 10 0 480 600 re f"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>",
            b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> /Contents 4 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
            font,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(letter), letter),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(told), told),
        ]
    )


def a_pdf_of_shifted_letters(text: str, by: int = 29) -> bytes:
    """A page whose font says of each letter that it is another one, by so many places: shapes are counted so."""
    return a_printed_pdf("".join(chr(max(33, ord(each) - by)) if each > " " else each for each in text))


def _drawn(line: str, codes: dict[str, int]) -> str:
    return f"<{''.join(f'{codes[each]:02x}' for each in line)}> Tj T* "
