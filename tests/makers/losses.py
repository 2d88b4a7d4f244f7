"""Makers of files that lose something on their way into a packet, unless care is taken; and of some that do not."""

import io
import struct
from collections.abc import Sequence

from PIL import Image
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

from tests.makers.discs import a_dicom
from tests.makers.made import a_heic, a_pdf, assembled, saved

_TYPEFACE = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_NOTE = b"BT /F 14 Tf 70 500 Td (A fictitious line of nobody) Tj ET"


def one_page(resources: bytes, drawing: bytes, *more: bytes, page: bytes = b"", root: bytes = b"") -> bytes:
    """A PDF of one page; further objects are numbered from 5."""
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % root,
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << %s >> /Contents 4 0 R %s >>"
            % (resources, page),
            stream(drawing),
            *more,
        ]
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def a_pdf_whose_image_is_called(name: bytes) -> bytes:
    """A PDF that draws a dark square by this name, as the bytes stand in the file."""
    look = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    drawing = b"q 200 0 0 200 100 400 cm /%s Do Q" % name
    return one_page(b"/XObject << /%s 5 0 R >>" % name, drawing, stream(b"\x20", look))


def a_pdf_whose_font_is_called(name: bytes, text: bytes) -> bytes:
    """A PDF in a typeface that is not in the file and is known by its name alone."""
    face = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 "
        % name
    )
    face += b"/Widths [%s] /FontDescriptor 6 0 R >>" % (b"600 " * 224)
    box = (
        b"<< /Type /FontDescriptor /FontName /%s /Flags 32 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 "
        % name
    )
    drawing = b"BT /F 24 Tf 60 600 Td <%s> Tj ET" % text.hex().encode()
    return one_page(b"/Font << /F 5 0 R >>", drawing, face, box + b"/CapHeight 700 /StemV 80 /ItalicAngle 0 >>")


def a_pdf_with_nul_for_space() -> bytes:
    """A PDF in which a zero byte ends a name (ISO 32000-1, 7.2.2), as some programs write it."""
    look = b"/Type\x00/XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
    look += b"/ColorSpace[/Indexed\x00/DeviceGray\x001 <00c0>]"
    return one_page(b"/XObject\x00<< /I 5 0 R >>", b"q 200 0 0 200 100 400 cm /I Do Q", stream(b"\x00", look))


def a_form_without_looks(needs: bytes = b"true") -> bytes:
    """A PDF form that was filled in by a program which left it to the reader to draw what was filled in."""
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Latex, iodine) /DA (/F 13 Tf 0 g) /F 4 /P 3 0 R "
    form = (
        b"/AcroForm << /Fields [6 0 R] /NeedAppearances %s /DA (/F 13 Tf 0 g) /DR << /Font << /F 5 0 R >> >> >>" % needs
    )
    box = field + b"/Rect [70 440 420 465] >>"
    return one_page(b"/Font << /F 5 0 R >>", _NOTE, _TYPEFACE, box, page=b"/Annots [6 0 R]", root=form)


def a_pdf_that_names_what_is_not_there() -> bytes:
    """A PDF whose page shows two streams, one of which was never written."""
    page = a_pdf_of_two_streams()
    return page.replace(b"/Contents [4 0 R 6 0 R]", b"/Contents [4 0 R 9 0 R]")


def a_pdf_of_two_streams() -> bytes:
    whole = one_page(b"/Font << /F 5 0 R >>", _NOTE, _TYPEFACE, stream(_NOTE.replace(b"500", b"400")))
    return whole.replace(b"/Contents 4 0 R ", b"/Contents [4 0 R 6 0 R]")


def a_pdf_without_its_last_lines(kept: bytes = b"startxref") -> bytes:
    """A PDF that was cut off in its last lines: before `startxref`, or before `%%EOF`."""
    whole = a_pdf(2)
    return whole[: whole.rindex(kept)]


def a_pdf_with_odd_paper(entries: bytes) -> bytes:
    """A PDF whose page has these entries beside or instead of its box."""
    whole = one_page(b"/Font << /F 5 0 R >>", _NOTE, _TYPEFACE, page=entries)
    return whole.replace(b"/MediaBox [0 0 595 842]", b"", 1) if b"/MediaBox" in entries else whole


