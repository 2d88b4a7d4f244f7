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
from bot.start.keys import NoKey, made_key, next_key_file, read_key
from bot.start.keys import setting as setting_of_key
from bot.start.place import place_of
from bot.storage import identity
from bot.storage.connection import Engine
from bot.storage.database import NEWER, WrongDatabase, look_into, migrate, open_database, open_postgresql, opening
from bot.storage.identity import Remembered, remembered
from bot.storage.laid_open import seal_all
from bot.storage.newest import newest_known
from bot.storage.sealing import sealed_with
from bot.vault import DamagedMark, Mark, Missing, Tampered, Vault
from bot.vault.mark import fingerprint, line, new_mark, parsed, read_mark, write_mark
from bot.vault.seals import Seals
from bot.vault.shelf import MARK, Shelf
from bot.vault.wrapping import KEY_BYTES, unwrap, wrap

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
    found = _look(settings, place_of(settings), engine)
    mark = _judged(settings, found)
    key = found.key or made_key(settings)
    mark = mark or new_mark(key)
    engine = engine or open_database(_database(settings.data_dir))
    try:
        migrate(engine)
        if not found.database.settled:
            with engine.begin() as connection:
                identity.begin(connection, mark.installation, mark.key)
        write_marks(settings, mark)
        if not found.database.settled:
            with engine.begin() as connection:
                identity.settle(connection)
        _seal(engine, key, mark.installation)
        _require_known(settings, engine)
    except BaseException:
        engine.dispose()
        raise
    return engine, key


def write_marks(settings: Settings, mark: Mark) -> None:
    """Let the vault and the key's place carry this mark, from now on."""
    place, beside = place_of(settings), _key_mark(settings.data_dir)
    if place.mark() != line(mark):
        place.put_mark(line(mark))
    if read_mark(beside) != mark:
        write_mark(beside, mark)


def _judged(settings: Settings, found: Found) -> Mark | None:
    try:
        return judge(found)
    except Mismatch as line:
        if next_key_file(settings).exists():
            finish = "a change of the master key was cut off: `python -m bot rotate-key` finishes it"
            raise Mismatch(f"{line}; {finish}") from None
        raise


def _seal(engine: Engine, key: bytes, installation: str) -> None:
    """From now on what is written of patients is sealed; what an older version left in clear is sealed first."""
    with engine.connect() as connection:
        house_key = identity.house_key(connection)
    if house_key is None:
        house_key = wrap(key, installation)
        seal_all(engine, Seals(key, installation, house_key), house_key)
        with engine.connect() as connection:  # another may have been first
            house_key = identity.house_key(connection) or house_key
    sealed_with(engine, Seals(key, installation, house_key))


def _require_known(settings: Settings, engine: Engine) -> None:
    """Raise `Mismatch` if a newer version wrote the newest cases, though it changed no tables."""
    with engine.connect() as connection:
        if not newest_known(connection):
            raise Mismatch(f"{_setting(settings)}: {NEWER}")


def mismatch(settings: Settings) -> str | None:
    """The line with which a start would end, or None. Nothing is changed: no key, folder, file or table is made, and a
    running bot is not disturbed.
    """
    engine = open_postgresql(settings.database_url) if settings.database_url else None
    try:
        _judged(settings, _look(settings, place_of(settings), engine))
    except Mismatch as line:
        return str(line)
    finally:
        if engine:
            engine.dispose()
    return None


def _look(settings: Settings, place: Shelf, engine: Engine | None) -> Found:
    folder = settings.data_dir
    setting = _setting(settings)
    vaults, keys = "STORE_URL" if settings.store_url else "DATA_DIR", setting_of_key(settings)
    try:
        key = read_key(settings)
        on_vault = place.mark()
        vault, beside = _vault_mark(on_vault, vaults), _beside(folder)
        all_marked = bool(key and vault and beside)
        with _reading(engine, folder) as reading:
            database = remembered(reading, with_keys=not all_marked) if reading else Remembered()
    except NoKey as line:
        raise Mismatch(str(line)) from None
    except WrongDatabase as error:
        raise Mismatch(f"{setting}: {error}") from None
    if key and beside and vault and _is_of_the_key_before(beside, vault, database, fingerprint(key)):
        beside, all_marked = None, False
    if all_marked and database.settled:
        return Found(database, key, beside, vault, setting=setting, vaults=vaults, keys=keys)
    tried = _tried(place, key, database, is_declared=on_vault == b"")
    return Found(database, key, beside, vault, *tried, setting=setting, vaults=vaults, keys=keys)


def _is_of_the_key_before(beside: Mark, vault: Mark, database: Remembered, key: str) -> bool:
    """Whether only the mark in this DATA_DIR is of another key: the key was changed from another bot's."""
    of_one = beside.installation == vault.installation == database.installation
    return database.settled and of_one and beside.key != key == vault.key == database.key


def _tried(place: Shelf, key: bytes | None, database: Remembered, *, is_declared: bool) -> tuple[bool, bool, int]:
    """Whether the vault has files, whether one of them opens, and how many of the cases' keys do."""
    proven = is_declared
    if not place.is_there():
        return False, proven, _opened(key, database)
    vault, holds = Vault(place, key or bytes(KEY_BYTES)), place.holds()
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


def _setting(settings: Settings) -> str:
    return "DATABASE_URL" if settings.database_url else "DATA_DIR"


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


def _vault_mark(content: bytes | None, setting: str) -> Mark | None:
    try:
        return parsed(content, MARK)
    except DamagedMark:
        raise Mismatch(f"{setting}: {MARK} in the vault is damaged: restore it from its backup") from None


def _beside(folder: Path) -> Mark | None:
    path = _key_mark(folder)
    try:
        return read_mark(path)
    except DamagedMark:
        raise Mismatch(f"DATA_DIR: {path.name} in {path.parent.name} is damaged: restore it from its backup") from None


def _database(folder: Path) -> Path:
    return folder / "companion.db"


def _key_mark(folder: Path) -> Path:
    return folder / "master.key.identity"
