"""Every message about the packet, as conversations over the real guide bring it about."""

from __future__ import annotations

from dataclasses import replace

from dialogs.case.packet import LeftOut, PacketResult, Piece
from dialogs.events import PacketBuilt, PacketFailed, PacketProgress, Unprinted
from dialogs.proofreading.chat import Chat
from dialogs.roads.packet.digest import digest


def packet(chat: Chat, words: str) -> None:
    """What is said while one is asked for, built, sent and not to be had."""
    chat.at("packet").patient_commands("start")
    chat.at("packet.settings").patient_commands("start")
    chat.at("packet.for").patient_commands("start")
    chat.at("packet.choosing").patient_commands("start")
    for document in chat.case.documents:
        chat.at("packet.choosing").patient_presses_data(f"packet.choosing/toggle/{document.number}-out")
    for document in chat.case.documents:
        chat.at("packet.choosing").patient_presses_data(f"packet.choosing/toggle/{document.number}-in")
    chat.at("packet.sizes").patient_commands("start")
    chat.at("packet.naming").patient_commands("start")
    chat.at("packet.naming").patient_writes(words[:60])
    chat.at("packet.naming").patient_commands("start")
    chat.happens(Unprinted(chat.now, "中文" * 20))
    for parts, left_out in ((1, 0), (3, 9), (1, 1)):
        chat.at("packet").patient_presses_data("packet/build")
        chat.at("packet").patient_presses_data("packet/build")
        chat.happens(PacketProgress(chat.now, 1, 3))
        chat.happens(_built(chat, parts, left_out))
        chat.at("packet").patient_presses_data("packet/build")
        chat.case = replace(chat.case, packet=None)
    chat.happens(PacketFailed(chat.now))


def _built(chat: Chat, parts: int, left_out: int) -> PacketBuilt:
    numbers = [document.number for document in chat.case.documents]
    missing = tuple(LeftOut(numbers[0], reason) for reason in ("unreadable", "locked", "disc", "too_long") * 3)
    pieces = tuple(Piece("pages", 1_000_000 + part, part, parts) for part in range(1, parts + 1))
    built = PacketResult(digest(chat.dialogue.guide, chat.case), 87, pieces, missing[:left_out])
    return PacketBuilt(chat.now, chat.case.packets, built)
