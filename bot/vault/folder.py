"""A folder in which sealed files lie, a folder a case: on one machine, on a disk of its own."""

from __future__ import annotations

import contextlib
import errno
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO

from bot.vault import aside, names, stable
from bot.vault.aside import listed
from bot.vault.content import Content
from bot.vault.errors import VaultAway
from bot.vault.mark import LONGEST
from bot.vault.names import Address
from bot.vault.part_file import PartFile
from bot.vault.shelf import MARK, Name


class Folder:
    """A `Shelf` on a disk; one bot works in it at a time."""

    is_shared = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._is_marked = False

    def is_there(self) -> bool:
        return self.folder.is_dir()

    def make(self) -> None:
        stable.make_folder(self.folder)
        self._is_marked = (self.folder / MARK).exists()

    def is_away(self) -> bool:
        return not (self.folder / MARK).exists() if self._is_marked else not listed(self.folder)

    def require_here(self) -> None:
        """Where a disk was unmounted an empty folder lies: nothing is saved there, and nothing counts as erased."""
        if self._is_marked and not (self.folder / MARK).exists():
            raise VaultAway("the vault is not there any more")

    def mark(self) -> bytes | None:
        with contextlib.suppress(FileNotFoundError), (self.folder / MARK).open("rb") as file:
            return file.read(LONGEST)
        return None

    def put_mark(self, mark: bytes) -> None:
        stable.write_file(self.folder / MARK, mark)

    def holds(self) -> bool:
        return any(True for _ in self.contents()) or (self.folder / aside.FOLDER).exists()

    def begin(self, address: Address) -> PartFile:
        self.require_here()
        stable.make_folder(self.folder / address.case_id)
        return PartFile(self.folder, address)

    def open(self, address: Address, tag: str) -> BinaryIO:
        """There is one file of a name, so the tag chooses nothing."""
        try:
            return address.path(self.folder).open("rb")
        except FileNotFoundError:
            self.require_here()
            raise

    def contents(self, case_id: str | None = None) -> Iterator[Name]:
        for case in self._cases():
            if case_id in (None, case.name):
                yield from self._contents_of(case.name)

    def written_before(self, address: Address, moment: datetime) -> bool:
        try:
            return address.path(self.folder).stat().st_mtime < moment.timestamp()
        except FileNotFoundError:
            return False

    def erase(self, case_id: str, document: int | None) -> None:
        self.require_here()
        if document is None:
            self._erase_case(self.folder / case_id)
        else:
            self._erase_document(Address(case_id, document))
        for one in aside.everything(self.folder):
            if one.case_id == case_id and document in (None, one.document):
                aside.erase(one)

    def note_deleted(self, case_id: str) -> None:
        """Nothing: this lies beside DATA_DIR's own list, on the same disk."""

    def deleted(self) -> set[str]:
        return set()

    def sweep(self, older_than: datetime) -> int:
        swept = 0
        for part in self._parts(older_than):
            with contextlib.suppress(FileNotFoundError):  # it was kept or discarded meanwhile
                part.unlink()
                swept += 1
        return swept

    def half_written(self, older_than: datetime) -> int:
        return sum(1 for _ in self._parts(older_than))

    def set_aside(self, address: Address) -> bool:
        return aside.put(self.folder, address, datetime.now(UTC).date())

    def set_case_aside(self, case_id: str) -> int:
        moved = sum(self.set_aside(Address(*name)) for name in list(self._contents_of(case_id)))
        with contextlib.suppress(OSError):  # something is still under way there
            (self.folder / case_id).rmdir()
        return moved

    def lying_aside(self) -> list[Name]:
        return sorted({(one.case_id, one.document) for one in aside.everything(self.folder)})

    def put_back(self, wanted: Content) -> bool:
        kept = wanted.address.path(self.folder)
        if wanted.is_in(lambda: kept.open("rb")):
            return False
        name = (wanted.address.case_id, wanted.address.document)
        for one in aside.everything(self.folder):
            if (one.case_id, one.document) == name and _is(one.path, wanted):
                stable.make_folder(kept.parent)
                self.set_aside(wanted.address)
                one.path.rename(kept)
                stable.flush_folder(kept.parent)
                aside.remove_empty(one.path.parent)
                return True
        return False

    def erase_set_aside(self, before: date) -> int:
        old = [one for one in aside.everything(self.folder) if one.day < before]
        for one in old:
            aside.erase(one)
        return len(old)

    def kept_twice(self) -> list[Name]:
        """A file of one name is there once."""
        return []

    def settle(self, wanted: Content, before: datetime) -> int:
        return 0

    def _erase_document(self, address: Address) -> None:
        case = self.folder / address.case_id
        with contextlib.suppress(FileNotFoundError):
            for path in [address.path(self.folder), *case.glob(f"{address.document}.*.part")]:
                path.unlink(missing_ok=True)
            stable.flush_folder(case)

    def _erase_case(self, case: Path) -> None:
        while case.exists():
            try:
                shutil.rmtree(case)
            except FileNotFoundError:
                continue  # a part was renamed or discarded while we were removing it: look again
            except OSError as error:
                if error.errno != errno.ENOTEMPTY:
                    raise
                continue  # a part was begun while we were removing: look again
        stable.flush_folder(self.folder)

    def _parts(self, older_than: datetime) -> Iterator[Path]:
        for case in self._cases():
            for part in filter(names.is_part, listed(case)):
                with contextlib.suppress(FileNotFoundError):  # it was kept or discarded meanwhile
                    if part.stat().st_mtime < older_than.timestamp():
                        yield part

    def _contents_of(self, case_id: str) -> Iterator[Name]:
        for path in listed(self.folder / case_id):
            document = names.document_at(path)
            if document is not None:
                yield case_id, document

    def _cases(self) -> list[Path]:
        return [path for path in listed(self.folder) if names.is_case(path)]


def _is(path: Path, wanted: Content) -> bool:
    return wanted.is_in(lambda: path.open("rb"))
