"""What is set from a file without pages of its own can be read by people: never tags, JSON or base64."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from bot.kinds.every import examine, kind_of_file
from bot.kinds.kind import Setting
from bot.packet.alone import pack_alone
from bot.papers.press import Press
from tests.makers import compound, made, pages, records

_FOR_MACHINES = re.compile(
    r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|[{\[]\s*\"\w+\"\s*:|[A-Za-z0-9+/]{60,}={0,2}|\\par\b|\\'[0-9a-f]{2}"
)
CONTENT = Path(__file__).parents[2] / "content"
MAKERS: dict[str, Callable[[], bytes]] = {
    name: make
    for module in (records, pages, compound)
    for name, make in vars(module).items()
    if name.startswith(("a_", "an_"))
    and getattr(make, "__module__", "") == module.__name__
    and make.__code__.co_argcount <= len(make.__defaults__ or ())
}


def packed(data: bytes, kind: str, setting: Setting) -> Iterator[str]:
    """The text of each page, as it is printed."""
    of_kind = kind_of_file(kind)
    assert of_kind
    reader = of_kind.leaves(data, setting, ()).reader
    assert reader.stream
    reader.stream.seek(0)
    document = pypdfium2.PdfDocument(reader.stream.read())
    for page in document:
        yield page.get_textpage().get_text_range()


@pytest.fixture(scope="module")
def setting() -> Setting:
    words = tomllib.loads((CONTENT / "en" / "words.toml").read_text("utf-8"))["packet"]
    return Setting(
        Press(), {**{key: value for key, value in words.items() if isinstance(value, str)}, "language": "en"}
    )


@pytest.mark.parametrize("name", MAKERS)
def test_no_page_shows_what_only_machines_read(name: str, setting: Setting) -> None:
    found = list(examine(data := MAKERS[name]()))[-1]
    if found.state != "readable":
        return
    text = "\n".join(packed(data, found.kind, setting))
    assert text.strip()
    assert not _FOR_MACHINES.search(text)
    assert not _FOR_MACHINES.search("\n".join(found.text))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (records.a_ccda(), ["Hemoglobin", "12.1 g/dL", "Ana Q. Example", records.BORN]),
        (records.a_bundle(), ["Hemoglobin", "Penicillin", "tamoxifen", "20 mg daily"]),
        (pages.a_web_page(), ["Hemoglobin", "12.1 g/dL"]),
        (pages.a_rich_text(), ["Hemoglobin", "Born 1961-03-14"]),
        (pages.an_odt(), ["Hemoglobin", "Born 1961-03-14"]),
        (pages.a_workbook(), ["Hemoglobin", "12.1", "30%"]),
        (pages.a_table_of_values(), ["Test 4", "4.10"]),
        (compound.an_old_word_file(), ["Hemoglobin", "the link"]),
        (pages.an_arabic_page(), ["12.1"]),  # pdfium takes words out of a line from right to left in another order
        (pages.a_wide_workbook(), ["Column 59", "59"]),
    ],
)
def test_what_is_read_when_it_comes_is_on_its_pages(data: bytes, says: list[str], setting: Setting) -> None:
    found = list(examine(data))[-1]
    text = " ".join("\n".join(packed(data, found.kind, setting)).split())
    assert [each for each in says if each not in text] == []


def test_a_record_of_two_hundred_sections_is_packed_in_the_time_of_a_child() -> None:
    assert pack_alone(records.a_long_ccda(), "ccda", seconds=4).reason is None


def test_a_record_that_carries_a_pdf_is_compared_with_it() -> None:
    alone = pack_alone(records.a_ccda_with_a_pdf(), "ccda", seconds=4)
    assert (alone.reason, alone.compared) == (None, 1)


def test_a_file_that_is_longer_than_any_packet_wants_is_left_out() -> None:
    data = pages.a_web_page(f"<p>{'word ' * 100}</p>" * 2_000)
    assert pack_alone(data, "html", seconds=60).reason == "too_long"


def test_a_table_that_is_wider_than_the_paper_is_parted(setting: Setting) -> None:
    text = list(packed(pages.a_wide_workbook(), "xlsx", setting))
    assert sum(page.count("Column 0") for page in text) > 1
    assert made.FICTITIOUS not in text
