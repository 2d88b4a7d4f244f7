"""A disc of a gigabyte and 5,000 images, from Telegram to the receipt and beside the packet: how long, how much memory.

The bot as it runs, a process of its own, over a Bot API server of the operator's own (the rehearsal with `--local`).
Memory is that of the bot and of all its children together, looked at twenty times a second: what is resident, counted
in each process that holds it, and then with what they share counted once. On the disk it needs six times the disc.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bot.rehearsal.api.server import Server
from bot.rehearsal.telegram import acts, contents
from bot.rehearsal.telegram.limits import Limits
from dialogs.receiving.sent import LOCAL_LIMIT
from tests.makers import discs, made

PROJECT = Path(__file__).resolve().parent.parent
PAGE = os.sysconf("SC_PAGE_SIZE")
LOOK_EVERY = 0.05
PATIENCE = 1800.0
MOST_MEGABYTES = (LOCAL_LIMIT >> 20) - 10
"""As large as a file may be that is taken, with room for what else lies on a disc."""


def make_disc(path: Path, megabytes: int, images: int) -> None:
    """As hospitals burn them: images in folders, a table of contents, a viewer that starts itself, a report."""
    image, pixels = discs.a_dicom(), os.urandom(1 << 20)
    each = (megabytes << 20) // images
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as disc:
        disc.writestr("DICOMDIR", discs.a_dicomdir())
        disc.writestr("AUTORUN.INF", b"[autorun]\nopen=VIEWER\\VIEWER.EXE\n")
        disc.writestr("VIEWER/VIEWER.EXE", b"MZ" + pixels)
        disc.writestr("REPORT.PDF", made.a_pdf(pages=2))
        for number in range(images):
            with disc.open(f"DICOM/S{number // 200:03}/I{number:05}", "w") as entry:
                entry.write(image)
                for start in range(0, each, len(pixels)):
                    entry.write(pixels[: each - start])


class Memory:
    """What a process and its children hold, the most of it since it was last asked."""

    def __init__(self, process: int) -> None:
        self._process, self._over = process, threading.Event()
        self._most, self._most_shared_once = 0, 0
        self.bot, self.child = 0, 0
        """The most that either held."""
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def most(self) -> tuple[int, int]:
        """Megabytes."""
        most = self._most >> 20, self._most_shared_once >> 20
        self._most = self._most_shared_once = 0
        return most

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            family = [self._process, *_children(self._process)]
            resident = [_resident(each) for each in family]
            self._most = max(self._most, sum(resident))
            self.child = max(self.child, *resident[1:], 0)
            self.bot = max(self.bot, resident[0])
            self._most_shared_once = max(self._most_shared_once, sum(map(_share, family)))


def _children(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            yield from map(int, task.read_text().split())


def _resident(process: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    return 0


def _share(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    return 0


@contextmanager
def running(server: Server, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {
        **os.environ,
        "TELEGRAM_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "TELEGRAM_API_LOCAL": str(server.local),
        "DATA_DIR": str(folder / "data"),
        "LOG_LEVEL": "WARNING",
    }
    process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=PROJECT, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


class Person:
    """Who sends the disc, and waits."""

    def __init__(self, server: Server) -> None:
        self.telegram = server.telegram
        with self.telegram.changing():
            self.id = self.telegram.people.join("Ana", None, None, "en").id

    def writes(self, text: str) -> None:
        acts.send(self.telegram, self.id, contents.text(text))

    def sends(self, disc: Path) -> None:
        acts.send(self.telegram, self.id, contents.document(self.telegram.files, "disc.zip", disc))

    def presses(self, data: str) -> None:
        message = next(each for each in reversed(self.heard()) if _has(each, data))
        acts.press(self.telegram, self.id, self.id, message.message_id, data)

    def heard(self) -> list[Any]:
        return [each for each in self.telegram.messages.of(self.id) if each.from_bot and not each.deleted]

    def waits(self, fulfilled: Callable[[list[Any]], bool]) -> float:
        """Seconds until something is heard."""
        began = time.perf_counter()
        while not fulfilled(self.heard()):
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError("nothing came")
            time.sleep(0.02)
        return time.perf_counter() - began

    def waits_for(self, data: str) -> None:
        self.waits(lambda heard: any(_has(each, data) for each in heard))


def _has(message: Any, data: str) -> bool:
    return any(button.get("callback_data") == data for row in message.rows for button in row)


def measure(megabytes: int, images: int, folder: Path) -> dict[str, Any]:
    """Figures of one disc on its whole way."""
    disc, figures = folder / "disc.zip", dict[str, Any]()
    make_disc(disc, megabytes, images)
    figures |= {"megabytes": disc.stat().st_size >> 20, "images": images}
    (folder / "server").mkdir()
    with (
        Server(folder / "telegram", limits=Limits.none(), local=folder / "server") as server,
        running(server, folder) as bot,
    ):
        ana, memory = Person(server), Memory(bot.pid)
        for data in ("welcome/begin", "consent/keep_files", "gather/go_on"):
            ana.writes("/start") if data == "welcome/begin" else None
            ana.waits_for(data)
            ana.presses(data) if data != "gather/go_on" else None
        figures["memory_before"] = memory.most()
        ana.sends(disc)
        figures["kept_s"] = round(ana.waits(lambda _: _is_kept(folder)), 1)
        figures["memory_kept"] = memory.most()
        ana.writes("/packet")
        ana.waits_for("packet/build")
        ana.presses("packet/build")
        figures["packet_s"] = round(ana.waits(lambda heard: sum("document" in each.body for each in heard) >= 2), 1)
        figures["memory_packet"] = memory.most()
        archive = [each.body["document"] for each in ana.heard() if "document" in each.body][-1]
        figures["archive_megabytes"] = archive["file_size"] >> 20
        memory.stop()
        figures |= {"memory_bot": memory.bot >> 20, "memory_child": memory.child >> 20}
    return figures


def _is_kept(folder: Path) -> bool:
    return any((folder / "data" / "vault").glob("*/1.sealed"))


def line(figures: dict[str, Any]) -> str:
    """What was measured, in one line."""
    return (
        f"a disc of {figures['megabytes']} MB and {figures['images']} images: kept after {figures['kept_s']} s, beside "
        f"the packet {figures['packet_s']} s after it was asked for; bot and children {figures['memory_kept'][0]} and "
        f"{figures['memory_packet'][0]} MB at the most"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--images", type=int, default=5000)
    asked = parser.parse_args()
    if not 0 < asked.megabytes <= MOST_MEGABYTES:
        parser.error(f"--megabytes: 1 to {MOST_MEGABYTES}, so that the bot takes the disc")
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(measure(asked.megabytes, asked.images, Path(name)), indent=1))
