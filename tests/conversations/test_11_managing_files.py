"""What was sent can be seen, named, sorted, turned and dated."""

from dataclasses import replace

import pytest

from dialogs.effects import SendPaper
from dialogs.receiving.custody_events import FilesDamaged
from dialogs.roads.files.screens import A_PAGE
from dialogs.words.papers import Papers
from tests import real
from tests.chat import Chat
from tests.conversations.looking import look
from tests.ears import EARS


def test_the_list_shows_every_file_in_the_guides_order_and_leads_back(at_files):
    at_files.bot_says("files")
    assert [record for record, _ in at_files.said("files").values["groups"]] == ["report", "plan"]
    at_files.bot_offers("look/1", "look/2", "look/3")
    at_files.patient_presses("files/back")
    at_files.patient_is_at("scans")


def test_the_list_is_reached_from_the_checklist_and_leads_back(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("checklist")
    chat.bot_does_not_offer("my_files")
    chat.patient_sends("one.pdf")
    chat.patient_commands("checklist")
    chat.bot_offers("my_files")
    chat.patient_presses("aside/my_files")
    chat.patient_is_at("files")
    chat.patient_presses("files/back")
    chat.patient_is_at("report")


def test_the_list_counts_what_is_here_and_says_of_the_rest_that_it_is_not(chat):
    chat.patient_walks_to("report")
    for found in ("readable", "unreadable", "locked", "unknown_kind"):
        chat.patient_sends(f"{found}.pdf", found=found)
    chat.happens(FilesDamaged(chat.now, (1,)))
    chat.patient_sends("two.pdf")
    chat.patient_commands("files")
    values = chat.said("files").values
    assert [[each.name for each in files] for _, files in values["groups"]] == [["locked.pdf", "two.pdf"]]
    assert (values["total"], values["not_here"]) == (2, 3)
    rows = chat.said("files").buttons
    looks = [button.data.rpartition("/")[2] for row in rows for button in row if "/look/" in button.data]
    assert looks == ["3", "5", "1", "2", "4"], "what is not here comes last"
    chat.patient_commands("privacy")
    assert chat.said("privacy").values["files"] == 2


@pytest.mark.parametrize("found", ["locked", "unknown_kind"])
def test_only_what_is_not_kept_is_said_not_to_be_saved(chat, found):
    chat.patient_walks_to("report")
    (document,) = chat.patient_uploads("scan.pdf")
    chat.patient_presses("done")
    chat.bot_has_looked_at(document, found)
    assert chat.said("receipt").values["troubles"][0].is_here == (found == "locked")


def test_many_files_come_a_page_at_a_time(chat):
    chat.patient_walks_to("report")
    chat.patient_sends(*(f"{number}.jpg" for number in range(A_PAGE + 2)))
    chat.patient_commands("files")
    chat.bot_offers("look/1", f"look/{A_PAGE}", f"page/{A_PAGE}")
    chat.bot_does_not_offer(f"look/{A_PAGE + 1}")
    chat.patient_presses(f"page/{A_PAGE}")
    chat.bot_offers(f"look/{A_PAGE + 1}", "page/0")
    chat.patient_presses(f"look/{A_PAGE + 1}", "files.one/back")
    chat.bot_offers(f"look/{A_PAGE + 1}")


def test_a_file_gets_a_title_and_one_tap_takes_it_back(at_files):
    look(at_files, 1)
    at_files.patient_presses("rename")
    at_files.patient_writes("Biopsy of March")
    at_files.bot_says("file_renamed", "files_one")
    assert at_files.names_in_order("report") == ["Biopsy of March", "two.pdf"]
    at_files.patient_presses("undo/1")
    at_files.bot_says("file_undone", "files_one")
    assert at_files.names_in_order("report") == ["one.pdf", "two.pdf"]
    at_files.patient_presses("undo/1")
    at_files.bot_says("old_button")


def test_a_title_that_is_too_long_is_asked_for_again(at_files):
    look(at_files, 1)
    at_files.patient_presses("rename")
    at_files.patient_writes("x" * 61)
    at_files.bot_says("too_long", "files_renaming")
    assert at_files.case.document(1).title == ""


def test_somebody_elses_words_become_a_title_only_when_the_patient_says_so(at_files):
    look(at_files, 1)
    at_files.patient_presses("rename")
    at_files.patient_writes("Biopsy", forwarded=True)
    at_files.bot_says("text_unplaced")
    at_files.patient_presses("text/answer")
    at_files.bot_says("file_renamed")
    assert at_files.case.document(1).title == "Biopsy"


def test_what_must_not_wait_is_noticed_where_a_title_is_asked_for():
    chat = Chat(ears=EARS)
    chat.patient_walks_to("report")
    chat.patient_sends("one.pdf")
    chat.patient_commands("files")
    chat.patient_presses("look/1", "rename")
    chat.patient_writes("I cannot breathe")
    chat.bot_says("emergency")
    assert chat.case.document(1).title == ""


def test_a_file_moves_to_another_kind_and_back_with_one_tap(at_files):
    look(at_files, 1)
    at_files.patient_presses("files.one/move")
    at_files.bot_does_not_offer("to/report", "to/discs")
    at_files.patient_presses("to/scans")
    at_files.bot_says("file_moved", "files_one")
    at_files.bot_keeps(report=1, scans=1)
    at_files.patient_presses("undo/1")
    at_files.bot_keeps(report=2, scans=0)


def test_a_button_cannot_move_a_file_to_what_takes_none(at_files):
    look(at_files, 1)
    at_files.patient_presses("files.one/move")
    for nonsense in ("discs", "nothing", ""):
        at_files.patient_presses_data(f"files.moving/to/{nonsense}")
        at_files.bot_says("old_button")
    at_files.bot_keeps(report=2)


def test_files_of_one_record_change_places(at_files):
    look(at_files, 2)
    at_files.patient_presses("up")
    at_files.bot_says("file_up")
    assert at_files.names_in_order("report") == ["two.pdf", "one.pdf"]
    at_files.patient_presses("up")
    at_files.bot_says("file_stays")
    at_files.patient_presses("down")
    assert at_files.names_in_order("report") == ["one.pdf", "two.pdf"]


def test_pages_are_turned_a_quarter_at_a_time(at_files):
    look(at_files, 1)
    for degrees in (90, 180, 270, 0):
        at_files.patient_presses("turn")
        assert at_files.case.document(1).turned == degrees
    at_files.patient_presses("undo/1")
    assert at_files.case.document(1).turned == 270


def test_the_pages_are_shown_as_they_are_turned(at_files):
    look(at_files, 1)
    at_files.patient_presses("turn", "files.one/pictures")
    at_files.bot_says("pictures", "files_one")
    at_files.bot_sends_a_paper("pictures")
    (paper,) = [effect for effect in at_files.turn.effects if hasattr(effect, "kind")]
    assert (paper.values["document"], paper.values["kind"], paper.values["turned"]) == (1, "pdf", 90)


def test_pages_that_we_set_are_shown_as_they_will_be_in_the_packet(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("letter.docx", kind="docx")
    chat.patient_commands("files")
    chat.patient_presses("look/1")
    chat.bot_does_not_offer("turn")
    chat.patient_presses("files.one/pictures")
    chat.bot_sends_a_paper("pictures")
    for country, size in (("us", "us-letter"), ("uk", "a4")):
        chat.case = replace(chat.case, country=country)
        chat.patient_presses("files.one/pictures")
        (paper,) = [effect for effect in chat.turn.effects if isinstance(effect, SendPaper)]
        words = Papers(real.content().wording).words("pictures", paper.values, chat.now)["words"]
        assert words["paper"] == size, "the paper of the packet"


def test_what_cannot_be_drawn_is_not_offered_as_pictures(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("scan.dcm", kind="dicom")
    chat.patient_commands("files")
    chat.patient_presses("look/1")
    chat.bot_does_not_offer("pictures", "turn")
    chat.patient_presses_data("files.one/pictures")
    chat.bot_says("old_button")


@pytest.mark.parametrize("text", ["2026-02-01", "1 February 2026", "February 1, 2026", "1 feb 2026", "01.02.26"])
def test_a_date_is_taken_as_people_write_it(at_files, text):
    look(at_files, 1)
    at_files.patient_presses("files.one/date")
    at_files.patient_writes(text)
    if at_files.case.step == "files.dating":
        at_files.patient_presses("day/2026-02-01")
    at_files.bot_says("file_dated")
    assert at_files.case.document(1).date == "2026-02-01"


def test_a_date_that_can_be_two_is_asked_about(at_files):
    look(at_files, 1)
    at_files.patient_presses("files.one/date")
    at_files.patient_writes("3/5/2025")
    at_files.bot_says("past_day_either")
    at_files.bot_offers("day/2025-03-05", "day/2025-05-03")
    at_files.patient_presses("day/2025-05-03")
    assert at_files.case.document(1).date == "2025-05-03"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("last spring", "past_day_unclear"),
        ("3/2025", "past_day_no_day"),
        ("1 January 2027", "past_day_future"),
        ("", "text_unplaced"),
    ],
)
def test_a_date_that_is_none_is_asked_for_again(at_files, text, said):
    look(at_files, 1)
    at_files.patient_presses("files.one/date")
    at_files.patient_writes(text)
    at_files.bot_says(said)
    at_files.patient_is_at("files.dating")
    assert at_files.case.document(1).date == ""


def test_a_day_in_an_old_button_that_is_none_changes_nothing(at_files):
    look(at_files, 1)
    at_files.patient_presses("files.one/date")
    for day in ("2199-01-01", "nonsense", ""):
        at_files.patient_presses_data(f"files.dating/day/{day}")
        at_files.bot_says("old_button")
    assert at_files.case.document(1).date == ""
