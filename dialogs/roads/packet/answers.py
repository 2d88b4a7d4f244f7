"""The packet in the conversation: its settings, its building, and sending what was built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.languages import written_for_readers
from dialogs.case.packet import PacketResult, Piece
from dialogs.checklist.wishes import bound_for
from dialogs.effects import BuildPacket, Effect, ErasePackets, Say, SendPaper, Turn, aside, unprinted
from dialogs.events import Event, PacketBuilt, PacketFailed, PacketProgress
from dialogs.journey.screens import Screens
from dialogs.journey.steps import number_in
from dialogs.journey.taps import Tap
from dialogs.roads.files.answers import Files
from dialogs.roads.files.dates_read import DatesRead
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.going_in import kept_out, told
from dialogs.roads.packet.path import PACKET, SETTINGS
from dialogs.roads.packet.plan import PART_MEGABYTES, plan
from dialogs.roads.packet.whose import MAX_NAME
from dialogs.roads.patient.screens import asked_once
from dialogs.roads.road import Answers, Means
from dialogs.understanding.patient import name_for_readers

MOST_NAMED = 2
"""Files left out that the closing message names; the cover names them all."""
BACK = ((aside("continue"),),)
SENT_ON = ((aside("deliveries"),),)
"""What comes after it: where it was sent, and whether it is there."""


@dataclass(frozen=True)
class Packing:
    """Answers at the packet's steps, and what is said while it is built and when it is done."""

    screens: Screens
    dates: DatesRead

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap at one of the packet's steps; None if that move is not open here."""
        moved = self.screens.journey.move(case, move, argument)
        if moved is None:
            return None
        if move == "build" and moved.step == PACKET:
            return self._build(moved)
        if move == "size":
            if argument not in map(str, PART_MEGABYTES):
                return None
            moved = replace(moved, part_megabytes=int(argument))
        if move in ("for", "for_all"):
            if argument not in ("", *bound_for(self.screens.guide, case)):
                return None
            moved = replace(moved, packet_for=argument)
        if move == "choosing":
            moved = replace(moved, files_from=0)
        if move == "page":
            moved = replace(moved, files_from=number_in(argument))
        if move == "toggle":
            told_so = told(moved, argument)
            if told_so is None:
                return None
            moved = told_so
        if move == "no_name":
            moved = replace(moved, name="", unnamed=True)
        return Turn(moved, (self.screens.prompt(moved, replaces=True),))

    def write(self, case: Case, text: str) -> Turn:
        """The name for the cover."""
        name = " ".join(text.split())
        if len(name) > MAX_NAME:
            lead = Say("too_long", {"at_most": MAX_NAME, "length": len(name)})
            return Turn(case, (self.screens.prompt(case, lead),))
        moved = self.screens.journey.move(case, "named")
        assert moved is not None, "a name can always be given at its step"
        moved = replace(moved, name=name, unnamed=False)
        return Turn(moved, (self.screens.prompt(moved),))

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """The way to the packet; the days that were read on papers are asked about there, for its timeline."""
        if tap.move == "reader" and case.step in (PACKET, SETTINGS):
            chosen = written_for_readers(case, "/".join(tap.arguments))
            return Turn(chosen, (self.screens.prompt(chosen, replaces=True),)) if chosen else None
        if (tap.move, tap.arguments) != ("pack", ()):
            return None
        moved, dates = self.dates.ask(self.screens.journey.move(case, "pack") or case)
        moved, who = asked_once(self.screens.guide, moved)
        return Turn(moved, (*who, self.screens.prompt(moved), *dates))

    def happened(self, case: Case, event: Event) -> Turn | None:
        match event:
            case PacketProgress(done=done, of=of):
                return Turn(case, (self._under_way(case, done, of),) if case.packing else ())
            case PacketBuilt():
                return self._built(case, event)
            case PacketFailed():
                return self._failed(case)
        return None

    def _built(self, case: Case, event: PacketBuilt) -> Turn:
        """Send what was built; if anything changed meanwhile it is not sent, but erased and built again."""
        if event.number != case.packets or not case.packing:
            return Turn(case, (ErasePackets(_pieces(case.packet)),))
        case = replace(case, packing=False, packet=None)
        if event.packet.digest != digest(self.screens.guide, case):
            again = self._begin(case) if plan(self.screens.guide, case).holds_anything else Turn(case)
            return Turn(again.case, (ErasePackets(), *again.effects))
        case = replace(case, packet=event.packet)
        count = len(plan(self.screens.guide, case).documents)
        sending = self._sending(case)
        return Turn(case, (ErasePackets(_pieces(event.packet)), self._under_way(case, count, count), *sending))

    def _failed(self, case: Case) -> Turn:
        case = replace(case, packing=False)
        return Turn(case, (Say("packet_failed", buttons=((aside("pack"),), *BACK)),))

    def without_what_is_gone(self, before: Case, turn: Turn, _: Event) -> Turn:
        """A packet holds copies of files: when a file goes, the packet that was built with it goes too."""
        gone = {each.number for each in before.documents} - {each.number for each in turn.case.documents}
        if not gone or turn.case.packet is None:
            return turn
        return Turn(replace(turn.case, packet=None), (*turn.effects, ErasePackets()))

    def _build(self, case: Case) -> Turn:
        if case.packing:
            return Turn(case, (Say("packet_under_way", buttons=BACK),))
        if case.packet and case.packet.digest == digest(self.screens.guide, case):
            return Turn(case, (Say("packet_again"), *self._sending(case)))
        return self._begin(case)

    def _begin(self, case: Case) -> Turn:
        case = replace(case, packing=True, packets=case.packets + 1)
        count = len(plan(self.screens.guide, case).documents)
        return Turn(case, (self._under_way(case, 0, count), BuildPacket(case.packets)))

    def _sending(self, case: Case) -> tuple[Effect, ...]:
        """Each piece as a message of its own, then what was left out and what the packet is."""
        packet = case.packet
        assert packet is not None, "sent once it is built"
        papers = [SendPaper("packet_piece", {**_part(each), "name": name_for_readers(case)}) for each in packet.pieces]
        left_out = [(case.document(each.document), each.reason) for each in packet.left_out]
        values = {
            "pages": packet.pages,
            "parts": sum(piece.kind == "pages" for piece in packet.pieces),
            "originals": any(piece.kind == "originals" for piece in packet.pieces),
            "left_out": tuple((document.name, reason) for document, reason in left_out[:MOST_NAMED] if document),
            "more": max(0, len(left_out) - MOST_NAMED),
            "kept_out": len(kept_out(self.screens.guide, case)),
        }
        letters = (unprinted(packet.unprinted),) if packet.unprinted else ()
        return (*papers, *letters, Say("packet_sent", values, (*SENT_ON, *BACK)))

    def _under_way(self, case: Case, done: int, of: int) -> Say:
        return Say("packet_progress", {"done": done, "of": of}, BACK, slot=f"packet:{case.packets}")


def answers(means: Means) -> Answers:
    packing = Packing(means.screens, DatesRead(Files(means.screens)))
    return Answers(
        press=packing.press,
        write=packing.write,
        aside=packing.aside,
        happened=packing.happened,
        settle=packing.without_what_is_gone,
    )


def _part(piece: Piece) -> dict[str, Any]:
    return {"kind": piece.kind, "document": piece.document, "part": piece.part, "of": piece.of}


def _pieces(packet: PacketResult | None) -> tuple[int, ...]:
    return tuple(piece.document for piece in packet.pieces) if packet else ()
