"""Patients' files in an object store: the bot as it runs, over two S3 test servers that go away meanwhile."""

from __future__ import annotations

import hashlib
import io
import secrets
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.vault import Vault, master_key
from bot.vault.objects.objects import Objects
from bot.vault.objects.opening import open_bucket
from tests.makers import made
from tests.stores import BUCKET, StoreServer, running_store
from tests.system.running import RunningBot, shows, until
from tests.system.test_doctor import Doctor
from tests.system.test_the_packet import builds
from tests.system.walk import TO_ENOUGH, TO_SENDING
from tests.telegram import Patient, RehearsalServer

PATIENCE = 240


class BotOnAStore(RunningBot):
    """A bot whose files lie in a bucket, beside those of others."""

    def __init__(self, server: RehearsalServer, data_dir: Path, store: StoreServer) -> None:
        self.store, self.folder = store, secrets.token_hex(4)
        super().__init__(server, data_dir, STORE_URL=f"s3://{BUCKET}/{self.folder}", **store.variables)

    def lying(self) -> list[str]:
        """All but that somebody was deleted, as an opaque number."""
        mine = [name for name in self.store.lying() if name.startswith(f"{self.folder}/")]
        return [name for name in mine if not name.startswith(f"{self.folder}/deletions/")]

    @property
    def place(self) -> Objects:
        return Objects(open_bucket(self.settings["STORE_URL"], self.store.variables))

    def reads(self, number: int) -> bytes:
        ((case_id, key),) = self.rows("SELECT id, key FROM cases")
        ((sha256,),) = self.rows(f"SELECT sha256 FROM documents WHERE number = {number}")
        return b"".join(Vault(self.place, master_key(self.data_dir / "master.key")).read(case_id, key, number, sha256))


Start = Callable[[StoreServer], BotOnAStore]


@pytest.fixture
def start(telegram: RehearsalServer, tmp_path: Path) -> Iterator[Start]:
    running: list[BotOnAStore] = []

    def starting(store: StoreServer) -> BotOnAStore:
        running.append(BotOnAStore(telegram, tmp_path / "data", store))
        running[-1].start()
        return running[-1]

    yield starting
    for bot in running:
        bot.kill()


def comes_to_sending(bot: RunningBot, ana: Patient) -> None:
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, bot)


def test_a_file_is_sent_saved_packed_and_deleted(start: Start, ana: Patient, moto: StoreServer) -> None:
    bot = start(moto)
    report = made.a_pdf(pages=4)
    for act in TO_ENOUGH:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends_document("report.pdf", report)
    until(lambda: bot.kept() == 6, "kept", PATIENCE)
    ((number,),) = bot.rows(f"SELECT number FROM documents WHERE sha256 = '{hashlib.sha256(report).hexdigest()}'")
    assert bot.reads(number) == report
    assert not (bot.data_dir / "vault").exists()

    packet, archive = builds(ana, 2)
    assert packet.document
    assert archive.document
    assert packet.document.startswith(b"%PDF")
    originals = zipfile.ZipFile(io.BytesIO(archive.document))
    assert report in [originals.read(name) for name in originals.namelist()]
    assert Doctor(bot).says()[0] == 0, Doctor(bot).says()[1]

    ana.sends("/delete")
    ana.waits_for(shows("aside@1/delete_yes"))
    ana.presses("aside@1/delete_yes")
    until(lambda: bot.lying() == [f"{bot.folder}/identity"], "nothing of it lies there", PATIENCE)
    assert not bot.rows("SELECT 1 FROM documents")
    until(lambda: bot.place.deleted() == {one for (one,) in bot.rows("SELECT id FROM deletions")}, "noted there")
    assert bot.stop() == 0


