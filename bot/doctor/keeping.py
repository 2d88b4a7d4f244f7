"""Whether the vault and the database say the same, and every kept file is what was kept."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from bot.doctor.findings import Finding, named, some
from bot.doctor.place import NOTHING, nothing_here
from bot.settings import Settings
from bot.start.keys import NoKey, read_key
from bot.start.place import place_of
from bot.start.premises import is_running
from bot.storage import cases, kept
from bot.storage.glance import glance
from bot.storage.kept import KeptFile
from bot.vault import Vault
from bot.vault.condition import Condition, condition

AT_ONCE = 500
SETTLES = 3.0
"""Seconds after which a suspicion is looked into once more: beside a running bot, files come and go."""
LEFT_OVER = 3600.0
"""Seconds after which a half-written file of a running bot is one no more."""

_SAID: dict[Condition, tuple[str, str]] = {
    "missing": ("rows_without_files", "without a file: put it back with `restore <backup> --damaged`"),
    "changed": (
        "changed_files",
        "with a file that is not what was kept: put it back with `restore <backup> --damaged`",
    ),
    "key": ("wrong_key", "of a case whose key master.key does not open: restore the key that belongs to it"),
}
Progress = Callable[[int], None]
"""Hears how many files were read."""


class Keeping:
    """One look at all of it. Between two pages of rows no transaction stays open."""

    def __init__(self, settings: Settings, progress: Progress = lambda _: None) -> None:
        self._settings, self._folder, self._progress = settings, settings.data_dir, progress
        self._url, self._file = settings.database_url, settings.data_dir / "companion.db"
        self.read = self.cases = 0
        """How many files were read and found whole, and of how many cases the database knows."""

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong. Raises what the database raises."""
        place = place_of(self._settings)
        if not self._is_begun():
            if place.is_there() and (place.holds() or place.mark() is not None):
                line = "files lie in the vault, and the database knows of none: restore it from a backup"
                yield Finding("wrong", "no_database", line)
            else:
                yield Finding("note", NOTHING, nothing_here(self._settings))
            return
        try:
            key = read_key(self._settings)
        except NoKey as line:
            yield Finding("wrong", "wrong_key", str(line))
            return
        if key is None:
            yield Finding("wrong", "no_key", "master.key is missing: without it no file can be opened; restore it")
            return
        vault = Vault(place, key) if place.is_there() else None
        if vault is None:
            yield from self._nothing_kept()
            return
        yield from self._rows(vault)
        yield from self._strangers(vault)
        yield from self._left_overs(vault)
        if not (self.cases or self.read):
            yield Finding("note", NOTHING, nothing_here(self._settings))

    def _is_begun(self) -> bool:
        if not self._url and not (self._file.exists() and self._file.stat().st_size):
            return False
        with glance(self._file, self._url) as connection:
            is_begun = kept.has_tables(connection)
            self.cases = kept.cases_known(connection) if is_begun else 0
        return is_begun

    def _nothing_kept(self) -> Iterator[Finding]:
        with glance(self._file, self._url) as connection:
            if kept.kept_files(connection, ("", 0), 1):
                yield Finding("wrong", "no_vault", "the vault is missing, and the database says that files are in it")
            elif not self.cases:
                yield Finding("note", NOTHING, nothing_here(self._settings))

    def _rows(self, vault: Vault) -> Iterator[Finding]:
        every = kept.every(lambda: glance(self._file, self._url))
        suspects = [file.name for file in every if self._is_suspect(vault, file)]
        if suspects:
            time.sleep(SETTLES)
        found: dict[Condition, list[tuple[str, int]]] = defaultdict(list)
        for start in range(0, len(suspects), AT_ONCE):
            with glance(self._file, self._url) as connection:
                again = kept.among(connection, suspects[start : start + AT_ONCE])
            for file in again:
                if (now := condition(vault, file.case_id, file.key, file.number, file.sha256)) != "whole":
                    found[now].append(file.name)
        for condition_, names in found.items():
            what, said = _SAID[condition_]
            yield Finding("wrong", what, f"{some(len(names), 'row', 'rows')} {said} ({named(names)})")

    def _is_suspect(self, vault: Vault, file: KeptFile) -> bool:
        found = condition(vault, file.case_id, file.key, file.number, file.sha256)
        self.read += found == "whole"
        self._progress(self.read)
        return found != "whole"

    def _strangers(self, vault: Vault) -> Iterator[Finding]:
        strangers = self._unknown(list(vault.contents()))
        if strangers:
            time.sleep(SETTLES)
            strangers = self._unknown([name for name in vault.contents() if name in strangers])
        if strangers:
            line = f"{some(len(strangers), 'file', 'files')} without a row: no case knows of it ({named(strangers)})"
            yield Finding("wrong", "files_without_rows", line)

    def _unknown(self, lying: list[tuple[str, int]]) -> set[tuple[str, int]]:
        unknown: set[tuple[str, int]] = set()
        for start in range(0, len(lying), AT_ONCE):
            with glance(self._file, self._url) as connection:
                unknown |= cases.unknown_documents(connection, lying[start : start + AT_ONCE])
        return unknown

    def _left_overs(self, vault: Vault) -> Iterator[Finding]:
        may_be_under_way = vault.is_shared or is_running(self._folder)
        left_over = timedelta(seconds=LEFT_OVER if may_be_under_way else 0)
        if parts := vault.half_written(datetime.now(UTC) - left_over):
            left = some(parts, "half-written file lies", "half-written files lie")
            yield Finding("note", "left_overs", f"{left} in the vault; they are swept at a start and once a day")
