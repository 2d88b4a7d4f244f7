"""Whatever is called readable has pages in the packet, or a reason that the patient was told when it came."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from bot.child.child import run_child
from bot.documents import examination
from bot.documents.inspection import inspect
from bot.documents.telling import heard
from bot.documents.thumbnails import pictures
from bot.kinds.every import examine
from bot.kinds.findings import Finding
from bot.packet.binding import Binding
from bot.papers.press import Press
from dialogs.case.case import Case
from dialogs.case.document import Document
from tests.makers import compound, discs, losses, made, packed, pages, records, scans, traps
from tests.packet.desk import Desk

HEAVY = {"a_pdf_that_swells", "a_pdf_with_a_swelling_page", "a_large_picture", "a_pdf_of_heavy_pages"}
"""Tried with limits of their own, in a child: `test_inspection.py`."""


def makers() -> dict[str, Callable[[], bytes]]:
    """Every maker of files that needs no more than its name."""
    found = {
        name: make
        for module in (made, scans, packed, traps, discs, losses, records, pages, compound)
        for name, make in vars(module).items()
        if name.startswith(("a_", "an_")) and getattr(make, "__module__", "") == module.__name__
    }
    return {name: make for name, make in found.items() if name not in HEAVY and not _asks_for_more(make)}


def _asks_for_more(make: Callable[..., bytes]) -> bool:
    code, defaults = make.__code__, make.__defaults__ or ()
    return code.co_argcount > len(defaults)


MAKERS = makers()
WITH_MORE: dict[str, Callable[[], bytes]] = {
    "a printed report": lambda: made.a_printed_pdf("PATHOLOGY\nMargin 1 mm"),
    "a letter in Word": lambda: made.a_letter_in_word(["Dear doctor,", "thank you."]),
    "a Word file without words": lambda: made.a_word_file(""),
    "a text": lambda: b"A fictitious note about nobody.",
    "a text that is too long": lambda: b"A fictitious line about nobody.\n" * 60_000,
    "an image by an odd name": lambda: losses.a_pdf_whose_image_is_called(b"#E4"),
    "a photo with a flipped byte": lambda: losses.with_a_flipped_byte(losses.a_noisy_photo(restart_marker_rows=1)),
    "a photo with junk in it": lambda: losses.with_junk_between_segments(losses.a_noisy_photo()),
    "a photo without its end": lambda: losses.a_noisy_photo()[:-2],
    "a TIFF of 16 bits": lambda: losses.a_deep_tiff(">", [0, 9, 65535]),
    "a disc with a report": lambda: discs.a_disc({"REPORT.PDF": made.a_pdf()}),
}


def found_in(data: bytes) -> Finding:
    """What the child finds, without a child so that anything raised is seen."""
    first = next(examine(data))
    return examination._with(first, examination._packed(data, first))


@pytest.mark.parametrize("name", [*MAKERS, *WITH_MORE])
def test_what_is_readable_has_pages_or_the_patient_was_told(desk: Desk, name: str) -> None:
    data = {**MAKERS, **WITH_MORE}[name]()
    found = found_in(data)
    if found.state != "readable":
        return
    document = Document(1, "b", name, "labs", "readable", found.pages, drawn=found.drawn, compared=found.compared)
    plan = desk.order(Case(documents=(document,))).plan
    binding = Binding(plan, Press(), lambda *_: None)
    binding.add(0, data)
    was_told = {"not_packed", "unproved"} & set(found.remarks)
    is_of_images = found.kind in ("dicom", "dicom_zip") and "papers" not in found.remarks
    assert bool(binding.left_out) == bool(was_told or is_of_images)
    assert (binding.parts[0].pages > 0) == (not binding.left_out)
    if found.kind == "pdf":
        assert binding.parts[0].pages == found.pages


def test_many_makers_make_readable_files() -> None:
    assert len(MAKERS) > 50
    assert sum(next(examine(MAKERS[name]())).state == "readable" for name in list(MAKERS)[:20]) > 5


@pytest.mark.parametrize(
    ("content", "remarks", "drawn"),
    [
        (losses.a_form_without_looks, {"drawn"}, (1,)),
        (losses.a_pdf_without_its_last_lines, {"repaired"}, ()),
        (losses.a_pdf_that_names_what_is_not_there, {"repaired"}, ()),
        (losses.a_photo_with_a_gain_map, set(), ()),
        (lambda: losses.a_noisy_photo()[:-2], {"repaired"}, ()),
        (lambda: losses.with_a_flipped_byte(losses.a_noisy_photo(restart_marker_rows=1)), set(), (1,)),
        (losses.a_heic_photo, set(), ()),
        (lambda: discs.a_disc({"REPORT.PDF": made.a_pdf()}), {"papers"}, ()),
        (losses.a_dicom_that_is_a_tiff_too, set(), ()),
        (lambda: made.a_word_file(""), {"not_packed"}, ()),
    ],
)
@pytest.mark.usefixtures("looked_at_here")
async def test_what_comes_of_packing_it_is_told_when_it_comes(
    content: bytes, remarks: set[str], drawn: tuple[int, ...]
) -> None:
    verdict = await inspect([content])
    assert verdict.state == "readable"
    assert set(verdict.remarks) - {"small", "empty"} == remarks
    assert verdict.drawn == drawn


async def test_the_verdict_is_out_before_the_file_is_packed() -> None:
    answer = await run_child("bot.documents.examination", [b"{}\n", made.a_pdf(2)], seconds=120)
    first, *later = map(heard, answer.output.splitlines())
    assert first == Finding("readable", "pdf", 2)
    assert later[0] is not None
    assert later[0].compared == 2


async def test_a_heic_photo_is_drawn_in_the_memory_of_a_child() -> None:
    (drawn,) = await pictures([losses.a_heic_photo()], "heic")
    assert len(drawn) > 1000
    wanted = {"kind": "heic", "first_page": 1, "at_most": 1, "turned": 0, "height": 800}
    line = json.dumps(wanted).encode() + b"\n"
    # Address space, of which each further thread and arena of memory would take over a hundred megabytes.
    told = [line, losses.a_heic_photo()]
    answer = await run_child("bot.documents.rendering", told, seconds=120, memory=256 << 20, answer_limit=1 << 20)
    assert answer.outcome == "done"


MEASURED = """
import asyncio, resource, sys
from bot.child.child import run_child
data = sys.stdin.buffer.read()
answer = asyncio.run(run_child("bot.documents.examination", [b"{}\\n", data], seconds=300))
assert answer.outcome == "done", answer.outcome
print(answer.output.decode().splitlines()[1])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.parametrize(
    ("width", "height", "megabytes"), [(5000, 4000, 230), pytest.param(9000, 7000, 400, marks=pytest.mark.soak)]
)
def test_a_large_picture_with_alpha_needs_little_more_memory_than_its_pixels(
    width: int, height: int, megabytes: int
) -> None:
    picture = losses.a_see_through_png(width, height)
    measured = subprocess.run([sys.executable, "-c", MEASURED], input=picture, check=True, stdout=subprocess.PIPE)
    told = measured.stdout.splitlines()
    found = heard(told[0])
    assert found is not None
    assert found.compared == 1
    assert int(told[1]) < megabytes
