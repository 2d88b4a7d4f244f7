"""Files from a Bot API server of the operator's own: read in its folder, nowhere else, and not left there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.chat.download import Downloads
from bot.chat.local_files import LocalFiles, NotThere
from bot.documents.arrival import Unavailable
from bot.rehearsal.telegram import files
from bot.rehearsal.telegram.limits import Limits
from bot.turn.done import NotNow
from bot.work.workers import speaks_against_it
from tests.adapters.desk import Desk
from tests.ports import free_port
from tests.telegram import Patient, RehearsalServer

CONTENT = b"a fictitious disc" * 100_000


@pytest.fixture(autouse=True)
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Telegram's own server gives ends below what is sent here."""
    monkeypatch.setattr(files, "LARGEST_DOWNLOAD", 1000)


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[RehearsalServer]:
    with RehearsalServer(limits=Limits.none(), local=tmp_path / "server") as server:
        yield server


@pytest.fixture
def file_id(ana: Patient) -> str:
    return str(ana.sends_document("disc.zip", CONTENT).body["document"]["file_id"])


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def fetched(desk: Desk, file_id: str, place: str, at_most: int = 1 << 30) -> bytes:
    downloads = Downloads(desk.bot, desk.transport, at_most, LocalFiles(place, desk.bot.token))
    return b"".join([chunk async for chunk in downloads.chunks(file_id)])


async def test_a_large_file_is_read_in_the_servers_folder_and_not_left_there(
    desk: Desk, telegram: RehearsalServer, file_id: str, tmp_path: Path
) -> None:
    for _ in range(2):  # the server fetches it anew
        assert await fetched(desk, file_id, str(tmp_path / "server")) == CONTENT
        assert not files_in(tmp_path / "server"), "what a patient sent does not stay there in clear"


async def test_the_folder_may_be_mounted_elsewhere(
    desk: Desk, telegram: RehearsalServer, file_id: str, tmp_path: Path
) -> None:
    (tmp_path / "mounted").symlink_to(tmp_path / "server")
    assert await fetched(desk, file_id, str(tmp_path / "mounted")) == CONTENT


async def test_a_folder_that_cannot_be_written_to_is_read_all_the_same(
    desk: Desk, telegram: RehearsalServer, file_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert await fetched(desk, file_id, str(tmp_path / "server")) == CONTENT


async def test_another_folder_than_the_servers_is_not_now_and_costs_no_try(
    desk: Desk, telegram: RehearsalServer, file_id: str, tmp_path: Path
) -> None:
    (tmp_path / "another").mkdir()
    with pytest.raises(NotThere) as not_there:
        await fetched(desk, file_id, str(tmp_path / "another"))
    assert not speaks_against_it(not_there.value)
    assert telegram.token not in str(not_there.value)


async def test_more_bytes_than_are_taken_end_the_download(
    desk: Desk, telegram: RehearsalServer, file_id: str, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable) as never:
        await fetched(desk, file_id, str(tmp_path / "server"), 1000)
    assert never.value.state == "too_big"


@pytest.mark.parametrize(
    "told",
    [
        "/etc/passwd",
        "{folder}/../secret",
        "{folder}/{token}/../../secret",
        "{folder}/{token}/documents/link",
        "{folder}/{token}/linked/secret",
        "{folder}/{token}/documents",
        "{folder}/{token}/documents/pipe",
        "{folder}/{token}/documents/\0",
        "{folder}/{token}",
        "/",
    ],
)
async def test_what_a_server_names_leads_nowhere_else(told: str, tmp_path: Path) -> None:
    import os

    folder, token = tmp_path / "server", "123:token"
    (folder / token / "documents").mkdir(parents=True)
    (tmp_path / "secret").write_text("the master key")
    (folder / token / "documents" / "link").symlink_to(tmp_path / "secret")
    (folder / token / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / token / "documents" / "pipe")
    with pytest.raises(NotThere):
        async for _ in LocalFiles(str(folder), token).chunks(told.format(folder=folder, token=token)):
            pass
    assert (tmp_path / "secret").exists()


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """Where a web server of the operator's gives what lies in the folder."""
    (tmp_path / "server").mkdir(exist_ok=True)
    application = web.Application()
    application.router.add_static("/files", tmp_path / "server")
    runner = web.AppRunner(application)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield f"http://127.0.0.1:{port}/files/"
    await runner.cleanup()


async def test_a_server_on_another_machine_is_asked_over_http(
    desk: Desk, telegram: RehearsalServer, file_id: str, address: str
) -> None:
    assert await fetched(desk, file_id, address) == CONTENT


async def test_a_server_that_runs_with_local_while_we_do_not_know_is_no_fault_of_the_file(
    desk: Desk, telegram: RehearsalServer, file_id: str
) -> None:
    with pytest.raises(NotNow, match="TELEGRAM_API_LOCAL") as not_now:
        [chunk async for chunk in Downloads(desk.bot, desk.transport).chunks(file_id)]
    assert not speaks_against_it(not_now.value)


async def test_a_server_without_local_is_no_fault_of_the_file(tmp_path: Path) -> None:
    """A patient is not told that 21 MB are over 2 GB."""
    with RehearsalServer(limits=Limits.none()) as telegram:
        ana = telegram.person("Ana")
        file_id = ana.sends_document("disc.zip", CONTENT).body["document"]["file_id"]
        desk = Desk(telegram, tmp_path / "test.db")
        await desk.opens()
        with pytest.raises(NotNow, match="without --local"):
            await fetched(desk, file_id, str(tmp_path))
        small = ana.sends_document("small.txt", b"a report").body["document"]["file_id"]
        assert await fetched(desk, small, str(tmp_path)) == b"a report", "from its own address, as before"
        await desk.closes()
