"""The rehearsal as a Bot API server of one's own that runs with `--local`: it gives and refuses what that one does."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.rehearsal.api import sending
from bot.rehearsal.telegram import files
from tests.telegram import Patient, RehearsalServer

CONTENT = b"a fictitious disc" * 1000


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_DOWNLOAD", 1000)
    monkeypatch.setattr(sending, "LARGEST_LOCAL_UPLOAD", 20_000)
    monkeypatch.setattr(sending, "LARGEST_UPLOAD", 10_000)


@pytest.fixture(params=["in memory", "in a folder"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RehearsalServer]:
    folder = tmp_path / "telegram" if request.param == "in a folder" else None
    with RehearsalServer(folder, local=tmp_path / "server") as server:
        yield server


async def test_a_file_of_any_size_is_named_by_its_place_on_the_servers_disk(
    bot: Bot, ana: Patient, server: RehearsalServer, tmp_path: Path
) -> None:
    sent = ana.sends_document("disc.zip", CONTENT).body["document"]
    for _ in range(2):
        path = Path((await bot.get_file(sent["file_id"])).file_path or "")
        assert path.is_relative_to(tmp_path / "server" / server.token)
        assert path.read_bytes() == CONTENT  # noqa: ASYNC240
        path.unlink()  # noqa: ASYNC240 - then it is fetched anew


async def test_it_gives_no_file_at_an_address(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    sent = ana.sends_document("disc.zip", CONTENT).body["document"]
    await bot.get_file(sent["file_id"])
    with pytest.raises((BadRequest, InvalidToken)):
        await bot.request.retrieve(f"{server.url}/file/bot{server.token}/documents/file_1.zip")


async def test_what_is_sent_may_be_larger_and_has_a_limit_too(bot: Bot, ana: Patient) -> None:
    await bot.send_document(ana.id, InputFile(io.BytesIO(CONTENT), "originals.zip"))
    assert ana.messages[-1].document == CONTENT
    with pytest.raises(NetworkError):
        await bot.send_document(ana.id, InputFile(io.BytesIO(2 * CONTENT), "originals.zip"))
