"""The disk is full, nearly full or can only be read, and then is well again: nothing is lost, nothing false said."""

from __future__ import annotations

import random
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.disks import small_disk
from tests.makers import made
from tests.ports import free_port
from tests.system.running import RunningBot, shows, taps, until
from tests.system.test_ready import ready
from tests.telegram import Patient, RehearsalServer

SIZE = 24 << 20
PAGE = 4096
FOR = 1.5
"""Seconds for which it is bad."""


class Disk:
    """A small disk of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def is_left(self, free: int) -> None:
        """So many bytes are free from now on."""
        with self._filler.open("wb", buffering=0) as filler:
            with suppress(OSError):
                while filler.write(bytes(PAGE)):
                    pass
            filler.truncate(max(0, filler.tell() - free))

    def can_only_be_read(self) -> bool:
        """False if the kernel refuses, because something is being written."""
        return not subprocess.run(["mount", "-o", "remount,ro", self.folder], capture_output=True).returncode

    def is_well(self) -> None:
        subprocess.run(["mount", "-o", "remount,rw", self.folder], check=True)
        self._filler.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "disk", SIZE) as folder:
        yield Disk(folder)


@pytest.fixture
def bot(telegram: RehearsalServer, disk: Disk, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, disk.folder / "data")
    running._log_file = tmp_path / "bot.log"  # not on the disk that is full
    running.start()
    yield running
    running.kill()


def weather(disk: Disk, die: random.Random, rounds: int) -> Iterator[str]:
    """One bad disk after another, each until the next is asked for."""
    for number in range(rounds):
        if number % 3 == 2 and disk.can_only_be_read():
            yield "read only"
        else:
            free = die.choice((0, 0, 4096, 20_000, 100_000, 400_000))
            disk.is_left(free)
            yield f"{free} bytes free"


def lives_through(bot: RunningBot, ana: Patient, disk: Disk, seed: int, rounds: int) -> None:
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"), seconds=120)
    taps(ana, "welcome/begin", "consent/keep_files")
    taps(ana, "consent/keep_files", "gather/go_on")
    die = random.Random(seed)
    sent = 0
    for number, bad in enumerate(weather(disk, die, rounds)):
        ana.sends_document(f"report {number}.pdf", made.a_pdf(pages=number % 4 + 1))
        sent += 1
        ana.sends("/questions")
        threading.Event().wait(FOR)
        assert bot.kept() <= sent, bad
        disk.is_well()
        until(lambda sent=sent: bot.kept() == sent, f"{bad}: the file is kept", 150)
        until(lambda: not bot.rows("SELECT 1 FROM outbox"), f"{bad}: all is said", 150)
    (case,) = bot.cases()
    assert [document["state"] for document in case["documents"]] == ["readable"] * sent
    assert len(bot.files()) == sent, "and nothing half-written is left"
    assert bot.stop() == 0, "the one that was started"


def test_what_comes_while_the_disk_is_bad_is_kept_when_it_is_well(bot: RunningBot, ana: Patient, disk: Disk) -> None:
    lives_through(bot, ana, disk, seed=1, rounds=4)


def test_a_full_disk_is_named_for_what_it_is_and_over_when_there_is_room_again(
    bot: RunningBot, ana: Patient, disk: Disk
) -> None:
    bot.stop()
    bot.settings |= {"LISTEN_PORT": str(free_port()), "LOG_LEVEL": "INFO"}
    bot.start()
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"), seconds=120)
    taps(ana, "welcome/begin", "consent/keep_files")
    taps(ana, "consent/keep_files", "gather/go_on")
    until(lambda: ready(bot)["status"] == 200, "ready")
    disk.is_left(0)
    ana.sends_document("report.pdf", made.a_pdf(pages=3))
    for number in range(40):  # the log of the database may have room in it that it has already
        ana.sends(f"/questions {number}")
    until(lambda: {"disk", "storing"} <= set(ready(bot)["late"]), "told", 30)
    threading.Event().wait(3)
    told = ready(bot)
    assert told["status"] == 503
    assert "hearing" not in told["late"], "Telegram hears us"
    assert bot.log.count("nothing can be stored: the disk is full") == 1
    assert "no updates could be taken" not in bot.log
    disk.is_well()
    until(lambda: ready(bot)["status"] == 200, "ready again, and nobody wrote meanwhile", 60)
    until(lambda: bot.kept() == 1, "kept")
    assert bot.log.count("things are stored again") == 1
    assert bot.stop() == 0, "the one that was started"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_for_a_long_time(bot: RunningBot, ana: Patient, disk: Disk, seed: int) -> None:
    lives_through(bot, ana, disk, seed, rounds=12)
