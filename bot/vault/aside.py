"""What the database did not know: still sealed, under `aside/<day>/<case>/`, so that it can come back."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.vault import names, stable
from bot.vault.names import Address

FOLDER = "aside"


@dataclass(frozen=True, slots=True)
class SetAside:
    """One document that was set aside, and on which day (UTC)."""

    day: date
    case_id: str
    document: int
    path: Path


def put(vault: Path, address: Address, day: date) -> bool:
    """Move a kept document out of its case; False if it is not there. Nothing that was set aside is ever replaced."""
    kept = address.path(vault)
    folder = vault / FOLDER / day.isoformat() / address.case_id
    stable.make_folder(folder)
    try:
        kept.rename(folder / f"{address.document}.{secrets.token_hex(8)}.sealed")
    except FileNotFoundError:
        remove_empty(folder)
        return False
    stable.flush_folder(folder)
    stable.flush_folder(kept.parent)
    return True


def everything(vault: Path) -> Iterator[SetAside]:
    """All that is set aside, in no particular order; what we did not put there is passed over."""
    for day_folder in listed(vault / FOLDER):
        try:
            day = date.fromisoformat(day_folder.name)
        except ValueError:
            continue
        for case in filter(names.is_case, listed(day_folder)):
            for path in listed(case):
                document = names.document_set_aside(path)
                if document is not None:
                    yield SetAside(day, case.name, document, path)


def erase(one: SetAside) -> None:
    """Remove a document that was set aside for good, and the folders that are empty then."""
    one.path.unlink(missing_ok=True)
    with contextlib.suppress(FileNotFoundError):
        stable.flush_folder(one.path.parent)
    remove_empty(one.path.parent)


def remove_empty(folder: Path) -> None:
    """Remove a folder of what is set aside, and those above it, as far as nothing is in them."""
    with contextlib.suppress(OSError):  # something is in it
        while True:
            folder.rmdir()
            if folder.name == FOLDER:
                return
            folder = folder.parent


def listed(folder: Path) -> list[Path]:
    """What lies in a folder; nothing if it is not there."""
    try:
        return [folder / name for name in os.listdir(folder)]
    except (FileNotFoundError, NotADirectoryError):  # erased meanwhile, or not ours
        return []
