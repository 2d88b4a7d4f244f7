"""Makers of files that mean harm, or are two things at once: bombs, loops, polyglots. All made here."""

import struct
import zipfile
import zlib

from tests.makers.made import FICTITIOUS, a_pdf, a_photo, a_tiff, a_word_file, assembled, page_objects, zipped


def a_pdf_with_a_looping_tree() -> bytes:
    """A PDF whose page tree contains itself."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R 3 0 R] >>"]
    return assembled([*objects, b"<< /Type /Pages /Parent 2 0 R /Count 5 /Kids [2 0 R] >>"])


def a_pdf_with_a_deep_tree(depth: int = 5000) -> bytes:
    """A PDF whose page lies below thousands of branches."""
    branches = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (number + 3) for number in range(depth)]
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", *branches, b"<< /Type /Page >>"])


def a_pdf_of_brackets(depth: int = 200_000) -> bytes:
    """A PDF with one value nested deeper than any parser should follow."""
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * depth + b"]" * depth])


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
    objects = page_objects([FICTITIOUS])
    return assembled([*objects[:4], stream])


def a_pdf_of_heavy_pages(pages: int = 50, width: int = 6000, height: int = 8000) -> bytes:
    """A PDF of a few kilobytes, each of whose pages takes a second to draw."""
    packed = zlib.compress(bytes(3 * width * height), 1)
    image = b"<< /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB" % (width, height)
    image += b" /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    objects = page_objects([""] * pages)
    drawing = b"q 595 0 0 842 0 0 cm /I Do Q"
    for number in range(pages):
        objects[3 + 2 * number] = objects[3 + 2 * number].replace(
            b"/Font", b"/XObject << /I %d 0 R >> /Font" % (len(objects) + 1), 1
        )
        objects[4 + 2 * number] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing)
    return assembled([*objects, image])


def a_tiff_of_many(pages: int) -> bytes:
    """A TIFF of very many pages of one dot each."""
    tags = ((256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 1), (279, 1))
    page = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    ends = [10 + (number + 1) * (len(page) + 4) for number in range(pages - 1)]
    return b"II*\0" + struct.pack("<I", 10) + bytes(2) + b"".join(page + struct.pack("<I", end) for end in (*ends, 0))


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


def a_zip_bomb() -> bytes:
    """An archive that unpacks to a thousand times its size."""
    return zipped({"zeros": bytes(20 << 20)})


def an_archive_that_holds_a_pdf() -> bytes:
    """An archive with a PDF stored as it is, so that a PDF's header lies in its first kilobyte."""
    return zipped({"report.pdf": a_pdf()}, zipfile.ZIP_STORED)


def a_photo_that_is_a_pdf_too() -> bytes:
    """A JPEG with a whole PDF in its comment."""
    photo, hidden = a_photo(), a_pdf()
    return photo[:2] + b"\xff\xfe" + struct.pack(">H", len(hidden) + 2) + hidden + photo[2:]


def a_pdf_with_an_archive_behind() -> bytes:
    """A PDF followed by an archive: each kind of reader sees its own."""
    return a_pdf() + a_word_file()


def _zeros_packed(size: int, piece: int = 16 << 20) -> bytes:
    """So many zeros, packed by zlib; one packed piece is repeated, as packing gigabytes would take seconds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(bytes(piece)) + packer.flush(zlib.Z_FULL_FLUSH)
    total = size // piece * piece
    # RFC 1950: the check of n zeros is n mod 65521 in its upper half and 1 in its lower half.
    return b"\x78\xda" + packed * (size // piece) + b"\x03\x00" + struct.pack(">I", (total % 65521) << 16 | 1)


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
