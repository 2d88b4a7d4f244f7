"""Makers of pages as scanners and telephones see them: sharp, blurred, dark, blank, sideways. All fictitious."""

import functools
import io
import random
from collections.abc import Mapping

import typst
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from tests.makers.made import FICTITIOUS, a_pdf, a_printed_pdf, assembled, page_objects, saved

_WORDS = "specimen margin report patient hospital fictitious left right examined section block and of the was 12 3.4 mm"
SHARP, BLURRED = (0.0, 1.5), (3.0, 6.0)
"""Standard deviation of the blur in pixels of a page 1600 high: print of 10 points is read, or cannot be read."""


def a_scanned_pdf(pages: int = 1, blank: int = 0) -> bytes:
    """A PDF of pictures of pages, some of which show the back of a sheet."""
    sheets = [_printed("Libertinus Serif", 10, number) for number in range(pages)]
    sheets += [_grainy(Image.new("L", (600, 850), 240), random.Random(1), 3)] * blank
    return saved(
        sheets[0].convert("RGB"), "PDF", save_all=True, append_images=[each.convert("RGB") for each in sheets[1:]]
    )


def a_pdf_with_blank_pages(pages: int = 3, blank: tuple[int, ...] = (1,)) -> bytes:
    """A PDF with text, on some of whose pages nothing is drawn."""
    return assembled(page_objects(["" if number in blank else f"{FICTITIOUS} {number}" for number in range(pages)]))


def a_turned_pdf(text_turned: int, page_turned: int, size: tuple[int, int] = (595, 842)) -> bytes:
    """A PDF whose text stands at an angle on a page that is shown at another, both in degrees."""
    matrix = {0: b"1 0 0 1 60 400", 90: b"0 1 -1 0 300 60", 180: b"-1 0 0 -1 500 400", 270: b"0 -1 1 0 300 800"}
    drawing = b"BT /F1 12 Tf %s Tm (%s, and more of it) Tj ET" % (matrix[text_turned], FICTITIOUS.encode())
    objects = page_objects([""])
    objects[3] = objects[3].replace(b"/Contents", b"/Rotate %d /Contents" % page_turned)
    objects[4] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing)
    return assembled(objects)


def a_damaged_pdf() -> bytes:
    """A PDF whose table of contents points nowhere, and which can be read all the same."""
    whole = a_pdf(pages=2)
    return whole.replace(b"startxref\n", b"startxref\n1")


def a_pdf_with_a_script() -> bytes:
    """A PDF that runs a script when it is opened."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf())))
    writer.add_open_action(JavaScript("app.alert('hello')"))
    return _written(writer)


def a_pdf_with_a_file_in_it() -> bytes:
    """A PDF that brings another file along."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf())))
    writer.add_attachment("report.exe", b"MZ")
    return _written(writer)


def a_portfolio(files: Mapping[str, bytes]) -> bytes:
    """A PDF that only holds other files."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_printed_pdf("Open this PDF portfolio in Acrobat X."))))
    for name, content in files.items():
        writer.add_attachment(name, content)
    writer.root_object[NameObject("/Collection")] = DictionaryObject({NameObject("/View"): NameObject("/D")})
    return _written(writer)


def a_form_for_adobe_s_reader() -> bytes:
    """A form whose pages are made while it is open (XFA); as a page it has only words to wait by."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_printed_pdf("Please wait..."))))
    template = DecodedStreamObject()
    template.set_data(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    form = DictionaryObject({NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): template})
    writer.root_object[NameObject("/AcroForm")] = form
    return _written(writer)


def a_pdf_that_launches(where: str = "open") -> bytes:
    """A PDF that starts a program: when it is opened, when a page is, or when a link is tapped."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf())))
    launch = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("sh")})
    page = writer.pages[0]
    if where == "open":
        writer.root_object[NameObject("/OpenAction")] = launch
    elif where == "page":
        page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): launch})
    else:
        writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://example.org"))
        assert page.annotations
        page.annotations[0].get_object()[NameObject("/A")] = launch
    return _written(writer)


def a_pdf_with_a_link() -> bytes:
    """A PDF that opens at its first page and links to a web page: nothing happens by itself."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf(pages=2))))
    writer.add_outline_item(title="First page", page_number=0)
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://example.org"))
    return _written(writer)


