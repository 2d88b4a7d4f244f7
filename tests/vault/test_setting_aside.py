"""What the database does not know is kept out of the way, and found again."""

from __future__ import annotations

from datetime import date, timedelta

from tests.vault.conftest import CASE, DOCUMENT, OTHER_CASE, OTHER_DOCUMENT, in_a_folder
from tests.vault.large import sha256


def test_it_is_out_of_the_way_and_comes_back_as_it_was(vault, key, keep) -> None:
    keep(b"a report")
    assert vault.set_aside(CASE, DOCUMENT)
    assert list(vault.contents()) == []
    assert vault.lying_aside() == [(CASE, DOCUMENT)]
    assert vault.put_back(CASE, key, DOCUMENT, sha256(b"a report"))
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"a report"
    assert vault.lying_aside() == []


def test_what_is_not_there_is_not_set_aside(vault, lying) -> None:
    assert not vault.set_aside(CASE, DOCUMENT)
    assert lying() == []


def test_another_content_never_comes_back_for_it(vault, key, keep) -> None:
    keep(b"a report")
    vault.set_aside(CASE, DOCUMENT)
    assert not vault.put_back(CASE, key, DOCUMENT, sha256(b"another report"))
    assert vault.lying_aside() == [(CASE, DOCUMENT)]


def test_of_two_with_one_number_the_one_that_is_wanted_comes_back_and_both_are_kept(vault, key, keep) -> None:
    keep(b"tuesday")
    vault.set_aside(CASE, DOCUMENT)
    keep(b"monday again")
    assert vault.put_back(CASE, key, DOCUMENT, sha256(b"tuesday"))
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"tuesday"
    assert vault.put_back(CASE, key, DOCUMENT, sha256(b"monday again"))
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"monday again"
    assert not vault.put_back(CASE, key, DOCUMENT, sha256(b"monday again")), "it is there"


def test_a_whole_case_is_set_aside(vault, key, keep) -> None:
    keep(b"a"), keep(b"b", document=OTHER_DOCUMENT)
    assert vault.set_case_aside(CASE) == 2
    assert vault.lying_aside() == [(CASE, DOCUMENT), (CASE, OTHER_DOCUMENT)]
    assert list(vault.contents()) == []


@in_a_folder
def test_a_new_file_never_takes_the_place_of_another_that_nobody_replaced(vault, key, keep) -> None:
    keep(b"sent on tuesday")
    keep(b"sent after monday's database came back")
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"sent after monday's database came back"
    assert vault.put_back(CASE, key, DOCUMENT, sha256(b"sent on tuesday"))


@in_a_folder
def test_the_same_file_fetched_again_and_one_that_was_unlocked_leave_nothing_aside(vault, key, keep) -> None:
    keep(b"a report"), keep(b"a report")
    with vault.receive(CASE, key, DOCUMENT, replaces=True) as deposit:
        deposit.write(b"without its lock")
        deposit.seal()
        deposit.keep()
    assert vault.lying_aside() == []


@in_a_folder
def test_a_damaged_file_is_set_aside_for_the_good_one(vault, key, keep) -> None:
    path = keep(b"a report")
    path.write_bytes(path.read_bytes()[:-1])
    keep(b"a report")
    assert vault.lying_aside() == [(CASE, DOCUMENT)]
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"a report"


def test_deleting_a_document_or_a_case_deletes_what_was_set_aside_of_it(vault, key, keep, lying) -> None:
    other = vault.new_case_key(OTHER_CASE)
    for document in (DOCUMENT, OTHER_DOCUMENT, 9):
        keep(b"a", document=document)
    keep(b"b", OTHER_CASE, DOCUMENT, other)
    for case_id in (CASE, OTHER_CASE):
        vault.set_case_aside(case_id)
    vault.erase(CASE, DOCUMENT)
    assert vault.lying_aside() == [(CASE, OTHER_DOCUMENT), (CASE, 9), (OTHER_CASE, DOCUMENT)]
    vault.erase_case(CASE)
    assert vault.lying_aside() == [(OTHER_CASE, DOCUMENT)]
    vault.erase_case(OTHER_CASE)
    assert lying() == []


@in_a_folder
def test_only_what_was_set_aside_before_a_day_is_erased(vault, keep, folder) -> None:
    keep(b"a"), keep(b"b", document=OTHER_DOCUMENT)
    vault.set_aside(CASE, DOCUMENT)
    (written,) = (folder / "aside").iterdir()
    earlier = date.fromisoformat(written.name) - timedelta(days=30)
    written.rename(written.with_name(earlier.isoformat()))
    vault.set_aside(CASE, OTHER_DOCUMENT)
    assert vault.erase_set_aside(earlier) == 0
    assert vault.erase_set_aside(earlier + timedelta(days=1)) == 1
    assert vault.lying_aside() == [(CASE, OTHER_DOCUMENT)]


@in_a_folder
def test_what_is_not_ours_among_it_is_passed_over(vault, keep, folder) -> None:
    keep(b"a")
    vault.set_aside(CASE, DOCUMENT)
    (folder / "aside" / "note.txt").touch()
    (folder / "aside" / "2026-01-01").mkdir()
    (folder / "aside" / "2026-01-01" / "lost+found").mkdir()
    assert vault.lying_aside() == [(CASE, DOCUMENT)]
