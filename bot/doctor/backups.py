"""A backup, read from its first byte to its last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from bot.backup.heading import Refusal
from bot.backup.sealing import Reading, heading_of
from bot.backup.verifying import look
from bot.doctor.findings import Finding, named, some
from bot.settings import Settings
from bot.start.keys import NoKey, read_key


class BackupLook:
    """One look at one backup; the master key is the one in DATA_DIR."""

    def __init__(self, settings: Settings, path: Path, progress: Callable[[int], None]) -> None:
        self._settings, self._path, self._progress = settings, path, progress
        self.read = 0
        """How many files in it were read and found whole."""

    def findings(self) -> Iterator[Finding]:
        try:
            heading = heading_of(self._path)
            key = read_key(self._settings)
            if key is None:
                line = f"master.key is missing in DATA_DIR: the one of this backup has the fingerprint {heading.key}"
                yield Finding("wrong", "no_key", line)
                return
            looked = look(Reading(self._path, key), key, lambda files, _: self._progress(files))
        except (Refusal, NoKey) as error:
            yield Finding("wrong", "backup", str(error))
            return
        except OSError as error:
            yield Finding("wrong", "unseen", f"{self._path.name} cannot be read ({error.strerror})")
            return
        self.read = looked.end.documents
        moment = f"{looked.heading.began:%Y-%m-%d %H:%M} UTC"
        yield Finding("note", "backup", f"a backup of {moment} with {some(looked.end.cases, 'case', 'cases')}")
        if damaged := looked.end.damaged:
            line = (
                f"{some(len(damaged), 'file was', 'files were')} damaged or gone when it was taken ({named(damaged)})"
            )
            yield Finding("wrong", "damaged_before", line)
