"""The machine: its disk, its SQLite, who may read the key, what the jail holds and which kinds can be opened."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

from bot.child.child import demand_whole_jail
from bot.child.hold import try_jail
from bot.doctor.findings import Finding, Level
from bot.documents.fitness import Fitness
from bot.papers.typefaces import ALWAYS, how_to_print, printed_here
from bot.settings import Settings

GOOD_SQLITE = (3, 51, 3)
"""Older ones can damage a database in a rare race of two connections (https://www.sqlite.org/wal.html#walresetbug)."""
NEARLY_FULL = 1 << 30
"""Bytes that should be free at least."""
_SECRET = ("master.key", "companion.db", "companion.db-wal", ".env")


def of_the_disk(settings: Settings, folder: Path) -> Iterator[Finding]:
    """Room, versions, and who may read what."""
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    free = shutil.disk_usage(there).free
    if free < NEARLY_FULL:
        yield Finding("wrong", "disk", f"the disk of DATA_DIR is nearly full: {free >> 20} MB are free")
    if not settings.database_url and sqlite3.sqlite_version_info < GOOD_SQLITE:
        wanted = ".".join(map(str, GOOD_SQLITE))
        yield Finding(
            "note",
            "old_sqlite",
            f"SQLite {sqlite3.sqlite_version} is older than {wanted}: let nobody else open companion.db for writing",
        )
    level: Level
    brought = (settings.master_key_file,) if settings.master_key_file else ()
    for path in (*(folder / name for name in _SECRET[:3]), Path(_SECRET[3]), *brought):
        if path.is_file() and _is_open_to_others(path):
            level = "note" if path.name == ".env" else "wrong"
            yield Finding(level, "open_to_others", f"{path.name} can be read by others: chmod 600 it")
    if others := list(_of_another(folder)):
        first = others[0].relative_to(folder)
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        line = f"{first}{more} belongs to another user than DATA_DIR: chown -R it to who runs the bot"
        yield Finding("wrong", "of_another_user", line.replace("belongs", "belong") if more else line)
    if folder.is_dir() and (folder / "vault").is_dir() and (folder / "vault").stat().st_mode & 0o077:
        yield Finding("wrong", "open_to_others", "vault can be read by others: chmod 700 it")


def _of_another(folder: Path) -> Iterator[Path]:
    """What the bot cannot work with: by whom the folder belongs to, if root looks, and else by trying."""
    is_root, owner = os.geteuid() == 0, folder.stat().st_uid if folder.is_dir() else 0
    if is_root and not owner:
        return
    for path in (
        *folder.glob("companion.db*"),
        folder / "lock",
        *_below(folder / "vault"),
        *_below(folder / "deletions"),
    ):
        with suppress(FileNotFoundError):  # a bot is at work there
            if path.lstat().st_uid != owner if is_root else not os.access(path, os.R_OK | os.W_OK):
                yield path


def _below(folder: Path) -> Iterator[Path]:
    """It and all in it, as far as we may look."""
    if folder.exists():
        yield folder
        for place, folders, files in os.walk(folder):
            yield from (Path(place, name) for name in (*folders, *files))


def _is_open_to_others(path: Path) -> bool:
    found = path.stat()
    # A secret that a container is given belongs to root, and reaches us by our group.
    is_given = found.st_uid == 0 and os.geteuid() != 0
    return bool(found.st_mode & (0o037 if is_given else 0o077))


def of_the_local_server(settings: Settings) -> Iterator[Finding]:
    """Whether what a Bot API server of the operator's own fetches is taken away from there once it is encrypted."""
    place = settings.telegram_api_local
    if not place:
        return
    line = "what your Bot API server fetches stays in its folder, not encrypted: "
    if not place.startswith("/"):
        yield Finding("note", "local_copies", f"{line}remove there what is older than an hour")
        return
    folders = [Path(place), *Path(place).glob(f"{settings.telegram_token}/*/")]
    if not all(os.access(folder, os.W_OK) for folder in folders[1:] or folders):
        yield Finding("note", "local_copies", f"{line}let the bot remove files in TELEGRAM_API_LOCAL")


def of_the_typefaces() -> Iterator[Finding]:
    """The scripts in which a patient's name can be printed; in others each of its letters would stand as a code."""
    known = printed_here()
    here, missing = ([script for script, is_here in known.items() if is_here is each] for each in (True, False))
    line = f"names can be printed in {', '.join(here)}"
    if missing:
        line += f"; not in {', '.join(missing)}: {how_to_print(missing)}"
    yield Finding("wrong" if {*missing} & {*ALWAYS} else "note", "scripts", line)


async def of_the_jail(settings: Settings) -> AsyncIterator[Finding]:
    """What a child could reach, and of which kinds not even a known good file is opened."""
    level: Level = "wrong" if settings.require_confinement else "note"
    try:
        hold = await try_jail()
        for complaint in hold.complaints:
            yield Finding(level if hold.began else "wrong", "jail", complaint)
        demand_whole_jail(settings.require_confinement)
        failing = await Fitness(quiet=True).try_all()
    except OSError as error:
        yield Finding("wrong", "children", f"no child process can be started ({os.strerror(error.errno or 0)})")
        return
    if failing:
        kinds = ", ".join(failing)
        yield Finding("wrong", "kinds", f"even a known good file cannot be opened, so patients' files wait: {kinds}")
