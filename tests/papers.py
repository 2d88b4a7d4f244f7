"""Makers of the files a patient may send: all fictitious, all made here, good ones and bad ones."""

import base64
import io
import random
import struct
import zipfile
import zlib

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

FICTITIOUS = "Fictitious report about nobody, made for a test"

# Nothing we install encodes HEVC, so this picture (64 x 64, a grey bar on white) was encoded once, elsewhere.
_HEIC = base64.b64decode(
    b"AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    b"ACJpbG9jAAAAAERAAAEAAQAAAAABegABAAAAAAAAAC0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    b"AAAAAAABAAAA1mlwcnAAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    b"AAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABNjb2xy"
    b"bmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAADVt"
    b"ZGF0AAAAKSgBrxmAGIopjW+pWft/uEWOuVaiEYb4boM3pkpedqhwzpT3sXfCKCbg"
)


def a_pdf(pages: int = 1) -> bytes:
    """A clean PDF with a line of text on every page."""
    return _pdf_of([f"{FICTITIOUS}, page {number + 1}" for number in range(pages)])


def a_locked_pdf(pages: int = 1) -> bytes:
    """A PDF that asks for a password."""
    return _encrypted(a_pdf(pages), user_password="a secret", owner_password="another")


def an_owner_locked_pdf(pages: int = 1) -> bytes:
    """A PDF that anyone may open, and only its owner may change."""
    return _encrypted(a_pdf(pages), user_password="", owner_password="a secret")


def a_pdf_locked_by_certificate() -> bytes:
    """A PDF whose lock is none of passwords."""
    return _assembled(_page_objects([FICTITIOUS]), b"/Encrypt << /Filter /Adobe.PubSec /V 4 >> /ID [<00> <00>]")


def a_broken_pdf() -> bytes:
    """A PDF in name only."""
    return b"%PDF-1.7\n" + bytes(range(256)) * 8


def a_pdf_without_pages() -> bytes:
    """A PDF that is whole and has nothing to show."""
    return _pdf_of([])


def a_cut_pdf() -> bytes:
    """A PDF of which only the first half arrived."""
    whole = a_pdf(pages=40)
    return whole[: len(whole) // 2]


def a_pdf_that_lost_a_page() -> bytes:
    """A PDF that lists two pages and holds what is on one."""
    return _assembled(_page_objects([FICTITIOUS, FICTITIOUS])[:-1])


def a_pdf_with_junk_before() -> bytes:
    """A PDF after 900 bytes of something else, which readers take."""
    return b"\n" * 900 + a_pdf()


def a_pdf_with_a_looping_tree() -> bytes:
    """A PDF whose page tree contains itself."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R 3 0 R] >>"]
    return _assembled([*objects, b"<< /Type /Pages /Parent 2 0 R /Count 5 /Kids [2 0 R] >>"])


def a_pdf_with_a_deep_tree(depth: int = 5000) -> bytes:
    """A PDF whose page lies below thousands of branches."""
    branches = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (number + 3) for number in range(depth)]
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", *branches, b"<< /Type /Page >>"])


def a_pdf_of_brackets(depth: int = 200_000) -> bytes:
    """A PDF with one value nested deeper than any parser should follow."""
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * depth + b"]" * depth])


def a_pdf_that_swells(size: int = 4 << 30) -> bytes:
    """A PDF of a few megabytes whose table of contents unpacks to gigabytes; it must be unpacked to find any page."""
    packed = _zeros_packed(size)
    stream = b"<< /Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length %d >>" % len(packed)
    body = b"%PDF-1.7\n1 0 obj\n" + stream + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    return body + b"startxref\n9\n%%EOF\n"


def a_pdf_with_a_swelling_page(size: int = 4 << 30) -> bytes:
    """A PDF whose one page unpacks to gigabytes."""
    packed = _zeros_packed(size)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    objects = _page_objects([FICTITIOUS])
    return _assembled([*objects[:4], stream])


def a_photo(width: int = 640, height: int = 480) -> bytes:
    """A JPEG, as a telephone's camera makes it."""
    return _saved(Image.radial_gradient("L").resize((width, height)).convert("RGB"), "JPEG", quality=80)


def a_photo_with_notes(orientation: int = 1, kind: str = "JPEG", size: tuple[int, int] = (300, 200)) -> bytes:
    """A picture, red at its top left, in which the camera noted place, owner and how it was held."""
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    notes = Image.Exif()
    notes[0x0112], notes[0x010E] = orientation, "CANARY owner"
    notes.get_ifd(0x8825).update({1: "N", 2: (48.0, 12.0, 30.0), 29: "CANARY place"})
    return _saved(picture, kind, exif=notes, quality=90)


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
    return _assembled(objects, b"/Info 17 0 R")


def a_pdf_with_layers() -> bytes:
    """A PDF with two optional layers, one of which is not shown."""
    drawing = b"/OC /A BDC BT /F1 14 Tf 60 700 Td (seen) Tj ET EMC /OC /B BDC BT /F1 14 Tf 60 600 Td (unseen) Tj ET EMC"
    layers = b"<< /OCGs [5 0 R 6 0 R] /D << /OFF [6 0 R] /Order [] >> >>"
    fonts = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return _assembled(
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
    return _assembled([*objects, _stream_of(drawing)])


def a_photo_of_a_page(width: int = 620, height: int = 877) -> bytes:
    """A JPEG of a printed page, for pictures that people look at."""
    page = Image.new("RGB", (width, height), "#f7f5ef")
    draw = ImageDraw.Draw(page)
    draw.text((60, 60), FICTITIOUS, fill="#333333", font_size=24)
    for line in range(24):
        length = width - 120 if line % 6 else width // 3
        draw.rectangle((60, 130 + 28 * line, 60 + length, 138 + 28 * line), fill="#c9c6bd")
    return _saved(page, "JPEG", quality=80)


def a_photo_with_depth() -> bytes:
    """A JPEG with a second picture behind the first, as some telephones make it (MPO)."""
    first, second = (Image.radial_gradient("L").convert("RGB") for _ in range(2))
    return _saved(first, "MPO", save_all=True, append_images=[second])


def a_png(width: int = 640, height: int = 480) -> bytes:
    """A PNG, as a screenshot is."""
    return _saved(Image.linear_gradient("L").resize((width, height)), "PNG")


def a_heic() -> bytes:
    """A HEIC, as newer telephones make it."""
    return _HEIC


def a_tiff(pages: int = 1, compression: str = "tiff_lzw") -> bytes:
    """A TIFF, as a scanner or a fax makes it."""
    sheets = [Image.linear_gradient("L").resize((60, 80)) for _ in range(pages)]
    return _saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:], compression=compression)


