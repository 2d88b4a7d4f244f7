import os
from datetime import UTC, datetime, timedelta

import pytest

from bot.vault import Missing
from tests.vault.conftest import CASE, DOCUMENT, OTHER_CASE, OTHER_DOCUMENT, in_a_folder


def test_erasing_a_case_removes_everything_of_it_and_nothing_else(vault, key, keep, lying) -> None:
    keep(b"a"), keep(b"b", document=OTHER_DOCUMENT)
    keep(b"c", OTHER_CASE, DOCUMENT, vault.new_case_key(OTHER_CASE))
    with vault.receive(CASE, key, 99) as deposit:
        deposit.write(bytes(100_000))
        vault.erase_case(CASE)
        vault.erase_case(CASE)
    assert not [name for name in lying() if CASE in name]
    assert list(vault.contents()) == [(OTHER_CASE, DOCUMENT)]


@pytest.mark.parametrize("sealed", [False, True])
def test_a_document_on_its_way_while_its_case_is_erased_is_not_kept(vault, key, lying, sealed: bool) -> None:
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        if sealed:
            deposit.seal()
        vault.erase_case(CASE)
        if not sealed:
            deposit.seal()
        with pytest.raises(Missing):
            list(deposit.read())
        with pytest.raises(Missing):
            deposit.keep()
    assert lying() == []


def test_a_document_begun_before_its_case_was_erased_is_not_kept_in_a_new_folder_of_the_same_case(vault, key) -> None:
    with vault.receive(CASE, key, DOCUMENT) as old:
        old.seal()
        vault.erase_case(CASE)
        with vault.receive(CASE, key, OTHER_DOCUMENT), pytest.raises(Missing):
            old.keep()


def test_erasing_one_document_takes_its_parts_too_and_leaves_the_others(vault, key, keep, lying) -> None:
    keep(b"a"), keep(b"b", document=OTHER_DOCUMENT), keep(b"c", document=DOCUMENT * 10)
    with vault.receive(CASE, key, DOCUMENT):
        vault.erase(CASE, DOCUMENT)
        vault.erase(CASE, DOCUMENT)
        assert sorted(vault.contents()) == [(CASE, OTHER_DOCUMENT), (CASE, DOCUMENT * 10)]
        assert not [name for name in lying() if f"/{DOCUMENT}/" in name or name.startswith(f"{DOCUMENT}.")]
    vault.erase(OTHER_CASE, DOCUMENT)


@in_a_folder
def test_only_abandoned_parts_are_swept(vault, key, keep, folder) -> None:
    keep(b"kept long ago")
    now = datetime(2026, 3, 1, tzinfo=UTC)
    ages = {1: timedelta(hours=25), 2: timedelta(hours=23)}
    deposits = {document: vault.receive(CASE, key, document) for document in ages}
    for document, age in ages.items():
        (part,) = (folder / CASE).glob(f"{document}.*.part")
        os.utime(part, times=((now - age).timestamp(),) * 2)
    assert vault.sweep_parts(now - timedelta(hours=24)) == 1
    assert [path.name.split(".")[0] for path in (folder / CASE).glob("*.part")] == ["2"]
    assert list(vault.contents()) == [(CASE, DOCUMENT)]
    for deposit in deposits.values():
        deposit.discard()


@in_a_folder
def test_a_link_among_the_folders_leads_nowhere(vault, folder, tmp_path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "1.sealed").touch()
    (folder / CASE).symlink_to(outside)
    assert list(vault.contents()) == []
    with pytest.raises(OSError):  # noqa: PT011 - in Python's words, which are others in each version
        vault.erase_case(CASE)
    assert (outside / "1.sealed").exists()
