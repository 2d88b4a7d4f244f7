"""The pieces of a packet on their way into the vault: bytes come in any order of parts, each is sealed as it comes."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from bot.kinds.reasons import REASONS
from bot.packet.frames import BEGUN, BYTES, DONE, BrokenFrames
from bot.turn.done import Kept
from bot.vault import Vault
from bot.vault.deposit import Deposit, Sealed
from dialogs.case.packet import LeftOut

FIRST_PIECE = 1_000_000
"""Numbers from here on are pieces of packets; a case has 300 files at most, and counts its uploads from 1."""
FIRST_WORDS = 500_000
"""Numbers from here to the first piece are what was read on files, each so much above its file's."""
PIECES_A_PACKET = 1_000
MOST_PIECES = 499
"""Of one kind: pages, or archives of originals."""

Begin = Callable[[int], Deposit]


def words_of(document: int) -> int:
    """The number under which the words that were read on a file are kept."""
    return FIRST_WORDS + document


def file_of(number: int) -> int:
    """The file whose words are kept under a number; 0 if none are."""
    return number - FIRST_WORDS if FIRST_WORDS < number < FIRST_PIECE else 0


class Pieces:
    """Every piece of one packet; leaving the `with` block without `keep` leaves nothing of them."""

    def __init__(self, vault: Vault, case_id: str, key: bytes, first: int) -> None:
        self._vault, self._case_id, self._key, self._first = vault, case_id, key, first
        self._open = ExitStack()
        self._deposits: dict[int, tuple[Deposit, str]] = {}
        self.begun = -1
        """The file that the child is at; as many as there are files once only our own pages are left."""
        self.told: dict[str, Any] | None = None
        """What came of it, once the child has said so."""

    def take(self, kind: bytes, content: bytes) -> None:
        """What the child says, frame by frame. Raises `BrokenFrames` if it says anything else."""
        if kind == BEGUN:
            self.begun = int.from_bytes(content, "big")
        elif kind == BYTES:
            self.piece(int.from_bytes(content[:2], "big"), "pdf").write(content[2:])
        elif kind == DONE:
            self.told = _told(content)
        else:
            raise BrokenFrames("an unknown kind of frame")

    def piece(self, place: int, kind: str) -> Deposit:
        """The piece at a place from 1; begun if it is new."""
        if not 1 <= place <= MOST_PIECES:
            raise BrokenFrames("a packet has no such part")
        if place not in self._deposits:
            deposit = self._vault.receive(self._case_id, self._key, self._first + place)
            self._deposits[place] = (self._open.enter_context(deposit), kind)
        return self._deposits[place][0]

    @property
    def count(self) -> int:
        return len(self._deposits)

    def keep(self) -> tuple[Kept, ...]:
        """Put all pieces on stable storage under their own names."""
        sealed: list[tuple[int, Deposit, Sealed, str]] = []
        for place, (deposit, kind) in sorted(self._deposits.items()):
            sealed.append((self._first + place, deposit, deposit.seal(), kind))
        for _, deposit, _, _ in sealed:
            deposit.keep()
        return tuple(Kept(number, seal.size, seal.sha256, kind) for number, _, seal, kind in sealed)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()


def left_out(told: dict[str, Any], numbers: tuple[int, ...]) -> tuple[LeftOut, ...]:
    """Which documents have no pages, and why."""
    return tuple(LeftOut(numbers[place], reason) for place, reason in told["left_out"])


def _told(content: bytes) -> dict[str, Any]:
    """The child's last word, if it is what an honest child says."""
    try:
        told: Any = json.loads(content)
        assert isinstance(told["pages"], int)
        assert isinstance(told["parts"], int)
        assert isinstance(told.setdefault("unprinted", ""), str)
        assert all(isinstance(place, int) and reason in REASONS for place, reason in told["left_out"])
    except (ValueError, KeyError, TypeError, AssertionError, RecursionError):
        raise BrokenFrames("an unknown answer") from None
    checked: dict[str, Any] = told
    return checked
