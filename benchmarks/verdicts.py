"""Goal 11: what a file's verdict takes, its child's start included: packing it alone and comparing its pages too.

Every round looks at each kind once, in turn. Wall clock (what a patient waits) and processor time of the child, first
word (the verdict) apart from the last, and the memory of the largest child of that kind. A child is forked from a
process that has imported what it needs (decision 0060), but for the first of a bot: these stand as "fresh".
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import math
import os
import random
import resource
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

PROJECT = Path(__file__).resolve().parent.parent
_LINES = '#set page(paper: "a4")\n#set text(size: 10pt)\n' + "#pagebreak()\n".join("#lorem(420)\n" for _ in range(5))


def five_pages_of_text() -> bytes:
    import typst

    pdf = typst.compile(_LINES.encode(), format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


def five_scanned_pages() -> bytes:
    page = Image.effect_noise((1240, 1754), 12).convert("RGB")
    draw = ImageDraw.Draw(page)
    for line in range(60):
        draw.text((120, 100 + 26 * line), "A fictitious scanned line of a fictitious report " * 2, fill="black")
    return _saved(page, "PDF", save_all=True, append_images=[page] * 4, quality=60)


def a_photo_of_12_megapixels() -> bytes:
    page = Image.effect_noise((3024, 4032), 8).convert("RGB")
    draw = ImageDraw.Draw(page)
    for line in range(70):
        draw.text((200, 150 + 54 * line), "A fictitious line of print on a page. " * 3, fill="#222222", font_size=44)
    return _saved(page, "JPEG", quality=85)


def a_photo_of_a_sheet_on_a_table() -> bytes:
    """Of 12 megapixels: its page is cut out, made flat and evenly lit.

    Made in a process of its own: what this one held would be counted as its children's.
    """
    making = "sheets.a_photo_of_a_sheet(sheets.a_sheet(1, ppi=300), 101, turned=90, ground='dark', height=4032)"
    told = f"import sys; from tests.makers import sheets; sys.stdout.buffer.write({making}.content)"
    return subprocess.run([sys.executable, "-c", told], cwd=PROJECT, stdout=subprocess.PIPE, check=True).stdout


def a_png_of_50_megapixels_with_alpha() -> bytes:
    grey = Image.radial_gradient("L").resize((8192, 6144))
    return _saved(Image.merge("RGBA", [grey] * 4), "PNG", compress_level=1)


def a_fax_of_six_pages() -> bytes:
    chance = random.Random(1)
    sheets = [Image.new("1", (1728, 2200), 1) for _ in range(6)]
    for sheet in sheets:
        draw = ImageDraw.Draw(sheet)
        for line in range(50):
            draw.text((100, 40 * line), "fictitious " * chance.randrange(4, 12), fill=0, font_size=30)
    return _saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:], compression="group4")


def a_note() -> bytes:
    return b"A fictitious note about nobody.\n" * 60


def a_record_of_200_sections() -> bytes:
    from tests.makers.records import a_long_ccda

    return a_long_ccda(200)


def a_zip_of_14_papers() -> bytes:
    """As a portal gives it: what is measured is how soon it is known what lies in it."""
    paper, out = five_pages_of_text(), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(14):
            archive.writestr(f"IHE_XDM/SUBSET01/DOC{number:04}.PDF", paper + b"\n%% %d" % number)
    return out.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    each.__name__.replace("_", " "): each
    for each in (
        *(five_pages_of_text, five_scanned_pages, a_photo_of_12_megapixels, a_png_of_50_megapixels_with_alpha),
        *(a_photo_of_a_sheet_on_a_table, a_fax_of_six_pages, a_note, a_record_of_200_sections, a_zip_of_14_papers),
    )
}


def measure_kind(name: str, rounds: int) -> dict[str, Any]:
    """One kind, in this process, whose children are then all of that kind: begun afresh and forked, in turn."""
    from bot.child import child
    from bot.child.nursery import Nursery

    data = KINDS[name]()
    fresh, forked = Nursery(may_begin=False), Nursery()
    forked.begin(str(PROJECT), sys.executable)
    assert forked.is_ready(60)
    first: dict[Nursery, list[float]] = {fresh: [], forked: []}
    last: dict[Nursery, list[float]] = {fresh: [], forked: []}
    processor: list[float] = []
    for number in range(rounds + 1):  # the first one warms up, and is not counted
        for way in (fresh, forked):
            child._nursery = way
            used = _used()
            begun, ended = _looked_at(data)
            if number:
                first[way].append(begun)
                last[way].append(ended)
                processor += [_used() - used] if way is fresh else []
    forked.close()
    told: dict[str, Any] = {}
    for kind, way in (("", forked), ("fresh_", fresh)):
        told[f"{kind}first_word_p50_s"] = _rounded(statistics.median(first[way]))
        told[f"{kind}p50_s"] = _rounded(statistics.median(last[way]))
        told[f"{kind}p99_s"] = _rounded(sorted(last[way])[math.ceil(len(last[way]) * 0.99) - 1])
    told["fresh_cpu_p50_s"] = _rounded(statistics.median(processor))
    told["fresh_child_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return told


def _looked_at(data: bytes) -> tuple[float, float]:
    """Seconds to a child's first word, and to its end."""
    from bot.child.child import run_child

    heard: list[float] = []
    started = time.perf_counter()

    def hear(_: bytes) -> None:
        heard.append(time.perf_counter() - started)

    asyncio.run(run_child("bot.documents.examination", [b"{}\n", data], seconds=60, hear=hear))
    return heard[0], time.perf_counter() - started


def measure(rounds: int) -> dict[str, Any]:
    """Each kind in a process of its own, so that its children's memory is told apart."""
    figures = {}
    for name in KINDS:
        command = [sys.executable, "-m", "benchmarks.verdicts", "--only", name, "--rounds", str(rounds)]
        done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, check=True, env=dict(os.environ))
        figures[name] = json.loads(done.stdout)
    return figures


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _rounded(seconds: float) -> float:
    return round(seconds, 3)


def _saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--only", choices=KINDS, help="one kind")
    parser.add_argument("--json", action="store_true", help="the figures alone, without a table")
    asked = parser.parse_args()
    if asked.only:
        print(json.dumps(measure_kind(asked.only, asked.rounds)))
    else:
        measured = measure(asked.rounds)
        if asked.json:
            print(json.dumps(measured, indent=1))
        else:
            for kind, figures in measured.items():
                print(f"{kind:36}", "  ".join(f"{key} {value}" for key, value in figures.items()))
