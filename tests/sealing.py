"""Seals for tests that have no installation, and what an installation's database says, opened with its key."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.storage import written
from bot.vault.master_key import read_master_key
from bot.vault.seals import Owner, Seals
from bot.vault.wrapping import wrap
from dialogs.case.case import Case

MASTER_KEY, INSTALLATION = bytes(32), "0" * 32
SEALS = Seals(MASTER_KEY, INSTALLATION, wrap(MASTER_KEY, INSTALLATION))


@cache
def key_of(case_id: str) -> bytes:
    """A key of a case, wrapped by the tests' master key."""
    return wrap(MASTER_KEY, case_id)


def case_of(folder: Path, case_id: str, key: bytes, state: bytes) -> Case:
    """A case as it lies in the database of a data folder, opened with the key that lies there."""
    master_key = read_master_key(folder / "master.key")
    assert master_key
    return written.opened(_seals(master_key), Owner(case_id, key), state)


@cache
def _seals(master_key: bytes) -> Seals:
    return Seals(master_key, INSTALLATION, wrap(master_key, INSTALLATION))
