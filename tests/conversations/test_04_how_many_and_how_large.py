"""How many files are taken, how large, and how much in a day: said once, in one word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.composed.reading import read_contents
from dialogs.effects import Say
from dialogs.receiving.quotas import MAX_FILES, MOST_A_DAY, MOST_BYTES, Quotas
from dialogs.receiving.sent import LOCAL_LIMIT, TELEGRAM_LIMIT
from tests import real
from tests.chat import Chat


def test_a_file_over_telegrams_limit_is_not_fetched_and_the_patient_is_told(chat):
    chat.patient_walks_to("report")
    chat.patient_uploads("disc.zip", size=TELEGRAM_LIMIT + 1)
    chat.bot_fetches_nothing()
    assert chat.said("receipt").values["troubles"][0].state == "too_big"


@pytest.mark.parametrize(
    ("size", "number", "unit"), [(TELEGRAM_LIMIT, "20", "megabytes"), (LOCAL_LIMIT, "2", "gigabytes")]
)
def test_how_large_a_file_may_be_follows_the_operators_server(size, number, unit):
    """A number that is told is the one that holds, in every language."""
    spoken = read_contents(real.FOLDER, quotas=Quotas(a_file=size)).spoken
    assert {"en", "es", "ar"} <= {*spoken}
    for each in spoken.values():
        said = each.wording.words["size"][unit].replace("{number}", number)
        told = [each.wording.words["trouble"]["too_big"], each.wording.words["left_out"]["too_big"]]
        told.append(each.wording.text(Say("record_sending", {"record": "pathology", "files": 0, "pages": 0})))
        assert all(said in text for text in told), told


def test_a_disc_of_a_gigabyte_is_fetched_where_the_operators_server_gives_it():
    chat = Chat(quotas=Quotas(a_file=LOCAL_LIMIT))
    chat.patient_walks_to("report")
    chat.patient_uploads("disc.zip", size=1 << 30)
    chat.patient_uploads("discs.zip", size=LOCAL_LIMIT + 1)
    assert [each.state for each in chat.case.documents] == ["arriving", "too_big"]


def test_a_second_disc_beyond_what_is_kept_of_one_person_is_not_taken():
    chat = Chat(quotas=Quotas(a_file=LOCAL_LIMIT))
    chat.patient_walks_to("report")
    chat.patient_sends("disc.zip", size=1_500_000_000)
    chat.patient_uploads("another.zip", size=1_500_000_000)
    chat.bot_says("files_heavy")
    chat.patient_sends("report.pdf")
    chat.bot_keeps(report=2)


def test_a_case_holds_many_files_but_not_endlessly_many(chat):
    chat.patient_walks_to("report")
    for number in range(MAX_FILES):
        chat.patient_uploads(f"{number}.jpg")
    chat.patient_uploads("one-more.jpg")
    chat.bot_says("files_full")
    chat.bot_fetches_nothing()


def test_of_files_that_are_sent_together_and_not_taken_one_word_is_enough():
    chat = Chat(quotas=Quotas(files=20))
    chat.patient_walks_to("report")
    for number in range(19):
        chat.patient_uploads(f"{number}.jpg")
    said = len(chat.shown)
    chat.patient_uploads(*"abcd")
    assert [say.lead.name for say in chat.shown[said:] if say.lead] == ["files_full"]


def test_of_many_files_that_come_one_by_one_and_are_not_taken_one_word_is_enough_for_a_while():
    chat = Chat(quotas=Quotas(files=20))
    chat.patient_walks_to("report")
    for number in range(20):
        chat.patient_uploads(f"{number}.jpg")
    said = len(chat.shown)
    for number in range(20):
        chat.patient_uploads(f"more-{number}.jpg")
        chat.bot_fetches_nothing()
    assert [say.lead.name for say in chat.shown[said:] if say.lead] == ["files_full"]
    chat.now += timedelta(minutes=5)
    chat.patient_uploads("later.jpg")
    chat.bot_says("files_full")


def test_forty_photos_in_a_row_simply_arrive(chat):
    chat.patient_walks_to("report")
    said = len(chat.shown)
    for number in range(40):
        chat.patient_sends(f"{number}.jpg")
    chat.bot_keeps(report=40)
    assert {say.name for say in chat.shown[said:]} == {"receipt"}


def test_how_much_is_kept_for_one_person_is_the_operators_to_say():
    chat = Chat(quotas=Quotas(files=2, size=30 << 20))
    chat.patient_walks_to("report")
    chat.patient_sends("1.pdf", size=20 << 20)
    chat.patient_sends("2.pdf", size=5 << 20)
    chat.patient_uploads("3.pdf")
    chat.bot_says("files_full")
    assert chat.said("files_full").values["at_most"] == 2
    chat.patient_commands("files")
    chat.patient_presses("look/2", "erase", "erase_yes")
    chat.patient_sends("4.pdf", size=15 << 20)
    chat.patient_commands("files")
    assert len(chat.case.documents) == 2


def test_whoever_has_more_than_is_kept_by_now_keeps_it(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("1.pdf", "2.pdf", "3.pdf")
    stricter = Chat(quotas=Quotas(files=2), case=chat.case, now=chat.now)
    stricter.patient_uploads("4.pdf")
    stricter.bot_says("files_full")
    stricter.bot_keeps(report=3)


def test_files_may_not_fill_the_disk_and_what_is_deleted_makes_room(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_BYTES // (20 << 20) + 1):
        chat.patient_sends(f"{number}.zip", size=20 << 20)
    chat.patient_uploads("one-more.zip")
    chat.bot_says("files_heavy")
    chat.bot_fetches_nothing()
    chat.patient_commands("files")
    chat.patient_presses("look/1", "erase", "erase_yes")
    assert chat.patient_uploads("again.zip")


def test_what_could_not_be_kept_takes_no_room(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_BYTES // (20 << 20) + 2):
        chat.patient_sends(f"{number}.zip", size=20 << 20, found="unknown_kind")
    assert chat.patient_uploads("paper.pdf")


def test_deleting_and_sending_again_ends_for_today_and_goes_on_tomorrow(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_A_DAY):
        chat.patient_sends(f"{number}.jpg")
        chat.case = replace(chat.case, documents=())
    chat.patient_uploads("one-more.jpg")
    chat.bot_says("files_today")
    chat.bot_fetches_nothing()
    chat.days_pass(1)
    assert chat.patient_uploads("tomorrow.jpg")
