"""Photos of one report: an album, or one photo after another within a minute, are one document in the right order."""

from datetime import timedelta

import pytest

from dialogs.case.facts import Facts
from dialogs.events import Inspected
from dialogs.receiving.sent import SentFile
from tests.conversations.albums import an_album, of_page, reports, sends_photos
from tests.conversations.opened import sends_a_zip


def test_an_album_at_a_record_is_one_report(sending):
    assert reports(sending) == []
    an_album(sending, 3)
    assert reports(sending) == [[1, 2, 3]]
    assert sending.said("receipt").values["photos"] == 3
    sending.bot_offers("apart", "done")


def test_photos_sent_one_by_one_within_a_minute_are_one_report_with_one_receipt(sending):
    sends_photos(sending, 4)
    assert reports(sending) == [[1, 2, 3, 4]]
    assert len({say.slot for say in sending.shown if say.name == "receipt"}) == 1
    assert sending.said("receipt").values["photos"] == 4


def test_the_receipt_goes_along_to_where_the_patient_looks(sending):
    sends_photos(sending, 1)
    sending.patient_uploads("")
    assert sending.said("receipt").moves


def test_a_photo_more_than_a_minute_later_is_a_report_of_its_own(sending):
    sends_photos(sending, 2, after=timedelta(seconds=61))
    assert reports(sending) == [[1], [2]]
    sending.bot_does_not_offer("apart")


def test_photos_for_two_records_are_two_reports(sending):
    sends_photos(sending, 2)
    sending.patient_presses("done")
    sending.patient_is_at("scans")
    sends_photos(sending, 2)
    assert reports(sending) == [[1, 2], [3, 4]]


def test_what_was_sent_with_a_clock_that_went_back_is_not_of_one_breath(sending):
    sends_photos(sending, 1)
    sending.now -= timedelta(days=2)
    sends_photos(sending, 1)
    assert reports(sending) == [[1], [2]]


def test_a_file_that_is_no_picture_is_never_a_page_of_them(sending):
    photos = an_album(sending, 2)
    sending.patient_sends("report.pdf")
    assert reports(sending) == [photos, [3]]


def test_a_tap_parts_them_and_no_later_photo_joins_them_again(sending):
    an_album(sending, 3)
    sending.patient_presses("apart")
    assert reports(sending) == [[1], [2], [3]]
    sending.bot_says("receipt")
    sending.bot_does_not_offer("apart")
    sends_photos(sending, 1)
    assert reports(sending) == [[1], [2], [3], [4]]


@pytest.mark.parametrize("data", ["aside@1-3/apart", "aside@9-9/apart", "aside@x/apart", "aside/apart"])
def test_a_button_to_part_what_is_parted_is_an_old_button(sending, data):
    an_album(sending, 3)
    sending.patient_presses("apart")
    sending.patient_presses_data(data)
    sending.bot_says("old_button")


def test_pages_stand_as_they_are_printed_whatever_the_order_they_were_sent_in(reading):
    an_album(reading, 6)
    for number, page in zip(range(1, 7), (1, 3, 2, 4, 5, 6), strict=True):
        reading.bot_has_read(number, of_page(page))
    assert reports(reading) == [[1, 3, 2, 4, 5, 6]]
    assert not [say for say in reading.shown if say.name == "suggestion"]


def test_pages_whose_number_could_not_be_read_have_the_places_that_are_left(reading):
    an_album(reading, 4)
    for number, facts in enumerate((of_page(4, 4), Facts(), of_page(1, 4), Facts()), start=1):
        reading.bot_has_read(number, facts)
    assert reports(reading) == [[3, 2, 4, 1]]


def test_where_places_are_left_over_an_unread_page_stays_behind_the_one_before_it(reading):
    an_album(reading, 3)
    for number, facts in enumerate((of_page(5), Facts(), of_page(2)), start=1):
        reading.bot_has_read(number, facts)
    assert reports(reading) == [[3, 1, 2]]


def test_a_page_that_was_taken_twice_stands_beside_itself(reading):
    an_album(reading, 3)
    for number, page in enumerate((2, 1, 2), start=1):
        reading.bot_has_read(number, of_page(page, 2))
    assert reports(reading) == [[2, 1, 3]]


def test_without_print_they_stand_as_they_were_sent_not_as_they_came(sending):
    for number, message in enumerate((12, 10, 11), start=1):
        sending.happens(SentFile(sending.now, f"id-{number}", "", 9, "album", message=message))
    for number in (1, 2, 3):
        sending.bot_has_looked_at(number, kind="jpeg")
    assert reports(sending) == [[2, 3, 1]]


