"""Makers of the files a patient may send: all fictitious, all made here, good ones and bad ones."""

import base64
import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

FICTITIOUS = "Fictitious report about nobody, made for a test"
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\()"})

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


def a_printed_pdf(text: str) -> bytes:
    """A PDF of one page with these lines, as a program prints a report."""
    catalogue, pages, font, page, _ = page_objects([""])
    lines = [line.translate(_ESCAPED).encode("cp1252", "replace") for line in text.splitlines()]
    drawing = b"BT /F1 9 Tf 12 TL 50 800 Td " + b"".join(b"(%s) Tj T* " % line for line in lines) + b"ET"
    return assembled(
        [catalogue, pages, font, page, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing)]
    )


def a_locked_pdf(pages: int = 1) -> bytes:
    """A PDF that asks for a password."""
    return _encrypted(a_pdf(pages), user_password="a secret", owner_password="another")


def a_pdf_locked_by(password: str) -> bytes:
    """A PDF that asks for this password."""
    return _encrypted(a_pdf(), user_password=password, owner_password="another")


def an_owner_locked_pdf(pages: int = 1) -> bytes:
    """A PDF that anyone may open, and only its owner may change."""
    return _encrypted(a_pdf(pages), user_password="", owner_password="a secret")


def a_pdf_locked_by_certificate() -> bytes:
    """A PDF whose lock is none of passwords."""
    return assembled(page_objects([FICTITIOUS]), b"/Encrypt << /Filter /Adobe.PubSec /V 4 >> /ID [<00> <00>]")


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
    return assembled(page_objects([FICTITIOUS, FICTITIOUS])[:-1])


def a_pdf_with_junk_before() -> bytes:
    """A PDF after 900 bytes of something else, which readers take."""
    return b"\n" * 900 + a_pdf()


def a_photo(width: int = 640, height: int = 480) -> bytes:
    """A JPEG, as a telephone's camera makes it."""
    return saved(Image.radial_gradient("L").resize((width, height)).convert("RGB"), "JPEG", quality=80)


def a_photo_of_a_page(width: int = 620, height: int = 877) -> bytes:
    """A JPEG of a printed page, for pictures that people look at."""
    page = Image.new("RGB", (width, height), "#f7f5ef")
    draw = ImageDraw.Draw(page)
    draw.text((60, 60), FICTITIOUS, fill="#333333", font_size=24)
    for line in range(24):
        length = width - 120 if line % 6 else width // 3
        draw.rectangle((60, 130 + 28 * line, 60 + length, 138 + 28 * line), fill="#c9c6bd")
    return saved(page, "JPEG", quality=80)


def a_photo_with_depth() -> bytes:
    """A JPEG with a second picture behind the first, as some telephones make it (MPO)."""
    first, second = (Image.radial_gradient("L").convert("RGB") for _ in range(2))
    return saved(first, "MPO", save_all=True, append_images=[second])


def a_png(width: int = 640, height: int = 480) -> bytes:
    """A PNG, as a screenshot is."""
    return saved(Image.linear_gradient("L").resize((width, height)), "PNG")


def a_heic() -> bytes:
    """A HEIC, as newer telephones make it."""
    return _HEIC


def a_tiff(pages: int = 1, compression: str = "tiff_lzw") -> bytes:
    """A TIFF, as a scanner or a fax makes it."""
    sheets = [Image.linear_gradient("L").resize((60, 80))] * pages
    return saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:], compression=compression)


def a_word_file(text: str = FICTITIOUS, more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """A Word document: an archive of XML."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()}
    return zipped({**parts, **more})


def a_letter_in_word(paragraphs: list[str]) -> bytes:
    """A Word document with these paragraphs, as a word processor writes it."""
    return a_word_file("\n".join(paragraphs))


def an_avif() -> bytes:
    """A picture in the same container as HEIC, as newer telephones and web pages save it."""
    return saved(Image.linear_gradient("L"), "AVIF")


def a_gif(pictures: int = 1) -> bytes:
    """A picture of few colours, or several that are shown one after the other."""
    first, *others = [Image.linear_gradient("L").rotate(90 * number).convert("P") for number in range(pictures)]
    return saved(first, "GIF", save_all=True, append_images=others)


def a_bmp() -> bytes:
    """A picture as the accessories of Windows saved them."""
    return saved(Image.linear_gradient("L").convert("RGB"), "BMP")


def a_jpeg_2000() -> bytes:
    """A picture as archives of scans keep it."""
    return saved(Image.linear_gradient("L"), "JPEG2000")


def a_webp() -> bytes:
    """A WebP, as some telephones and web pages save pictures."""
    return saved(Image.linear_gradient("L"), "WEBP")


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def a_full_word_file() -> bytes:
    """A report with a sign of a picture font, a head, a change that was tracked, and a picture."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Closest margin </w:t></w:r><w:r><w:sym w:font='Symbol' w:char='F0A3'/>"
        "</w:r><w:r><w:t xml:space='preserve'> 1 mm, 50 </w:t></w:r><w:r><w:sym w:font='Symbol' w:char='F06D'/></w:r>"
        "<w:r><w:t>g</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:drawing><a:blip r:embed='rId4'/></w:drawing></w:r></w:p>"
    )
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    return a_word_file(
        more={
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>".encode(),
            "word/header1.xml": f"<w:hdr {names}><w:p><w:r><w:t>Born 1961-03-14</w:t></w:r></w:p></w:hdr>".encode(),
            "word/_rels/document.xml.rels": (
                f"<Relationships><Relationship Id='rId4' Type='{image}' Target='media/image1.png'/></Relationships>"
            ).encode(),
            "word/media/image1.png": a_png(),
        }
    )


def _encrypted(pdf: bytes, user_password: str, owner_password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(user_password, owner_password, algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _pdf_of(lines: list[str]) -> bytes:
    return assembled(page_objects(lines))


def page_objects(lines: list[str]) -> list[bytes]:
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


def assembled(objects: list[bytes], more: bytes = b"") -> bytes:
    """Objects numbered from 1, the first of them the catalogue, with a table of where they lie (ISO 32000-1, 7.5.4)."""
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number + 1, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, len(file))
    return bytes(file) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end
