"""Whether a database, a vault and a master key belong together: judged from what was found, without touching any."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.identity import Remembered
from bot.vault import Mark
from bot.vault.mark import fingerprint

DATABASE, VAULT, KEY = "the database", "the vault", "master.key.identity"


class Mismatch(Exception):
    """One line: database, vault and key do not belong together, and what the operator can do."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the three places. Costly questions are asked only where not all three are marked."""

    database: Remembered
    key: bytes | None
    beside: Mark | None
    """The mark beside the key."""
    vault: Mark | None
    holds: bool = False
    """Whether the vault has files."""
    proven: bool = False
    """Whether one of them opens with a key of the database; or the operator says so, by an empty file as its mark."""
    opened: int = 0
    """How many of the cases' keys the master key opens."""
    setting: str = "DATA_DIR"
    """Which setting says where the database is."""
    vaults: str = "DATA_DIR"
    """Which setting says where the vault is."""
    keys: str = "DATA_DIR"
    """Which setting says where the key is."""

    @property
    def own(self) -> Mark | None:
        """The database's mark, also one that was only begun, unless it was begun with a key that is gone."""
        mark = Mark(self.database.installation, self.database.key)
        begun_with_this_key = self.key is not None and mark.key == fingerprint(self.key)
        return mark if self.database.settled or begun_with_this_key else None


def judge(found: Found) -> Mark | None:
    """The mark that all three shall carry; None if everything is new. Raises `Mismatch`."""
    settled, own, key = found.database.settled, found.own, found.key
    marks = {DATABASE: own if settled else None, VAULT: found.vault, KEY: found.beside}
    # What was marked before the marking was cut short is nothing to be surprised at.
    known = {name: mark for name, mark in marks.items() if mark and (settled or mark != own)}
    if key is None:
        if known or found.database.cases or found.holds:
            raise Mismatch(_lost_key(known, found.vaults))
        return None
    for name, mark in known.items():
        if mark.key != fingerprint(key):
            setting = found.vaults if name == VAULT else found.keys
            raise Mismatch(
                f"{setting}: {name} belongs to another master.key (fingerprint {mark.key}) than the one that is there"
                f" ({fingerprint(key)}): restore the right one from its backup"
            )
    if len({mark.installation for mark in known.values()}) > 1:
        raise Mismatch(f"{_odd(found, known)}: {_listed(known)} do not belong together: restore those that do")
    if settled:
        if not (found.vault or found.proven):
            raise Mismatch(_another_vault(found))
        return own
    return _adopted(found, own, known)


def _adopted(found: Found, own: Mark | None, known: dict[str, Mark]) -> Mark | None:
    """The mark for a database that has none yet, or whose marking was cut short. Raises `Mismatch`."""
    database = found.database
    if not database.cases:
        if known or found.holds:
            places = "DATA_DIR" if found.vaults == "DATA_DIR" else f"DATA_DIR or {found.vaults}"
            raise Mismatch(
                f"{found.setting}: the database is empty, but what lies in {places} belongs to one that is in use:"
                f" restore that database, or let {places} be empty"
            )
        return own
    if found.opened * 2 <= database.cases:
        raise Mismatch(
            f"{found.setting}: master.key opens {found.opened} of the {database.cases} cases in the database:"
            " restore the key and the database that belong together"
        )
    if not (found.vault or found.proven) and (found.holds or database.kept):
        raise Mismatch(_another_vault(found))
    return found.vault or found.beside or own


def _lost_key(known: dict[str, Mark], vaults: str) -> str:
    names = {f" (its fingerprint is {mark.key})" for mark in known.values()}
    if vaults != "DATA_DIR" and set(known) == {VAULT}:
        return (
            f"{vaults}: the vault there is in use, and its master.key{names.pop()} is not in DATA_DIR:"
            " restore that, or choose a place that is empty"
        )
    return (
        f"DATA_DIR: master.key is missing{names.pop() if len(names) == 1 else ''}, and without it nothing that patients"
        " sent can be opened: restore it from its backup"
    )


def _another_vault(found: Found) -> str:
    return (
        f"{found.vaults}: the vault is not that of this database"
        f" ({'none of its files opens' if found.holds else 'empty'}):"
        " mount or restore the right one (if its files are lost for good, put an empty file named `identity` into it)"
    )


def _odd(found: Found, known: dict[str, Mark]) -> str:
    """Which setting to look at first: that of the vault, if it has one of its own and the other two agree."""
    others = {mark.installation for name, mark in known.items() if name != VAULT}
    return found.vaults if len(others) == 1 and found.vaults != "DATA_DIR" else found.setting


def _listed(known: dict[str, Mark]) -> str:
    *names, last = known
    return f"{', '.join(names)} and {last}"
