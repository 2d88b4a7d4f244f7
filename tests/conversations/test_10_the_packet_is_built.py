"""The packet is built once, sent as often as it is wanted, and built again when anything in it has changed."""

from dataclasses import replace

import pytest

from dialogs.case.facts import Facts
from dialogs.case.packet import LeftOut, PacketResult, Piece
from dialogs.effects import BuildPacket, ErasePackets, SendPaper
from dialogs.events import PacketBuilt, PacketFailed, PacketProgress
from dialogs.proofreading.chat import Chat
from dialogs.roads.packet.digest import digest
from tests import real
from tests.conversations import telling
from tests.conversations.packets import build_it, effects, reading


def test_it_is_built_and_every_piece_is_sent_in_order_then_what_it_is(with_files):
    with_files.patient_presses("build")
    with_files.bot_says("packet_progress")
    assert effects(with_files, BuildPacket) == [BuildPacket(1)]
    build_it(with_files, parts=3)
    papers = effects(with_files, SendPaper)
    assert [(each.values["kind"], each.values["part"], each.values["of"]) for each in papers] == [
        *(("pages", part, 3) for part in (1, 2, 3)),
        ("originals", 1, 1),
    ]
    assert with_files.turn.effects[-1].name == "packet_sent"


def test_the_end_names_what_has_no_pages_and_why(with_files):
    with_files.patient_presses("build")
    build_it(with_files, left_out=[LeftOut(1, "locked")])
    assert with_files.said("packet_sent").values["left_out"] == (("report.pdf", "locked"),)


def test_progress_is_one_message(with_files):
    with_files.patient_presses("build")
    slots = {with_files.said("packet_progress").slot}
    with_files.happens(PacketProgress(with_files.now, 1, 9))
    slots.add(with_files.said("packet_progress").slot)
    build_it(with_files)
    slots.add(with_files.said("packet_progress").slot)
    assert len(slots) == 1
    with_files.happens(PacketProgress(with_files.now, 9, 9))
    with_files.bot_says_nothing()


def test_tapping_twice_builds_once(with_files):
    with_files.patient_presses("build")
    with_files.patient_presses("build")
    with_files.bot_says("packet_under_way")
    assert not effects(with_files, BuildPacket)


def test_a_packet_that_was_reported_already_counts_once(with_files):
    with_files.patient_presses("build")
    packet = build_it(with_files)
    with_files.happens(PacketBuilt(with_files.now, 1, packet))
    with_files.bot_says_nothing()
    assert effects(with_files, ErasePackets) == [ErasePackets(tuple(piece.document for piece in packet.pieces))]


def test_when_nothing_changed_what_was_built_is_sent_again(with_files):
    with_files.patient_presses("build")
    build_it(with_files)
    with_files.patient_presses("build")
    with_files.bot_says("packet_again", "packet_sent")
    assert not effects(with_files, BuildPacket)
    with_files.bot_sends_a_paper("packet_piece")


