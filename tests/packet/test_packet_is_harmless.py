"""What a packet contains is rewritten: it shows what was sent, and does nothing, carries nothing, tells no more."""

import io
import zlib
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, StreamObject

from bot.packet.pdf.cleaning import clean_jpeg, clean_jpeg_2000
from tests.makers import made, packed
from tests.packet.desk import Desk, everything_in, keys_of

CAN_DO_SOMETHING = {
    *("/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/AF"),
    *("/RichMedia", "/RichMediaContent", "/XFA", "/AcroForm", "/URI", "/FS", "/Movie", "/Sound", "/Rendition"),
}
TELLS_SOMETHING = {"/Metadata", "/PieceInfo", "/Author", "/CreationDate", "/ModDate", "/Producer", "/Creator"}


async def test_nothing_in_it_can_do_anything_and_nothing_is_attached(desk: Desk) -> None:
    desk.keep(packed.a_pdf_full_of_mischief(), "mischief.pdf")
    packet = await desk.build()
    assert not packet.built.left_out
    (part,) = packet.parts
    # One image is named /JS by its file: it keeps its name, for it is one.
    values = [value for value in everything_in(part) if isinstance(value, DictionaryObject)]
    found = [(key, value) for value in values for key in value.keys() & (CAN_DO_SOMETHING | TELLS_SOMETHING)]
    assert [key for key, value in found if not _is_image(value.raw_get(key))] == []
    kinds = {str(value.get(key)) for value in values for key in ("/Type", "/S", "/Subtype") if key in value}
    assert not kinds & {"/Action", "/JavaScript", "/Launch", "/Filespec", "/EmbeddedFile", "/FileAttachment"}
    links = [value for value in values if value.get("/Subtype") == "/Link"]
    assert [sorted({*value} & {"/A", "/Dest"}) for value in links] == [["/Dest"]], "the line of our contents alone"
    assert b"CANARY" not in b"".join(value.get_data() for value in values if isinstance(value, StreamObject))
    assert b"CANARY" not in part


def _is_image(value: object) -> bool:
    found = value.get_object() if isinstance(value, IndirectObject) else value
    return isinstance(found, StreamObject) and found.get("/Subtype") == "/Image"


async def test_what_fields_and_notes_look_like_stays(desk: Desk) -> None:
    desk.keep(packed.a_pdf_full_of_mischief(), "mischief.pdf")
    page = (await desk.build()).reader.pages[-1]
    assert "What the page shows" in page.extract_text()
    assert page.annotations
    notes = [each.get_object() for each in page.annotations]
    assert [note["/Subtype"] for note in notes] == ["/Stamp", "/Highlight", "/Stamp"]
    assert all(isinstance(note["/AP"]["/N"].get_object(), StreamObject) for note in notes)
    assert notes[1]["/Contents"] == "A note of the doctor"
    assert b"A filled field" in notes[0]["/AP"]["/N"].get_data()
    assert b"A filled field" in notes[2]["/AP"]["/N"].get_data(), "the state that is chosen"


async def test_a_picture_does_not_tell_where_it_was_taken(desk: Desk) -> None:
    for kind in ("JPEG", "MPO", "PNG", "TIFF", "WEBP"):
        desk.keep(packed.a_photo_with_notes(6, kind), f"photo.{kind}")
    packet = await desk.build()
    assert not packet.built.left_out
    images = images_in(packet.parts[0])
    assert len(images) == 5
    for image in images:
        for telling in (b"CANARY", b"Exif", b"GPS", b"<x:xmpmeta"):
            assert telling not in image._data
            assert telling not in image.get_data()
    assert b"".join(packet.originals.values()).count(b"CANARY owner") == 5, "the originals stay as they were"


