"""All papers as one file: what it will hold, its name, its parts; built once, sent as often as it is wanted."""

from dataclasses import replace

import pytest

from dialogs.case.packet import LeftOut, PacketResult, Piece
from dialogs.effects import BuildPacket, ErasePackets, SendPaper
from dialogs.events import PacketBuilt, PacketFailed, PacketProgress
from dialogs.roads.packet.plan import digest, plan
from dialogs.roads.packet.whose import MAX_NAME


def build_it(chat, parts=1, left_out=()):
    """The packet that was asked for is built, as it stands now."""
    first = 1_000_000 + chat.case.packets * 1_000
    pieces = [Piece("pages", first + part, part, parts) for part in range(1, parts + 1)]
    pieces.append(Piece("originals", first + parts + 1, 1, 1))
    packet = PacketResult(digest(chat.guide, chat.case), 12, tuple(pieces), tuple(left_out))
    chat.happens(PacketBuilt(chat.now, chat.case.packets, packet))
    return packet


def effects(chat, kind):
    return [effect for effect in chat.turn.effects if isinstance(effect, kind)]


@pytest.fixture
def with_files(chat):
    """A patient who sent a report and a scan, and is at the packet."""
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", pages=3)
    chat.patient_presses("done")
    chat.patient_commands("packet")
    return chat


def test_it_is_reached_from_the_summary_and_leads_back(chat):
    chat.patient_walks_to("summary")
    chat.patient_presses("pack")
    chat.patient_is_at("packet")
    chat.patient_presses("packet/back")
    chat.patient_is_at("summary")


@pytest.mark.parametrize("step", ["decision", "report", "report.missing", "questions", "review", "summary"])
def test_it_is_reached_from_anywhere_and_leads_back(chat, step):
    chat.patient_walks_to(step.split(".")[0])
    if "." in step:
        chat.patient_presses(step.split(".")[1])
    chat.patient_commands("packet")
    chat.bot_says("packet")
    chat.patient_presses("packet/back")
    chat.patient_is_at(step.split(".")[0])


def test_from_the_packet_aside_to_the_questions_and_back(with_files):
    with_files.patient_commands("questions")
    with_files.patient_presses("questions/done")
    with_files.patient_is_at("packet")
    with_files.patient_presses("packet/naming")
    with_files.patient_commands("questions")
    with_files.patient_presses("questions/done")
    with_files.patient_is_at("packet")
    with_files.patient_presses("packet/back")
    with_files.patient_is_at("scans")


def test_it_says_what_it_will_hold_what_is_missing_and_what_cannot_go_in(with_files):
    with_files.patient_presses("back")
    with_files.happens_at("report.sending", lambda: with_files.patient_sends("broken.pdf", found="unreadable"))
    with_files.patient_commands("packet")
    values = with_files.said("packet").values
    assert (values["files"], values["pages"]) == (1, 3)
    assert "scans" in values["missing"]
    assert values["refused"] == ("broken.pdf",)


def test_a_file_that_came_again_and_was_kept_is_not_said_to_be_missing_from_it(with_files):
    with_files.happens_at("report.sending", lambda: with_files.patient_sends("scan.pdf", found="unreadable"))
    with_files.happens_at("report.sending", lambda: with_files.patient_sends("scan.pdf"))
    assert plan(with_files.guide, with_files.case).refused == ()


def test_without_files_there_is_nothing_to_build(chat):
    chat.patient_walks_to("summary")
    chat.patient_commands("packet")
    chat.bot_does_not_offer("build")
    chat.patient_presses_data("packet/build")
    chat.bot_says("old_button")
    assert not effects(chat, BuildPacket)


def test_nobody_reaches_it_before_agreeing(chat):
    chat.patient_commands("packet")
    chat.bot_says("welcome")


def test_a_name_for_the_cover_is_a_text_of_ones_own(with_files):
    with_files.patient_presses("naming")
    with_files.bot_says("packet_naming")
    with_files.patient_writes("  Ana   Example ")
    with_files.patient_is_at("packet")
    assert with_files.case.name == "Ana Example"
    with_files.patient_presses("naming", "no_name")
    assert with_files.case.name == ""


def names(chat, *printed):
    """The packet's card where these names are printed on the files, one on each."""
    for number, name in enumerate(printed, start=10):
        chat.case = chat.case.with_document(replace(chat.case.documents[0], number=number))
        chat.case = reading(chat.case, number, name)
    chat.patient_commands("packet")
    return chat.said("packet").values["name"]


