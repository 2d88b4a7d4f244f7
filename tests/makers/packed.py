"""Files that a packet has to tame: with notes about a place, with scripts, with layers, of any size."""

from __future__ import annotations

import random

from PIL import Image

from tests.makers.made import assembled, saved


def a_photo_with_notes(orientation: int = 1, kind: str = "JPEG", size: tuple[int, int] = (300, 200)) -> bytes:
    """A picture, red at its top left, in which the camera noted place, owner and how it was held."""
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    notes = Image.Exif()
    notes[0x0112], notes[0x010E] = orientation, "CANARY owner"
    notes.get_ifd(0x8825).update({1: "N", 2: (48.0, 12.0, 30.0), 29: "CANARY place"})
    return saved(picture, kind, exif=notes, quality=90)


def a_pdf_full_of_mischief() -> bytes:
    """A PDF that runs, opens, sends, attaches and tells whatever a PDF can; and shows a page, a field and a note."""
    script = b"<< /S /JavaScript /JS (CANARY script) >>"
    launch = b"<< /Type /Action /S /Launch /Win << /F (CANARY.exe) >> /F (CANARY.exe) >>"
    look = b"<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 7 0 R >> >> /Length %d >>"
    field, note = b"BT /F1 12 Tf 2 5 Td (A filled field) Tj ET", b"0.9 0.9 0 rg 0 0 100 20 re f"
    photo = a_photo_with_notes()
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /AA << /O %s >> /Metadata 16 0 R "
        b"/PieceInfo << /X << /Private (CANARY piece) >> >> /Annots [8 0 R 9 0 R 10 0 R 11 0 R 12 0 R 20 0 R] "
        b"/Resources << /Font << /F1 7 0 R >> /XObject << /JS 15 0 R >> /Odd << /JS (CANARY odd) >> "
        b"/Properties << /P %s >> >> >>"
    ) % (script, launch)
    drawing = b"BT /F1 14 Tf 60 760 Td (What the page shows) Tj ET q 200 0 0 150 60 500 cm /JS Do Q"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction 3 0 R /Names << /JavaScript << /Names [(a) 3 0 R] >> "
        b"/EmbeddedFiles << /Names [(CANARY.exe) 13 0 R] >> >> /AcroForm << /XFA 16 0 R /Fields [10 0 R] >> "
        b"/AA << /WC 3 0 R >> /AF [13 0 R] /Metadata 16 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
        script,
        launch,
        page,
        _stream_of(drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A 4 0 R /PA << /S /URI /URI (http://CANARY) >> >>",
        b"<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 13 0 R /AP << /N 18 0 R >> >>",
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /V (A filled field) /Rect [60 700 160 720] /A 3 0 R "
        b"/AA << /K 3 0 R >> /AP << /N 18 0 R >> /MK << /CA (x) >> /P 5 0 R >>",
        b"<< /Type /Annot /Subtype /Highlight /Rect [60 750 160 770] /QuadPoints [60 770 160 770 60 750 160 750] "
        b"/AP << /N 19 0 R >> /Contents (A note of the doctor) /A 4 0 R /Popup 12 0 R /IRT 9 0 R >>",
        b"<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /AP << /N 18 0 R >> "
        b"/RichMediaContent << /Assets 13 0 R >> >>",
        b"<< /Type /Filespec /F (CANARY.exe) /EF << /F 14 0 R >> >>",
        _stream_of(b"CANARY attached", b"/Type /EmbeddedFile"),
        _stream_of(
            photo,
            b"/Type /XObject /Subtype /Image /Width 300 /Height 200 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
            b"/Filter /DCTDecode /Metadata 16 0 R /PieceInfo << /CANARY 1 >>",
        ),
        _stream_of(b"<x:xmpmeta>CANARY metadata</x:xmpmeta>", b"/Type /Metadata /Subtype /XML"),
        b"<< /Author (CANARY author) /Title (CANARY title) >>",
        look % len(field) + b"\nstream\n" + field + b"\nendstream",
        look % len(note) + b"\nstream\n" + note + b"\nendstream",
        b"<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [200 700 300 720] /AS /A "
        b"/AP << /N << /A 18 0 R /Off 19 0 R >> >> >>",
    ]
    return assembled(objects, b"/Info 17 0 R")


def a_pdf_with_layers() -> bytes:
    """A PDF with two optional layers, one of which is not shown."""
    drawing = b"/OC /A BDC BT /F1 14 Tf 60 700 Td (seen) Tj ET EMC /OC /B BDC BT /F1 14 Tf 60 600 Td (unseen) Tj ET EMC"
    layers = b"<< /OCGs [5 0 R 6 0 R] /D << /OFF [6 0 R] /Order [] >> >>"
    fonts = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R /OCProperties %s >>" % layers,
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << %s /Properties << /A 5 0 R /B 6 0 R >> >> >>" % fonts,
            _stream_of(drawing),
            b"<< /Type /OCG /Name (shown) >>",
            b"<< /Type /OCG /Name (hidden) >>",
        ]
    )


def _stream_of(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def a_pdf_of_size(megabytes: float, pages: int = 1) -> bytes:
    """A PDF whose pages show noise that nothing can pack: a scan of that size."""
    side = int((megabytes * 1_000_000 / pages) ** 0.5)
    drawing = b"q 500 0 0 700 40 60 cm /I Do Q"
    kids = b" ".join(b"%d 0 R" % (3 + 2 * number) for number in range(pages))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids)]
    size = b"/Width %d /Height %d" % (side, side)
    image = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 " + size
    for number in range(pages):
        show = b"/Resources << /XObject << /I %d 0 R >> >> /Contents %d 0 R" % (4 + 2 * number, 3 + 2 * pages)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s >>" % show)
        objects.append(_stream_of(random.Random(number).randbytes(side * side), image))
    return assembled([*objects, _stream_of(drawing)])
