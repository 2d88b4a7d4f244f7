"""The place in which patients' files lie encrypted, whatever keeps them: who may read what is decided by keys here."""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from bot.vault import names, stream, wrapping
from bot.vault.content import Content, tag
from bot.vault.deposit import Deposit
from bot.vault.errors import Missing, Tampered
from bot.vault.flow import Flow
from bot.vault.folder import Folder
from bot.vault.names import Address
from bot.vault.shelf import Name, Shelf


class Vault:
    """Keeps, reads and erases documents; every method blocks on the disk or the store, and raises OSError if it fails.

    A case id is 32 lower-case hexadecimal digits, a document a whole number; anything else is a ValueError.
    """

    def __init__(self, place: Path | Shelf, master_key: bytes) -> None:
        if len(master_key) != wrapping.KEY_BYTES:
            raise ValueError("a master key has 32 bytes")
        self.shelf: Shelf = Folder(place) if isinstance(place, Path) else place
        self._master_key = master_key
        self.shelf.make()

    @property
    def is_shared(self) -> bool:
        """Whether other bots may write into it at the same time."""
        return self.shelf.is_shared

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
        return Deposit(self.shelf.begin(address), case_key, address, replaces)

    def read(self, case_id: str, wrapped_key: bytes, document: int, sha256: str = "") -> Iterator[bytes]:
        """A kept document in chunks of at most 64 KiB; raises Missing, or Tampered before any false byte.

        While one replaces another both may be there: the SHA-256 in the document's row says which one is meant.
        """
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        try:
            with self.shelf.open(address, tag(case_key, sha256) if sha256 else "") as file:
                yield from stream.opened(file, case_key, address)
        except FileNotFoundError:
            raise Missing("no such document is kept") from None

    @contextmanager
    def lend(self, case_id: str, wrapped_key: bytes, document: int, sha256: str = "") -> Iterator[stream.Chunks]:
        """A kept document, to be read from anywhere in it; raises as `read` does."""
        address = Address(case_id, document)
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        try:
            with self.shelf.open(address, tag(case_key, sha256) if sha256 else "") as file:
                yield stream.Chunks(file, case_key, address)
        except FileNotFoundError:
            raise Missing("no such document is kept") from None

    def sealed(self, case_id: str, wrapped_key: bytes, document: int, sha256: str) -> Iterator[bytes]:
        """A kept document as it lies there, still sealed, for a backup; raises Missing, or Tampered for another key."""
        case_key = wrapping.unwrap(self._master_key, case_id, wrapped_key)
        try:
            with self.shelf.open(Address(case_id, document), tag(case_key, sha256)) as file:
                while piece := file.read(stream.CHUNK_BYTES):
                    yield piece
        except FileNotFoundError:
            raise Missing("no such document is kept") from None

    def sha256_of_copy(
        self, case_id: str, wrapped_key: bytes, document: int, sha256: str, take: Callable[[bytes], object]
    ) -> str:
        """Hand a kept document over as it lies there, piece by piece, opening it meanwhile: the SHA-256 of its content.

        Raises as `read` does; then what was taken is not it.
        """

        def taken() -> Iterator[bytes]:
            for piece in self.sealed(case_id, wrapped_key, document, sha256):
                take(piece)
                yield piece

        content = self._content(case_id, wrapped_key, document, sha256)
        with io.BufferedReader(Flow(taken())) as file:
            return stream.sha256_of(file, content.case_key, content.address)

    def take_back(self, case_id: str, wrapped_key: bytes, document: int, sha256: str, sealed: Iterable[bytes]) -> None:
        """Keep what `sealed` gave, durably, in place of what lies under that name; raises Tampered if it is not it."""
        content = self._content(case_id, wrapped_key, document, sha256)
        part = self.shelf.begin(content.address)
        try:
            for piece in sealed:
                part.write(piece)
            part.seal()
            if not content.is_in(part.open):
                raise Tampered("this is another document")
            part.keep(content, replaces=True)
        finally:
            part.discard()

    def opens_key(self, case_id: str, wrapped_key: bytes) -> bool:
        """Whether the master key opens a case's key."""
        try:
            wrapping.unwrap(self._master_key, case_id, wrapped_key)
        except Tampered:
            return False
        return True

    def is_away(self) -> bool:
        """Whether the vault is not where it was: so looks a disk that is not mounted, or a store that is away."""
        return self.shelf.is_away()

    def erase(self, case_id: str, document: int) -> None:
        """Remove one document for good, and what was half-written or set aside of it; nothing to remove is no error."""
        Address(case_id, document)
        self.shelf.erase(case_id, document)

    def erase_case(self, case_id: str) -> None:
        """Remove everything kept, half-written or set aside of a case, for good; nothing to remove is no error."""
        names.require_case_id(case_id)
        self.shelf.erase(case_id, None)

    def set_aside(self, case_id: str, document: int) -> bool:
        """Move a document that the database does not know out of the way, for later; False if it is not there."""
        return self.shelf.set_aside(Address(case_id, document))

    def set_case_aside(self, case_id: str) -> int:
        """Move all documents of a case that the database does not know out of the way; how many there were."""
        names.require_case_id(case_id)
        return self.shelf.set_case_aside(case_id)

    def lying_aside(self) -> list[Name]:
        """Every (case id, document) of which something is set aside."""
        return self.shelf.lying_aside()

    def put_back(self, case_id: str, wrapped_key: bytes, document: int, sha256: str) -> bool:
        """Bring a document back that was set aside, if it is the one wanted; another that took its place meanwhile is
        set aside instead. False if there was nothing to do; raises Tampered if the key is not this case's.
        """
        return self.shelf.put_back(self._content(case_id, wrapped_key, document, sha256))

    def erase_set_aside(self, before: date) -> int:
        """Remove for good what was set aside before a day (UTC); how many files that were."""
        return self.shelf.erase_set_aside(before)

    def kept_twice(self) -> list[Name]:
        """Every document that is kept more than once: it was replaced, or a kill fell before its row was written."""
        return self.shelf.kept_twice()

    def settle(self, case_id: str, wrapped_key: bytes, document: int, sha256: str, before: datetime) -> int:
        """Set aside what else is kept of a document, and was kept before a moment, if the one wanted is whole.

        How many those were; raises Tampered if the key is not this case's.
        """
        return self.shelf.settle(self._content(case_id, wrapped_key, document, sha256), before)

    def sweep_parts(self, older_than: datetime) -> int:
        """Remove half-written files last written before a moment (with time zone), left by a crash; how many."""
        return self.shelf.sweep(older_than)

    def half_written(self, older_than: datetime) -> int:
        """How many half-written files were left before a moment (with time zone)."""
        return self.shelf.half_written(older_than)

    def contents(self, case_id: str | None = None) -> Iterator[Name]:
        """Every kept document, or those of one case, as (case id, document), in no particular order."""
        return self.shelf.contents(case_id)

    def written_before(self, case_id: str, document: int, moment: datetime) -> bool:
        """Whether a document is kept that was last written before a moment (with time zone)."""
        return self.shelf.written_before(Address(case_id, document), moment)

    def _content(self, case_id: str, wrapped_key: bytes, document: int, sha256: str) -> Content:
        address = Address(case_id, document)
        return Content(address, wrapping.unwrap(self._master_key, case_id, wrapped_key), sha256)
