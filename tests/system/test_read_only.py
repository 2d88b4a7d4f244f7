"""As a container or a hardened service runs it: nothing can be written but the data folder, not even /tmp."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal.telegram.limits import Limits
from tests.read_only import REFUSED
from tests.system.running import PROJECT, RunningBot, shows, until
from tests.system.walk import TO_ENOUGH
from tests.telegram import Patient, RehearsalServer

PATIENCE = 300


def shut_in(folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.read_only", str(folder), "--", sys.executable]


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    tried = subprocess.run([*shut_in(folder), "-c", "pass"], cwd=PROJECT, check=False)
    if tried.returncode == REFUSED:
        pytest.skip("this machine lets us change no mounts")
    running = RunningBot(telegram, folder, REQUIRE_CONFINEMENT="true")
    running.command = shut_in(folder)
    running.start()
    yield running
    running.kill()


@pytest.fixture
def telegram() -> Iterator[RehearsalServer]:
    with RehearsalServer(limits=Limits.none()) as server:
        yield server


def test_files_are_taken_in_looked_at_and_given_back_and_nothing_is_written_elsewhere(
    bot: RunningBot, ana: Patient, tmp_path: Path
) -> None:
    for act in TO_ENOUGH:
        act.do(ana)
        act.wait(ana, bot)
    assert bot.kept() == len(bot.files()) == 5
    ana.sends("/checklist")
    ana.waits_for(shows("aside/sheet"), seconds=PATIENCE)
    ana.presses("aside/sheet")
    ana.sends("/packet")
    ana.waits_for(shows("packet/build"), seconds=PATIENCE)
    ana.presses("packet/build")
    until(lambda: sum(each.kind == "document" for each in ana.bot_messages) >= 3, "summary and packet", PATIENCE)
    assert bot.stop() == 0
    assert {path.name for path in tmp_path.iterdir()} == {"data", "data.log"}