def test_the_name_that_is_printed_on_most_files_stands_on_the_cover(with_files):
    assert with_files.said("packet").values["name"] == ""
    assert names(with_files, "EXAMPLE, ANA", "Ana Example", "Ana Example") == "Ana Example"
    assert plan(with_files.guide, with_files.case).name == "Ana Example"


def test_files_that_do_not_agree_on_a_name_give_none(with_files):
    assert names(with_files, "Ana Example", "Bert Sample") == ""


def test_a_strangers_file_does_not_take_the_name_from_the_cover(with_files):
    assert names(with_files, "Ana Example", "Bert Sample", "Ana Example", "Ana Example") == "Ana Example"


def test_the_patient_has_the_last_word_about_the_name(with_files):
    names(with_files, "Ana Example", "Ana Example")
    with_files.patient_presses("naming")
    assert with_files.said("packet_naming").values["name"] == "Ana Example"
    with_files.patient_writes("Anne Example")
    assert with_files.said("packet").values["name"] == "Anne Example"
    with_files.patient_presses("naming", "no_name")
    assert with_files.said("packet").values["name"] == ""
    assert with_files.case.unnamed
    with_files.patient_presses("naming")
    with_files.patient_writes("Ana Example")
    assert with_files.said("packet").values["name"] == "Ana Example"
    assert not with_files.case.unnamed


def test_a_helper_is_asked_whose_papers_they_are_before_they_are_bound(with_files):
    with_files.case = replace(with_files.case, for_another=True)
    with_files.patient_presses("build")
    with_files.bot_says("packet_naming")
    assert not effects(with_files, BuildPacket)
    with_files.patient_writes("Ana Example")
    assert with_files.said("packet").values["name"] == "Ana Example"
    with_files.patient_presses("build")
    assert effects(with_files, BuildPacket) == [BuildPacket(1)]


def test_a_helper_may_leave_the_cover_without_a_name(with_files):
    with_files.case = replace(with_files.case, for_another=True)
    with_files.patient_presses("build", "no_name", "build")
    assert effects(with_files, BuildPacket) == [BuildPacket(1)]


def test_a_helper_is_not_asked_for_a_name_that_stands_on_the_files(with_files):
    with_files.case = replace(with_files.case, for_another=True)
    names(with_files, "Ana Example", "Ana Example")
    with_files.patient_presses("build")
    assert effects(with_files, BuildPacket) == [BuildPacket(1)]


def test_a_name_that_is_too_long_is_asked_for_again(with_files):
    with_files.patient_presses("naming")
    with_files.patient_writes("x" * (MAX_NAME + 1))
    with_files.bot_says("too_long", "packet_naming")
    with_files.patient_writes("x" * MAX_NAME)
    with_files.patient_is_at("packet")


def test_a_forwarded_text_is_no_name(with_files):
    with_files.patient_presses("naming")
    with_files.patient_writes("Dr. Somebody", forwarded=True)
    with_files.bot_says("text_unplaced")
    with_files.patient_presses("text/answer")
    assert with_files.case.name == "Dr. Somebody"


def test_the_size_of_the_parts_is_behind_a_tap_and_only_the_other_sizes_are_offered(with_files):
    with_files.bot_does_not_offer("size/20")
    assert "megabytes" not in with_files.said("packet").values
    with_files.patient_presses("sizes")
    with_files.bot_says("packet_sizes")
    with_files.bot_offers("size/20", "size/10")
    with_files.patient_presses("size/10")
    with_files.patient_is_at("packet")
    assert with_files.case.part_megabytes == 10
    with_files.patient_presses("sizes")
    with_files.bot_does_not_offer("size/10")
    with_files.patient_presses_data("packet.sizes/size/7")
    with_files.bot_says("old_button")
    with_files.patient_presses("back")
    with_files.patient_is_at("packet")
    assert with_files.case.part_megabytes == 10


def test_a_size_on_a_card_of_before_still_counts(with_files):
    with_files.patient_presses_data("packet/size/20")
    with_files.bot_says("packet")
    assert with_files.case.part_megabytes == 20


def test_its_card_has_five_buttons_and_no_more(with_files):
    assert {each.data for row in with_files.said("packet").buttons for each in row} == {
        *("packet/build", "packet/naming", "packet/sizes", "packet/where", "packet/back")
    }


