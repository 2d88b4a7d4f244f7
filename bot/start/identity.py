"""Which database, vault and master key belong together: compared at every start, before anything is served or tidied.

One mark (`bot.vault.mark`) lies in the database, in the vault and beside the key. Nothing is destroyed, made or
replaced because something else is absent: a key is made only where there is nothing that another key belongs to, and
what does not fit is one line for the operator. What was there before there were marks, and backups from that time, are
marked once it is proven that they fit: the key opens the cases' keys, and one of these opens a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from bot.settings import Settings
from bot.start.belonging import Found, Mismatch, judge
from bot.storage import identity
from bot.storage.connection import Engine
from bot.storage.database import WrongDatabase, look_into, migrate, open_database, open_postgresql, opening
from bot.storage.identity import Remembered, remembered
from bot.vault import DamagedMark, DamagedMasterKey, Mark, Missing, Tampered, Vault, master_key
from bot.vault.aside import FOLDER
from bot.vault.mark import new_mark, read_mark, write_mark
from bot.vault.master_key import read_master_key
from bot.vault.vault import MARK
from bot.vault.wrapping import KEY_BYTES, unwrap

FILES_TRIED = 50
"""How many files are tried before a vault counts as another's: any of them may be damaged."""


def open_installation(settings: Settings) -> tuple[Engine, bytes]:
    """Compare the three, mark what is new, and open the database, its tables at their newest version; with it, the key.

    Raises `Mismatch`, or `InUse`: then nothing was changed.
    """
    engine = open_postgresql(settings.database_url, at_work=True) if settings.database_url else None
    try:
        with opening(settings.database_url):
            return _open(settings, engine)
    except BaseException:
        if engine:
            engine.dispose()
        raise


def _open(settings: Settings, engine: Engine | None) -> tuple[Engine, bytes]:
    folder = settings.data_dir
    found = _look(settings, engine)
    mark = judge(found)
    key = found.key or master_key(_key(folder))
    mark = mark or new_mark(key)
    engine = engine or open_database(_database(folder))
    try:
        migrate(engine)
        if not found.database.settled:
            with engine.begin() as connection:
                identity.begin(connection, mark.installation, mark.key)
        for place, there in ((_vault_mark(folder), found.vault), (_key_mark(folder), found.beside)):
            if there != mark:
                write_mark(place, mark)
        if not found.database.settled:
            with engine.begin() as connection:
                identity.settle(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine, key


def mismatch(settings: Settings) -> str | None:
    """The line with which a start would end, or None. Nothing is changed: no key, folder, file or table is made, and a
    running bot is not disturbed.
    """
    engine = open_postgresql(settings.database_url) if settings.database_url else None
    try:
        judge(_look(settings, engine))
    except Mismatch as line:
        return str(line)
    finally:
        if engine:
            engine.dispose()
    return None


def _look(settings: Settings, engine: Engine | None) -> Found:
    folder = settings.data_dir
    setting = "DATABASE_URL" if settings.database_url else "DATA_DIR"
    try:
        key = read_master_key(_key(folder))
        vault, beside = _read_mark(_vault_mark(folder)), _read_mark(_key_mark(folder))
        all_marked = bool(key and vault and beside)
        with _reading(engine, folder) as reading:
            database = remembered(reading, with_keys=not all_marked) if reading else Remembered()
    except DamagedMasterKey as error:
        raise Mismatch(f"DATA_DIR: {error}") from None
    except WrongDatabase as error:
        raise Mismatch(f"{setting}: {error}") from None
    if all_marked and database.settled:
        return Found(database, key, beside, vault, setting=setting)
    return Found(database, key, beside, vault, *_tried(folder, key, database), setting=setting)


def _tried(folder: Path, key: bytes | None, database: Remembered) -> tuple[bool, bool, int]:
    """Whether the vault has files, whether one of them opens, and how many of the cases' keys do."""
    proven, place = _is_declared(_vault_mark(folder)), folder / "vault"
    if not place.is_dir():
        return False, proven, _opened(key, database)
    vault = Vault(place, key or bytes(KEY_BYTES))
    holds = any(True for _ in vault.contents()) or (place / FOLDER).exists()
    ours = ((case_id, document) for case_id, document in vault.contents() if case_id in database.keys)
    for case_id, document in islice(ours, FILES_TRIED) if key and not proven else ():
        with suppress(Missing, Tampered):
            next(vault.read(case_id, database.keys[case_id], document), None)
            proven = True
            break
    return holds, proven, _opened(key, database)


def _opened(key: bytes | None, database: Remembered) -> int:
    opened = 0
    for case_id, wrapped in database.keys.items() if key else ():
        with suppress(Tampered):
            unwrap(key or b"", case_id, wrapped)
            opened += 1
    return opened


@contextmanager
def _reading(engine: Engine | None, folder: Path) -> Iterator[Engine | None]:
    """The engine there is, or one that only reads; None if there is no database yet."""
    if engine:
        yield engine
        return
    reading = look_into(_database(folder))
    try:
        yield reading
    finally:
        if reading:
            reading.dispose()


def _read_mark(path: Path) -> Mark | None:
    try:
        return read_mark(path)
    except DamagedMark:
        raise Mismatch(f"DATA_DIR: {path.name} in {path.parent.name} is damaged: restore it from its backup") from None


def _is_declared(path: Path) -> bool:
    return path.is_file() and not path.stat().st_size


def _database(folder: Path) -> Path:
    return folder / "companion.db"


def _key(folder: Path) -> Path:
    return folder / "master.key"


def _key_mark(folder: Path) -> Path:
    return folder / "master.key.identity"


def _vault_mark(folder: Path) -> Path:
    return folder / "vault" / MARK
