"""What is saved can be shown: a file is packed alone when it comes, and looks in the packet as it does in itself."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from bot.kinds.comparing import look_alike, look_the_same
from bot.kinds.decoding import opened
from bot.kinds.every import examine
from bot.kinds.picture_pages import picture_pages
from bot.packet.alone import Alone, pack_alone
from bot.packet.pdf.cleaning import clean_jpeg
from tests.makers import discs, losses, made, packed, scans
from tests.packet.desk import Desk, Packet

SECONDS = 60


def whole(pages: int = 1, drawn: tuple[int, ...] = ()) -> Alone:
    return Alone(None, drawn, pages)


def packed_alone(data: bytes) -> Alone:
    return pack_alone(data, next(examine(data)).kind, SECONDS)


def drawn_page(data: bytes, number: int = 0, height: int = 600) -> Image.Image:
    """A page as a reader shows it, with the values of its form."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    page = document[number]
    shown: Image.Image = page.render(scale=height / page.get_height(), grayscale=True).to_pil()
    return shown


def ink(picture: Image.Image) -> int:
    return sum(picture.convert("L").histogram()[:128])


NAMES = [b"Bild#FCr", "Über".encode("latin-1"), "Über".encode(), "图像".encode("gbk"), b"A#20B", b"#FE#FF", b"a#23b"]


@pytest.mark.parametrize("name", NAMES)
async def test_a_picture_is_found_by_its_name_byte_for_byte(desk: Desk, name: bytes) -> None:
    data = losses.a_pdf_whose_image_is_called(name)
    assert ink(drawn_page(data)) > 10_000
    assert packed_alone(data) == whole()
    desk.keep(data)
    shown = drawn_page((await desk.build()).parts[0], 2)
    assert ink(shown) > 10_000


def test_a_typeface_is_found_by_its_name_byte_for_byte() -> None:
    data = losses.a_pdf_whose_font_is_called("宋体".encode("gbk"), "诊断".encode("gbk"))
    assert packed_alone(data) == whole()


def test_a_zero_byte_ends_a_name() -> None:
    data = losses.a_pdf_with_nul_for_space()
    assert ink(drawn_page(data)) > 10_000
    assert packed_alone(data) == whole()


@pytest.mark.parametrize("needs", [b"true", b"false"])
async def test_what_was_filled_in_is_seen_though_the_form_left_its_looks_to_the_reader(
    desk: Desk, needs: bytes
) -> None:
    data = losses.a_form_without_looks(needs)
    found = packed_alone(data)
    assert found == whole(1, (1,))
    desk.keep(data, drawn=found.drawn)
    packet = await desk.build()
    assert alike_below(drawn_page(data, height=842), packet)
    assert "Pages shown as pictures, so that nothing on them is lost" in packet.texts[1]
    assert "Pathology report — of the file, page 1" in packet.texts[1]


async def test_a_form_that_came_before_pages_were_compared_is_compared_when_it_is_packed(desk: Desk) -> None:
    data = losses.a_form_without_looks()
    desk.keep(data, compared=0)
    assert alike_below(drawn_page(data, height=842), await desk.build())


def alike_below(source: Image.Image, packet: Packet) -> bool:
    """Whether the packet's last page shows the source, above its stamp."""
    last = len(pypdfium2.PdfDocument(packet.parts[0])) - 1
    page = pypdfium2.PdfDocument(packet.parts[0])[last]
    shown = page.render(scale=1, grayscale=True).to_pil().crop((0, 0, *source.size))
    return ink(shown) > 0.8 * ink(source) and look_alike(source, shown)


