"""A file's whole way in, over a real vault and a real database."""

import asyncio
import contextlib
import io
import logging
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from bot.child import lending
from bot.clock import Clock
from bot.documents import arrival, inspection
from bot.documents.arrival import Arrival, Unavailable
from bot.documents.fitness import Fitness
from bot.kinds.kinds import Kind
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.sealing import sealed_with
from bot.storage.work import FETCH, Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.vault import Missing, Vault
from dialogs.case.case import Case
from tests.lying import folder_of
from tests.makers import discs, made
from tests.ready import ready_database
from tests.sealing import SEALS

CASE, NUMBER = "0123456789abcdef" * 2, 7


async def _opens(_: Kind) -> bool:
    return True


class Hall:
    """Where a file comes in: one case, and a Telegram that gives what a test tells it to."""

    def __init__(self, folder: Path, fitness: Fitness | None = None) -> None:
        """Known good files can be opened, unless `fitness` is to find out."""
        engine = sealed_with(ready_database(folder / "companion.db"), SEALS)
        self.vault = Vault(folder / "vault", bytes(32))
        self.key = self.vault.new_case_key(CASE)
        self.writer = Writer(engine)
        self.engine, self.content = engine, b""
        self.folder, self.clock = folder, Clock()
        self.arrival = Arrival(self.writer, self.vault, self._download, self.clock, fitness=fitness or Fitness(_opens))

    async def opens(self) -> None:
        stored = StoredCase(CASE, 1, self.key, Case(), 0)
        await self.writer.run(cases.add, stored, Clock().now())

    async def receives(self, content: bytes) -> Done:
        self.content = content
        return await self.arrival.fetch(Task(1, CASE, FETCH, str(NUMBER), "file id", 0))

    async def unlocks(self, password: str) -> Done:
        return await self.arrival.unlock(CASE, self.key, NUMBER, password)

    def kept(self) -> bytes | None:
        try:
            return b"".join(self.vault.read(CASE, self.key, NUMBER))
        except Missing:
            return None

    async def _download(self, _: str) -> AsyncIterator[bytes]:
        if not self.content:
            raise Unavailable("not_fetched")
        for at in range(0, len(self.content), 60_000):
            yield self.content[at : at + 60_000]


@pytest.fixture
async def hall(tmp_path: Path) -> Any:
    hall = Hall(tmp_path)
    await hall.opens()
    yield hall
    hall.writer.close()


def seen(done: Done) -> tuple[str, int, tuple[str, ...]]:
    event: Any = done.event
    return event.state, event.pages, event.remarks


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (lambda: made.a_pdf(pages=2), "pdf"),
        (made.a_word_file, "docx"),
        (b"a fictitious note", "text"),
        (discs.a_dicom, "dicom"),
        (discs.a_disc, "dicom_zip"),
    ],
)
async def test_what_can_be_read_is_kept_as_it_came(hall: Hall, content: bytes, kind: str) -> None:
    done = await hall.receives(content)
    event: Any = done.event
    assert (event.state, event.kind, event.digest) == ("readable", kind, sha256(content).hexdigest())
    assert done.kept
    assert (done.kept.size, done.kept.sha256, done.kept.kind) == (len(content), sha256(content).hexdigest(), kind)
    assert hall.kept() == content


@pytest.mark.parametrize(("content", "kind"), [(discs.a_disc, "dicom_zip"), (lambda: made.a_pdf(pages=2), "pdf")])
async def test_a_file_of_gigabytes_takes_the_same_way_without_going_through_memory(
    hall: Hall, content: bytes, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lending, "LARGE", len(content) - 1)
    monkeypatch.setattr(inspection, "inspect", None)
    done = await hall.receives(content)
    event: Any = done.event
    assert (event.state, event.kind, event.digest) == ("readable", kind, sha256(content).hexdigest())
    assert hall.kept() == content


@pytest.mark.parametrize(
    "content",
    [
        made.a_broken_pdf,
        lambda: discs.with_every_file_locked(discs.a_zip()),
        lambda: discs.with_a_false_size(discs.a_disc(), 1 << 31),
    ],
)
async def test_what_cannot_be_read_is_not_kept(hall: Hall, content: bytes) -> None:
    done = await hall.receives(content)
    assert seen(done)[0] in ("unreadable", "unknown_kind", "over_limit")
    assert done.kept is None
    assert hall.kept() is None


async def test_a_file_that_telegram_does_not_give_is_told(hall: Hall) -> None:
    assert seen(await hall.receives(b"")) == ("not_fetched", 0, ())


async def test_a_locked_pdf_is_kept_until_its_password_comes_and_then_without_its_lock(hall: Hall) -> None:
    locked = made.a_locked_pdf(pages=3)
    done = await hall.receives(locked)
    assert seen(done) == ("locked", 0, ())
    assert done.kept
    assert hall.kept() == locked

    opened = await hall.unlocks("a secret")
    assert seen(opened) == ("readable", 3, ())
    kept = hall.kept()
    assert kept
    assert not PdfReader(io.BytesIO(kept)).is_encrypted
    event: Any = opened.event
    assert opened.kept
    assert event.digest == opened.kept.sha256 == sha256(kept).hexdigest()
    assert [each.name for each in (folder_of(hall.vault) / CASE).iterdir()] == [f"{NUMBER}.sealed"]


async def test_another_password_changes_nothing(hall: Hall) -> None:
    await hall.receives(made.a_locked_pdf())
    before = hall.kept()
    done = await hall.unlocks("another one")
    assert seen(done) == ("locked", 0, ("wrong_password",))
    assert done.kept is None
    assert hall.kept() == before


async def test_a_lock_that_no_password_opens_is_told_so(hall: Hall) -> None:
    await hall.receives(made.a_pdf_locked_by_certificate())
    assert seen(await hall.unlocks("a secret")) == ("locked", 0, ("other_lock",))


async def test_a_pdf_that_is_unreadable_behind_its_lock_stays_as_it_came(hall: Hall) -> None:
    locked = made.a_locked_pdf(pages=0)
    await hall.receives(locked)
    done = await hall.unlocks("a secret")
    assert seen(done)[0] == "unreadable"
    assert done.kept is None
    assert hall.kept() == locked


async def test_a_password_may_be_given_twice(hall: Hall) -> None:
    await hall.receives(made.a_locked_pdf())
    await hall.unlocks("a secret")
    assert seen(await hall.unlocks("a secret"))[0] == "readable"


async def test_a_file_that_is_gone_cannot_be_unlocked(hall: Hall) -> None:
    with pytest.raises(Missing):
        await hall.unlocks("a secret")


async def test_of_one_patient_one_file_is_fetched_at_a_time_and_a_wait_for_that_is_no_slow_download(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrival, "SECONDS", 0.5)
    busy, most, go_on = 0, 0, asyncio.Event()

    async def download(_: str) -> AsyncIterator[bytes]:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(go_on.wait(), 0.3)
        busy -= 1
        yield b"a fictitious note"

    coming = Arrival(hall.writer, hall.vault, download, Clock())
    tasks = [Task(number, CASE, FETCH, str(number), "file id", 0) for number in range(1, 5)]
    done = await asyncio.gather(*(coming.fetch(task) for task in tasks))
    assert [seen(each)[0] for each in done] == ["readable"] * 4, "though the last waited longer than a download may"
    assert most == 1


async def test_the_password_is_in_no_log_and_on_no_disk(
    hall: Hall, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await hall.receives(made.a_locked_pdf())
    await hall.unlocks("a secret")
    assert "a secret" not in caplog.text
    assert b"a secret" not in everything_in(tmp_path)
