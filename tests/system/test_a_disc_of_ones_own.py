"""A disc on its whole way: over a Bot API server of the operator's own, into the vault, and beside the packet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal.telegram.limits import Limits
from tests.makers import discs, made
from tests.system.running import RunningBot, shows, until
from tests.system.walk import TO_ENOUGH
from tests.telegram import Patient, RehearsalServer


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[RehearsalServer]:
    (tmp_path / "server").mkdir()
    with RehearsalServer(tmp_path / "telegram", limits=Limits.none(), local=tmp_path / "server") as server:
        yield server


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data", TELEGRAM_API_LOCAL=str(tmp_path / "server")).start()
    yield running
    running.kill()


@pytest.fixture
def ana(telegram: RehearsalServer) -> Patient:
    return telegram.person("Ana")


def test_a_disc_that_telegrams_own_server_would_not_give_is_saved_and_stands_beside_the_packet(
    bot: RunningBot, ana: Patient, tmp_path: Path
) -> None:
    disc = made.zipped({"DICOM/1": discs.a_dicom() + bytes(65 << 20), "REPORT.PDF": made.a_pdf()}, method=0)
    for act in TO_ENOUGH[:3]:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends_document("disc.zip", disc)
    until(lambda: bot.kept() == 1, "the disc is kept")
    (document,) = bot.case()["documents"]
    assert document["kind"] == "dicom_zip"
    assert document["facts"]["studies"][0]["date"] == "2026-03-12"
    assert not [path for path in (tmp_path / "server").rglob("*") if path.is_file()], "no copy in clear stays"
    ana.sends("/packet")
    ana.waits_for(shows("packet/build"))
    ana.presses("packet/build")
    until(lambda: [each for each in ana.bot_messages if each.kind == "document"][1:], "two files come")
    archive = [each for each in ana.bot_messages if each.kind == "document"][-1]
    assert archive.document
    with zipfile.ZipFile(io.BytesIO(archive.document)) as originals:
        assert disc in [originals.read(name) for name in originals.namelist()]
