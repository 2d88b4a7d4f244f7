import asyncio
import os
import random
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from bot.documents.inspection import Verdict, inspect
from bot.kinds.findings import STATES
from tests.makers import compound, containers, discs, made, outlook, pages, records, scans, winmail
from tests.soaking import FIGURES


@cache
def good_files() -> tuple[bytes, ...]:
    return (
        made.a_pdf(pages=3),
        made.an_owner_locked_pdf(),
        made.a_locked_pdf(),
        made.a_photo(),
        made.a_png(),
        made.a_heic(),
        made.a_tiff(pages=2),
        made.a_tiff(pages=2, compression="jpeg"),
        made.a_webp(),
        made.a_gif(2),
        made.a_bmp(),
        made.a_word_file(),
        b"a fictitious note about nobody, made for a test",
        discs.a_dicom(),
        discs.a_dicom(preamble=False),
        discs.a_disc(),
        records.a_ccda(),
        records.a_ccda_with_a_pdf(),
        records.a_bundle(),
        records.an_apple_export(3),
        pages.a_web_page(),
        pages.a_rich_text_with_a_picture(),
        pages.an_odt(),
        pages.a_workbook(),
        compound.an_old_word_file(),
        scans.a_scanned_pdf(blank=1),
        scans.a_pdf_with_a_script(),
        containers.a_zip_of_papers(),
        containers.an_email(attached={"a.pdf": made.a_pdf()}),
        containers.a_saved_page(),
        containers.a_tape_archive({"a.pdf": made.a_pdf(), "b.jpg": made.a_photo()}),
        containers.a_tape_archive({"a.pdf": made.a_pdf(), "b.jpg": made.a_photo()}, "w:gz"),
        outlook.an_outlook_message(containers.WORDS, {"a.pdf": made.a_pdf()}),
        winmail.a_winmail(containers.WORDS, {"a.pdf": made.a_pdf()}),
    )


def a_mutant(seed: int, files: tuple[bytes, ...] | None = None) -> bytes:
    chance = random.Random(seed)
    files = files or good_files()
    mutant = bytearray(files[seed % len(files)])
    for _ in range(chance.choice([1, 1, 2, 5, 30])):
        at = chance.randrange(len(mutant))
        match chance.randrange(5):
            case 0:
                mutant[at] ^= 1 << chance.randrange(8)
            case 1:
                mutant[at] = chance.choice(b"\x00\xff\x7f\x80 09[]<>()/")
            case 2:
                del mutant[at : at + chance.randrange(1, 20)]
            case 3:
                mutant[at:at] = mutant[at : at + chance.randrange(1, 200)]
            case _:
                mutant[at:at] = chance.randbytes(chance.randrange(1, 8))
        mutant = mutant or bytearray(b"\0")
    return bytes(mutant)


async def verdicts_on_mutants(count: int) -> list[Verdict]:
    at_once = asyncio.Semaphore(2 * (os.cpu_count() or 1))

    async def one(seed: int) -> Verdict:
        async with at_once, asyncio.timeout(30):
            return await inspect([a_mutant(seed)])

    return await asyncio.gather(*map(one, range(count)))


async def test_every_mutant_ends_in_a_verdict() -> None:
    verdicts = await verdicts_on_mutants(len(good_files()))
    assert {verdict.state for verdict in verdicts} <= set(STATES)
    assert {"readable", "unreadable"} <= {verdict.state for verdict in verdicts}


@pytest.mark.soak
async def test_every_one_of_three_thousand_mutants_ends_in_a_verdict(
    record_property: Callable[[str, object], None],
) -> None:
    states = Counter(verdict.state for verdict in await verdicts_on_mutants(3_000))
    assert states.keys() <= set(STATES)
    record_property(FIGURES, ", ".join(f"{number} {state}" for state, number in states.most_common()))
