"""What a packing child is given: the plan, then the files out of the vault, one after another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.child import lending
from bot.child.lending import Lent
from bot.kinds.reasons import Reason
from bot.packet.document_bundle import Attached, document_bundle
from bot.packet.frames import FILE, LENT, MOST_AT_ONCE, PLAN, frame, in_frames
from bot.packet.originals import Original, names_of
from bot.packet.pieces import words_of
from bot.papers.printable import printable
from bot.storage.cases import StoredCase
from bot.vault import Vault
from bot.vault.errors import Missing, Tampered


class Damaged(Exception):
    """A file in the vault is not what was put there, or not there any more."""


@dataclass(frozen=True)
class Order:
    """What to build: the numbers of the files in the vault, in order, what the child is told, and the digest of all."""

    digest: str
    numbers: tuple[int, ...]
    plan: Mapping[str, Any]
    containers: tuple[int, ...] = ()
    """Files that only held some of these: among the originals they stand for them."""

    @property
    def every(self) -> tuple[int, ...]:
        """All numbers in the vault, by their places: those of the files first."""
        return (*self.numbers, *self.containers)


@dataclass
class Feeding:
    """The files of one packet; those that cannot be given, or ended a child, are gone."""

    vault: Vault
    stored: StoredCase
    order: Order
    hashes: Mapping[int, str] = field(default_factory=dict)
    """The SHA-256 of each kept file, by its number."""
    sizes: Mapping[int, int] = field(default_factory=dict)
    """Their bytes."""
    gone: dict[int, Reason] = field(default_factory=dict)
    damaged: set[int] = field(default_factory=set)

    def frames(self, descriptor: int) -> Iterator[bytes]:
        """Everything for one child; large files are lent (`lend`) over a descriptor.

        Raises `Damaged` at a file that cannot be read, which is gone from then on.
        """
        # What the child is told counts to the end: the archive, made meanwhile, may find more that is gone.
        gone = {place: reason for place, reason in self.gone.items() if place < len(self.order.numbers)}
        plan = {**printable(self.order.plan), "left_out": list(gone.items())}
        yield frame(PLAN, json.dumps(plan).encode())
        for place in range(len(self.order.numbers)):
            if place not in gone:
                size = self.sizes.get(self.order.numbers[place], 0)
                if size > lending.LARGE:
                    lent = {"descriptor": descriptor, "number": place, "size": size}
                    yield frame(LENT, json.dumps(lent).encode())
                else:
                    yield from self._file(place)
                yield from self._words(place)

    def is_there(self, place: int) -> bool:
        return 0 <= place < len(self.order.numbers) and place not in self.gone

    @contextmanager
    def lend(self, place: int) -> Iterator[Lent]:
        """A large file, to be read from anywhere in it. Raises `Damaged`."""
        number = self.order.numbers[place]
        where = self.stored.id, self.stored.key, number, self.hashes.get(number, "")
        with self._noticing(place), self.vault.lend(*where) as lent:
            yield lent

    def originals(self) -> list[Original]:
        """Every file that can be read, as it was sent, for the archive: what came in a container stands in that."""
        files, containers = self.order.plan["files"], self.order.plan.get("containers", ())
        given = (*files, *containers)
        whole = not any(place in self.damaged for place in range(len(files), len(given)))
        inside = {place for place, file in enumerate(files) if whole and file.get("inside")}
        names = names_of(given)
        sizes = [self.sizes.get(number, 0) for number in self.order.every]
        originals = [
            Original(name, size, partial(self._read, place))
            for place, (name, size) in enumerate(zip(names, sizes, strict=True))
            if place not in self.damaged and place not in inside
        ]
        if originals and (data := self.order.plan.get("data")):
            attached = [
                Attached("" if place in inside else names[place], file.get("kind", ""), sizes[place])
                for place, file in enumerate(files)
            ]
            content = document_bundle(data, attached, self.order.digest)
            name = str(self.order.plan["words"]["data_name"])
            # Small beside any file: it is counted with what an archive has beside its files.
            originals.append(Original(name, 0, lambda: [content], shrinks=True))
        return originals

    def _file(self, place: int) -> Iterator[bytes]:
        waiting, size = [], 0
        for chunk in self._read(place):
            waiting.append(chunk)
            size += len(chunk)
            if size >= MOST_AT_ONCE:
                yield frame(FILE, b"".join(waiting))
                waiting, size = [], 0
        if waiting:
            yield frame(FILE, b"".join(waiting))
        yield frame(FILE)

    def _words(self, place: int) -> Iterator[bytes]:
        """What was read on a file, if anything was; what is lost of that is no loss of the file's."""
        number = words_of(self.order.numbers[place])
        if number in self.hashes:
            with suppress(Missing, Tampered):
                words = b"".join(self.vault.read(self.stored.id, self.stored.key, number, self.hashes[number]))
                yield from in_frames(FILE, words)
        yield frame(FILE)

    def _read(self, place: int) -> Iterator[bytes]:
        number = self.order.every[place]
        with self._noticing(place):
            yield from self.vault.read(self.stored.id, self.stored.key, number, self.hashes.get(number, ""))

    @contextmanager
    def _noticing(self, place: int) -> Iterator[None]:
        try:
            yield
        except (Missing, Tampered):
            self.gone[place] = "unreadable"
            self.damaged.add(place)
            raise Damaged from None