def a_looping_tiff() -> bytes:
    """A TIFF whose last page points back to its first."""
    data = bytearray(a_tiff(pages=1))
    (first,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, first)
    struct.pack_into("<I", data, first + 2 + 12 * entries, first)
    return bytes(data)


def a_pixel_bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few bytes that claims billions of pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _png_chunk(b"IHDR", header) + _png_chunk(b"IDAT", b"x") + _png_chunk(b"IEND", b"")


def a_large_picture(side: int = 9_900) -> bytes:
    """A PNG just under the pixel limit, which really decodes."""
    rows = zlib.compress(bytes((1 + 3 * side) * side), 1)
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _png_chunk(b"IHDR", header) + _png_chunk(b"IDAT", rows) + _png_chunk(b"IEND", b"")


def a_word_file() -> bytes:
    """A Word document: an archive of XML."""
    return _zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": FICTITIOUS.encode()})


def a_letter_in_word(paragraphs: list[str]) -> bytes:
    """A Word document with these paragraphs, as a word processor writes it."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    document = f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
    return _zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})


def a_zip_bomb() -> bytes:
    """An archive that unpacks to a thousand times its size."""
    return _zipped({"zeros": bytes(20 << 20)})


def an_archive_that_holds_a_pdf() -> bytes:
    """An archive with a PDF stored as it is, so that a PDF's header lies in its first kilobyte."""
    return _zipped({"report.pdf": a_pdf()}, zipfile.ZIP_STORED)


def a_photo_that_is_a_pdf_too() -> bytes:
    """A JPEG with a whole PDF in its comment."""
    photo, hidden = a_photo(), a_pdf()
    return photo[:2] + b"\xff\xfe" + struct.pack(">H", len(hidden) + 2) + hidden + photo[2:]


def a_pdf_with_an_archive_behind() -> bytes:
    """A PDF followed by an archive: each kind of reader sees its own."""
    return a_pdf() + a_word_file()


def an_avif() -> bytes:
    """A picture in the same container as HEIC, of a kind we do not keep."""
    return _saved(Image.linear_gradient("L"), "AVIF")


def a_webp() -> bytes:
    """A WebP, a kind we do not keep."""
    return _saved(Image.linear_gradient("L"), "WEBP")


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def _encrypted(pdf: bytes, **passwords: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(**passwords, algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _pdf_of(lines: list[str]) -> bytes:
    return _assembled(_page_objects(lines))


def _page_objects(lines: list[str]) -> list[bytes]:
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(lines)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 595 842] >>" % (len(lines), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, line in enumerate(lines):
        drawing = b"BT /F1 14 Tf 60 760 Td (%s) Tj ET" % line.encode("latin-1")
        fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (fonts, 5 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
    return objects


def _assembled(objects: list[bytes], more: bytes = b"") -> bytes:
    """Objects numbered from 1, the first of them the catalogue, with a table of where they lie (ISO 32000-1, 7.5.4)."""
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number + 1, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, len(file))
    return bytes(file) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def _zeros_packed(size: int, piece: int = 16 << 20) -> bytes:
    """So many zeros, packed by zlib; one packed piece is repeated, as packing gigabytes would take seconds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(bytes(piece)) + packer.flush(zlib.Z_FULL_FLUSH)
    total = size // piece * piece
    # RFC 1950: the check of n zeros is n mod 65521 in its upper half and 1 in its lower half.
    return b"\x78\xda" + packed * (size // piece) + b"\x03\x00" + struct.pack(">I", (total % 65521) << 16 | 1)


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
