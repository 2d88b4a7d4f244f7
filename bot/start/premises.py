"""Whether the bot can begin here: folder, files, database and door, looked at without making or changing anything."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.chat.listening import listening_at
from bot.meaning import MEANING
from bot.settings import Settings
from bot.start.keys import NoKey, is_brought, key_file, read_key
from bot.start.place import in_words_of_the_store, try_store
from bot.storage.glance import glance, is_held
from bot.storage.trouble import FULL, NO_ROOM, in_words, is_of_a_database
from bot.vault.errors import StoreAway

LEAST_FREE = 8 << 20
"""Bytes on the disk without which not even a database can be begun."""
_SQLITE = b"SQLite format 3\x00"
_FILES = ("companion.db", "companion.db-wal", "companion.db-shm", "lock")
_PRIVILEGED = 1024


class NoPlace(Exception):
    """One line: which setting is wrong, and what it should be."""


def data_folder(settings: Settings) -> Path:
    """Where the data lies; the rehearsal, without a token, has a folder of its own."""
    rehearsal = settings.data_dir / "rehearsal"
    is_rehearsed = not settings.telegram_token and not (settings.data_dir / "companion.db").exists()
    return rehearsal if is_rehearsed and rehearsal.is_dir() else settings.data_dir


def complaint(settings: Settings) -> str | None:
    """The line with which a start would end, or None."""
    looks: list[Callable[[Settings], None]] = [_token, _folder, _store]
    if settings.telegram_token:
        looks += [_files, _database, _door, _local_server]
    try:
        for look in looks:
            look(settings)
    except NoPlace as line:
        return f"wrong setting: {line}"
    return None


def in_words_of_a_setting(error: BaseException, settings: Settings) -> str | None:
    """The line for what a start was ended by, or None if that is no fault of a setting."""
    if isinstance(error, StoreAway):
        return f"wrong setting: {in_words_of_the_store(error)}"
    if is_of_a_database(error):
        name = "DATABASE_URL" if settings.database_url else "DATA_DIR"
        meaning = f"{name} should be {MEANING[name.lower()]}"
        return f"wrong setting: {meaning} ({in_words(error)})"
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return f"wrong setting: DATA_DIR should be {MEANING['data_dir']} ({FULL})"
    if isinstance(error, OSError) and _is_ours(error.filename, settings.data_dir):
        return f"wrong setting: DATA_DIR should be {MEANING['data_dir']} ({_named(error)})"
    return None


def _is_ours(path: object, folder: Path) -> bool:
    return isinstance(path, str | bytes | os.PathLike) and Path(os.fsdecode(path)).is_relative_to(folder)


def _named(error: OSError) -> str:
    name = Path(os.fsdecode(error.filename)).name if error.filename else ""
    return f"{name}: {error.strerror}" if name else str(error.strerror)


def _token(settings: Settings) -> None:
    """A token that is missing by mistake must not begin a rehearsal where patients are written to."""
    if settings.serves and not settings.telegram_token:
        asked = "where WEBHOOK_URL is set, or STORE_URL beside DATABASE_URL"
        raise NoPlace(f"TELEGRAM_TOKEN should be the token from @BotFather {asked}")


def _folder(settings: Settings) -> None:
    folder = settings.data_dir.absolute()
    with _refusing():
        if folder.is_symlink() and not folder.exists():
            raise _data_dir("it is a link that leads nowhere; is a disk not mounted?")
        if not folder.exists():
            parent = folder.parent
            if not parent.exists():
                raise _data_dir("the folder it should lie in is not there; is a disk not mounted?")
            if not parent.is_dir():
                raise _data_dir("what it should lie in is a file")
            _require_writing(parent, "the folder it should lie in")
            _require_room(parent)
            return
        if not folder.is_dir():
            raise _data_dir("it is a file")
        _require_writing(folder, "it")
        _require_room(folder)


def _require_writing(folder: Path, what: str) -> None:
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        raise _data_dir(f"{what} is on a disk that can only be read")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise _data_dir(f"{what} belongs to somebody else")


def _require_room(folder: Path) -> None:
    disk = os.statvfs(folder)
    if disk.f_bavail * disk.f_frsize < LEAST_FREE or (disk.f_files and not disk.f_favail):
        raise _data_dir("the disk is full")


def _files(settings: Settings) -> None:
    folder = settings.data_dir
    with _refusing():
        key, vault = key_file(settings), folder / "vault"
        for path in (key, *(folder / name for name in _FILES)):
            if path.is_dir():
                raise _data_dir(f"{path.name} is a folder, and should be a file")
        if not is_brought(settings) and key.exists() and not os.access(key, os.R_OK):
            raise _data_dir("master.key cannot be read: it should belong to who runs the bot")
        try:
            read_key(settings)
        except NoKey as line:
            raise NoPlace(str(line)) from None
        for path in (folder / name for name in _FILES):
            if path.exists() and not os.access(path, os.R_OK | os.W_OK):
                raise _data_dir(f"{path.name} cannot be written to: it should belong to who runs the bot")
        if settings.store_url:
            return
        if vault.exists() and not vault.is_dir():
            raise _data_dir("vault is a file, and should be a folder")
        if vault.exists() and not os.access(vault, os.R_OK | os.W_OK | os.X_OK):
            raise _data_dir("vault cannot be written to: it should belong to who runs the bot")


def _store(settings: Settings) -> None:
    try:
        try_store(settings)
    except StoreAway as error:
        raise NoPlace(in_words_of_the_store(error)) from None


def _database(settings: Settings) -> None:
    file = settings.data_dir / "companion.db"
    if not settings.database_url:
        with _refusing():
            if not file.exists() or not file.stat().st_size:
                return
            with file.open("rb") as opened:
                if opened.read(len(_SQLITE)) != _SQLITE:
                    raise _data_dir("companion.db is no SQLite database, or is damaged: restore it from its backup")
            if not is_running(settings.data_dir) and is_held(file):
                raise _data_dir("companion.db is held by another program")
    try:
        with glance(file, settings.database_url) as connection:
            if settings.database_url:
                connection.exec_driver_sql("SELECT 1")
            else:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except Exception as error:
        if isinstance(error, TypeError) and settings.database_url:  # its words come as bytes: it has no letters
            meaning = f"DATABASE_URL should be {MEANING['database_url']}"
            raise NoPlace(f"{meaning} (the database should be made with the encoding UTF8)") from None
        if line := in_words_of_a_setting(error, settings):
            raise NoPlace(line.removeprefix("wrong setting: ")) from None
        raise


def is_running(folder: Path) -> bool:
    """Whether a bot works in this folder now."""
    try:
        with (folder / "lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # several bots over PostgreSQL hold it together
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _door(settings: Settings) -> None:
    host, port = settings.listen_host, settings.listen_port
    if not port or is_running(settings.data_dir):
        return
    try:
        listening_at(host, port).close()
    except OSError as error:
        raise NoPlace(closed_door(error, port)) from None
    except UnicodeError:  # no name of a machine at all
        raise NoPlace(f"LISTEN_HOST should be {MEANING['listen_host']}") from None


def closed_door(error: OSError, port: int) -> str:
    """Why nothing can listen there."""
    if error.errno == errno.EADDRINUSE:
        return f"LISTEN_PORT should be {MEANING['listen_port']}; another program listens at this one"
    if error.errno in (errno.EACCES, errno.EPERM) and port < _PRIVILEGED:
        return f"LISTEN_PORT should be {MEANING['listen_port']}; below {_PRIVILEGED} only root may listen"
    # What cannot be looked up has an error number of its own kind, below 0.
    why = "this machine's" if (error.errno or 0) > 0 else "known"
    return f"LISTEN_HOST should be {MEANING['listen_host']} (this one is not {why})"


def _local_server(settings: Settings) -> None:
    """The folder of a Bot API server of the operator's own, if it is one that lies here."""
    folder = Path(settings.telegram_api_local)
    if not settings.telegram_api_local.startswith("/"):
        return
    why = "it is not there" if not folder.exists() else "it is a file" if not folder.is_dir() else ""
    if not why and not os.access(folder, os.R_OK | os.X_OK):
        why = "it cannot be read: let the server's folder belong to a group of the bot's"
    if why:
        raise NoPlace(f"TELEGRAM_API_LOCAL should be {MEANING['telegram_api_local']} ({why})")


def _data_dir(why: str) -> NoPlace:
    return NoPlace(f"DATA_DIR should be {MEANING['data_dir']} ({why})")


@contextmanager
def _refusing() -> Iterator[None]:
    """What cannot even be looked at is no place for the bot."""
    try:
        yield
    except OSError as error:
        raise _data_dir(f"it cannot be looked at: {error.strerror}") from None
