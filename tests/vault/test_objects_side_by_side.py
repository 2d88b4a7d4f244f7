"""Several who write, erase and read the same objects at once."""

from __future__ import annotations

import threading

import pytest

from bot.vault import Missing, Vault
from bot.vault.errors import VaultAway
from bot.vault.objects.objects import Objects
from tests.vault.conftest import CASE, DOCUMENT, in_a_store
from tests.vault.large import LARGE, read


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
