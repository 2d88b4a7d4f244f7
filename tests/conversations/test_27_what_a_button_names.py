"""A button acts on what stands above it, or says kindly that it cannot: files, requests, letters, texts, questions."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from dialogs.case.answer import Question
from dialogs.case.facts import Facts
from dialogs.case.stored import from_json, to_json
from dialogs.effects import Say
from dialogs.events import ONE_TAP, Pressed
from dialogs.hearing.texts import MOST_TEXTS
from tests.chat import Chat


@pytest.fixture
def two_files(chat: Chat) -> Chat:
    """The card of ALPHA was opened, then the card of BETA."""
    chat.patient_walks_to("report")
    chat.patient_sends("ALPHA.pdf")
    chat.patient_sends("BETA.pdf")
    chat.happens_at("scans", lambda: chat.patient_commands("files"))
    chat.patient_presses("look/1", "back", "look/2")
    return chat


@pytest.fixture
def two_requests(chat: Chat) -> Chat:
    """Two records were asked for, and the cards of both requests were opened."""
    chat.patient_walks_to("report")
    chat.happens_at("report.asked", lambda: chat.patient_writes("the hospital"))
    chat.happens_at("scans.asked", lambda: chat.patient_writes("the practice"))
    chat.happens_at("plan", lambda: chat.patient_commands("requests"))
    chat.patient_presses("other")
    chat.patient_presses("requests/look/1", "requests.one/back", "requests/look/2")
    return chat


def card(chat: Chat, name: str, at: int = -1) -> Say:
    """One of the cards of that name, in the order in which they were shown."""
    return [say for say in chat.shown if say.name == name][at]


def taps(chat: Chat, card: Say, move: str) -> None:
    """Tap a button of one card, wherever that stands in the chat."""
    data = next(b.data for row in card.buttons for b in row if b.data.partition("/")[2].partition("/")[0] == move)
    chat.patient_presses_data(data)


# Files


def test_delete_on_the_card_of_one_file_asks_about_that_file_and_yes_deletes_it(two_files):
    taps(two_files, card(two_files, "files_one", 0), "erase")
    assert two_files.said("files_deleting").values["document"].name == "ALPHA.pdf"
    two_files.patient_presses("erase_yes")
    two_files.bot_erases(1)
    assert two_files.names_in_order("report") == ["BETA.pdf"]


def test_yes_below_an_older_question_asks_once_more_about_its_own_file(two_files):
    taps(two_files, card(two_files, "files_one", 0), "erase")
    taps(two_files, card(two_files, "files_one", 1), "erase")
    taps(two_files, card(two_files, "files_deleting", 0), "erase_yes")
    assert two_files.said("files_deleting").values["document"].name == "ALPHA.pdf"
    two_files.bot_erases()
    two_files.patient_presses("erase_yes")
    two_files.bot_erases(1)


@pytest.mark.parametrize("move", ["rename", "move", "date", "turn", "pictures", "replace"])
def test_what_is_tapped_on_the_card_of_one_file_is_done_with_that_file(two_files, move):
    taps(two_files, card(two_files, "files_one", 0), move)
    prompt = two_files.shown[-1]
    assert prompt.values["document"].name == "ALPHA.pdf"
    assert two_files.case.looking_at == 1


def test_a_title_goes_to_the_file_whose_title_was_asked_for_last(two_files):
    taps(two_files, card(two_files, "files_one", 0), "rename")
    taps(two_files, card(two_files, "files_one", 1), "rename")
    two_files.patient_writes("The second")
    assert two_files.names_in_order("report") == ["ALPHA.pdf", "The second"]


def test_a_question_that_was_left_takes_no_text_any_more(two_files):
    taps(two_files, card(two_files, "files_one", 0), "rename")
    taps(two_files, card(two_files, "files_one", 1), "turn")
    two_files.patient_writes("a title for ALPHA?")
    two_files.bot_says("text_unplaced")
    assert two_files.names_in_order("report") == ["ALPHA.pdf", "BETA.pdf"]


def test_undo_takes_back_the_change_it_stands_below(two_files):
    taps(two_files, card(two_files, "files_one", 0), "rename")
    two_files.patient_writes("The first")
    renamed = card(two_files, "files_one")
    taps(two_files, renamed, "turn")
    taps(two_files, renamed, "undo")
    two_files.bot_says("old_button")
    assert (two_files.case.document(1).title, two_files.case.document(1).turned) == ("The first", 90)
    two_files.patient_presses("undo/1")
    assert (two_files.case.document(1).title, two_files.case.document(1).turned) == ("The first", 0)


def test_the_button_of_a_file_that_is_gone_answers_kindly(two_files):
    old = card(two_files, "files_one", 0)
    taps(two_files, old, "erase")
    two_files.patient_presses("erase_yes")
    for move in ("rename", "turn", "erase", "back"):
        taps(two_files, old, move)
        two_files.bot_says("old_button", "files")
    assert two_files.names_in_order("report") == ["BETA.pdf"]


def test_an_older_list_opens_its_files_from_wherever_the_patient_is(two_files):
    two_files.patient_presses("leave")
    two_files.patient_is_at("scans")
    taps(two_files, card(two_files, "files", 0), "look")
    two_files.patient_is_at("files.one")
    two_files.patient_presses("leave")
    two_files.patient_is_at("scans")


def test_files_are_sorted_by_the_card_they_stand_on_and_once(chat):
    chat.patient_walks_to("review")
    for name, record in (("one.pdf", "plan"), ("two.pdf", "scans")):
        chat.patient_sends(name, facts=Facts(record=record))
    first = card(chat, "sorting", 0)
    taps(chat, first, "sorted_yes")
    assert [each.record for each in chat.case.documents] == ["plan", ""]
    taps(chat, first, "sorted_yes")
    chat.bot_says("old_button")
    assert [each.record for each in chat.case.documents] == ["plan", ""]


def test_a_receipt_of_before_still_places_its_own_files_and_once(chat):
    chat.patient_walks_to("review")
    chat.patient_sends("one.pdf", "two.pdf")
    chat.patient_presses_data("aside@1-2/place/1/plan")
    assert [each.record for each in chat.case.documents] == ["plan", "plan"]
    chat.patient_presses_data("aside@1-2/place/1/scans")
    chat.bot_says("old_button")
    assert [each.record for each in chat.case.documents] == ["plan", "plan"]


# Requests, letters, days


def test_it_has_arrived_is_noted_for_the_request_it_stands_below(two_requests):
    taps(two_requests, card(two_requests, "requests_one", 0), "arrived")
    assert [each.state for each in two_requests.case.requests] == ["arrived", "waiting"]
    two_requests.checklist_says(report="have", scans="asked")


def test_a_reminder_does_not_move_a_reference_to_another_request(two_requests):
    two_requests.patient_presses_data("requests.one@1/reference")
    two_requests.patient_presses_data("aside/note/2/asked")
    two_requests.bot_says("note_asked")
    two_requests.patient_writes("ROI 17")
    assert [each.reference for each in two_requests.case.requests] == ["ROI 17", ""]


def test_a_day_on_a_calendar_is_promised_for_the_request_it_was_asked_about(two_requests):
    for number in (1, 2):
        two_requests.patient_presses_data(f"requests.one@{number}/promised")
    taps(two_requests, card(two_requests, "requests_promised", 0), "skip")
    two_requests.patient_presses_data("requests.promised@1/day/2026-03-20")
    assert [each.promised for each in two_requests.case.requests] == ["2026-03-20", ""]


def test_a_letter_is_shown_and_asked_with_by_its_own_card(chat):
    chat.patient_walks_to("report")
    for record in ("report", "slides"):
        chat.happens_at(
            f"{record}.finding", lambda record=record: chat.patient_presses_data(f"{record}.finding/letter")
        )
        if chat.case.step == "country":
            chat.patient_presses("other")
    taps(chat, card(chat, "letters_one", 0), "text")
    assert chat.said("letter_text").values["letter"]["letter"] == "records"
    taps(chat, card(chat, "letters_one", 0), "asked")
    chat.bot_says("old_button")
    assert not chat.case.answers


def test_forget_it_forgets_the_day_it_stands_below(chat):
    chat.patient_walks_to("review")
    chat.patient_commands("date")
    chat.patient_writes("3 May 2026")
    chat.patient_presses("day/2026-05-03")
    chat.patient_commands("date")
    old = card(chat, "date")
    chat.patient_writes("9 June 2026")
    chat.patient_presses("day/2026-06-09")
    chat.patient_commands("date")
    taps(chat, old, "forget")
    chat.bot_says("old_button")
    assert chat.case.date == "2026-06-09"


def test_a_day_of_treatment_that_is_tapped_twice_stays_one(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly")
    chat.patient_commands("remind")
    chat.patient_presses("treatment")
    chat.patient_presses("day/2026-03-05")
    chat.patient_presses_data("reminders.treatment/day/2026-03-05")
    assert chat.case.reminders.days_off == ("2026-03-05",)


# Texts and questions


def test_each_of_five_texts_is_placed_by_its_own_card(chat):
    chat.patient_walks_to("report")
    for number in range(1, 6):
        chat.patient_writes(f"text {number}")
    cards = [say for say in chat.shown if say.name == "text_unplaced"]
    for which, use in ((0, "question"), (3, "drop"), (1, "question")):
        data = next(b.data for row in cards[which].buttons for b in row if b.data.endswith(use))
        chat.patient_presses_data(data)
        placed = chat.case
        chat.patient_presses_data(data)
        chat.bot_says("old_button", "record")
        assert chat.case == placed
    assert [each.text for each in chat.case.questions] == ["text 1", "text 2"]
    assert [each.text for each in chat.case.texts] == ["text 3", "text 5"]


def test_a_text_that_cannot_be_a_question_waits_on(chat):
    chat.patient_walks_to("report")
    chat.patient_writes("x" * 301)
    chat.patient_presses("text/question")
    chat.bot_says("too_long")
    assert len(chat.case.texts) == 1
    chat.patient_presses("text/drop")
    assert not chat.case.texts


def test_a_text_is_an_answer_only_to_the_question_it_was_written_to(chat):
    chat.patient_walks_to("destination")
    chat.patient_writes("their fax is 555", forwarded=True)
    chat.patient_presses("destination/not_now", "report/asked", "text/answer")
    chat.bot_says("text_unplaced")
    chat.bot_does_not_offer("text/answer")
    assert not [each for each in chat.case.answers.values() if each.note]
    chat.patient_presses("text/question")
    assert chat.case.questions == (Question(text="their fax is 555"),)


def test_of_very_many_texts_the_oldest_are_let_go_and_their_cards_say_so(chat):
    chat.patient_walks_to("report")
    for number in range(MOST_TEXTS + 1):
        chat.patient_writes(f"text {number}")
    assert [each.text for each in chat.case.texts] == [f"text {number}" for number in range(1, MOST_TEXTS + 1)]
    chat.patient_presses_data("aside@1/text/question")
    chat.bot_says("old_button")
    assert not chat.case.questions


def test_remove_takes_out_the_question_it_was_shown_with(chat):
    chat.patient_walks_to("questions")
    chat.patient_writes("first")
    old = card(chat, "questions")
    chat.patient_writes("second")
    taps(chat, old, "remove")
    assert [each.text for each in chat.case.questions] == ["second"]
    taps(chat, old, "remove")
    chat.bot_says("old_button")
    chat.patient_writes("third")
    taps(chat, old, "remove")
    assert [each.text for each in chat.case.questions] == ["second", "third"]


def test_yes_delete_everything_counts_only_below_the_last_question_and_not_once_it_was_refused(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("delete")
    refused = card(chat, "delete_confirm")
    taps(chat, refused, "delete_no")
    taps(chat, refused, "delete_yes")
    chat.bot_says("delete_confirm")
    assert not chat.forgotten
    chat.patient_presses("delete_yes")
    assert chat.forgotten
    taps(chat, card(chat, "delete_confirm"), "delete_yes")
    chat.bot_says_nothing()
    assert chat.forgotten, "the second of two taps on Yes left a case behind"


# Where one goes on


@pytest.mark.parametrize("command", ["files", "requests", "errands", "letters", "packet"])
def test_go_on_where_i_was_leads_to_the_path_and_not_to_the_page_looked_at_last(chat, command):
    chat.patient_walks_to("report")
    chat.patient_sends("a.pdf")
    chat.happens_at("scans", lambda: chat.patient_commands(command))
    if command == "files":
        chat.patient_presses("look/1")
    chat.patient_commands("help")
    chat.patient_presses("continue")
    chat.patient_is_at("scans")
    assert chat.case.returns_to == ()


def test_a_question_that_is_still_open_is_gone_on_with(two_files):
    two_files.patient_presses("rename")
    two_files.patient_commands("help")
    two_files.patient_presses("continue")
    two_files.patient_is_at("files.renaming")


# One tap, felt twice


def test_fifteen_quick_taps_are_answered_once(chat):
    chat.patient_walks_to("report")
    said = []
    for _ in range(15):
        chat.happens(Pressed(chat.now, "report/unsure", message=40))
        said += chat.turn.effects
        chat.now += timedelta(seconds=1)
    assert [say.name for say in said] == ["record"]
    chat.patient_is_at("scans")


def test_a_tap_after_a_while_or_on_another_card_or_of_another_button_is_a_tap_of_its_own(chat):
    chat.patient_walks_to("report")
    for data, message, later in (
        ("aside/help", 40, timedelta()),
        ("aside/help", 41, timedelta()),
        ("aside/privacy", 41, timedelta()),
        ("aside/privacy", 41, ONE_TAP + timedelta(seconds=1)),
        ("aside/privacy", 0, timedelta()),
        ("aside/privacy", 0, timedelta()),
    ):
        chat.now += later
        chat.happens(Pressed(chat.now, data, message))
        assert chat.turn.effects, (data, message, later)


def test_a_page_that_is_turned_on_purpose_turns_on(two_files):
    for degrees in (90, 180, 270, 0):
        (data,) = (b.data for row in card(two_files, "files_one").buttons for b in row if "/turn/" in b.data)
        for _ in range(2):
            two_files.happens(Pressed(two_files.now, data, message=50))
        assert two_files.case.document(2).turned == degrees


def test_a_late_second_tap_does_not_take_back_what_the_first_did(two_files):
    two_files.patient_presses_data("files.one@2/turn/90")
    two_files.patient_presses_data("files.one@2/turn/90")
    assert two_files.case.document(2).turned == 90
    two_files.patient_presses_data("files.one@2/up/1")
    two_files.patient_presses_data("files.one@2/up/1")
    assert two_files.names_in_order("report") == ["BETA.pdf", "ALPHA.pdf"]


# Yesterday's buttons, and a case as it was stored yesterday

YESTERDAY = """
    files.one/rename files.one/move files.one/date files.one/turn files.one/up files.one/down files.one/replace
    files.one/erase files.one/pictures files.one/password
    files.renaming/no_title files.moving/to/plan files.dating/no_day files.dating/day/2026-01-05
    files.deleting/erase_yes
    requests.one/arrived requests.one/chased requests.one/by_phone requests.one/promised requests.one/reference
    requests.one/refused requests.one/withdraw requests.promised/day/2026-03-20
    letters.one/text letters.one/pdf letters.one/phone letters.one/to letters.one/asked
    questions/remove date/forget aside/undo/1 aside/delete_yes
    aside/text/question aside/text/answer aside/text/drop
