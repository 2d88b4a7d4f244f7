"""A kept document read from anywhere in it, as a disc of gigabytes is looked at: no byte that is not authenticated."""

from __future__ import annotations

import random
import secrets

import pytest

from bot.vault import Missing, Tampered, Vault
from bot.vault.objects import upload
from bot.vault.stream import CHUNK_BYTES, HEADER_BYTES, TAG_BYTES
from tests.vault.conftest import CASE, DOCUMENT, in_a_folder, in_a_store

FULL = CHUNK_BYTES + TAG_BYTES


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 500])
@in_a_folder
def test_any_part_of_it_is_what_was_kept(vault, key, keep, size: int) -> None:
    content = secrets.token_bytes(size)
    keep(content)
    die = random.Random(size)
    with vault.lend(CASE, key, DOCUMENT) as lent:
        assert lent.size == size
        for _ in range(60):
            at, length = die.randrange(size + 10), die.randrange(2 * CHUNK_BYTES)
            assert lent.read(at, length) == content[at : at + length]


@in_a_store
def test_so_it_is_in_a_store_over_the_borders_of_pieces(vault, key, keep) -> None:
    content = secrets.token_bytes(2 * upload.PIECE_BYTES + 1000)
    keep(content)
    with vault.lend(CASE, key, DOCUMENT) as lent:
        assert lent.size == len(content)
        for at in (len(content) - 500, 0, upload.PIECE_BYTES - 100_000, 2 * upload.PIECE_BYTES - 70_000, 7, 0):
            assert lent.read(at, 200_000) == content[at : at + 200_000]


@in_a_folder
def test_it_can_be_lent_before_it_is_kept(vault, key) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"a fictitious report")
        deposit.seal()
        with deposit.lend() as lent:
            assert lent.read(2, 10) == b"fictitious"


@in_a_folder
def test_a_changed_byte_is_an_error_where_it_is_read_and_a_cut_one_at_once(vault: Vault, key, keep) -> None:
    content = secrets.token_bytes(3 * CHUNK_BYTES)
    path = keep(content)
    sealed = path.read_bytes()
    changed = bytearray(sealed)
    changed[HEADER_BYTES + FULL + 5] ^= 1
    path.write_bytes(bytes(changed))
    with vault.lend(CASE, key, DOCUMENT) as lent:
        assert lent.read(0, 100) == content[:100]
        with pytest.raises(Tampered):
            lent.read(CHUNK_BYTES - 5, 10)
    for cut in (sealed[:-1], sealed[: HEADER_BYTES + 2 * FULL], sealed[:HEADER_BYTES], sealed[:10], b""):
        path.write_bytes(cut)
        with pytest.raises(Tampered), vault.lend(CASE, key, DOCUMENT):
            pass


def test_what_is_not_there_is_missing(vault, key) -> None:
    with pytest.raises(Missing), vault.lend(CASE, key, DOCUMENT):
        pass
