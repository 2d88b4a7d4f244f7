"""Whether a backup may be put back here: nothing that is in use, or that was, is ever replaced."""

from __future__ import annotations

from pathlib import Path

from bot.backup.heading import Heading, Refusal
from bot.backup.place import KEY_MARK, is_used
from bot.settings import Settings
from bot.storage import rows
from bot.storage.glance import glance
from bot.vault import DamagedMark
from bot.vault.mark import read_mark

MARKER = "restoring"
"""The file by which a restore that was cut off is known; in it lies which backup it was."""
_ROOM = "move all but master.key and deletions away, or name another folder"


def require_empty(settings: Settings, heading: Heading, name: str) -> None:
    """Raise `Refusal` unless there is a master key, maybe deletions that were noted, and nothing else."""
    folder = settings.data_dir
    if settings.database_url:
        with glance(folder, settings.database_url) as connection:
            if not rows.is_empty(connection):
                raise Refusal("DATABASE_URL: the database is not empty: a backup is put back into an empty one only")
    database = folder / "companion.db"
    if database.exists() and (database.stat().st_size or not settings.database_url):
        raise Refusal(f"DATA_DIR: there is a companion.db already: {_ROOM}")
    if is_used(settings) and not _was_begun(folder, name):
        if settings.store_url:
            raise Refusal("STORE_URL: files lie there already: name a place that is empty, such as another folder")
        raise Refusal(f"DATA_DIR: files lie in its vault: {_ROOM}")
    try:
        beside = read_mark(folder / KEY_MARK)
    except DamagedMark:
        raise Refusal("DATA_DIR: master.key.identity is damaged: remove it") from None
    if beside and beside.installation != heading.installation:
        raise Refusal("DATA_DIR: master.key.identity belongs to another installation than this backup")


def _was_begun(folder: Path, name: str) -> bool:
    try:
        return (folder / MARKER).read_text() == name
    except (FileNotFoundError, UnicodeError):
        return False