@pytest.mark.parametrize(
    "entries",
    [
        b"/Rotate 90",
        b"/Rotate 270 /CropBox [50 300 500 800]",
        b"/MediaBox [595 842 0 0]",
        b"/MediaBox [-100 -200 595.276 841.89]",
        b"/CropBox [10.5 20.25 400.7 700.3]",
        b"/UserUnit 2",
        b"/Group << /S /Transparency /CS /DeviceRGB >>",
    ],
)
def test_paper_of_any_shape_is_compared_as_its_reader_sees_it(entries: bytes) -> None:
    assert packed_alone(losses.a_pdf_with_odd_paper(entries)) == whole()


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (lambda: made.a_pdf(3), 3),
        (made.an_owner_locked_pdf, 1),
        (made.a_pdf_with_junk_before, 1),
        (packed.a_pdf_with_layers, 1),
        (lambda: scans.a_scanned_pdf(2), 2),
        (scans.a_pdf_with_a_script, 1),
        (scans.a_pdf_with_a_file_in_it, 1),
        (scans.a_pdf_with_a_link, 2),
        (losses.a_pdf_of_two_streams, 1),
        (losses.a_pdf_that_names_what_is_not_there, 1),
        (lambda: losses.a_pdf_without_its_last_lines(b"startxref"), 2),
        (lambda: losses.a_pdf_without_its_last_lines(b"%%EOF"), 2),
        (lambda: losses.a_pdf_without_its_last_lines(b"trailer"), 2),
        (lambda: losses.a_pdf_without_its_last_lines(b"xref\n0"), 2),
    ],
)
def test_what_is_copied_whole_is_not_drawn(content: bytes, pages: int) -> None:
    assert packed_alone(content) == whole(pages)


def test_a_page_that_cannot_be_copied_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = losses.one_page(
        b"/Font << /F 5 0 R >> /Properties << /P %s1%s >>" % (b"[" * 300, b"]" * 300), b"0 0 9 9 re f"
    )
    assert packed_alone(deep) == whole(1, (1,))


def test_a_letter_that_is_missing_is_enough_and_a_shade_is_not() -> None:
    page = made.page_objects(["Margin 1.5 mm, HER2 negative, 12 of 14 nodes"])
    one = drawn_page(made.assembled(page), height=700)
    for lost in (b"1.5", b"1 5"), (b"negative", b"positive"), (b"12 of", b" 2 of"):
        other = drawn_page(made.assembled(page).replace(*lost), height=700)
        assert not look_the_same(one, other), lost
    assert look_the_same(one, one.point(lambda grey: max(0, grey - 20)))
    assert not look_the_same(one, one.crop((0, 0, one.width, one.height - 1)))


JPEGS = {
    "a second picture behind the first": lambda: losses.a_photo_with_a_gain_map(),
    "junk between segments": lambda: losses.with_junk_between_segments(losses.a_noisy_photo()),
    "restarts and a flipped byte": lambda: losses.with_a_flipped_byte(losses.a_noisy_photo(restart_marker_rows=1)),
    "a flipped byte that looks like notes": lambda: losses.with_a_flipped_byte(
        losses.a_noisy_photo(restart_marker_rows=1), to=0xE1
    ),
    "built up in steps": lambda: losses.a_noisy_photo(progressive=True),
    "print colours": lambda: made.saved(Image.open(io.BytesIO(losses.a_noisy_photo())).convert("CMYK"), "JPEG"),
    "no end": lambda: losses.a_noisy_photo()[:-2],
    "no end, built up in steps": lambda: losses.a_noisy_photo(progressive=True)[:-2],
}


@pytest.mark.parametrize("content", JPEGS.values(), ids=JPEGS)
def test_a_photo_looks_in_the_packet_as_it_does_in_itself(content: bytes) -> None:
    found = packed_alone(content)
    assert found.reason is None
    shown: Image.Image = Image.open(io.BytesIO(content))
    shown = opened(content, "jpeg") if content[-2:] == b"\xff\xd9" else Image.open(io.BytesIO(content + b"\xff\xd9"))
    page = drawn_page(picture_pages(content, anew=bool(found.drawn)), height=1000)
    box = ImageChops.invert(page).getbbox()
    assert box is not None
    assert look_alike(shown.convert("L"), page.crop(box))


def test_a_clean_photo_keeps_its_bytes() -> None:
    photo = losses.a_noisy_photo()
    assert clean_jpeg(photo) in picture_pages(photo)
    assert b"MPF" not in picture_pages(losses.a_photo_with_a_gain_map())