"""
YESTERDAYS_CASE = {
    "step": "files.one",
    "returns_to": ["scans"],
    "keeps_files": True,
    "decision": "Whether to begin",
    "questions": [{"text": "first", "example": ""}, {"text": "", "example": "trial"}],
    "answers": {"report": {"standing": "asked", "note": "the hospital"}},
    "documents": [
        {"number": 1, "batch": "a1", "name": "ALPHA.pdf", "record": "report", "state": "readable", "pages": 1},
        {"number": 2, "batch": "a2", "name": "BETA.pdf", "record": "report", "state": "readable", "pages": 1},
    ],
    "files_seen": 2,
    "looking_at": 2,
    "former": {"number": 1, "record": "report", "title": "", "date": "", "turned": 90},
    "requests": [{"number": 1, "record": "report", "whom": "the hospital"}, {"number": 2, "record": "scans"}],
    "requests_seen": 2,
    "request": 2,
    "letter": "records",
    "date": "2026-05-03",
    "unplaced_text": "the last text of yesterday",
    "heard": "2026-03-01T09:30:00+00:00",
}
HARMLESS = ("files.one/back", "files.one/leave", "files.renaming/back", "requests.one/back", "letters.one/done")


def yesterday(step: str) -> Chat:
    return Chat(case=from_json(json.dumps({**YESTERDAYS_CASE, "step": step})))


def test_a_case_of_yesterday_is_read_with_its_text_and_its_questions():
    case = yesterday("files.one").case
    assert [(each.number, each.text) for each in case.texts] == [(1, "the last text of yesterday")]
    assert [each.number for each in case.questions] == [1, 2]
    assert from_json(to_json(case)) == case
    assert case.asking(Question(text="third")).questions[-1].number == 3


@pytest.mark.parametrize("data", YESTERDAY.split())
def test_a_button_that_names_nothing_changes_nothing_and_asks_below_the_present_card(data):
    place = data.partition("/")[0]
    for step in {place if place != "aside" else "scans", "files.one", "scans"}:
        chat = yesterday(step)
        before = chat.case
        chat.patient_presses_data(data)
        after = chat.case
        assert chat.turn.effects
        assert not chat.forgotten
        if data != "aside/undo/1":  # it names its file, and no other change of that file came after it
            assert after.documents == before.documents
        assert (after.questions, after.date, after.requests) == (before.questions, before.date, before.requests)
        assert [each.text for each in after.texts] == [each.text for each in before.texts]
        assert after.step == before.step


@pytest.mark.parametrize("data", HARMLESS)
def test_a_button_that_only_leaves_may_still_leave(data):
    chat = yesterday(data.partition("/")[0])
    chat.patient_presses_data(data)
    chat.bot_does_not_say("old_button")
    assert chat.case.step != data.partition("/")[0]


def test_a_text_of_yesterday_is_asked_about_once_more_and_then_placed():
    chat = yesterday("scans")
    chat.patient_presses_data("aside/text/question")
    assert chat.said("text_unplaced").values["text"] == "the last text of yesterday"
    chat.patient_presses("text/question")
    assert chat.case.questions[-1].text == "the last text of yesterday"


def test_the_receipt_of_yesterday_still_places_its_files(chat):
    chat.patient_walks_to("review")
    chat.patient_sends("one.pdf", "two.pdf")
    chat.patient_presses_data("aside/place/1/plan")
    chat.bot_keeps(plan=2)