def a_photo_of_print(
    seed: int, fonts: tuple[str, ...], blur: tuple[float, float] = SHARP, *, moved: bool = False
) -> bytes:
    """A telephone's photo of a printed page: tilted, unevenly lit, noisy, more or less sharp, all by chance."""
    chance = random.Random(seed)
    page = _printed(
        chance.choice(fonts), chance.choice((8, 9, 10, 11, 12)), chance.randrange(4), chance.choice((5, 25))
    )
    ink, paper = chance.choice((20, 40, 80, 120)), chance.choice((190, 220, 245))
    page = page.point(lambda grey: ink + (paper - ink) * grey // 255)
    if chance.random() < 0.4:
        table = Image.new("L", (page.width * 5 // 4, page.height * 6 // 5), 90)
        table.paste(page, (page.width // 8, page.height // 10))
        page, paper = table, 90
    page = page.rotate(chance.uniform(-6, 6), Image.Resampling.BICUBIC, fillcolor=paper)
    height = chance.choice((1000, 1280, 1600, 2000))
    page = page.resize((round(page.width * height / page.height), height), Image.Resampling.LANCZOS)
    radius = chance.uniform(*blur) * height / 1600
    page = _shaken(page, round(radius * 3.4)) if moved else page.filter(ImageFilter.GaussianBlur(radius))
    shade = chance.uniform(0, 0.5)
    light = Image.linear_gradient("L").resize(page.size).point(lambda grey: int(255 - shade * grey))
    page = ImageChops.multiply(page, light)
    return saved(
        _grainy(page, chance, chance.choice((1, 2, 4, 7))).convert("RGB"),
        "JPEG",
        quality=chance.choice((60, 75, 85, 92)),
    )


def a_photo_of_a_film(seed: int) -> bytes:
    """A photo that is no page: soft bright shapes on dark, as on an X-ray film."""
    chance = random.Random(seed)
    film = Image.new("L", (1200, 1600), chance.randrange(40))
    draw = ImageDraw.Draw(film)
    for _ in range(chance.randrange(5, 80)):
        x, y, width = chance.randrange(1200), chance.randrange(1600), chance.randrange(20, 400)
        draw.ellipse((x, y, x + width, y + 2 * width), fill=chance.randrange(20, 220))
    return saved(film.filter(ImageFilter.GaussianBlur(chance.choice((1, 3, 5, 8, 14)))), "JPEG", quality=85)


def a_dark_photo() -> bytes:
    """A photo of a page in a dark room."""
    page = _printed("Libertinus Serif", 10, 0)
    return saved(page.point(lambda grey: 5 + grey // 8), "JPEG", quality=85)


def a_blank_photo(shade: int = 235) -> bytes:
    """A photo of an empty sheet."""
    return saved(Image.new("L", (900, 1200), shade), "JPEG")


@functools.lru_cache(64)
def _printed(font: str, size: int, seed: int, paragraphs: int = 14) -> Image.Image:
    chance, words = random.Random(seed), _WORDS.split()
    texts = [" ".join(chance.choice(words) for _ in range(chance.randrange(10, 60))) for _ in range(paragraphs)]
    page = f'#set page(paper: "a4")\n#set text(size: {size}pt, font: "{font}")\n' + "\n\n".join(texts)
    drawn = typst.compile(page.encode(), format="png", ppi=130)
    return Image.open(io.BytesIO(drawn[0] if isinstance(drawn, list) else drawn)).convert("L")


def _grainy(page: Image.Image, chance: random.Random, deviation: int) -> Image.Image:
    """The page with a camera's noise on it."""
    even = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))  # its deviation is 74
    return ImageChops.add(page, even.point(lambda grey: 128 + (grey - 128) * deviation // 74), 1, -128)


def _shaken(page: Image.Image, pixels: int) -> Image.Image:
    """The page as it looks when the hand moved while the picture was taken."""
    mixed = page.copy()
    for step in range(1, pixels):
        mixed = Image.blend(mixed, ImageChops.offset(page, step, step // 3), 1 / (step + 1))
    return mixed


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
