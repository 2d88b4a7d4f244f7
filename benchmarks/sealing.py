"""What sealing costs a turn: the same turns with the seals, and with seals that only look like it, side by side.

Also the case of 300 files: its state is the longest there is.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.copies import INSTALLATION
from benchmarks.growth import MASTER_KEY, Town, costs
from bot.storage.sealing import sealed_with
from bot.vault.seals import Owner, Seals
from bot.vault.wrapping import wrap
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.stored import to_json

PEOPLE = 1_000
FILES = 300
TIMES = 2_000


class Open(Seals):
    """Lets everything lie open: what is left is what a turn costs without sealing."""

    def seal(self, kind: bytes, text: str, owner: Owner | None = None) -> bytes:
        return text.encode()


def measure(rounds: int) -> dict[str, Any]:
    """CPU milliseconds a turn with and without, the share of sealing, and microseconds for one long state."""
    key = wrap(MASTER_KEY, INSTALLATION)
    with tempfile.TemporaryDirectory(prefix="sealing") as folder:
        towns = {}
        for name, seals in (("sealed", Seals), ("open", Open)):
            (place := Path(folder) / name).mkdir()
            towns[name] = Town(place, PEOPLE)
            sealed_with(towns[name].engine, seals(MASTER_KEY, INSTALLATION, key))
            towns[name].connection.close()
            towns[name].connection = towns[name].engine.connect()
        cost = costs(towns, rounds)
        for town in towns.values():
            town.connection.close()
            town.engine.dispose()
    return {"cpu_ms": cost, "share": round(1 - cost["open"] / cost["sealed"], 4), **_long_state()}


def _long_state() -> dict[str, float]:
    documents = tuple(
        Document(number, "a1", f"report {number}.pdf", "pathology", "readable") for number in range(FILES)
    )
    text = to_json(replace(Case(), documents=documents))
    owner = Owner("a" * 32, wrap(MASTER_KEY, "a" * 32))
    seals = Seals(MASTER_KEY, INSTALLATION, wrap(MASTER_KEY, INSTALLATION))
    sealed = seals.seal(b"state", text, owner)
    began = time.perf_counter()
    for _ in range(TIMES):
        seals.seal(b"state", text, owner)
    sealing = time.perf_counter() - began
    for _ in range(TIMES):
        seals.open(b"state", sealed, owner)
    opening = time.perf_counter() - began - sealing
    each = 1e6 / TIMES
    return {"kilobytes": len(text) // 1000, "seal_us": round(sealing * each, 1), "open_us": round(opening * each, 1)}
