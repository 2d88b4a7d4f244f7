"""Files in our keeping: one that is kept and could not be looked at yet, one that we lost, and one that is back."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document
from dialogs.effects import Effect, ErasePackets, Look, Say, Turn, aside
from dialogs.receiving.arrivals import Arrivals
from dialogs.receiving.custody_events import CustodyEvent, FilesDamaged, FilesFound, KeptUnseen

MOST_NAMED = 5


@dataclass(frozen=True)
class Custody:
    """What the patient is told of it, once, and what the case says of such files from then on."""

    arrivals: Arrivals

    def happened(self, case: Case, event: CustodyEvent) -> Turn:
        match event:
            case KeptUnseen(document=number):
                return self._wait(case, (number,), "arriving")
            case FilesFound(documents=numbers):
                return self._wait(case, numbers, "damaged")
            case FilesDamaged(documents=numbers):
                return self._lose(case, numbers)

    def _wait(self, case: Case, numbers: tuple[int, ...], before: str) -> Turn:
        """Nothing is said but on the receipt: the patient has nothing to do."""
        found = [each for each in case.documents if each.number in numbers and each.state == before]
        effects: list[Effect] = []
        for document in found:
            waiting = replace(document, state="unseen", pages=0)
            case = case.with_document(waiting)
            effects += [self.arrivals.receipt(case, waiting), Look(document.number)]
        return Turn(case, tuple(effects))

    def _lose(self, case: Case, numbers: tuple[int, ...]) -> Turn:
        """Say it once, and that it is our fault; a packet that lost a piece is built again when it is asked for."""
        lost = [each for each in case.documents if each.number in numbers and each.is_kept]
        effects: list[Effect] = []
        for document in lost:
            case = case.with_document(replace(document, state="damaged", pages=0))
        if lost:
            effects.append(self._told(lost))
        if case.packet and any(piece.document in numbers for piece in case.packet.pieces):
            case = replace(case, packet=None)
            effects.append(ErasePackets())
        return Turn(case, tuple(effects))

    def _told(self, lost: list[Document]) -> Say:
        values = {"files": tuple(lost[:MOST_NAMED]), "total": len(lost), "more": max(0, len(lost) - MOST_NAMED)}
        way_out = aside(f"file/{lost[0].number}/replace", "replace") if len(lost) == 1 else aside("my_files")
        return Say("files_damaged", values, ((way_out,), (aside("continue"),)))