@pytest.mark.parametrize(
    ("content", "greys"),
    [
        (lambda: losses.a_deep_tiff(">", [0, 32768, 65535]), (0, 128, 255)),
        (lambda: losses.a_deep_tiff("<", [0, 32768, 65535]), (0, 128, 255)),
        (lambda: losses.a_deep_tiff("<", [0, 2048, 4095]), (0, 128, 255)),
        (lambda: losses.a_deep_tiff(">", [0, 0.5, 1], bits=32), (0, 128, 255)),
        (lambda: losses.a_deep_tiff("<", [-1000, 1000, 3000], bits=32), (0, 128, 255)),
        (lambda: losses.a_deep_tiff("<", [7, 7, 7]), (7, 7, 7)),
        (lambda: losses.a_deep_tiff("<", [float("nan"), 1, 2], bits=32), (255, 255, 255)),
    ],
)
def test_more_than_256_greys_are_told_apart(content: bytes, greys: Iterable[int]) -> None:
    page = drawn_page(picture_pages(content), height=1000)
    for place, grey in zip((0.2, 0.5, 0.8), greys, strict=True):
        seen = page.getpixel((int(page.width * place), page.height // 2))
        assert isinstance(seen, int)
        assert abs(seen - grey) < 6, place


@pytest.mark.parametrize(("size", "dpi"), [((1728, 1078), (204, 98)), ((864, 2156), (102, 196)), ((1728, 2156), 204)])
def test_a_fax_is_as_high_as_the_page_that_was_sent(size: tuple[int, int], dpi: tuple[int, int] | int) -> None:
    dots = dpi if isinstance(dpi, tuple) else (dpi, dpi)
    fax = made.saved(Image.new("1", size), "TIFF", compression="group4", dpi=dots)
    (drawing,) = PdfReader(io.BytesIO(picture_pages(fax))).pages[0].images
    assert drawing.image
    width, height = drawing.image.size
    assert height / width == pytest.approx((size[1] / dots[1]) / (size[0] / dots[0]), rel=0.01)
    assert packed_alone(fax).reason is None


async def test_what_a_radiologist_wrote_in_the_form_of_discs_goes_in_as_a_page(desk: Desk) -> None:
    for file, name in ((discs.a_report_in_words(), "sr.dcm"), (discs.a_disc({"SR/1": discs.a_report_in_words()}), "d")):
        assert packed_alone(file) == whole(1)
        desk.keep(file, name, "scans", pages=0)
    packet = await desk.build()
    pages = [text for text in packet.texts if "A nodule in the right upper lobe, as before." in text]
    assert len(pages) == 2
    assert all("Diameter" in page and "9 mm" in page and "Stable nodule, no new one." in page for page in pages)


def test_the_manual_of_a_viewer_is_no_paper() -> None:
    viewer = {"VIEWER/VIEWER.EXE": b"MZ", "VIEWER/HELP/MANUAL.PDF": made.a_pdf(40)}
    assert packed_alone(discs.a_disc(viewer)).reason == "disc"
    assert packed_alone(discs.a_disc({**viewer, "REPORT/A.PDF": made.a_pdf()})) == whole(1)


async def test_the_papers_of_a_disc_go_in_as_pages_and_its_images_are_with_the_originals(desk: Desk) -> None:
    assert packed_alone(discs.a_disc()).reason == "disc"
    assert packed_alone(losses.a_dicom_that_is_a_tiff_too()).reason == "disc"
    assert packed_alone(discs.a_dicom(preamble=False)).reason == "disc"
    disc = discs.a_disc({"REPORT/A.PDF": made.a_pdf(2), "B": losses.a_report_in_dicom(), "C.PDF": made.a_locked_pdf()})
    assert packed_alone(disc) == whole(3)
    desk.keep(disc, "disc.zip", "scans", pages=0)
    packet = await desk.build()
    assert sum(made.FICTITIOUS in text for text in packet.texts) == 3
    assert "scan files or an archive: with the original files (ZIP)" in packet.texts[1]
