"""Goal 6: a packet of 12 records and 300 pages, from vault to vault, beside pypdf's bare merge of the same files.

The two are measured in turn, in one process. Ours reads encrypted files, starts a confined child, cleans and
stamps every page, sets a cover, contents and dividers, seals the packet and the archive of originals, and flushes both
to the disk. The merge has its files in memory and leaves its result there. A ticker tells how late the loop was.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvloop
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from benchmarks.copies import seals_of
from bot.clock import Clock
from bot.packet.building import Building
from bot.packet.feeding import Order
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.database import migrate, open_database
from bot.storage.sealing import sealed_with
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.composed.reading import read_content
from dialogs.events import PacketBuilt
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from dialogs.words.papers import Papers

CONTENT = Path(__file__).resolve().parent.parent / "content"
RECORDS, PAGES = 12, 25
TICK = 0.005
CASE_ID = "0" * 32

_LAYOUT = """
#let here = json(bytes(sys.inputs.here))
#set page(paper: "a4", margin: 20mm, header: [Fictitious hospital, record #here.number #h(1fr) Example, Alex],
  footer: context [Page #counter(page).display() of #here.pages])
#set text(size: 10pt)
#for page in range(here.pages) {
  if page > 0 { pagebreak() }
  if page in here.scans { image("scan.jpg", width: 100%) } else {
    heading[Report #(page + 1)]
    lorem(160)
    table(columns: 4, ..range(48).map(cell => [Value #(cell * 7 + page)]))
    lorem(120)
  }
}
"""


def make_records(folder: Path) -> list[bytes]:
    """Twelve reports of 25 pages: text and tables, and in every other one five scanned pages."""
    import typst

    page = Image.effect_noise((1240, 1754), 12).convert("RGB")
    draw = ImageDraw.Draw(page)
    for line in range(60):
        draw.text((120, 100 + 26 * line), "A fictitious scanned line of a fictitious report " * 2, fill="black")
    page.save(folder / "scan.jpg", quality=60)
    (folder / "record.typ").write_text(_LAYOUT)
    made = []
    for number in range(RECORDS):
        here = {"number": number, "pages": PAGES, "scans": list(range(3, 23, 4)) if number % 2 else []}
        pdf = typst.compile(
            folder / "record.typ", root=folder, sys_inputs={"here": json.dumps(here)}, format="pdf", pdf_tags=False
        )
        assert isinstance(pdf, bytes)
        made.append(pdf)
    return made


def bare_merge(records: list[bytes]) -> bytes:
    writer = PdfWriter()
    for record in records:
        writer.append(io.BytesIO(record))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class Bench:
    """One case with the twelve records in a vault, and everything that builds its packet."""

    def __init__(self, folder: Path, records: list[bytes]) -> None:
        self._content = read_content(CONTENT)
        self._vault, self._clock = Vault(folder / "vault", bytes(32)), Clock()
        engine = sealed_with(open_database(folder / "companion.db"), seals_of(bytes(32)))
        migrate(engine)
        self.writer = Writer(engine)
        keys = [record.key for record in self._content.guide.records if "send" in record.answers]
        documents = tuple(
            Document(
                number,
                str(number),
                f"record {number}.pdf",
                keys[number % len(keys)],
                "readable",
                PAGES,
                kind="pdf",
                compared=PAGES,
            )
            for number in range(1, len(records) + 1)
        )
        case = replace(Case(), keeps_files=True, documents=documents, name="Alex Example", decision="Which treatment?")
        self.stored = StoredCase(CASE_ID, 1, self._vault.new_case_key(CASE_ID), case, 0)
        self._records = records
        self.building = Building(self.writer, self._vault, self._clock, self._order, self._hear)

    async def prepare(self) -> None:
        now = datetime.now(UTC)
        await self.writer.run(cases.add, self.stored, now)
        for number, record in enumerate(self._records, start=1):
            with self._vault.receive(CASE_ID, self.stored.key, number) as deposit:
                deposit.write(record)
                sealed = deposit.seal()
                deposit.keep()
            await self.writer.run(cases.expect_document, CASE_ID, number)
            await self.writer.run(cases.keep_document, CASE_ID, number, sealed.size, sealed.sha256, "pdf", now)

    async def build(self, number: int) -> tuple[float, int]:
        """Seconds it took, and pages."""
        started = time.perf_counter()
        done = await self.building.build(Task(1, CASE_ID, "packet", str(number), "", 0))
        seconds = time.perf_counter() - started
        assert isinstance(done.event, PacketBuilt)
        assert not done.event.packet.left_out
        for piece in done.made:
            self._vault.erase(CASE_ID, piece.document)
        return seconds, done.event.packet.pages

    def _order(self, case: Case) -> Order:
        planned = plan(self._content.guide, case)
        words = Papers(self._content.wording).words("packet", {"plan": planned}, self._clock.now())
        numbers = tuple(document.number for document in planned.documents)
        return Order(digest(self._content.guide, case), numbers, words)

    async def _hear(self, *_: object) -> None:
        return None


async def lateness(of: Callable[[], Any]) -> tuple[Any, list[float]]:
    """What it gives, and by how many milliseconds the loop was late at every tick meanwhile."""
    late: list[float] = []

    async def tick() -> None:
        while True:
            wanted = time.perf_counter() + TICK
            await asyncio.sleep(TICK)
            late.append((time.perf_counter() - wanted) * 1000)

    ticking = asyncio.create_task(tick())
    result = await of()
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    return result, late


async def measure(rounds: int) -> dict[str, Any]:
    """Both, in turn; medians, and the loop's lateness over all rounds of ours."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = await asyncio.to_thread(make_records, folder)
        bench = Bench(folder, records)
        await bench.prepare()
        ours, merges, late = [], [], []
        for number in range(rounds + 1):  # the first one warms up, and is not counted
            started = time.perf_counter()
            merged = bare_merge(records)
            merge = time.perf_counter() - started
            (seconds, pages), ticks = await lateness(lambda number=number: bench.build(number + 1))
            if number:
                ours.append(seconds)
                merges.append(merge)
                late += ticks
        assert len(PdfReader(io.BytesIO(merged)).pages) == RECORDS * PAGES < pages
        bench.writer.close()
    late.sort()
    return {
        "merge_s": round(statistics.median(merges), 3),
        "ours_s": round(statistics.median(ours), 3),
        "ratio": round(statistics.median(ours) / statistics.median(merges), 2),
        "late_p99_ms": round(late[math.ceil(len(late) * 0.99) - 1], 1),
        "late_worst_ms": round(late[-1], 1),
        "megabytes": round(sum(map(len, records)) / 1e6, 1),
        "pages": pages,
        "ours_rounds": [round(each, 3) for each in ours],
        "merge_rounds": [round(each, 3) for each in merges],
    }


def in_one_process(rounds: int) -> dict[str, Any]:
    """Measure in a process of its own, on both cores: the child is to have the other one."""
    command = [sys.executable, "-m", "benchmarks.packet", "--rounds", str(rounds)]
    with subprocess.Popen(command, cwd=CONTENT.parent, stdout=subprocess.PIPE) as measuring:
        os.sched_setaffinity(measuring.pid, {0, 1})
        told, _ = measuring.communicate()
    figures: dict[str, Any] = json.loads(told)
    return figures


def line(figures: dict[str, Any]) -> str:
    """What was measured, in one line."""
    return (
        f"{figures['pages']} pages of {figures['megabytes']} MB: ours {figures['ours_s']} s, pypdf's bare merge "
        f"{figures['merge_s']} s; the loop late by {figures['late_p99_ms']} ms at p99"
    )


def run(rounds: int) -> dict[str, Any]:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(measure(rounds))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    print(json.dumps(run(parser.parse_args().rounds), indent=1))
