"""Thousands of odd files: each is among the pages or has a reason, and the packet is whole either way."""

import io
import logging
import random
from collections.abc import Callable
from functools import cache

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.kinds.reasons import REASONS
from bot.packet.binding import Binding
from bot.packet.finishing import finish
from bot.papers.press import Press
from dialogs.case.case import Case
from dialogs.case.document import Document
from tests.documents.test_mutants import a_mutant
from tests.makers import made, packed
from tests.packet.desk import Desk, everything_in
from tests.soaking import FIGURES

AT_ONCE = 40


@cache
def good_files() -> tuple[bytes, ...]:
    return (
        packed.a_pdf_full_of_mischief(),
        packed.a_pdf_with_layers(),
        packed.a_photo_with_notes(6),
        made.a_webp(),
        made.a_gif(2),
        made.a_bmp(),
        made.a_letter_in_word(["Dear doctor,"]),
        b"plain words",
    )


@pytest.fixture(autouse=True)
def _quiet_parsers(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "pypdf")


def pack_mutants(desk: Desk, first: int) -> int:
    """Pack some mutants, without a child so that anything raised is seen; how many of them have pages."""
    documents = tuple(
        Document(number, f"b{number}", f"{number}", "labs", "readable", 1) for number in range(1, AT_ONCE + 1)
    )
    plan = desk.order(Case(documents=documents)).plan
    written = bytearray()
    binding = Binding(plan, Press(), lambda _, content: written.extend(content))
    for number in range(AT_ONCE):
        chance = random.Random(first + number)
        binding.add(number, a_mutant(first + number, good_files() if chance.random() < 0.6 else None))
    pages = finish(plan, binding)
    assert set(binding.left_out.values()) <= set(REASONS)
    assert len(PdfReader(io.BytesIO(written), strict=True).pages) == len(pypdfium2.PdfDocument(bytes(written))) == pages
    values = [value for value in everything_in(bytes(written)) if isinstance(value, DictionaryObject)]
    assert not [value for value in values if value.get("/S") in ("/JavaScript", "/Launch", "/URI")]
    assert not [value for value in values if value.keys() & {"/OpenAction", "/AA", "/EF", "/XFA", "/AcroForm"}]
    return AT_ONCE - len(binding.left_out)


@pytest.mark.filterwarnings("ignore")
def test_a_packet_of_mutants_is_whole_and_harmless(desk: Desk) -> None:
    assert 0 < sum(pack_mutants(desk, first) for first in range(0, 160, AT_ONCE)) < 160


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore")
def test_three_thousand_mutants_end_in_whole_packets(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    bound = sum(pack_mutants(desk, first) for first in range(0, 3_000, AT_ONCE))
    assert bound
    record_property(FIGURES, f"{bound} of 3,000 bound, the others left out with a reason")
