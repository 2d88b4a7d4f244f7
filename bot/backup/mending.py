"""Putting back out of a backup what a disk or a store has lost of an installation that is in use: files, and no row.

A bot may be at work beside it. What the rows of now call for is put back, and nothing else: neither who deleted
everything since nor a file that was replaced comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.backup.heading import Heading, Refusal
from bot.backup.place import vault_of
from bot.backup.records import Name, copies
from bot.backup.restoring import Progress
from bot.backup.sealing import Reading, heading_of
from bot.backup.verifying import look
from bot.settings import Settings
from bot.start.identity import mismatch
from bot.start.keys import read_key
from bot.start.place import place_of
from bot.storage import kept
from bot.storage.glance import glance
from bot.storage.kept import KeptFile
from bot.vault import Tampered, Vault
from bot.vault.condition import condition
from bot.vault.mark import parsed
from bot.vault.shelf import MARK


@dataclass(frozen=True, slots=True)
class Mended:
    """How many files were damaged or gone, and how many of them are back."""

    heading: Heading
    damaged: int
    files: int


def mend(settings: Settings, path: Path, progress: Progress) -> Mended:
    """Raises `Refusal`, what the database or the store raises, or OSError."""
    heading = heading_of(path)
    key = read_key(settings)
    if key is None:
        raise Refusal("master.key is missing in DATA_DIR: where nothing is yet, a backup is put back whole")
    if line := mismatch(settings):
        raise Refusal(line)
    mark = parsed(place_of(settings).mark(), MARK)
    if mark is None or mark.installation != heading.installation:
        raise Refusal("this is a backup of another installation: use one that was taken here")
    reading, vault = Reading(path, key), vault_of(settings, key)
    look(reading, key, progress)
    damaged = {file.name: file for file in _damaged(settings, vault)}
    back: set[Name] = set()
    for name, pieces in copies(reading.records()):
        if (file := damaged.get(name)) and name not in back:
            with suppress(Tampered):  # the file of that number was another when this copy was taken
                vault.take_back(file.case_id, file.key, file.number, file.sha256, pieces)
                back.add(name)
                progress(len(back), len(damaged))
    gone = _deleted_meanwhile(settings, vault, back)
    return Mended(heading, len(damaged) - len(gone), len(back - gone))


def _damaged(settings: Settings, vault: Vault) -> Iterator[KeptFile]:
    for file in kept.every(lambda: glance(settings.data_dir / "companion.db", settings.database_url)):
        if condition(vault, file.case_id, file.key, file.number, file.sha256) in ("missing", "changed"):
            yield file


def _deleted_meanwhile(settings: Settings, vault: Vault, back: set[Name]) -> set[Name]:
    """Files whose patient deleted them while they were put back: they are gone again."""
    if not back:
        return set()
    with glance(settings.data_dir / "companion.db", settings.database_url) as connection:
        gone = back - {file.name for file in kept.among(connection, back)}
    for case_id, number in gone:
        vault.erase(case_id, number)
    return gone