def test_beside_a_running_bot_the_doctor_finds_what_is_planted(start: Start, ana: Patient, nanio: StoreServer) -> None:
    bot = start(nanio)
    comes_to_sending(bot, ana)
    for number in range(1, 4):
        ana.sends_document(f"{number}.txt", b"a fictitious note %d" % number)
        until(lambda number=number: bot.kept() == number, "kept", PATIENCE)
    ((case_id,),) = bot.rows("SELECT id FROM cases")
    bucket, labels = bot.place._bucket, {label.place.document: label for label in bot.place._labels()}
    assert Doctor(bot).finds() == (0, {})
    content = bytearray(bucket.get(labels[1].place.piece(1)))
    content[9] ^= 1
    bucket.put(labels[1].place.piece(1), bytes(content), replaces=True)
    bucket.delete([labels[2].name])
    bucket.put(labels[3].name.replace(case_id, "f" * 32), b"")
    before = bot.lying()
    code, found = Doctor(bot).finds()
    assert (code, set(found)) == (1, {"changed_files", "rows_without_files", "files_without_rows"})
    assert f"{case_id}/1" in found["changed_files"]
    assert f"{case_id}/2" in found["rows_without_files"]
    assert f"{'f' * 32}/3" in found["files_without_rows"]
    assert bot.lying() == before
    code, found = Doctor(bot).finds(AWS_ENDPOINT_URL="http://127.0.0.1:9")
    assert code == 2
    assert "STORE_URL" in found["unseen"]
    assert bot.stop() == 0


@pytest.mark.parametrize("kind", ["nanio", pytest.param("moto", marks=pytest.mark.soak)])
def test_while_the_store_is_away_nothing_is_lost_and_no_lie_is_told(
    kind: str, start: Start, ana: Patient, tmp_path: Path
) -> None:
    with running_store(kind, tmp_path / "store") as store:
        bot = start(store)
        comes_to_sending(bot, ana)
        first, second = b"a fictitious note", b"another fictitious note"
        ana.sends_document("first.txt", first)
        until(lambda: bot.kept() == 1, "kept", PATIENCE)

        # moto forgets everything when it ends, so that it is only stopped from answering.
        store.kill() if kind == "nanio" else store.pause()
        ana.sends_document("second.txt", second)
        ana.sends("/help")
        until(lambda: bot.rows("SELECT 1 FROM work WHERE kind = 'fetch' AND ended > 0"), "it was tried", PATIENCE)
        assert bot.kept() == 1, "nothing is saved while it is away"
        store.start() if kind == "nanio" else store.go_on()

        until(lambda: bot.kept() == 2, "kept, once it is back", PATIENCE)
        assert (bot.reads(1), bot.reads(2)) == (first, second)

        store.kill() if kind == "nanio" else store.pause()
        ana.sends("/delete")
        ana.waits_for(shows("aside@1/delete_yes"))
        ana.presses("aside@1/delete_yes")
        until(lambda: bot.rows("SELECT 1 FROM work WHERE kind = 'erase' AND ended > 0"), "it was tried", PATIENCE)
        store.start() if kind == "nanio" else store.go_on()
        until(lambda: bot.lying() == [f"{bot.folder}/identity"], "nothing of it lies there", PATIENCE)
        assert "given up" not in bot.log
        assert bot.log.count("the store is away: its store does not answer") <= 2, "each time once"
        assert bot.log.count("the store is back, after") == bot.log.count("the store is away")
        assert "fault of its own" not in bot.log
        assert bot.stop() == 0


@pytest.mark.soak
def test_a_kill_while_files_come_leaves_every_file_whole(start: Start, ana: Patient, moto: StoreServer) -> None:
    bot = start(moto)
    comes_to_sending(bot, ana)
    notes = [b"a fictitious note %d" % number for number in range(12)]
    for number, note in enumerate(notes):
        ana.sends_document(f"{number}.txt", note)
        if number % 3 == 2:
            until(lambda number=number: bot.kept() >= number // 2, "some are kept", PATIENCE)
            bot.kill()
            bot.start()
    until(lambda: bot.kept() == len(notes), "all are kept", PATIENCE)
    kept = {sha256 for (sha256,) in bot.rows("SELECT sha256 FROM documents WHERE sha256 IS NOT NULL")}
    assert kept == {hashlib.sha256(note).hexdigest() for note in notes}
    assert Doctor(bot).finds() == (0, {})
    assert bot.stop() == 0
