"""The folder in which patients' files lie encrypted, a folder a case."""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.vault import names, stable, stream, wrapping
from bot.vault.deposit import Deposit
from bot.vault.errors import Missing, Tampered
from bot.vault.names import Address


class Vault:
    """Keeps, reads and erases documents; every method blocks on the disk and raises OSError when the disk fails.

    A case id is 32 lower-case hexadecimal digits, a document a whole number; anything else is a ValueError.
    """

    def __init__(self, folder: Path, master_key: bytes) -> None:
        if len(master_key) != wrapping.KEY_BYTES:
            raise ValueError("a master key has 32 bytes")
        self._folder, self._master_key = folder, master_key
        stable.make_folder(folder)

    def new_case_key(self, case_id: str) -> bytes:
        """A key for a new case, wrapped by the master key; store it with the case."""
        names.require_case_id(case_id)
        return wrapping.wrap(self._master_key, case_id)

    def receive(self, case_id: str, wrapped_key: bytes, document: int) -> Deposit:
        """Begin to take a document in; raises Tampered if the key is not this case's."""
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        stable.make_folder(self._folder / case_id)
        return Deposit(self._folder, case_key, address)

    def read(self, case_id: str, wrapped_key: bytes, document: int) -> Iterator[bytes]:
        """A kept document in chunks of at most 64 KiB; raises Missing, or Tampered before any false byte."""
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        try:
            file = address.path(self._folder).open("rb")
        except FileNotFoundError:
            raise Missing("no such document is kept") from None
        with file:
            yield from stream.opened(file, case_key, address)

    def opens_key(self, case_id: str, wrapped_key: bytes) -> bool:
        """Whether the master key opens a case's key."""
        try:
            wrapping.unwrap(self._master_key, case_id, wrapped_key)
        except Tampered:
            return False
        return True

    def is_away(self) -> bool:
        """Whether nothing at all lies here: so looks a disk that is not mounted."""
        try:
            return not os.listdir(self._folder)
        except FileNotFoundError:
            return True

    def erase(self, case_id: str, document: int) -> None:
        """Remove one document for good, and what was half-written of it; nothing to remove is no error."""
        address = Address(case_id, document)
        case = self._folder / case_id
        with contextlib.suppress(FileNotFoundError):
            for path in [address.path(self._folder), *case.glob(f"{document}.*.part")]:
                path.unlink(missing_ok=True)
            stable.flush_folder(case)

    def erase_case(self, case_id: str) -> None:
        """Remove everything kept or half-written for a case, for good; nothing to remove is no error."""
        names.require_case_id(case_id)
        case = self._folder / case_id
        while case.exists():
            try:
                shutil.rmtree(case)
            except FileNotFoundError:
                continue  # a part was renamed or discarded while we were removing it: look again
            except OSError as error:
                if error.errno != errno.ENOTEMPTY:
                    raise
                continue  # a part was begun while we were removing: look again
        stable.flush_folder(self._folder)

    def sweep_parts(self, older_than: datetime) -> int:
        """Remove half-written files last written before a moment (with time zone), left by a crash; how many."""
        swept = 0
        for case in self._cases():
            for part in filter(names.is_part, _listed(case)):
                with contextlib.suppress(FileNotFoundError):  # it was kept or discarded meanwhile
                    if part.stat().st_mtime < older_than.timestamp():
                        part.unlink()
                        swept += 1
        return swept

    def contents(self) -> Iterator[tuple[str, int]]:
        """Every kept document as (case id, document), in no particular order."""
        for case in self._cases():
            for path in _listed(case):
                document = names.document_at(path)
                if document is not None:
                    yield case.name, document

    def _cases(self) -> list[Path]:
        return [path for path in _listed(self._folder) if names.is_case(path)]


def _listed(folder: Path) -> list[Path]:
    try:
        return [folder / name for name in os.listdir(folder)]
    except FileNotFoundError:  # erased meanwhile
        return []
