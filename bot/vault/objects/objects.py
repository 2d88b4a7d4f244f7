"""A bucket in which sealed files lie, several bots writing into it at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import BinaryIO

from bot.vault.content import Content
from bot.vault.errors import StoreAway, VaultAway
from bot.vault.names import Address
from bot.vault.objects.bucket import Bucket, Entry
from bot.vault.objects.labels import DELETIONS, TRIAL, Label, Place, deleted_case, deletion_of, label_of, piece_of
from bot.vault.objects.reading import opened
from bot.vault.objects.upload import Upload
from bot.vault.shelf import MARK, Name

TRIES_TO_ERASE = 20
"""How often what is erased is looked for again: something may be on its way there."""


class Objects:
    """A `Shelf` in a bucket."""

    is_shared = True

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        self._is_marked = False

    def is_there(self) -> bool:
        return True

    def make(self) -> None:
        self._is_marked = self._bucket.exists(MARK)

    def is_away(self) -> bool:
        try:
            return not (self._bucket.exists(MARK) if self._is_marked else any(self._bucket.under()))
        except VaultAway:
            return True

    def require_here(self) -> None:
        if self._is_marked and not self._bucket.exists(MARK):
            raise StoreAway("its mark is not there any more")

    def mark(self) -> bytes | None:
        try:
            return self._bucket.get(MARK)
        except FileNotFoundError:
            return None

    def put_mark(self, mark: bytes) -> None:
        self._bucket.put(MARK, mark, replaces=True)

    def holds(self) -> bool:
        return any(True for _ in self._labels())

    def begin(self, address: Address) -> Upload:
        self.require_here()
        return Upload(self._bucket, address)

    def open(self, address: Address, tag: str) -> BinaryIO:
        kept = [label for label in self._kept(address) if tag in ("", label.tag)]
        if not kept:
            self.require_here()
            raise FileNotFoundError("no such document is kept")
        return opened(self._bucket, kept[-1].place, kept[-1].pieces, lambda: self._is_gone(kept[-1]))

    def contents(self, case_id: str | None = None) -> Iterator[Name]:
        yield from {_name(label) for label in self._labels(case_id) if label.day is None}

    def written_before(self, address: Address, moment: datetime) -> bool:
        dates = [
            entry.written
            for entry in self._bucket.under(_folder(address))
            if (label := label_of(entry.name)) and label.day is None
        ]
        return bool(dates) and max(dates) < moment

    def erase(self, case_id: str, document: int | None) -> None:
        self.require_here()
        folder = case_id if document is None else _folder(Address(case_id, document))
        for _ in range(TRIES_TO_ERASE):
            names = [entry.name for entry in self._bucket.under(folder)]
            if not names:
                return
            self._bucket.delete(sorted(names, key=lambda name: label_of(name) is None))
        raise StoreAway("what was erased there is still there")

    def note_deleted(self, case_id: str) -> None:
        self._bucket.put(deletion_of(case_id), b"", replaces=True)

    def deleted(self) -> set[str]:
        return {case_id for entry in self._bucket.under(DELETIONS) if (case_id := deleted_case(entry.name))}

    def sweep(self, older_than: datetime) -> int:
        swept = 0
        lying = list(self._bucket.under())
        self._bucket.delete([each.name for each in lying if each.name.startswith(TRIAL) and each.written < older_than])
        for place in _unlabelled(lying, older_than):
            # Seen twice: a label may have been on its way while so much was listed.
            now = list(self._bucket.under(place.folder))
            if place in _unlabelled(now, older_than):
                self._bucket.delete([each.name for each in now if (of := piece_of(each.name)) and of[0] == place])
                swept += 1
        return swept

    def half_written(self, older_than: datetime) -> int:
        return len(_unlabelled(self._bucket.under(), older_than))

    def set_aside(self, address: Address) -> bool:
        kept = self._kept(address)
        self._move(kept)
        return bool(kept)

    def set_case_aside(self, case_id: str) -> int:
        kept = [label for label in self._labels(case_id) if label.day is None]
        self._move(kept)
        return len({_name(label) for label in kept})

    def lying_aside(self) -> list[Name]:
        return sorted({_name(label) for label in self._labels() if label.day})

    def put_back(self, wanted: Content) -> bool:
        labels = sorted(self._labels(_folder(wanted.address)), key=lambda label: label.moment)
        kept = [label for label in labels if label.day is None]
        if any(self._has(label, wanted) for label in kept):
            return False
        for label in reversed(labels):
            if label.day and self._has(label, wanted):
                self._move(kept)
                self._bucket.put(label.back.name, b"")
                self._bucket.delete([label.name])
                return True
        return False

    def erase_set_aside(self, before: date) -> int:
        labels = set(self._labels())
        old = {label for label in labels if label.day and label.day < before}
        named = {label.place for label in labels - old}
        for label in old:
            pieces = [] if label.place in named else [label.place.piece(number) for number in range(label.pieces)]
            self._bucket.delete([label.name, *pieces])
        return len(old)

    def kept_twice(self) -> list[Name]:
        kept = Counter(_name(label) for label in self._labels() if label.day is None)
        return sorted(name for name, times in kept.items() if times > 1)

    def settle(self, wanted: Content, before: datetime) -> int:
        kept = self._kept(wanted.address)
        stays = next((label for label in reversed(kept) if self._has(label, wanted)), None)
        since = before.timestamp() * 1e9
        others = [label for label in kept if label != stays and label.moment < since] if stays else []
        self._move(others)
        return len(others)

    def _move(self, kept: Iterable[Label]) -> None:
        """Set aside: the new label is put before the old one goes, so that a file is never without one."""
        day = datetime.now(UTC).date()
        for label in kept:
            self._bucket.put(label.aside(day).name, b"")
            self._bucket.delete([label.name])

    def _has(self, label: Label, wanted: Content) -> bool:
        """Whether a file has this content, and all of it."""
        return label.tag == wanted.tag and wanted.is_in(lambda: opened(self._bucket, label.place, label.pieces))

    def _is_gone(self, label: Label) -> bool:
        return label not in self._kept(Address(label.place.case_id, label.place.document))

    def _kept(self, address: Address) -> list[Label]:
        """What is kept of a document, the latest last."""
        kept = (label for label in self._labels(_folder(address)) if label.day is None)
        return sorted(kept, key=lambda label: (label.moment, label.name))

    def _labels(self, folder: str | None = None) -> Iterator[Label]:
        return (label for entry in self._bucket.under(folder) if (label := label_of(entry.name)))


def _unlabelled(lying: Iterable[Entry], older_than: datetime) -> set[Place]:
    """Whose pieces lie there without a label, all of them written before a moment."""
    written: dict[Place, datetime] = defaultdict(lambda: datetime.min.replace(tzinfo=UTC))
    labelled = set[Place]()
    for entry in lying:
        if label := label_of(entry.name):
            labelled.add(label.place)
        elif piece := piece_of(entry.name):
            written[piece[0]] = max(written[piece[0]], entry.written)
    return {place for place, last in written.items() if last < older_than} - labelled


def _name(label: Label) -> Name:
    return label.place.case_id, label.place.document


def _folder(address: Address) -> str:
    return f"{address.case_id}/{address.document}"