async def test_a_picture_in_a_wrapping_does_not_tell_it_either(desk: Desk) -> None:
    photo, mischief = packed.a_photo_with_notes(), packed.a_pdf_full_of_mischief()
    old = b"/Filter /DCTDecode /Metadata 16 0 R /PieceInfo << /CANARY 1 >> /Length %d >>\nstream\n%s" % (
        len(photo),
        photo,
    )
    assert old in mischief
    for armour, wrapped in {b"Flate": zlib.compress(photo), b"ASCIIHex": photo.hex().encode() + b">"}.items():
        new = b"/Filter [/%sDecode /DCTDecode] /Length %d >>\nstream\n%s" % (armour, len(wrapped), wrapped)
        desk.keep(mischief.replace(old, new), "wrapped.pdf")
    packet = await desk.build()
    assert not packet.built.left_out
    images = images_in(packet.parts[0])
    assert len(images) == 2
    for image in images:
        assert image["/Filter"] == NameObject("/DCTDecode")
        assert b"CANARY" not in image._data
        assert Image.open(io.BytesIO(image._data)).size == (300, 200)


def images_in(pdf: bytes) -> list[StreamObject]:
    streams = [value for value in everything_in(pdf) if isinstance(value, StreamObject)]
    return [value for value in streams if value.get("/Subtype") == "/Image"]


def test_a_jpegs_own_picture_is_not_touched() -> None:
    photo = packed.a_photo_with_notes()
    cleaned = clean_jpeg(photo)
    assert len(cleaned) < len(photo)
    assert Image.open(io.BytesIO(cleaned)).tobytes() == Image.open(io.BytesIO(photo)).tobytes()
    assert clean_jpeg(cleaned) == cleaned


def test_a_second_picture_behind_the_first_goes() -> None:
    assert len(clean_jpeg(made.a_photo_with_depth())) < len(made.a_photo_with_depth()) * 0.6


def test_a_progressive_jpeg_keeps_all_its_scans() -> None:
    out = io.BytesIO()
    Image.radial_gradient("L").save(out, "JPEG", progressive=True, comment=b"CANARY")
    cleaned = clean_jpeg(out.getvalue())
    assert b"CANARY" not in cleaned
    assert Image.open(io.BytesIO(cleaned)).tobytes() == Image.open(out).tobytes()


def test_a_jpeg_2000_loses_its_notes_and_keeps_its_picture() -> None:
    out = io.BytesIO()
    Image.linear_gradient("L").save(out, "JPEG2000", comment="a comment")
    data = out.getvalue()
    note = b"\x00\x00\x00\x1euuid" + b"CANARY" + bytes(16)
    cleaned = clean_jpeg_2000(data[:12] + note + data[12:])
    assert cleaned == data


@pytest.mark.parametrize(
    "odd", [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\x00\x00", b"no picture", bytes(99)]
)
def test_odd_bytes_end_in_something(odd: bytes) -> None:
    clean_jpeg(odd)
    clean_jpeg_2000(odd)


async def test_a_page_cannot_drag_other_pages_along(desk: Desk) -> None:
    desk.keep(made.a_pdf(3), "three.pdf")
    (part,) = (await desk.build()).parts
    pages = [v for v in everything_in(part) if isinstance(v, DictionaryObject) and v.get("/Type") == "/Page"]
    assert len(pages) == len(PdfReader(io.BytesIO(part)).pages) == 2 + 3


async def test_a_file_locked_against_changes_is_opened_and_its_lock_is_gone(desk: Desk) -> None:
    desk.keep(made.an_owner_locked_pdf(2), "owner.pdf")
    packet = await desk.build()
    assert not packet.reader.is_encrypted
    assert "Fictitious report about nobody" in packet.texts[-1]
    assert "/Encrypt" not in keys_of(packet.parts[0])


async def test_a_layer_that_a_reader_would_not_see_stays_hidden(desk: Desk) -> None:
    desk.keep(packed.a_pdf_with_layers(), "layers.pdf")
    reader = (await desk.build()).reader
    layers: Any = reader.root_object["/OCProperties"]
    hidden = [each.get_object()["/Name"] for each in layers["/D"]["/OFF"]]
    assert [each.get_object()["/Name"] for each in layers["/OCGs"]] == ["shown", "hidden"]
    assert hidden == ["hidden"]
