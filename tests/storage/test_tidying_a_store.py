"""Tidying over an object store, where other bots may write at the same time, and a store that comes and goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.storage import cases, deletions
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.upkeep import tidying
from bot.upkeep.deletions import Deletions
from bot.upkeep.rounds import Rounds
from bot.upkeep.tidying import Tidying
from bot.vault import Vault
from bot.vault.objects.objects import Objects
from tests.storage.installations import LATER, OTHERS, OURS, REPORT, add, keep
from tests.storage.patients import MovableClock
from tests.stores import StoreServer, new_bucket, running_store


@pytest.fixture
def vault(moto: StoreServer) -> Vault:
    return Vault(Objects(new_bucket(moto)), bytes(32))


@pytest.fixture
def tidies(
    writer: Writer, vault: Vault, clock: MovableClock, turns: Turns, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def tidy(*, a_day_later: bool) -> None:
        # The store dates what lies there, so it is the limit that is moved.
        monkeypatch.setattr(tidying, "UNDER_WAY", timedelta(hours=-1 if a_day_later else 24))
        noted = Deletions(tmp_path / "deletions", writer, turns, clock)
        await Tidying(writer, vault, clock, noted).tidy(at_start=True)

    return tidy


async def test_what_another_bot_is_just_writing_is_left_alone_and_is_tidied_a_day_later(
    engine: Engine, vault: Vault, tidies
) -> None:
    key = add(engine, vault, OURS)
    keep(engine, vault, OURS, key, 2)
    with engine.begin() as connection:
        cases.drop_document(connection, OURS, 2)  # a piece of a packet has its row when the packet is done
    on_its_way = vault.receive(OURS, key, 3)
    await tidies(a_day_later=False)
    assert sorted(vault.contents()) == [(OURS, 1), (OURS, 2)]
    assert vault.half_written(datetime.now(UTC) + timedelta(hours=1)) == 1
    await tidies(a_day_later=True)
    assert list(vault.contents()) == [(OURS, 1)]
    assert vault.lying_aside() == [(OURS, 2)]
    assert vault.half_written(datetime.now(UTC) + timedelta(hours=1)) == 0
    on_its_way.discard()


async def test_it_comes_back_when_its_row_does_and_goes_for_good_when_its_case_was_deleted(
    engine: Engine, vault: Vault, tidies
) -> None:
    key, _ = add(engine, vault, OURS), add(engine, vault, OTHERS)
    with engine.begin() as connection:
        ((*_, sha256),) = cases.kept_documents(connection, [(OURS, 1)])
        cases.drop_document(connection, OURS, 1)
    await tidies(a_day_later=True)
    assert list(vault.contents()) == [(OTHERS, 1)]
    with engine.begin() as connection:
        cases.expect_document(connection, OURS, 1)
        cases.keep_document(connection, OURS, 1, len(REPORT), sha256, "pdf", datetime.now(UTC))
    await tidies(a_day_later=False)
    assert sorted(vault.contents()) == [(OURS, 1), (OTHERS, 1)]
    assert b"".join(vault.read(OURS, key, 1, sha256)) == REPORT

    later = vault.new_case_key(LATER)
    with vault.receive(LATER, later, 1) as deposit:
        deposit.write(REPORT)
        deposit.seal()
        deposit.keep()
    with engine.begin() as connection:
        deletions.note(connection, LATER)
    await tidies(a_day_later=False)
    assert sorted(vault.contents()) == [(OURS, 1), (OTHERS, 1)]


async def test_of_a_file_that_is_kept_twice_the_one_that_its_row_means_stays(
    engine: Engine, vault: Vault, tidies
) -> None:
    key = add(engine, vault, OURS)
    with vault.receive(OURS, key, 1, replaces=True) as deposit:
        deposit.write(b"without its lock")
        deposit.seal()
        deposit.keep()
    await tidies(a_day_later=False)
    assert vault.kept_twice() == [(OURS, 1)]
    await tidies(a_day_later=True)
    assert vault.kept_twice() == []
    assert b"".join(vault.read(OURS, key, 1)) == REPORT, "it was killed before the row was written"


async def test_a_store_that_is_away_is_told_to_no_patient(
    engine: Engine, writer: Writer, clock: MovableClock, tmp_path: Path
) -> None:
    told: list[object] = []

    async def tell(case_id: str, event: object) -> None:
        told.append(event)

    with running_store("nanio", tmp_path / "store") as server:
        vault = Vault(Objects(new_bucket(server)), bytes(32))
        key = add(engine, vault, OURS)
        rounds = Rounds(writer, vault, clock, tell, rest=0)
        server.kill()
        with pytest.raises(OSError, match="does not answer"):
            await rounds.once()
        assert not told
        server.start()
        await rounds.once()
        assert not told
        (label,) = vault.shelf._labels()  # type: ignore[attr-defined]
        vault.shelf._bucket.delete([label.place.piece(1)])  # type: ignore[attr-defined]
        keep(engine, vault, OURS, key, 2)
        await rounds.once()
        assert len(told) == 1


async def test_who_deleted_everything_stays_deleted_when_only_the_store_is_left_to_know(
    engine: Engine, vault: Vault, writer: Writer, turns: Turns, clock: MovableClock, tmp_path: Path
) -> None:
    """One of several bots noted it, on a machine that is gone; the database comes back from before."""
    add(engine, vault, OURS)
    add(engine, vault, OTHERS)
    gone = Deletions(tmp_path / "a machine that is gone", writer, turns, clock, vault.shelf)
    gone.note(OURS)
    here = Deletions(tmp_path / "deletions", writer, turns, clock, vault.shelf)
    await here.repeat()
    assert await writer.run(cases.get, OURS) is None
    assert await writer.run(cases.get, OTHERS) is not None
    assert await writer.run(deletions.noted) == {OURS}


async def test_a_store_learns_of_those_who_were_deleted_before_it_was_told(
    vault: Vault, writer: Writer, turns: Turns, clock: MovableClock, tmp_path: Path
) -> None:
    await writer.run(deletions.note, OURS)
    noted = Deletions(tmp_path / "deletions", writer, turns, clock, vault.shelf)
    await Tidying(writer, vault, clock, noted).tidy(at_start=True)
    assert vault.shelf.deleted() == {OURS}
    assert list(vault.contents()) == []
    assert not vault.shelf.holds(), "it is no patient's file"