def test_from_its_card_to_where_it_goes_and_back(with_files):
    with_files.patient_presses("where")
    with_files.bot_says("destination")
    with_files.patient_presses("back")
    with_files.patient_is_at("packet")
    with_files.patient_presses("where")
    with_files.patient_writes("Example University Hospital")
    with_files.patient_is_at("packet")
    assert with_files.said("packet").values["destination"] == "Example University Hospital"
    with_files.patient_presses("back")
    with_files.patient_is_at("scans")


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


def reading(case, number, name, **facts):
    """The case once a name was read on a file of it."""
    document = case.document(number)
    return case.with_document(replace(document, facts=replace(document.facts, patient=name, **facts)))


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


def test_files_come_in_the_order_of_the_guide_then_of_their_dates_then_as_they_came(with_files):
    case = with_files.case
    for number, (record, day) in enumerate(
        [("plan", ""), ("report", ""), ("report", "2026-03-12"), ("report", "2025-12-01"), ("", "")], start=10
    ):
        case = case.with_document(
            replace(case.documents[0], number=number, record=record, date=day, name=f"{number}.pdf")
        )
    planned = plan(with_files.guide, case)
    assert [each.number for each in planned.documents] == [13, 12, 1, 11, 10, 14]
    assert [section.record for section in planned.sections] == ["report", "plan", ""]
    assert [[each.number for each in report] for report in planned.timeline] == [[13], [12]]


def test_a_date_that_was_only_read_is_in_no_timeline(with_files):
    case, read = with_files.case, with_files.case.documents[0].facts
    case = case.with_document(replace(case.documents[0], facts=replace(read, date="2026-03-12")))
    assert plan(with_files.guide, case).timeline == ()


def test_what_a_patient_wrote_themselves_goes_in_without_any_file(chat):
    chat.patient_walks_to("plan")
    chat.patient_writes("Twelve weeks, then surgery")
    chat.patient_commands("packet")
    assert chat.said("packet").values["own_words"] == 1
    chat.patient_presses("build")
    assert effects(chat, BuildPacket) == [BuildPacket(1)]
    build_it(chat)
    chat.bot_sends_a_paper("packet_piece")


def test_own_words_stand_in_the_order_of_the_guide_and_are_not_also_said_to_be_elsewhere(with_files):
    case = with_files.case.in_own_words("plan", "Twelve weeks", "2026-03-12").in_own_words("scans", "Two", "2026-03-13")
    planned = plan(with_files.guide, case)
    assert [own.record for own in planned.own_words] == ["scans", "plan"]
    assert not {"scans", "plan"} & {line.record for line in (*planned.elsewhere, *planned.missing)}


def test_the_list_says_that_it_is_in_their_own_words(chat):
    chat.patient_walks_to("plan")
    chat.patient_writes("Twelve weeks, then surgery")
    chat.checklist_says(plan="said")


def with_photos(case, *days, part_of=4):
    """Photos that are one report together, with the days that they are of."""
    for number, day in enumerate(days, start=4):
        photo = replace(case.documents[0], number=number, name="", kind="jpeg", pages=1, date=day, part_of=part_of)
        case = case.with_document(photo)
    return case


def test_photos_of_one_report_stand_together_and_once_in_the_timeline(with_files):
    case = with_photos(with_files.case, "", "2025-12-01", "")
    case = case.with_document(replace(case.document(1), date="2026-01-05"))
    planned = plan(with_files.guide, case.with_document(replace(case.document(1), number=9, date="2025-11-02")))
    assert [[each.number for each in report] for report in planned.reports] == [[9], [4, 5, 6], [1]]
    assert planned.timeline == planned.reports


@pytest.mark.parametrize("numbers", [(0, 0), (4, 5)], ids=["of their own", "taken apart"])
def test_photos_that_are_not_one_report_are_files_like_others(with_files, numbers):
    case = with_photos(with_files.case, "", "")
    for number, part_of in zip((4, 5), numbers, strict=True):
        case = case.with_document(replace(case.document(number), part_of=part_of))
    assert [len(report) for report in plan(with_files.guide, case).reports] == [1, 1, 1]


def test_photos_that_become_one_report_make_it_be_built_again(with_files):
    together = with_photos(with_files.case, "", "")
    apart = with_photos(with_files.case, "", "", part_of=0)
    assert digest(with_files.guide, together) != digest(with_files.guide, apart)


def test_a_photo_that_was_moved_to_another_record_is_a_file_of_its_own(with_files):
    case = with_photos(with_files.case, "", "", "")
    case = case.with_document(replace(case.document(5), record="scans"))
    found = [[each.number for each in report] for report in plan(with_files.guide, case).reports]
    assert found == [[1], [4, 6], [5]]
