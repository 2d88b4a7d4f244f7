"""Files in our keeping: what is our fault is told as ours, once, and nothing that cannot be opened is called ready."""

import pytest

from dialogs.effects import Erase, ErasePackets, Look
from dialogs.events import PacketBuilt
from dialogs.receiving.custody_events import FilesDamaged, FilesFound, KeptUnseen
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan


def looks(chat):
    return [effect.document for effect in chat.turn.effects if isinstance(effect, Look)]


def waits(chat):
    """A file came while we could not open any of its kind."""
    chat.patient_walks_to("report")
    chat.patient_presses("send")
    (document,) = chat.patient_uploads("report.pdf")
    chat.happens(KeptUnseen(chat.now, document))
    return document


def test_a_file_we_cannot_look_at_is_kept_and_no_fault_is_found_with_it(chat):
    document = waits(chat)
    receipt = chat.said("receipt").values
    assert (receipt["unseen"], receipt["readable"], receipt["troubles"]) == (1, 0, ())
    chat.bot_does_not_say("file_trouble")
    assert looks(chat) == [document]
    assert chat.group_of("report") == "on_its_way"
    chat.bot_keeps_nothing()


def test_once_it_could_be_looked_at_its_receipt_says_what_it_is(chat):
    document = waits(chat)
    chat.patient_presses("done")
    chat.bot_has_looked_at(document, pages=4)
    receipt = chat.said("receipt").values
    assert (receipt["unseen"], receipt["readable"], receipt["pages"]) == (0, 1, 4)
    chat.checklist_says(report="received")


def test_if_it_was_at_fault_after_all_that_is_said_then_and_it_is_kept_no_longer(chat):
    document = waits(chat)
    chat.patient_presses("done")
    chat.bot_has_looked_at(document, "unreadable", pages=0)
    assert chat.said("receipt").moves
    assert Erase(document) in chat.turn.effects
    assert chat.group_of("report") == "missing"


def test_it_may_be_deleted_while_it_waits(chat):
    document = waits(chat)
    chat.patient_commands("files")
    chat.patient_presses(f"look/{document}", "erase", "erase_yes")
    chat.bot_erases(document)
    chat.happens(KeptUnseen(chat.now, document))
    chat.bot_says_nothing()


def test_a_locked_file_that_waited_can_be_opened_with_its_password(chat):
    document = waits(chat)
    chat.bot_has_looked_at(document, "locked", pages=0)
    chat.bot_offers(f"file/{document}/password")


@pytest.mark.parametrize("state", ["readable", "locked"])
def test_a_file_that_we_lost_is_told_once_as_our_fault_and_is_not_ready_any_more(chat, state):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", found=state)
    document = chat.case.documents[-1].number
    chat.happens(FilesDamaged(chat.now, (document,)))
    chat.bot_says("files_damaged")
    assert chat.group_of("report") == "missing"
    chat.bot_keeps_nothing()
    chat.happens(FilesDamaged(chat.now, (document,)))
    chat.bot_says_nothing()


def test_what_was_lost_is_in_no_packet_and_named_on_its_cover(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", "labs.pdf")
    lost, left = (each.number for each in chat.case.documents)
    chat.happens(FilesDamaged(chat.now, (lost,)))
    planned = plan(chat.guide, chat.case)
    assert [each.number for each in planned.documents] == [left]
    assert [each.number for each in planned.refused] == [lost]


def test_several_lost_files_are_one_message(chat):
    chat.patient_walks_to("report")
    chat.patient_sends(*(f"{number}.pdf" for number in range(9)))
    chat.happens(FilesDamaged(chat.now, tuple(each.number for each in chat.case.documents)))
    told = chat.said("files_damaged").values
    assert (len(told["files"]), told["total"], told["more"]) == (5, 9, 4)
    chat.bot_offers("my_files")


def test_one_tap_leads_to_sending_it_again_in_its_place(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    lost = chat.case.documents[-1].number
    chat.happens(FilesDamaged(chat.now, (lost,)))
    chat.patient_presses(f"file/{lost}/replace")
    chat.patient_is_at("files.replacing")
    chat.patient_sends("again.pdf")
    assert [(each.name, each.state) for each in chat.case.documents] == [("again.pdf", "readable")]
    assert Erase(lost) in chat.turn.effects


def test_what_an_operator_brings_back_is_looked_at_again_and_ready(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    document = chat.case.documents[-1].number
    chat.happens(FilesFound(chat.now, (document,)))
    assert not chat.turn.effects, "it was never lost"
    chat.happens(FilesDamaged(chat.now, (document,)))
    chat.happens(FilesFound(chat.now, (document,)))
    assert looks(chat) == [document]
    chat.bot_has_looked_at(document)
    chat.checklist_says(report="received")


def test_a_packet_that_lost_a_piece_is_built_again(chat):
    from dialogs.case.packet import PacketResult, Piece

    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.patient_commands("packet")
    chat.patient_presses("build")
    made = digest(chat.guide, chat.case)
    chat.happens(PacketBuilt(chat.now, chat.case.packets, PacketResult(made, 1, (Piece("pages", 1_001_000, 1, 1),))))
    assert chat.case.packet is not None
    chat.happens(FilesDamaged(chat.now, (1_001_000,)))
    chat.bot_does_not_say("files_damaged")
    assert ErasePackets() in chat.turn.effects
    assert chat.case.packet is None
