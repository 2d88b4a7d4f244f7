"""What only an object store can show: several who write, kills between two requests, and a store that is away."""

from __future__ import annotations

import hashlib
import os
import secrets
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.vault import Missing, Vault
from bot.vault.errors import StoreAway, VaultAway
from bot.vault.objects import opening, upload
from bot.vault.objects.objects import Objects
from bot.vault.stream import HEADER_BYTES
from tests.stores import BUCKET, StoreServer, new_bucket, running_store
from tests.vault.conftest import CASE, DOCUMENT, OTHER_CASE, OTHER_DOCUMENT, in_a_store

PROJECT = Path(__file__).parents[2]
YESTERDAY, TOMORROW = (datetime.now(UTC) + timedelta(days=days) for days in (-1, 1))
LARGE = secrets.token_bytes(2 * upload.PIECE_BYTES + 1000)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read(vault: Vault, key: bytes, content: bytes) -> bytes:
    """The document whose row says that it is this."""
    return b"".join(vault.read(CASE, key, DOCUMENT, sha256(content)))


@in_a_store
def test_a_large_file_lies_in_pieces_below_a_name_that_nobody_else_writes(vault, key, keep, place) -> None:
    keep(LARGE), keep(LARGE)
    sizes: dict[str, list[int]] = {}
    for entry in sorted(place._bucket.under(f"{CASE}/{DOCUMENT}"), key=lambda entry: entry.name):
        sizes.setdefault(entry.name.split("/")[2].split(".")[0], []).append(entry.size)
    assert len(sizes) == 2, "each attempt has names of its own"
    for header, *pieces, label in sizes.values():
        assert (header, label) == (HEADER_BYTES, 0)
        assert max(pieces) == upload.PIECE_BYTES
        assert len(pieces) == 3
    assert read(vault, key, LARGE) == LARGE


@in_a_store
def test_nothing_that_is_there_says_what_it_is(vault, key, keep, place) -> None:
    canary = b"CANARY of a fictitious patient"
    keep(canary * 5000)
    lying = {entry.name: place._bucket.get(entry.name) for entry in place._bucket.under()}
    for name, content in lying.items():
        assert b"CANARY" not in content
        assert sha256(canary * 5000)[:16] not in name


@in_a_store
def test_while_one_replaces_another_the_row_decides(vault, key, keep) -> None:
    keep(b"locked")
    with vault.receive(CASE, key, DOCUMENT, replaces=True) as deposit:
        deposit.write(b"without its lock")
        deposit.seal()
        deposit.keep()
    # Killed here, or here the row is written: either way it is the one that the row means.
    assert read(vault, key, b"locked") == b"locked"
    assert read(vault, key, b"without its lock") == b"without its lock"
    assert list(vault.contents()) == [(CASE, DOCUMENT)]
    with pytest.raises(Missing):
        read(vault, key, b"something else")


@in_a_store
def test_what_the_row_does_not_mean_is_set_aside_once_it_is_old(vault, key, keep) -> None:
    keep(b"locked"), keep(b"without its lock"), keep(b"another"), keep(b"once", document=OTHER_DOCUMENT)
    assert vault.kept_twice() == [(CASE, DOCUMENT)]
    wanted = (CASE, key, DOCUMENT, sha256(b"without its lock"))
    assert vault.settle(*wanted, YESTERDAY) == 0, "its row may be on the way"
    assert vault.settle(CASE, key, DOCUMENT, sha256(b"not there"), TOMORROW) == 0
    assert vault.settle(*wanted, TOMORROW) == 2
    assert (vault.kept_twice(), vault.lying_aside()) == ([], [(CASE, DOCUMENT)])
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"without its lock"
    assert vault.put_back(CASE, key, DOCUMENT, sha256(b"locked")), "for an older database"
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"locked"


@in_a_store
def test_of_two_alike_the_whole_one_stays(vault, key, keep) -> None:
    keep(b"a report").write_bytes(bytes(80))
    keep(b"a report")
    assert vault.settle(CASE, key, DOCUMENT, sha256(b"a report"), TOMORROW) == 1
    assert read(vault, key, b"a report") == b"a report"


@in_a_store
def test_a_damaged_file_makes_way_for_the_whole_one_that_was_set_aside(vault, key, keep) -> None:
    keep(b"a report")
    vault.set_aside(CASE, DOCUMENT)
    keep(b"something else")
    assert vault.put_back(CASE, key, DOCUMENT, sha256(b"a report"))
    assert not vault.put_back(CASE, key, DOCUMENT, sha256(b"a report"))
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"a report"
    assert vault.lying_aside() == [(CASE, DOCUMENT)]


@in_a_store
def test_only_what_has_no_label_and_is_old_is_swept(vault, key, keep, lying) -> None:
    keep(b"kept"), keep(b"set aside", document=OTHER_DOCUMENT)
    vault.set_aside(CASE, OTHER_DOCUMENT)
    before = lying()
    on_its_way = vault.receive(CASE, key, DOCUMENT)
    on_its_way.write(LARGE)
    assert (vault.sweep_parts(YESTERDAY), vault.half_written(YESTERDAY)) == (0, 0)
    on_its_way.seal()
    assert (vault.half_written(TOMORROW), vault.sweep_parts(TOMORROW)) == (1, 1)
    assert lying() == before
    with pytest.raises(Missing):
        on_its_way.keep()
    on_its_way.discard()
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"kept"


