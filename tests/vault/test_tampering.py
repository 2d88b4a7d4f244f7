import itertools
import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vault import Missing, Tampered, Vault
from bot.vault.stream import CHUNK_BYTES, HEADER_BYTES, TAG_BYTES
from tests.vault.conftest import CASE, DOCUMENT, OTHER_CASE, OTHER_DOCUMENT, in_a_folder

FULL = CHUNK_BYTES + TAG_BYTES
CONTENT = secrets.token_bytes(2 * CHUNK_BYTES + 1000)


def chunk(number: int) -> slice:
    return slice(HEADER_BYTES + number * FULL, HEADER_BYTES + (number + 1) * FULL)


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut in the header": lambda data: data[:20],
    "cut after the header": lambda data: data[:HEADER_BYTES],
    "cut inside the first chunk": lambda data: data[: HEADER_BYTES + 100],
    "cut after the first chunk": lambda data: data[: HEADER_BYTES + FULL],
    "cut after the second chunk": lambda data: data[: HEADER_BYTES + 2 * FULL],
    "last byte cut": lambda data: data[:-1],
    "a byte added": lambda data: data + b"\0",
    "last chunk twice": lambda data: data + data[chunk(2)],
    "first chunk twice": lambda data: data[: HEADER_BYTES + FULL] + data[chunk(0)] + data[chunk(1)] + data[chunk(2)],
    "chunks exchanged": lambda data: data[:HEADER_BYTES] + data[chunk(1)] + data[chunk(0)] + data[chunk(2)],
    "a chunk left out": lambda data: data[:HEADER_BYTES] + data[chunk(0)] + data[chunk(2)],
    "first chunk left out": lambda data: data[:HEADER_BYTES] + data[chunk(1)] + data[chunk(2)],
    "unknown version": lambda data: b"\x02" + data[1:],
    "no version": lambda data: b"\x00" + data[1:],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_changed_file_is_an_error_and_gives_only_true_bytes_before_it(vault, key, keep, change) -> None:
    path = keep(CONTENT)
    path.write_bytes(change(path.read_bytes()))
    given_out = bytearray()
    with pytest.raises(Tampered):
        given_out.extend(itertools.chain.from_iterable(vault.read(CASE, key, DOCUMENT)))
    assert CONTENT.startswith(given_out)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vault, bytes, Path, bytes]:
    folder = tmp_path_factory.mktemp("bits") / "vault"
    vault = Vault(folder, secrets.token_bytes(32))
    key = vault.new_case_key(CASE)
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"a fictitious report")
        deposit.seal()
        deposit.keep()
    path = folder / CASE / f"{DOCUMENT}.sealed"
    return vault, key, path, path.read_bytes()


def test_every_single_flipped_bit_is_an_error(small: tuple[Vault, bytes, Path, bytes]) -> None:
    vault, key, path, sealed = small
    for bit in range(8 * len(sealed)):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        with pytest.raises(Tampered):
            list(vault.read(CASE, key, DOCUMENT))
    path.write_bytes(sealed)


@given(data=st.binary(max_size=300))
def test_arbitrary_bytes_in_a_file_s_place_are_an_error(small: tuple[Vault, bytes, Path, bytes], data: bytes) -> None:
    vault, key, path, sealed = small
    path.write_bytes(data)
    with pytest.raises(Tampered):
        list(vault.read(CASE, key, DOCUMENT))
    path.write_bytes(sealed)


def test_two_documents_of_one_case_cannot_be_swapped(vault, key, keep) -> None:
    one, other = keep(b"mine"), keep(b"also mine", document=OTHER_DOCUMENT)
    one.write_bytes(other.read_bytes())
    with pytest.raises(Tampered):
        list(vault.read(CASE, key, DOCUMENT))


def test_documents_of_two_cases_cannot_be_swapped(vault, key, keep) -> None:
    other_key = vault.new_case_key(OTHER_CASE)
    mine, theirs = keep(b"mine"), keep(b"theirs", OTHER_CASE, DOCUMENT, other_key)
    mine.write_bytes(theirs.read_bytes())
    with pytest.raises(Tampered):
        list(vault.read(CASE, key, DOCUMENT))


def test_the_header_of_one_file_does_not_open_another(vault, key, keep) -> None:
    one, other = keep(b"mine"), keep(b"also mine", document=OTHER_DOCUMENT)
    one.write_bytes(other.read_bytes()[:HEADER_BYTES] + one.read_bytes()[HEADER_BYTES:])
    with pytest.raises(Tampered):
        list(vault.read(CASE, key, DOCUMENT))


def test_a_key_opens_only_its_own_case(vault, key, keep) -> None:
    keep(b"mine")
    for wrong in (vault.new_case_key(OTHER_CASE), vault.new_case_key(CASE), key[:-1], b"", b"\x02" + key[1:]):
        with pytest.raises(Tampered):
            list(vault.read(CASE, wrong, DOCUMENT))


def test_every_flipped_bit_of_a_wrapped_key_is_an_error(vault, key) -> None:
    for bit in range(8 * len(key)):
        changed = bytearray(key)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Tampered):
            vault.receive(CASE, bytes(changed), DOCUMENT)


def test_another_master_key_opens_nothing(vault, key, keep, place) -> None:
    keep(b"mine")
    with pytest.raises(Tampered):
        list(Vault(place, secrets.token_bytes(32)).read(CASE, key, DOCUMENT))


def test_a_document_that_was_never_kept_is_missing(vault, key) -> None:
    with pytest.raises(Missing):
        list(vault.read(CASE, key, DOCUMENT))


@in_a_folder
def test_a_half_written_file_changed_before_it_is_kept_is_an_error(vault, key, folder) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"report")
        deposit.seal()
        (part,) = (folder / CASE).iterdir()
        part.write_bytes(part.read_bytes()[:-1])
        with pytest.raises(Tampered):
            list(deposit.read())


def test_errors_name_neither_case_nor_document(vault, key, keep) -> None:
    keep(b"mine", document=123456).write_bytes(b"")
    for document, kind in ((123456, Tampered), (654321, Missing)):
        with pytest.raises(kind) as caught:
            list(vault.read(CASE, key, document))
        assert CASE not in str(caught.value)
        assert str(document) not in str(caught.value)
