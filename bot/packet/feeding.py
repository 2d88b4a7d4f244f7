"""What a packing child is given: the plan, then the files out of the vault, one after another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.kinds.reasons import Reason
from bot.packet.frames import FILE, MOST_AT_ONCE, PLAN, frame, in_frames
from bot.packet.originals import Original
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


@dataclass
class Feeding:
    """The files of one packet; those that cannot be given, or ended a child, are gone."""

    vault: Vault
    stored: StoredCase
    order: Order
    hashes: Mapping[int, str] = field(default_factory=dict)
    """The SHA-256 of each kept file, by its number."""
    gone: dict[int, Reason] = field(default_factory=dict)
    damaged: set[int] = field(default_factory=set)

    def frames(self) -> Iterator[bytes]:
        """Everything for one child. Raises `Damaged` at a file that cannot be read, which is gone from then on."""
        # What the child is told counts to the end: the archive, made meanwhile, may find more that is gone.
        gone = dict(self.gone)
        plan = {**printable(self.order.plan), "left_out": list(gone.items())}
        yield frame(PLAN, json.dumps(plan).encode())
        for place in range(len(self.order.numbers)):
            if place not in gone:
                yield from self._file(place)
                yield from self._words(place)

    def is_there(self, place: int) -> bool:
        return 0 <= place < len(self.order.numbers) and place not in self.gone

    def originals(self, sizes: Mapping[int, int]) -> list[Original]:
        """Every file that can be read, for the archive."""
        files = self.order.plan["files"]
        return [
            Original(files[place]["name"], sizes.get(number, 0), partial(self._read, place))
            for place, number in enumerate(self.order.numbers)
            if place not in self.damaged
        ]

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
        try:
            number = self.order.numbers[place]
            yield from self.vault.read(self.stored.id, self.stored.key, number, self.hashes.get(number, ""))
        except (Missing, Tampered):
            self.gone[place] = "unreadable"
            self.damaged.add(place)
            raise Damaged from None