@in_a_store
def test_what_was_set_aside_long_ago_is_erased_with_all_its_pieces(vault, keep, lying) -> None:
    keep(LARGE), keep(b"kept", document=OTHER_DOCUMENT)
    kept = [name for name in lying() if f"/{OTHER_DOCUMENT}/" in name]
    vault.set_aside(CASE, DOCUMENT)
    assert vault.erase_set_aside(datetime.now(UTC).date()) == 0
    assert vault.erase_set_aside(TOMORROW.date()) == 1
    assert lying() == kept


@in_a_store
def test_a_move_that_was_cut_short_loses_nothing(vault, key, keep, place) -> None:
    keep(b"a report")
    (label,) = place._labels()
    place._bucket.put(label.aside(YESTERDAY.date()).name, b"")  # and then it was killed
    assert read(vault, key, b"a report") == b"a report"
    vault.erase_set_aside(TOMORROW.date())
    assert read(vault, key, b"a report") == b"a report"
    assert vault.lying_aside() == []


@in_a_store
def test_two_bots_may_take_in_the_same_document_at_once(vault, key, place) -> None:
    other = Vault(Objects(place._bucket), vault._master_key)
    failed: list[BaseException] = []

    def takes_in(by: Vault, content: bytes) -> None:
        try:
            with by.receive(CASE, key, DOCUMENT) as deposit:
                deposit.write(content)
                deposit.seal()
                assert b"".join(deposit.read()) == content
                deposit.keep()
        except BaseException as error:
            failed.append(error)

    contents = [bytes([number]) * 200_000 for number in range(6)]
    threads = [
        threading.Thread(target=takes_in, args=(by, each))
        for by, each in zip([vault, other] * 3, contents, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert all(read(vault, key, content) == content for content in contents)


@in_a_store
def test_who_erases_while_others_write_erases_all_of_it(vault, key, lying) -> None:
    begun = threading.Barrier(4)
    outcomes: list[str] = []

    def takes_in(document: int) -> None:
        with vault.receive(CASE, key, document) as deposit:
            begun.wait()
            deposit.write(LARGE)
            deposit.seal()
            try:
                deposit.keep()
                outcomes.append("kept")
            except Missing:
                outcomes.append("missing")

    threads = [threading.Thread(target=takes_in, args=(document,)) for document in range(3)]
    for thread in threads:
        thread.start()
    begun.wait()
    vault.erase_case(CASE)
    for thread in threads:
        thread.join()
    assert outcomes == ["missing"] * 3, "who was on the way when it was erased is told"
    assert lying() == []


@in_a_store
def test_a_file_that_is_taken_away_while_it_is_read_is_no_damage(vault, key, keep, place) -> None:
    keep(LARGE)
    reading = vault.read(CASE, key, DOCUMENT)
    next(reading)
    vault.erase(CASE, DOCUMENT)
    with pytest.raises(VaultAway):
        list(reading)
    with pytest.raises(Missing):
        list(vault.read(CASE, key, DOCUMENT))
    keep(LARGE)
    (label,) = place._labels()
    place._bucket.delete([label.place.piece(2)])
    with pytest.raises(Missing):
        list(vault.read(CASE, key, DOCUMENT))


@in_a_store
def test_a_piece_that_lies_there_otherwise_than_it_was_put_is_never_taken_for_saved(vault, key, place) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"a report")
        deposit.seal()
        piece = deposit._part._place.piece(1)
        place._bucket.put(piece, place._bucket.get(piece)[:-1], replaces=True)
        with pytest.raises(Missing):
            deposit.keep()
    assert list(vault.contents()) == []


def test_another_object_under_the_same_name_is_never_replaced(moto: StoreServer) -> None:
    bucket = new_bucket(moto)
    bucket.put("a", b"one")
    bucket.put("a", b"one")  # a second try after a lost answer
    with pytest.raises(StoreAway):
        bucket.put("a", b"other")
    assert bucket.get("a") == b"one"


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
    assert vault.half_written(TOMORROW) == 1 - kept
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
            lambda: vault.sweep_parts(TOMORROW),
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
        assert vault.sweep_parts(TOMORROW) == 1


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


@in_a_store
def test_what_is_not_ours_in_the_bucket_is_passed_over(vault, key, keep, place) -> None:
    keep(b"a report")
    for name in (
        "notes.txt",
        f"{CASE}/notes.txt",
        f"{OTHER_CASE}/1/notes.txt",
        "aside/2026-01-01/x",
        f"{CASE}/1.sealed",
    ):
        place._bucket.put(name, b"?")
    assert list(vault.contents()) == [(CASE, DOCUMENT)]
    assert vault.sweep_parts(TOMORROW) == 0
    assert vault.erase_set_aside(TOMORROW.date()) == 0
    assert place._bucket.exists("notes.txt")
