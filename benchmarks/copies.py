"""One case for many people, each with a key of their own, and sealed with it as the bot seals it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.storage.written import STATE, opened
from bot.vault.seals import Owner, Seals
from bot.vault.wrapping import wrap
from dialogs.case.case import Case
from dialogs.case.stored import to_json

INSTALLATION = "0" * 32


def seals_of(master_key: bytes) -> Seals:
    return Seals(master_key, INSTALLATION, wrap(master_key, INSTALLATION))


def read(master_key: bytes, case_id: str, key: bytes, state: bytes) -> Case:
    return opened(seals_of(master_key), Owner(case_id, key), state)


def copies(master_key: bytes, case: Case, case_ids: Iterable[str]) -> Iterator[tuple[str, bytes, bytes]]:
    """For each id: the id, a key of its own, and the case sealed with it."""
    seals, text = seals_of(master_key), to_json(case)
    for case_id in case_ids:
        key = wrap(master_key, case_id)
        yield case_id, key, seals.seal(STATE, text, Owner(case_id, key))
