"""The folder in which patients' files lie encrypted, a folder a case."""

import contextlib
import errno
import io
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from bot.vault import aside, names, stable, stream, wrapping
from bot.vault.aside import listed
from bot.vault.deposit import Deposit
from bot.vault.errors import Missing, Tampered, VaultAway
from bot.vault.names import Address

MARK = "identity"
"""The file by which a vault is known for what it is (`bot.vault.mark`)."""


class Vault:
    """Keeps, reads and erases documents; every method blocks on the disk and raises OSError when the disk fails.

    A case id is 32 lower-case hexadecimal digits, a document a whole number; anything else is a ValueError.
    """

    def __init__(self, folder: Path, master_key: bytes) -> None:
        if len(master_key) != wrapping.KEY_BYTES:
            raise ValueError("a master key has 32 bytes")
        self._folder, self._master_key = folder, master_key
        stable.make_folder(folder)
        self._is_marked = (folder / MARK).exists()

    def new_case_key(self, case_id: str) -> bytes:
        """A key for a new case, wrapped by the master key; store it with the case."""
        names.require_case_id(case_id)
        return wrapping.wrap(self._master_key, case_id)

    def receive(self, case_id: str, wrapped_key: bytes, document: int, *, replaces: bool = False) -> Deposit:
        """Begin to take a document in, in place of the kept one if it `replaces` it; raises Tampered if the key is
        not this case's.
        """
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        self._require_here()
        stable.make_folder(self._folder / case_id)
        return Deposit(self._folder, case_key, address, replaces)

    def read(self, case_id: str, wrapped_key: bytes, document: int) -> Iterator[bytes]:
        """A kept document in chunks of at most 64 KiB; raises Missing, or Tampered before any false byte."""
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        try:
            file = address.path(self._folder).open("rb")
        except FileNotFoundError:
            self._require_here()
            raise Missing("no such document is kept") from None
        with file:
            yield from stream.opened(file, case_key, address)

    def sealed(self, case_id: str, wrapped_key: bytes, document: int, sha256: str) -> Iterator[bytes]:
        """A kept document as it lies there, still sealed, for a backup; raises Missing.

        Key and SHA-256 say which content is meant, where more than one can lie under a name; here only one can.
        """
        try:
            file = Address(case_id, document).path(self._folder).open("rb")
        except FileNotFoundError:
            self._require_here()
            raise Missing("no such document is kept") from None
        with file:
            while piece := file.read(stream.CHUNK_BYTES):
                yield piece

    def take_back(self, case_id: str, wrapped_key: bytes, document: int, sha256: str, sealed: Iterable[bytes]) -> None:
        """Keep what `sealed` gave, durably, in place of what lies under that name; raises Tampered if it is not it."""
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        self._require_here()
        content = b"".join(sealed)
        if sha256 and stream.sha256_in(io.BytesIO(content), case_key, address) != sha256:
            raise Tampered("this is another document")
        stable.make_folder(self._folder / case_id)
        stable.write_file(address.path(self._folder), content)

    def opens_key(self, case_id: str, wrapped_key: bytes) -> bool:
        """Whether the master key opens a case's key."""
        try:
            wrapping.unwrap(self._master_key, case_id, wrapped_key)
        except Tampered:
            return False
        return True

    def is_away(self) -> bool:
        """Whether the vault is not where it was: so looks a disk that is not mounted."""
        return not (self._folder / MARK).exists() if self._is_marked else not listed(self._folder)

    def erase(self, case_id: str, document: int) -> None:
        """Remove one document for good, and what was half-written or set aside of it; nothing to remove is no error."""
        address = Address(case_id, document)
        self._require_here()
        case = self._folder / case_id
        with contextlib.suppress(FileNotFoundError):
            for path in [address.path(self._folder), *case.glob(f"{document}.*.part")]:
                path.unlink(missing_ok=True)
            stable.flush_folder(case)
        self._erase_aside(case_id, document)

    def erase_case(self, case_id: str) -> None:
        """Remove everything kept, half-written or set aside of a case, for good; nothing to remove is no error."""
        names.require_case_id(case_id)
        self._require_here()
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
        self._erase_aside(case_id)

    def set_aside(self, case_id: str, document: int) -> bool:
        """Move a document that the database does not know out of the way, for later; False if it is not there."""
        return aside.put(self._folder, Address(case_id, document), datetime.now(UTC).date())

    def set_case_aside(self, case_id: str) -> int:
        """Move all documents of a case that the database does not know out of the way; how many there were."""
        documents = [document for owner, document in self._contents_of(case_id)]
        moved = sum(self.set_aside(case_id, document) for document in documents)
        with contextlib.suppress(OSError):  # something is still under way there
            (self._folder / case_id).rmdir()
        return moved

    def lying_aside(self) -> list[tuple[str, int]]:
        """Every (case id, document) of which something is set aside."""
        return sorted({(one.case_id, one.document) for one in aside.everything(self._folder)})

    def put_back(self, case_id: str, wrapped_key: bytes, document: int, sha256: str) -> bool:
        """Bring a document back that was set aside, if it is the one wanted; another that took its place meanwhile is
        set aside instead. False if there was nothing to do; raises Tampered if the key is not this case's.
        """
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        kept = address.path(self._folder)
        if kept.exists() and _is(kept, case_key, address, sha256):
            return False
        for one in aside.everything(self._folder):
            if (one.case_id, one.document) == (case_id, document) and _is(one.path, case_key, address, sha256):
                stable.make_folder(kept.parent)
                self.set_aside(case_id, document)
                one.path.rename(kept)
                stable.flush_folder(kept.parent)
                aside.remove_empty(one.path.parent)
                return True
        return False

    def erase_set_aside(self, before: date) -> int:
        """Remove for good what was set aside before a day (UTC); how many files that were."""
        old = [one for one in aside.everything(self._folder) if one.day < before]
        for one in old:
            aside.erase(one)
        return len(old)

    def _require_here(self) -> None:
        """Where a disk was unmounted an empty folder lies: nothing is saved there, and nothing counts as erased."""
        if self._is_marked and not (self._folder / MARK).exists():
            raise VaultAway("the vault is not there any more")

    def _erase_aside(self, case_id: str, document: int | None = None) -> None:
        for one in aside.everything(self._folder):
            if one.case_id == case_id and document in (None, one.document):
                aside.erase(one)

    def sweep_parts(self, older_than: datetime) -> int:
        """Remove half-written files last written before a moment (with time zone), left by a crash; how many."""
        swept = 0
        for case in self._cases():
            for part in filter(names.is_part, listed(case)):
                with contextlib.suppress(FileNotFoundError):  # it was kept or discarded meanwhile
                    if part.stat().st_mtime < older_than.timestamp():
                        part.unlink()
                        swept += 1
        return swept

    def contents(self) -> Iterator[tuple[str, int]]:
        """Every kept document as (case id, document), in no particular order."""
        for case in self._cases():
            yield from self._contents_of(case.name)

    def written_before(self, case_id: str, document: int, moment: datetime) -> bool:
        """Whether a document is kept that was last written before a moment (with time zone)."""
        try:
            return Address(case_id, document).path(self._folder).stat().st_mtime < moment.timestamp()
        except FileNotFoundError:
            return False

    def _contents_of(self, case_id: str) -> Iterator[tuple[str, int]]:
        for path in listed(self._folder / case_id):
            document = names.document_at(path)
            if document is not None:
                yield case_id, document

    def _cases(self) -> list[Path]:
        return [path for path in listed(self._folder) if names.is_case(path)]


def _is(path: Path, case_key: bytes, address: Address, sha256: str) -> bool:
    """Whether a sealed file is a document of just this content."""
    try:
        return stream.sha256_of(path, case_key, address) == sha256
    except (Tampered, FileNotFoundError):
        return False
