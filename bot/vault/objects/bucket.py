"""A bucket of an object store: whole objects are put, got, listed and deleted, each checked, each failure a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import S3Store

from bot.vault.errors import StoreAway
from bot.vault.objects.patience import Patience
from bot.vault.objects.reasons import reason

AT_ONCE = 1000
"""Names in one answer of a listing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An object that lies there: its name, its size in bytes, and when it was written, by the store's clock."""

    name: str
    size: int
    written: datetime


class Bucket:
    """Every method blocks, and raises `StoreAway` unless the store did what it was asked."""

    def __init__(self, store: S3Store) -> None:
        self._store, self._patience = store, Patience()
        self._knows_conditions = True

    def put(self, name: str, data: bytes, *, replaces: bool = False) -> None:
        """Put an object, and see that just this lies there; another is replaced only if this one `replaces` it.

        A store that knows no conditions is trusted with names that nobody else writes.
        """
        with self._answering("put"):
            try:
                put = obstore.put(self._store, name, data, mode=self._mode(replaces), use_multipart=False)
            except AlreadyExistsError:  # an answer was lost, and the second try found the first
                put = {"e_tag": None, "version": None}
            except BaseError as error:
                if not self._knows_conditions or "NotImplemented" not in str(error):
                    raise
                self._knows_conditions = False
                put = obstore.put(self._store, name, data, use_multipart=False)
        if (put["e_tag"] or "").strip('"') != hashlib.md5(data, usedforsecurity=False).hexdigest():
            self._require(name, data)

    def keeps_versions(self, name: str) -> bool:
        """Put an object there, get it and delete it: whether the bucket would keep an older version of it."""
        with self._answering("put"):
            put = obstore.put(self._store, name, b"?", use_multipart=False)
            obstore.get(self._store, name).bytes()
            obstore.delete(self._store, name)
        return put["version"] not in (None, "null")

    def get(self, name: str) -> bytes:
        """An object's bytes; raises FileNotFoundError if there is none."""
        with self._answering("get"):
            return bytes(obstore.get(self._store, name).bytes())

    def exists(self, name: str) -> bool:
        try:
            with self._answering("get"):
                obstore.head(self._store, name)
        except FileNotFoundError:
            return False
        return True

    def under(self, folder: str | None = None) -> Iterator[Entry]:
        """What lies under a folder, or anywhere."""
        listing = obstore.list(self._store, folder, chunk_size=AT_ONCE)
        while True:
            with self._answering("list"):
                entries = next(listing, ())
            if not entries:
                return
            for entry in entries:
                yield Entry(entry["path"], entry["size"], entry["last_modified"])

    def delete(self, names: Sequence[str]) -> None:
        """Delete objects; one that is not there is no error."""
        if names:
            with self._answering("delete"):
                obstore.delete(self._store, list(names))

    def _mode(self, replaces: bool) -> Literal["create", "overwrite"]:
        return "create" if self._knows_conditions and not replaces else "overwrite"

    def _require(self, name: str, data: bytes) -> None:
        """A store that names what it keeps in its own way is asked for it."""
        try:
            lies_there = self.get(name) == data
        except FileNotFoundError:
            lies_there = False
        if not lies_there:
            raise StoreAway("the store did not keep what it was given")

    @contextmanager
    def _answering(self, asked: Literal["put", "get", "list", "delete"]) -> Iterator[None]:
        """What the library raises quotes addresses, in which a case's id stands: only the reason is passed on."""
        with self._patience.asking():
            try:
                yield
            except FileNotFoundError as error:
                # Nothing is put into, listed in or deleted from a bucket that is not there.
                if asked != "get" or "NoSuchBucket" in str(error):
                    raise reason("NoSuchBucket") from None
                raise FileNotFoundError("no such object") from None
            except BaseError as error:
                raise reason(str(error)) from None