def a_photo_with_a_gain_map(size: tuple[int, int] = (800, 600)) -> bytes:
    """A JPEG as newer telephones make it: a smaller second picture behind the first, and a list of both in it."""
    first = Image.radial_gradient("L").resize(size).convert("RGB")
    return saved(first, "MPO", save_all=True, append_images=[first.resize((size[0] // 4, size[1] // 4))])


def a_noisy_photo(size: tuple[int, int] = (800, 600), **options: object) -> bytes:
    noise = Image.effect_noise(size, 60)
    return saved(Image.merge("RGB", [noise] * 3), "JPEG", quality=85, **options)


def with_a_flipped_byte(photo: bytes, share: float = 0.3, to: int = 0x9F) -> bytes:
    """A JPEG in whose data an escaped 0xFF became a marker that means nothing."""
    data = bytearray(photo)
    data[data.index(b"\xff\x00", int(len(data) * share)) + 1] = to
    return bytes(data)


def with_junk_between_segments(photo: bytes, junk: bytes = b"\x00\x01\x02\x03\x04\x05") -> bytes:
    """A JPEG with bytes that belong to nothing behind its first segment (after which they are stepped over)."""
    at = 4 + int.from_bytes(photo[4:6], "big")
    return photo[:at] + junk + photo[at:]


def a_deep_tiff(order: str, levels: Sequence[float], bits: int = 16) -> bytes:
    """A TIFF of broad stripes of these greys, written out by hand: 16 bits whole, or 32 bits as a fraction."""
    levels = [level for level in levels for _ in range(60)]
    code = "H" if bits == 16 else "f"
    pixels = struct.pack(f"{order}{len(levels)}{code}", *levels) * 200
    tags = [(256, 4, len(levels)), (257, 4, 200), (258, 3, bits), (259, 3, 1), (262, 3, 1), (273, 4, 200), (277, 3, 1)]
    tags += [(278, 4, 200), (279, 4, len(pixels)), (339, 3, 1 if bits == 16 else 3)]
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8) + struct.pack(f"{order}H", len(tags))
    for tag, kind, value in tags:
        head += struct.pack(f"{order}HHI", tag, kind, 1)
        head += struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value)
    return (head + bytes(4)).ljust(200, b"\0") + pixels


def a_see_through_png(width: int, height: int) -> bytes:
    """A PNG whose alpha fades from one side to the other."""
    grey = Image.radial_gradient("L").resize((width, height))
    return saved(Image.merge("RGBA", [grey] * 4), "PNG", compress_level=1)


def a_heic_photo(columns: int = 36, rows: int = 27) -> bytes:
    """A HEIC as a telephone makes it: a grid of tiles of 64 pixels (ISO/IEC 23008-12, 6.6.2.3), here all the same."""
    tile = _boxes(a_heic())
    properties = _boxes(_boxes(_boxes(tile[b"meta"][4:])[b"iprp"])[b"ipco"])
    data, tiles = tile[b"mdat"], columns * rows
    size = struct.pack(">II", 64 * columns, 64 * rows)
    kept = [_box(b"hvcC", properties[b"hvcC"]), _box(b"ispe", properties[b"ispe"]), _box(b"ispe", bytes(4) + size)]
    numbers = range(2, tiles + 2)
    grid = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, 64 * columns, 64 * rows)
    entries = [_box(b"infe", struct.pack(">IHH4sB", 2 << 24, 1, 0, b"grid", 0))]
    entries += [_box(b"infe", struct.pack(">IHH4sB", 2 << 24 | 1, number, 0, b"hvc1", 0)) for number in numbers]
    uses = struct.pack(">HBB", 1, 1, 3) + b"".join(struct.pack(">HBBB", number, 2, 0x81, 2) for number in numbers)
    head = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")

    def meta(at: int) -> bytes:
        places = struct.pack(">HHHHII", 1, 1, 0, 1, 0, len(grid))
        places += b"".join(struct.pack(">HHHHII", number, 0, 0, 1, at, len(data)) for number in numbers)
        return _box(
            b"meta",
            bytes(4)
            + _box(b"hdlr", struct.pack(">II4s", 0, 0, b"pict") + bytes(13))
            + _box(b"pitm", bytes(4) + struct.pack(">H", 1))
            + _box(b"iinf", bytes(4) + struct.pack(">H", len(entries)) + b"".join(entries))
            + _box(b"iref", bytes(4) + _box(b"dimg", struct.pack(f">HH{tiles}H", 1, tiles, *numbers)))
            + _box(
                b"iprp", _box(b"ipco", b"".join(kept)) + _box(b"ipma", bytes(4) + struct.pack(">I", tiles + 1) + uses)
            )
            + _box(b"idat", grid)
            + _box(b"iloc", struct.pack(">IBBH", 1 << 24, 0x44, 0, tiles + 1) + places),
        )

    return head + meta(len(head) + len(meta(0)) + 8) + _box(b"mdat", data)


def a_dicom_that_is_a_tiff_too() -> bytes:
    """A DICOM image before which a TIFF begins, as microscopes write it."""
    return b"II*\0\x10\0\0\0" + a_dicom()[8:]


def a_report_in_dicom() -> bytes:
    """A PDF in DICOM's wrapping (Encapsulated PDF Storage)."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = UID("1.2.840.10008.5.1.4.1.1.104.1")
    meta.MediaStorageSOPInstanceUID = generate_uid()
    report = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    report.SOPClassUID, report.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    report.Modality, report.StudyDate, report.PatientName = "DOC", "20260312", "Doe^Jane"
    report.StudyInstanceUID, report.SeriesInstanceUID = "1.2.3", "1.2.3.9"
    report.MIMETypeOfEncapsulatedDocument, report.EncapsulatedDocument = "application/pdf", a_pdf()
    file = io.BytesIO()
    report.save_as(file)
    return file.getvalue()


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def _boxes(data: bytes) -> dict[bytes, bytes]:
    found, at = {}, 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        found[data[at + 4 : at + 8]] = data[at + 8 : at + size]
        at += size
    return found
