"""An album of several reports is these reports, each with all its pages; where nothing is printed, a tap parts it."""

from dataclasses import replace

from dialogs.case.facts import Facts
from dialogs.roads.packet.plan import plan
from tests.chat import Chat
from tests.conversations.albums import an_album, read_album, reports

A_REPORT = Facts(record="report", date="2026-02-03", patient="Ana Bell")
A_SCAN = Facts(record="scans", date="2026-03-01", patient="Ana Bell")
SILENT = Facts(patient="Ana Bell")


def test_an_album_of_two_records_is_two_reports_each_with_all_its_pages(reading):
    read_album(reading, A_REPORT, SILENT, A_SCAN, SILENT)
    assert reports(reading) == [[1, 2], [3, 4]]
    (lot,) = reading.said("sorting").values["lots"]
    assert (lot.numbers, lot.record) == ((3, 4), "scans"), "the others lie where they were asked for"
    receipt = [say for say in reading.shown if say.name == "receipt"][-1].values
    assert (receipt["photos"], receipt["reports"]) == (4, 2)
    reading.patient_presses("sorted_yes")
    reading.bot_keeps(report=2, scans=2)
    reading.checklist_says(scans="received")
    assert reports(reading) == [[1, 2], [3, 4]]


def test_while_all_is_gathered_each_report_of_an_album_is_a_line(chat):
    chat = Chat(reads_print=True)
    chat.patient_walks_to("gather")
    read_album(chat, A_REPORT, SILENT, A_SCAN)
    assert [(lot.numbers, lot.record) for lot in chat.said("sorting").values["lots"]] == [
        ((1, 2), "report"),
        ((3,), "scans"),
    ]
    chat.patient_presses("sorted_yes")
    chat.bot_keeps(report=2, scans=1)
    chat.checklist_says(report="received", scans="received")


def test_two_reports_of_one_kind_and_two_days_are_two_and_the_receipt_says_so(reading):
    read_album(reading, A_REPORT, SILENT, replace(A_REPORT, date="2026-04-01"), SILENT)
    assert reports(reading) == [[1, 2], [3, 4]]
    receipt = [say for say in reading.shown if say.name == "receipt"][-1]
    assert (receipt.values["photos"], receipt.values["reports"]) == (4, 2)
    reading.patient_presses_data("aside@1-4/apart")
    assert sorted(reports(reading)) == [[1], [2], [3], [4]]


def test_a_page_lies_with_its_report_wherever_it_was_sent(reading):
    one, other = replace(A_REPORT, identifiers=("S26-1",)), replace(A_REPORT, identifiers=("S26-9",))
    read_album(reading, one, other, replace(SILENT, identifiers=("S26-1",)))
    assert sorted(map(sorted, reports(reading))) == [[1, 3], [2]]


def test_one_day_that_was_misread_parts_that_page_alone(reading):
    read_album(reading, A_REPORT, replace(A_REPORT, date="2028-02-03"), A_REPORT)
    assert sorted(map(sorted, reports(reading))) == [[1, 3], [2]]


def test_pages_of_two_kinds_with_one_number_are_one_report_that_counts_for_both(reading):
    first, second = (replace(each, identifiers=("S26-1",), date="2026-02-03") for each in (A_REPORT, A_SCAN))
    read_album(reading, first, SILENT, second)
    assert reports(reading) == [[1, 2, 3]]
    (lot,) = reading.said("sorting").values["lots"]
    assert (lot.numbers, lot.record, lot.also) == ((1, 2, 3), "report", ("scans",))
    reading.patient_presses("sorted_yes")
    reading.bot_keeps(report=3, scans=3)
    assert [[each.number for each in report] for report in plan(reading.guide, reading.case).reports] == [[1, 2, 3]]


def test_below_the_card_one_tap_parts_the_report_that_is_not_asked_about(reading):
    read_album(reading, A_REPORT, SILENT, A_SCAN)
    reading.bot_offers("apart")
    reading.patient_presses_data("aside@1-3/apart")
    assert sorted(reports(reading)) == [[1], [2], [3]]
    assert [lot.numbers for lot in reading.said("sorting").values["lots"]] == [(3,)]


def test_photos_without_print_stay_one_report_that_a_tap_parts(sending):
    an_album(sending, 3)
    assert reports(sending) == [[1, 2, 3]]
    sending.patient_presses("apart")
    assert reports(sending) == [[1], [2], [3]]
