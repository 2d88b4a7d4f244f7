"""What somebody wrote upon a page stands in the packet whole, whatever its program left out."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from bot.packet.alone import pack_alone
from bot.packet.pdf.note_looks import look_of
from tests.makers import made
from tests.packet.desk import Desk

LONG = "Please look at the lymph node in the left armpit, it has hurt since March and nobody has looked at it yet"
PAPER = (0.0, 0.0, 595.0, 842.0)


def with_a_note(words: str, frame: tuple[float, float, float, float], drawing: str = "/Helv 12 Tf 0 g") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.a_printed_pdf("FICTITIOUS REPORT"))))
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/FreeText"),
            NameObject("/Rect"): ArrayObject(map(FloatObject, frame)),
            NameObject("/Contents"): TextStringObject(words),
            NameObject("/DA"): TextStringObject(drawing),
            NameObject("/F"): NumberObject(4),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def note_in(packet: bytes) -> Any:
    listed: Any = PdfReader(io.BytesIO(packet)).pages[2]["/Annots"]
    return listed[0].get_object()


@pytest.mark.parametrize("frame", [(100, 700, 220, 715), (560, 20, 570, 30), (220, 715, 100, 700)])
async def test_a_note_without_looks_stands_whole_on_its_page(desk: Desk, frame: tuple[float, ...]) -> None:
    data = with_a_note(LONG, frame)  # type: ignore[arg-type]
    assert pack_alone(data, "pdf", 60).drawn == ()
    desk.keep(data)
    note = note_in((await desk.build()).parts[0])
    assert note["/AP"]["/N"].get_object()["/Subtype"] == "/Form"
    left, bottom, right, top = map(float, note["/Rect"])
    assert 0 <= left < right <= 600
    assert 0 <= bottom < top <= 850


async def test_every_word_of_it_can_be_read_there(desk: Desk) -> None:
    desk.keep(with_a_note(LONG, (100, 700, 220, 715)))
    document = pypdfium2.PdfDocument((await desk.build()).parts[0])
    page = document[2]
    assert pypdfium2.raw.FPDFPage_Flatten(page, pypdfium2.raw.FLAT_PRINT) == pypdfium2.raw.FLATTEN_SUCCESS
    said = document[2].get_textpage().get_text_range()
    assert set(LONG.split()) <= set(said.split())


@pytest.mark.parametrize(
    "drawing", ["", "/Helv 0 Tf 1 0 0 rg", "/Helv 900 Tf", "nothing", "/F 12 Tf 0.5 0.5 0.5 0.5 k"]
)
def test_whatever_it_says_of_its_size_it_fits_its_page(drawing: str) -> None:
    look = look_of(LONG, drawing, (10, 10, 60, 20), PAPER)
    assert look.frame[1] >= 0
    assert look.frame[3] - look.frame[1] < PAPER[3]


async def test_a_note_in_other_letters_is_left_as_it_came(desk: Desk) -> None:
    data = with_a_note("ملاحظة وهمية", (100, 700, 220, 715))
    assert pack_alone(data, "pdf", 60).drawn == ()
    desk.keep(data)
    assert "/AP" not in note_in((await desk.build()).parts[0])
