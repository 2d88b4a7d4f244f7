"""Kills between two requests, a store that is away or silent, and a bucket that is marked no more."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.vault import Vault
from bot.vault.errors import StoreAway, VaultAway
from bot.vault.objects import opening
from bot.vault.objects.objects import Objects
from bot.vault.objects.patience import Patience
from bot.vault.objects.reasons import SILENT
from tests.stores import BUCKET, StoreServer, new_bucket, running_store
from tests.vault.conftest import CASE, DOCUMENT, OTHER_DOCUMENT, in_a_store
from tests.vault.large import LARGE, LONG_AFTER

PROJECT = Path(__file__).parents[2]


DYING = """
import os, signal, sys
from bot.vault import Vault
from bot.vault.objects.objects import Objects
from bot.vault.objects.opening import open_bucket
case, moment = "0" * 32, sys.argv[2]
vault = Vault(Objects(open_bucket(sys.argv[1], os.environ)), bytes(32))
key = vault.new_case_key(case)
deposit = vault.receive(case, key, 1)
deposit.write(bytes(6_000_000))
if moment != "writing":
    deposit.seal()
if moment == "kept":
    deposit.keep()
sys.stdout.write(key.hex())
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("kind", ["moto", "nanio"])
@pytest.mark.parametrize(("moment", "kept"), [("writing", 0), ("sealed", 0), ("kept", 1)])
def test_a_kill_leaves_a_document_whole_or_not_at_all(request, kind: str, moment: str, kept: int) -> None:
    server: StoreServer = request.getfixturevalue(kind)
    url = f"s3://{BUCKET}/{secrets.token_hex(4)}"
    command = [sys.executable, "-c", DYING, url, moment]
    environment = {**os.environ, **server.variables}
    told = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True)
    assert told.returncode == -signal.SIGKILL, told.stderr
    vault = Vault(Objects(opening.open_bucket(url, server.variables)), bytes(32))
    assert len(list(vault.contents())) == kept
    assert vault.half_written(LONG_AFTER) == 1 - kept
    if kept:
        assert b"".join(vault.read("0" * 32, bytes.fromhex(told.stdout), 1)) == bytes(6_000_000)
    vault.erase_case("0" * 32)
    assert not [name for name in server.lying() if name.startswith(url.removeprefix(f"s3://{BUCKET}/"))]


def test_a_store_that_is_away_and_back_again_lost_nothing_and_nothing_was_said_to_be_saved(tmp_path: Path) -> None:
    with running_store("nanio", tmp_path / "store") as server:
        bucket = new_bucket(server)
        bucket.put("identity", b"")
        vault = Vault(Objects(bucket), bytes(32))
        key = vault.new_case_key(CASE)
        with vault.receive(CASE, key, OTHER_DOCUMENT) as deposit:
            deposit.write(LARGE)
            deposit.seal()
            deposit.keep()
        caught = vault.receive(CASE, key, DOCUMENT)
        server.kill()
        assert vault.is_away()
        for attempt in (
            lambda: caught.write(LARGE),
            lambda: vault.receive(CASE, key, 1),
            lambda: list(vault.read(CASE, key, OTHER_DOCUMENT)),
            lambda: vault.erase(CASE, OTHER_DOCUMENT),
            lambda: vault.erase_case(CASE),
            lambda: list(vault.contents()),
            lambda: vault.set_aside(CASE, OTHER_DOCUMENT),
            lambda: vault.sweep_parts(LONG_AFTER),
        ):
            with pytest.raises(VaultAway) as error:
                attempt()
            assert CASE not in str(error.value)
            assert BUCKET not in str(error.value)
        with pytest.raises(RuntimeError):
            caught.seal()
        caught.discard()
        server.start()
        assert not vault.is_away()
        assert list(vault.contents()) == [(CASE, OTHER_DOCUMENT)]
        assert b"".join(vault.read(CASE, key, OTHER_DOCUMENT)) == LARGE
        assert vault.sweep_parts(LONG_AFTER) == 1


def test_a_store_that_takes_connections_and_answers_none_is_given_up(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(opening, "SECONDS", 1)
    with running_store("moto", tmp_path / "store") as server:
        vault = Vault(Objects(new_bucket(server)), bytes(32))
        key = vault.new_case_key(CASE)
        deposit = vault.receive(CASE, key, DOCUMENT)
        server.pause()
        with pytest.raises(VaultAway):
            deposit.write(LARGE)
        with pytest.raises(VaultAway):
            vault.receive(CASE, key, DOCUMENT)
        server.go_on()
        deposit.discard()
        with vault.receive(CASE, key, DOCUMENT) as again:
            again.write(LARGE)
            again.seal()
            again.keep()
        assert b"".join(vault.read(CASE, key, DOCUMENT)) == LARGE


@in_a_store
def test_a_bucket_that_is_marked_no_more_takes_nothing_and_erases_nothing(place, key, keep, vault, lying) -> None:
    place.put_mark(b"")
    marked = Vault(place, vault._master_key)
    keep(b"a report")
    place._bucket.delete(["identity"])
    before = lying()
    assert marked.is_away()
    for attempt in (
        lambda: marked.receive(CASE, key, 1),
        lambda: list(marked.read(CASE, key, 1)),
        lambda: marked.erase(CASE, DOCUMENT),
        lambda: marked.erase_case(CASE),
    ):
        with pytest.raises(VaultAway):
            attempt()
    assert lying() == before


def test_that_a_store_is_away_is_told_once_and_once_that_it_is_back(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    patience = Patience(clock=lambda: now[0])

    def asks(answer: Exception | None = None) -> None:
        now[0] += 1
        with suppress(StoreAway, FileNotFoundError), patience.asking():
            if answer:
                raise answer

    for _ in range(3):
        asks(StoreAway(SILENT))
    assert caplog.messages == [], "a start that finds it away says so in its own line"
    asks()
    for _ in range(20):
        asks(StoreAway(SILENT))
    asks(FileNotFoundError())
    assert [message.split(":")[0].split(",")[0] for message in caplog.messages] == [
        "the store is away",
        "the store is back",
    ]
    caplog.clear()
    for _ in range(10):
        asks(StoreAway("its store answers that it cannot"))
        asks()
    assert caplog.messages == [], "it answers now and then: a minute must pass"
    now[0] += 60
    asks(StoreAway("its store answers that it cannot"))
    assert len(caplog.messages) == 1
