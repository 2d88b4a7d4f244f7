"""A store behind a line on which answers are lost and bytes are changed: nothing false is taken for saved, or read."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator

import pytest

from bot.vault import Missing, Vault
from bot.vault.errors import VaultAway
from bot.vault.objects import opening
from bot.vault.objects.objects import Objects
from tests.store_between import Between, Exchange, Lost, between
from tests.stores import BUCKET, StoreServer, new_bucket
from tests.vault.conftest import CASE, DOCUMENT

REPORT = secrets.token_bytes(150_000)


@pytest.fixture
def line(moto: StoreServer) -> Iterator[Between]:
    with between(moto.port) as way:
        yield way


@pytest.fixture
def place(line: Between, moto: StoreServer) -> Objects:
    return Objects(new_bucket(moto, AWS_ENDPOINT_URL=line.address))


def take_in(vault: Vault, key: bytes) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(REPORT)
        deposit.seal()
        deposit.keep()


def read(vault: Vault, key: bytes) -> bytes:
    return b"".join(vault.read(CASE, key, DOCUMENT))


def is_a_piece(exchange: Exchange) -> bool:
    return exchange.method == "PUT" and len(exchange.body) > 1000


def test_an_answer_that_is_lost_costs_a_second_try_and_nothing_else(vault, key, line) -> None:
    lost: set[str] = set()

    def loses_the_first(exchange: Exchange) -> None:
        if exchange.method in ("PUT", "POST") and exchange.path not in lost:
            lost.add(exchange.path)
            raise Lost

    line.after = loses_the_first
    take_in(vault, key)
    assert len(lost) == 3
    assert read(vault, key) == REPORT
    vault.erase(CASE, DOCUMENT)
    assert list(vault.contents()) == []


def test_a_piece_that_was_changed_on_its_way_is_never_taken_for_saved(vault, key, line) -> None:
    def flips(exchange: Exchange) -> None:
        if is_a_piece(exchange):
            exchange.body = exchange.body[:99] + bytes([exchange.body[99] ^ 1]) + exchange.body[100:]

    line.before = flips
    with pytest.raises(VaultAway):
        take_in(vault, key)
    assert list(vault.contents()) == []


def test_a_piece_that_the_store_says_it_has_and_has_not_is_never_taken_for_saved(vault, key, line) -> None:
    def swallows(exchange: Exchange) -> None:
        if is_a_piece(exchange):
            exchange.status, exchange.answered = 200, {"ETag": '"0123"'}

    line.before = swallows
    with pytest.raises(VaultAway):
        take_in(vault, key)
    assert list(vault.contents()) == []


def test_a_store_that_names_what_it_keeps_in_its_own_way_is_asked_for_it(vault, key, line) -> None:
    def renames(exchange: Exchange) -> None:
        exchange.answered = {name: "opaque" if name == "ETag" else value for name, value in exchange.answered.items()}

    line.after = renames
    take_in(vault, key)
    assert line.count("GET") >= 3
    assert read(vault, key) == REPORT


def test_a_store_that_knows_no_conditions_is_asked_without_them(vault, key, line) -> None:
    def refuses(exchange: Exchange) -> None:
        if any(name.lower() == "if-none-match" for name in exchange.headers):
            exchange.status = 501
            exchange.answer = b"<Error><Code>NotImplemented</Code><Message>NotImplemented</Message></Error>"

    line.before = refuses
    take_in(vault, key)
    assert read(vault, key) == REPORT


def test_a_file_whose_end_does_not_come_is_no_damage(vault, key, line) -> None:
    take_in(vault, key)

    def cuts(exchange: Exchange) -> None:
        if exchange.method == "GET" and len(exchange.answer) > 100 and "list-type" not in exchange.path:
            exchange.answered["Content-Length"] = str(len(exchange.answer))
            exchange.answer = exchange.answer[: len(exchange.answer) // 2]  # and half of the rest, and of that

    line.after = cuts
    with pytest.raises(VaultAway):
        read(vault, key)
    line.after = lambda exchange: None
    assert read(vault, key) == REPORT


def test_a_store_that_has_too_much_to_do_is_asked_again(vault, key, line) -> None:
    asked: list[str] = []

    def is_busy(exchange: Exchange) -> None:
        asked.append(exchange.path)
        if asked.count(exchange.path) % 2:
            exchange.status, exchange.answer = 503, b"<Error><Code>SlowDown</Code><Message>SlowDown</Message></Error>"

    line.before = is_busy
    take_in(vault, key)
    assert read(vault, key) == REPORT


def test_a_label_that_is_lost_leaves_nothing_that_looks_kept(vault, key, line) -> None:
    def loses_labels(exchange: Exchange) -> None:
        if exchange.method == "PUT" and exchange.path.endswith(".kept"):
            raise Lost

    line.before = loses_labels
    with pytest.raises(VaultAway):
        take_in(vault, key)
    line.before = lambda exchange: None
    with pytest.raises(Missing):
        read(vault, key)
    take_in(vault, key)
    assert read(vault, key) == REPORT


def test_while_it_is_silent_one_asks_and_the_others_hear_at_once(
    moto: StoreServer, line: Between, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SECONDS", 2)
    vault = Vault(Objects(new_bucket(moto, AWS_ENDPOINT_URL=line.address)), bytes(32))
    key = vault.new_case_key(CASE)
    answers, heard = threading.Event(), threading.Event()

    def waits(_: Exchange) -> None:
        heard.set()
        answers.wait()

    line.before = waits
    with pytest.raises(VaultAway):
        take_in(vault, key)
    heard.clear()
    asking = threading.Thread(target=vault.is_away)
    asking.start()
    assert heard.wait(60)
    before = len(line.seen)
    for _ in range(50):
        with pytest.raises(VaultAway):
            vault.receive(CASE, key, DOCUMENT).write(REPORT)
    assert len(line.seen) <= before + 3, "only who asked already asks"
    answers.set()
    asking.join()
    take_in(vault, key)
    assert read(vault, key) == REPORT


@pytest.mark.parametrize("moment", ["before", "after"])
def test_what_is_erased_just_while_it_gets_its_label_is_gone(moto: StoreServer, line: Between, moment: str) -> None:
    url = f"s3://{BUCKET}/{secrets.token_hex(4)}"
    far, near = ({**moto.variables, "AWS_ENDPOINT_URL": address} for address in (line.address, moto.address))
    vault, other = (Vault(Objects(opening.open_bucket(url, each)), bytes(32)) for each in (far, near))
    key = vault.new_case_key(CASE)

    def erases(exchange: Exchange) -> None:
        if exchange.method == "PUT" and exchange.path.endswith(".kept"):
            other.erase_case(CASE)

    setattr(line, moment, erases)
    with pytest.raises(Missing):
        take_in(vault, key)
    assert list(other.contents()) == []
    assert not [name for name in moto.lying() if url.removeprefix(f"s3://{BUCKET}/") in name]
