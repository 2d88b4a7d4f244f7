"""Putting a backup back on a machine on which nothing is yet: read whole first, the files next, the rows last.

The rows become visible at once, or not at all: until then a bot refuses to start here, and a restore that was cut off
is begun anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.backup.emptiness import MARKER, require_empty
from bot.backup.heading import Heading, Refusal
from bot.backup.place import KEY_MARK, mark_vault, vault_of
from bot.backup.records import Name, Rows, copies
from bot.backup.sealing import Reading, heading_of
from bot.backup.verifying import DAMAGED, Looked, look
from bot.settings import Settings
from bot.start.keys import read_key
from bot.start.place import place_of, store_at
from bot.storage.connection import Connection
from bot.storage.database import bring_to, open_database, open_postgresql, truncate_log
from bot.storage.lock import take_lock
from bot.storage.rows import Loading, Page, be_alone
from bot.upkeep.deletions import note_in, noted_in
from bot.vault import DamagedMark, Mark, Tampered, Vault, stable
from bot.vault.mark import parsed, write_mark
from bot.vault.shelf import MARK, Shelf

Progress = Callable[[int, int], None]
"""Hears how many files were looked at or put back, and of how many (0: not known yet)."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what was not because somebody had deleted it."""

    looked: Looked
    files: int
    cases_left_out: int
    deletions_known: bool


def restore(settings: Settings, path: Path, deletions: str, progress: Progress) -> Restored:
    """Raises `Refusal`, `InUse`, what the database raises, or OSError; then no bot starts on what lies there."""
    folder, heading = settings.data_dir, heading_of(path)
    key = read_key(settings)
    if key is None:
        raise Refusal(
            f"master.key is missing in DATA_DIR, and no backup holds it: put the one there whose fingerprint is"
            f" {heading.key}, from where it is kept apart"
        )
    given = _given(deletions, heading)
    reading = Reading(path, key)
    with take_lock(folder):
        require_empty(settings, heading, reading.name())
        looked = look(reading, key, progress)
        deleted = noted_in(folder / "deletions") | place_of(settings).deleted() | (given or set())
        _begin(settings, looked, reading.name(), deleted)
        files = _put_files(vault_of(settings, key), reading, looked, deleted, progress)
        left_out = _put_rows(settings, reading, looked, deleted)
        (folder / MARKER).unlink()
        stable.flush_folder(folder)
    return Restored(looked, files, left_out, deletions_known=bool(deleted) or given is not None)


def _given(deletions: str, heading: Heading) -> set[str] | None:
    """Whoever is noted as deleted in a folder that was kept elsewhere, or in the store of the bot that is gone; None
    where nobody is named and nothing says that this is their place.
    """
    if deletions.startswith("s3://"):
        return _in_store(store_at(deletions), heading)
    if deletions and not Path(deletions).is_dir():
        line = "what --deletions names is no folder: name the `deletions` that was kept beside DATA_DIR"
        raise Refusal(f"{line}, or the store of the bot before, such as s3://bucket/folder")
    return (noted_in(Path(deletions)) or None) if deletions else None


def _in_store(store: Shelf, heading: Heading) -> set[str]:
    """A place in a bucket at which nothing lies looks as one at which nobody was deleted: only a mark tells them."""
    try:
        mark = parsed(store.mark(), MARK)
    except DamagedMark:
        mark = None
    if mark is None or mark.installation != heading.installation:
        why = "no bot's store" if mark is None else "the store of another installation than this backup"
        raise Refusal(f"what --deletions names is {why}: name the one of the bot before, such as s3://bucket/folder")
    return store.deleted()


def _begin(settings: Settings, looked: Looked, name: str, deleted: set[str]) -> None:
    """What says whose all this is, and who must not come back, before anything of theirs is there."""
    folder, mark = settings.data_dir, Mark(looked.heading.installation, looked.heading.key)
    stable.write_file(folder / MARKER, name.encode())
    mark_vault(settings, mark)
    write_mark(folder / KEY_MARK, mark)
    if deleted:
        note_in(folder / "deletions", deleted)


def _put_files(vault: Vault, reading: Reading, looked: Looked, deleted: set[str], progress: Progress) -> int:
    wanted = {name for name in looked.documents if name[0] not in deleted}
    back: set[Name] = set()
    for name, pieces in copies(reading.records()):
        if name not in wanted:
            continue
        entry = looked.documents[name]
        with suppress(Tampered):  # of a file that was replaced meanwhile, one of two is what the rows mean
            vault.take_back(entry.case_id, entry.key, entry.number, entry.sha256, pieces)
            back.add(name)
            progress(len(back), len(looked.documents))
    if back != wanted:
        raise Refusal(DAMAGED)
    return len(back)


def _put_rows(settings: Settings, reading: Reading, looked: Looked, deleted: set[str]) -> int:
    with _new_database(settings) as connection:
        bring_to(connection, looked.revision)
        loading = Loading(connection, deleted)
        for number, record in enumerate(reading.records()):
            if isinstance(record, Rows) and number > looked.rows_begin:
                loading.add(Page(record.table, record.columns, record.rows))
        loading.end(looked.end.counters)
    return len(loading.left_out)


@contextmanager
def _new_database(settings: Settings) -> Iterator[Connection]:
    """A transaction on an empty database, that shows only once it is committed."""
    if settings.database_url:
        engine = open_postgresql(settings.database_url)
        try:
            with engine.begin() as connection:
                be_alone(connection)
                yield connection
        finally:
            engine.dispose()
        return
    file = settings.data_dir / "companion.db"
    aside = file.with_name(f"{file.name}.{MARKER}")
    _remove(aside)
    engine = open_database(aside)
    try:
        with engine.begin() as connection:
            yield connection
        truncate_log(engine)
    except BaseException:
        engine.dispose()
        _remove(aside)
        raise
    engine.dispose()
    aside.rename(file)
    stable.flush_folder(file.parent)


def _remove(database: Path) -> None:
    for end in ("", "-wal", "-shm"):
        database.with_name(database.name + end).unlink(missing_ok=True)
