"""What the packet holds, and in which order: files, words of one's own, and photos that are one report together."""

from dataclasses import replace

import pytest

from dialogs.effects import BuildPacket
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from tests.conversations.packets import build_it, effects


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


def test_a_date_that_was_only_read_is_in_the_timeline_as_read(with_files):
    case, read = with_files.case, with_files.case.documents[0].facts
    case = case.with_document(replace(case.documents[0], facts=replace(read, date="2026-03-12")))
    planned = plan(with_files.guide, case)
    assert [planned.is_read(report) for report in planned.timeline] == [True]


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
