"""What only an object store can show: pieces and labels, what was set aside, and what is passed over."""

from __future__ import annotations

import pytest

from bot.vault import Missing
from bot.vault.errors import StoreAway
from bot.vault.objects import upload
from bot.vault.stream import HEADER_BYTES
from tests.stores import StoreServer, new_bucket
from tests.vault.conftest import CASE, DOCUMENT, OTHER_CASE, OTHER_DOCUMENT, in_a_store
from tests.vault.large import LARGE, LONG_AFTER, LONG_BEFORE, read, sha256


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
    assert vault.settle(*wanted, LONG_BEFORE) == 0, "its row may be on the way"
    assert vault.settle(CASE, key, DOCUMENT, sha256(b"not there"), LONG_AFTER) == 0
    assert vault.settle(*wanted, LONG_AFTER) == 2
    assert (vault.kept_twice(), vault.lying_aside()) == ([], [(CASE, DOCUMENT)])
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"without its lock"
    assert vault.put_back(CASE, key, DOCUMENT, sha256(b"locked")), "for an older database"
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"locked"


@in_a_store
def test_of_two_alike_the_whole_one_stays(vault, key, keep) -> None:
    keep(b"a report").write_bytes(bytes(80))
    keep(b"a report")
    assert vault.settle(CASE, key, DOCUMENT, sha256(b"a report"), LONG_AFTER) == 1
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
    assert (vault.sweep_parts(LONG_BEFORE), vault.half_written(LONG_BEFORE)) == (0, 0)
    on_its_way.seal()
    assert (vault.half_written(LONG_AFTER), vault.sweep_parts(LONG_AFTER)) == (1, 1)
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
    assert vault.erase_set_aside(LONG_BEFORE.date()) == 0
    assert vault.erase_set_aside(LONG_AFTER.date()) == 1
    assert lying() == kept


@in_a_store
def test_a_move_that_was_cut_short_loses_nothing(vault, key, keep, place) -> None:
    keep(b"a report")
    (label,) = place._labels()
    place._bucket.put(label.aside(LONG_BEFORE.date()).name, b"")  # and then it was killed
    assert read(vault, key, b"a report") == b"a report"
    vault.erase_set_aside(LONG_AFTER.date())
    assert read(vault, key, b"a report") == b"a report"
    assert vault.lying_aside() == []


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
    assert vault.sweep_parts(LONG_AFTER) == 0
    assert vault.erase_set_aside(LONG_AFTER.date()) == 0
    assert place._bucket.exists("notes.txt")