CHANGES = {
    "a name": lambda case: replace(case, name="Ana"),
    "a size": lambda case: replace(case, part_megabytes=10),
    "the decision": lambda case: replace(case, decision="Another one"),
    "an answer": lambda case: case.answering("plan", "asked", "on Monday"),
    "a file": lambda case: case.with_document(replace(case.documents[0], number=9, name="new.pdf")),
    "a date": lambda case: case.with_document(replace(case.documents[0], date="2026-03-12")),
    "a turn": lambda case: case.with_document(replace(case.documents[0], turned=90)),
    "a title": lambda case: case.with_document(replace(case.documents[0], title="First report")),
    "a record": lambda case: case.with_document(replace(case.documents[0], record="scans")),
    "own words": lambda case: case.in_own_words("plan", "Twelve weeks, then surgery", "2026-03-12"),
    "other own words": lambda case: case.in_own_words("report", "It was read twice", "2026-03-12"),
    "where it goes": lambda case: replace(case, destination="Example University Hospital"),
    "the day": lambda case: replace(case, date="2026-12-03"),
    "a name that was read": lambda case: reading(case, 1, "Ana Example"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_goes_in_and_changes_makes_it_be_built_again(with_files, change):
    with_files.patient_presses("build")
    first = build_it(with_files)
    with_files.case = change(with_files.case)
    with_files.patient_presses_data("packet/build")
    assert effects(with_files, BuildPacket) == [BuildPacket(2)]
    second = build_it(with_files)
    kept = tuple(piece.document for piece in second.pieces)
    assert effects(with_files, ErasePackets) == [ErasePackets(kept)]
    assert not {piece.document for piece in first.pieces} & set(kept)


def test_what_changed_while_it_was_built_is_not_sent_but_built_again(with_files):
    with_files.patient_presses("build")
    before = digest(with_files.guide, with_files.case)
    with_files.patient_presses_data("packet/size/10")
    packet = PacketResult(before, 12, (Piece("pages", 1_001_001, 1, 1),))
    with_files.happens(PacketBuilt(with_files.now, 1, packet))
    assert not effects(with_files, SendPaper)
    assert effects(with_files, ErasePackets) == [ErasePackets()]
    assert effects(with_files, BuildPacket) == [BuildPacket(2)]


def test_a_file_that_is_deleted_takes_the_packet_with_it(with_files):
    with_files.patient_presses("build")
    build_it(with_files)
    number = with_files.case.documents[0].number
    with_files.patient_commands("files")
    with_files.patient_presses(f"files/look/{number}", "erase", "erase_yes")
    assert with_files.case.packet is None
    assert effects(with_files, ErasePackets) == [ErasePackets()]


def test_a_file_that_is_deleted_while_it_is_built_is_not_in_what_is_sent(with_files):
    with_files.patient_presses("build")
    packet = PacketResult(digest(with_files.guide, with_files.case), 12, (Piece("pages", 1_001_001, 1, 1),))
    with_files.case = replace(with_files.case, documents=())
    with_files.happens(PacketBuilt(with_files.now, 1, packet))
    assert effects(with_files, ErasePackets) == [ErasePackets()]
    assert not effects(with_files, SendPaper)
    assert not effects(with_files, BuildPacket)
    assert with_files.case.packet is None


def test_what_could_not_be_built_is_said_and_can_be_tried_again(with_files):
    with_files.patient_presses("build")
    with_files.happens(PacketFailed(with_files.now))
    with_files.bot_says("packet_failed")
    with_files.patient_presses("aside/pack", "build")
    assert effects(with_files, BuildPacket) == [BuildPacket(2)]


def asked_for_in_words(language: str, *texts: str, day: str = "") -> list[BuildPacket]:
    """What a patient starts who has a file, sees the packet's card and writes this. `day`: read on the file."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("review")
    (report,) = chat.patient_uploads("report.pdf")
    chat.bot_has_looked_at(report, facts=Facts(record="pathology", date=day))
    chat.patient_commands("packet")
    for text in texts:
        chat.patient_writes(text)
    return effects(chat, BuildPacket)


@telling.each(
    {
        "en": ["go ahead", "create the document", "prepare it please", "generate it", "make me the PDF", "yes"],
        "es": ["hazlo", "prepara el pdf", "adelante", "créalo", "genera el documento", "haz el PDF ahora", "sí"],
        "ar": ["اعمله", "اعمل الملف", "جهز الملف", "حضر الملف", "سوي الملف", "كون الملف", "نعم"],
    }
)
def test_it_can_be_asked_for_in_words(language: str, text: str):
    assert asked_for_in_words(language, text) == [BuildPacket(1)]


@telling.each(
    {
        "en": ["don't make it yet", "how do you make it?", "make the letter", "not now"],
        "es": ["no lo hagas", "¿cómo lo haces?", "haz la carta"],
        "ar": ["لا تعمل الملف", "كيف تعمل الملف؟", "اعمل الرسالة"],
    }
)
def test_and_is_not_built_by_what_only_speaks_of_it(language: str, text: str):
    assert asked_for_in_words(language, text) == []


@telling.each({"en": ["make it"], "es": ["hazlo"], "ar": ["اعمل الملف"]})
def test_nor_is_it_forgotten_behind_the_question_about_the_days_that_were_read(language: str, text: str):
    yes = {"en": "yes", "es": "sí", "ar": "نعم"}[language]
    assert asked_for_in_words(language, yes, text, day="2026-02-12") == [BuildPacket(1)]
