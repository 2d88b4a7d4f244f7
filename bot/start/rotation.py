"""The master key changed for another: `python -m bot rotate-key`, while no bot runs.

The files stay as they are: each is sealed with its case's key, and only these are wrapped anew. It can be cut off at
any moment and is finished by being started again, for the new key lies on the disk before the first row is changed, and
the old one is never removed: backups that were made with it need it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.settings import Settings
from bot.start.identity import mismatch, open_installation, write_marks
from bot.start.keys import NoKey, is_brought, key_file, next_key_file, read_key, setting
from bot.storage.database import look_into, open_postgresql
from bot.storage.identity import Remembered, remembered
from bot.storage.lock import take_lock
from bot.storage.rekeying import rewrap_all
from bot.storage.rows import be_alone
from bot.vault import DamagedMasterKey, stable
from bot.vault.mark import Mark, fingerprint
from bot.vault.master_key import make_key_file, read_brought_key, read_master_key


@dataclass(frozen=True, slots=True)
class Rotated:
    """What was done: how many cases' keys were wrapped anew, and how many did not open and were left as they are."""

    cases: int
    left: int
    key: str
    """The new key's fingerprint."""
    is_same: bool = False
    """It is the one that is in use: nothing was done."""


def told(done: Rotated, is_elsewhere: bool) -> list[str]:
    """What was done, in lines for the operator; `is_elsewhere`: the new key is not in DATA_DIR."""
    if done.is_same:
        return [f"--to holds the key that is in use (fingerprint {done.key}): nothing was changed."]
    cases, left = (f"{number} case{'' if number == 1 else 's'}" for number in (done.cases, done.left))
    lines = [f"The master key is another now (fingerprint {done.key}); it wraps the keys of {cases}."]
    if done.left:
        lines.append(f"The keys of {left} did not open, and stay as they were: `python -m bot doctor` names them.")
    if is_elsewhere:
        lines.append("Let MASTER_KEY_FILE (or MASTER_KEY) say the new one before the bot is started.")
    return [*lines, "Keep the old key as long as you keep a backup that was made with it."]


def rotate(settings: Settings, to: Path | None) -> Rotated:
    """Change the master key for the one in the file `to`, or for a new one in DATA_DIR.

    Raises `NoKey`, `Mismatch` or `InUse`, each one line.
    """
    if to is None and is_brought(settings):
        raise NoKey(f"{setting(settings)} brings the key from elsewhere: give the new one with --to, as a file")
    with take_lock(settings.data_dir):
        if to is None:
            _can_be_replaced(key_file(settings))
        new = _brought(to) if to else _made(settings)
        database = _database(settings)
        if new == read_key(settings) and database.key == fingerprint(new) and mismatch(settings) is None:
            return Rotated(0, 0, fingerprint(new), is_same=True)
        cases = left = 0
        if database.key != fingerprint(new):
            engine, old = open_installation(settings)
            try:
                with engine.begin() as connection:
                    be_alone(connection)
                    cases, left = rewrap_all(connection, old, new, fingerprint(new))
            finally:
                engine.dispose()
        write_marks(settings, Mark(database.installation, fingerprint(new)))
        if to is None:
            _put_in_place(settings)
    return Rotated(cases, left, fingerprint(new))


def _can_be_replaced(key: Path) -> None:
    """Raise `NoKey` before anything is changed, where the new key could not take the old one's place in the end."""
    beside = key.with_name(f"{key.name}.beside")
    with suppress(FileNotFoundError):
        beside.unlink()
    try:
        if key.is_symlink():
            raise NoKey("DATA_DIR: master.key is a link to a key elsewhere: give the new one with --to, as a file")
        if key.exists():
            os.link(key, beside)
            beside.unlink()
    except OSError as error:
        why = f"master.key cannot be replaced where it lies: {error.strerror}"
        raise NoKey(f"DATA_DIR: {why}. Give the new one with --to, as a file") from None


def _brought(path: Path) -> bytes:
    try:
        return read_brought_key(path)
    except DamagedMasterKey:
        raise NoKey("--to should be a file with a master key in it: 64 hexadecimal digits") from None
    except OSError as error:
        raise NoKey(f"--to should be a file with a master key in it ({error.strerror})") from None


def _made(settings: Settings) -> bytes:
    """The new key, on the disk before anything is wrapped with it; the one of a rotation that was cut off, if any."""
    path = next_key_file(settings)
    if not key_file(settings).exists() and not path.exists():
        raise NoKey(mismatch(settings) or "DATA_DIR: there is no master.key yet that could be changed for another")
    return read_master_key(path) or make_key_file(path)


def _database(settings: Settings) -> Remembered:
    """What the database says of itself, also in the middle of a rotation."""
    url = settings.database_url
    engine = open_postgresql(url) if url else look_into(settings.data_dir / "companion.db")
    if engine is None:
        raise NoKey("DATA_DIR: there is no database yet whose keys could be wrapped anew")
    try:
        return remembered(engine, with_keys=False)
    finally:
        engine.dispose()


def _put_in_place(settings: Settings) -> None:
    """The new key takes the old one's name at once; the old one is kept under its fingerprint."""
    key, following = key_file(settings), next_key_file(settings)
    if old := read_master_key(key):
        with suppress(FileExistsError):  # it was cut off just here
            os.link(key, key.with_name(f"{key.name}.{fingerprint(old)}"))
    following.replace(key)
    stable.flush_folder(key.parent)
