import hashlib
import secrets
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vault import Missing, Vault
from bot.vault.stream import CHUNK_BYTES, HEADER_BYTES, TAG_BYTES
from tests.vault.conftest import CASE, DOCUMENT, OTHER_CASE, OTHER_DOCUMENT, in_a_folder

AROUND_BORDERS = st.builds(
    lambda chunks, more: max(0, chunks * CHUNK_BYTES + more),
    st.integers(0, 3),
    st.integers(-TAG_BYTES - 2, TAG_BYTES + 2),
)


@given(size=AROUND_BORDERS | st.integers(0, 2000), pieces=st.lists(st.integers(0, CHUNK_BYTES + 5), max_size=6))
def test_what_was_kept_is_given_back_whatever_its_size_and_however_it_arrived(size: int, pieces: list[int]) -> None:
    content = secrets.token_bytes(size)
    with tempfile.TemporaryDirectory() as temporary:
        vault = Vault(Path(temporary) / "vault", secrets.token_bytes(32))
        key = vault.new_case_key(CASE)
        with vault.receive(CASE, key, DOCUMENT) as deposit:
            rest = content
            for piece in pieces:
                deposit.write(rest[:piece])
                rest = rest[piece:]
            deposit.write(rest)
            sealed = deposit.seal()
            assert b"".join(deposit.read()) == content
            deposit.keep()
        assert (sealed.size, sealed.sha256) == (size, hashlib.sha256(content).hexdigest())
        assert b"".join(vault.read(CASE, key, DOCUMENT)) == content
        stored = (Path(temporary) / "vault" / CASE / f"{DOCUMENT}.sealed").stat().st_size
        assert stored == HEADER_BYTES + size + TAG_BYTES * max(1, -(-size // CHUNK_BYTES))


def test_a_document_is_not_there_before_it_is_kept(vault, key) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"a fictitious report")
        deposit.seal()
        with pytest.raises(Missing):
            list(vault.read(CASE, key, DOCUMENT))
        assert list(vault.contents()) == []


def test_what_is_not_kept_is_discarded(vault, key, lying) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"x" * 200_000)
        deposit.seal()
    assert lying() in ([], [CASE])


def test_keeping_again_replaces_the_document(vault, key, keep) -> None:
    keep(b"first")
    keep(b"second")
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"second"


def test_two_attempts_at_one_document_do_not_disturb_each_other(vault, key) -> None:
    with vault.receive(CASE, key, DOCUMENT) as one, vault.receive(CASE, key, DOCUMENT) as other:
        one.write(b"one"), other.write(b"other")
        one.seal(), other.seal()
        other.keep(), one.keep()
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"one"


def test_a_deposit_takes_its_steps_in_order(vault, key) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        with pytest.raises(RuntimeError):
            deposit.keep()
        deposit.seal()
        with pytest.raises(RuntimeError):
            deposit.write(b"too late")
        deposit.keep()
        with pytest.raises(RuntimeError):
            deposit.keep()


@in_a_folder
def test_neither_plaintext_nor_key_is_ever_on_disk(vault, key, folder) -> None:
    canary = b"CANARY of a fictitious patient"
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        for _ in range(5000):
            deposit.write(canary)
        deposit.seal()
        on_disk = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        deposit.keep()
    on_disk += b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert len(on_disk) > 2 * 5000 * len(canary)
    assert b"CANARY" not in on_disk
    assert vault._master_key not in on_disk


def test_the_same_content_never_looks_the_same_twice(keep) -> None:
    assert keep(b"same", document=1).read_bytes()[1:] != keep(b"same", document=2).read_bytes()[1:]


@in_a_folder
def test_folders_and_files_are_for_us_alone(keep, folder) -> None:
    keep(b"report")
    modes = [each.stat().st_mode & 0o777 for each in (folder, folder / CASE, folder / CASE / f"{DOCUMENT}.sealed")]
    assert modes == [0o700, 0o700, 0o600]


@in_a_folder
def test_contents_lists_what_is_kept_and_nothing_else(vault, key, keep, folder) -> None:
    keep(b"a"), keep(b"b", document=OTHER_DOCUMENT)
    keep(b"c", OTHER_CASE, DOCUMENT, vault.new_case_key(OTHER_CASE))
    (folder / "lost+found").mkdir()
    (folder / CASE / "notes.txt").touch()
    with vault.receive(CASE, key, 99):
        assert sorted(vault.contents()) == [(CASE, DOCUMENT), (CASE, OTHER_DOCUMENT), (OTHER_CASE, DOCUMENT)]


@in_a_folder
@pytest.mark.parametrize(
    "case_id", ["", "..", "../" + "a" * 29, "A" * 32, "a" * 31, "a" * 33, "a" * 32 + "\n", "a" * 31 + "/"]
)
def test_no_case_id_can_become_a_path(vault, key, case_id: str) -> None:
    for act in (
        lambda: vault.new_case_key(case_id),
        lambda: vault.receive(case_id, key, 1),
        lambda: list(vault.read(case_id, key, 1)),
        lambda: vault.erase(case_id, 1),
        lambda: vault.erase_case(case_id),
    ):
        with pytest.raises(ValueError, match="case id"):
            act()


@pytest.mark.parametrize("document", [-1, 2**63, True, "1", "../1", 1.0])
def test_no_document_number_can_become_a_path(vault, key, document) -> None:
    with pytest.raises(ValueError, match="document"):
        vault.receive(CASE, key, document)


@in_a_folder
def test_a_master_key_of_a_wrong_length_is_refused(folder) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(folder, b"short")