@pytest.mark.parametrize(
    "second", [of_page(1, 2), Facts(identifiers=("X9",)), Facts(date="2026-01-01"), Facts(patient="Boris Kahn")]
)
def test_a_photo_whose_print_is_of_another_report_is_not_taken_for_a_page(reading, second):
    an_album(reading, 2)
    reading.bot_has_read(1, of_page(1, 6, patient="Ana Bell"))
    reading.bot_has_read(2, second)
    assert sorted(reports(reading)) == [[1], [2]]
    assert reading.said("receipt").values["photos"] == 0, "and the receipt says so"


def test_one_remark_says_which_photo_is_hard_to_read_and_offers_to_replace_it(sending):
    first, second, third = sending.patient_uploads("", "", "")
    sending.bot_has_looked_at(first, kind="jpeg")
    sending.bot_has_looked_at(third, kind="jpeg", remarks=("blurred",))
    assert sending.said("receipt").values["unclear"] == (("blurred", (2,)),), "at once, among those that are here"
    sending.bot_has_looked_at(second, kind="jpeg")
    assert sending.said("receipt").values["unclear"] == (("blurred", (3,)),)
    assert sending.hints() == [], "and not once more"
    sending.bot_offers(f"file/{third}/replace")


def test_a_photo_that_is_taken_again_takes_the_place_of_its_page(sending):
    an_album(sending, 2)
    (blurred,) = sends_photos(sending, 1, remarks=("blurred",))
    sending.patient_presses(f"file/{blurred}/replace")
    sending.patient_sends("", kind="jpeg")
    assert reports(sending) == [[1, 2, 4]]
    sends_photos(sending, 1)
    assert sending.case.document(4).part_of == sending.case.document(1).part_of


def test_missing_pages_are_told_once_for_all_photos(reading):
    an_album(reading, 3)
    for number, page in enumerate((1, 2, 4), start=1):
        reading.bot_has_read(number, of_page(page))
    assert reading.said("hint_pages_missing").values["numbers"] == (3, 5, 6)
    assert len([say for say in reading.shown if say.name == "suggestion"]) == 1


def test_while_more_photos_may_come_no_page_is_missed(reading):
    sends_photos(reading, 1)
    reading.bot_has_read(1, of_page(1))
    assert reading.hints() == []


def test_photos_of_a_report_that_looks_like_another_record_are_asked_about_together(reading):
    an_album(reading, 3)
    for number, record in ((1, "scans"), (2, ""), (3, "")):
        reading.bot_has_read(number, Facts(record=record, patient="Ana Bell"))
    (lot,) = reading.said("sorting").values["lots"]
    assert (lot.numbers, lot.record) == ((1, 2, 3), "scans")
    reading.patient_presses("sorted_yes")
    reading.bot_keeps(report=0, scans=3)
    assert reports(reading) == [[1, 2, 3]]


def test_photos_that_come_while_all_is_gathered_are_one_line_of_the_card(chat):
    chat.patient_walks_to("gather")
    sends_photos(chat, 3, facts=Facts(record="report"))
    (lot,) = chat.said("sorting").values["lots"]
    assert lot.numbers == (1, 2, 3)
    chat.patient_presses("apart")
    assert len(chat.said("sorting").values["lots"]) == 3


def test_how_a_photo_stands_and_lies_is_remembered(sending):
    (number,) = sending.patient_uploads("")
    sheet = (1, 2, 3)
    sending.happens(Inspected(sending.now, number, "readable", 1, kind="jpeg", stands=270, sheet=sheet))
    document = sending.case.document(number)
    assert (document.stands, document.sheet, document.turned, document.upright) == (270, sheet, 0, 270)


def test_print_that_was_read_says_how_a_photo_stands(reading):
    an_album(reading, 1)
    reading.bot_has_read(1, Facts(patient="Ana Bell"), stands=180)
    assert reading.case.document(1).upright == 180


def test_a_picture_that_lay_in_a_zip_is_no_page_of_the_photos_that_came_right_behind_it(gathering):
    _, (lying,) = sends_a_zip(gathering, "SCAN0001.JPG")
    gathering.bot_has_looked_at(lying, kind="jpeg")
    photos = an_album(gathering, 3)
    assert reports(gathering) == [[lying], photos]
