"""The packet in a conversation: it is built, a turn has its effects, a name is read on a file."""

from dataclasses import replace

from dialogs.case.packet import PacketResult, Piece
from dialogs.events import PacketBuilt
from dialogs.roads.packet.digest import digest


def build_it(chat, parts=1, left_out=(), unprinted=""):
    """The packet that was asked for is built, as it stands now."""
    first = 1_000_000 + chat.case.packets * 1_000
    pieces = [Piece("pages", first + part, part, parts) for part in range(1, parts + 1)]
    pieces.append(Piece("originals", first + parts + 1, 1, 1))
    packet = PacketResult(digest(chat.guide, chat.case), 12, tuple(pieces), tuple(left_out), unprinted)
    chat.happens(PacketBuilt(chat.now, chat.case.packets, packet))
    return packet


def effects(chat, kind):
    return [effect for effect in chat.turn.effects if isinstance(effect, kind)]


def reading(case, number, name):
    """The case once a name was read on a file of it."""
    document = case.document(number)
    return case.with_document(replace(document, facts=replace(document.facts, patient=name)))
