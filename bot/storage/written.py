"""What is written of a case: its state as a text, sealed with the case's key; and the cases written last, at hand."""

from __future__ import annotations

from collections import OrderedDict

from bot.storage.commit import LeftToNewer
from bot.vault.seals import Owner, Seals, is_sealed
from dialogs.case.case import Case
from dialogs.case.stored import NewerShape, from_json, to_json

STATE = b"state"
"""What kind of text the state of a case is."""


class _Recent:
    """The cases written last, by what is stored of them: the next turn of a patient mostly reads what this one wrote.

    A case never changes and its sealed text says all of it, so nothing can be out of date; one that is not here is
    opened.
    """

    def __init__(self, at_most: int) -> None:
        """`at_most`: bytes of what is stored of them, all together."""
        self._at_most, self._held = at_most, 0
        self._cases: OrderedDict[bytes, Case] = OrderedDict()

    def read(self, state: bytes) -> Case | None:
        return self._cases.get(state)

    def wrote(self, state: bytes, case: Case) -> None:
        self._cases[state] = case
        self._held += len(state)
        while self._held > self._at_most:
            self._held -= len(self._cases.popitem(last=False)[0])


_RECENT = _Recent(at_most=1 << 20)  # some hundred cases of a dozen documents


def write(seals: Seals, owner: Owner, case: Case) -> bytes:
    """The state of a case as it is stored."""
    state = seals.seal(STATE, to_json(case), owner)
    _RECENT.wrote(state, case)
    return state


def at_hand(state: bytes) -> Case | None:
    """The case that was written as this, if it was written lately."""
    return _RECENT.read(state)


def opened(seals: Seals, owner: Owner, state: bytes) -> Case:
    """What is stored of a case, opened; older versions left it in clear. Raises `Tampered`, or `LeftToNewer`."""
    stored = bytes(state) if not isinstance(state, str) else state
    if isinstance(stored, bytes) and is_sealed(stored):
        text = seals.open(STATE, stored, owner)
    else:
        text = stored if isinstance(stored, str) else stored.decode()
    try:
        return from_json(text)
    except NewerShape:
        raise LeftToNewer from None
