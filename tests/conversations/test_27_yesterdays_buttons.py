"""Yesterday's buttons, which name nothing, over a case as it was stored then: none changes what it does not name."""

from __future__ import annotations

import json

import pytest

from dialogs.case.answer import Question
from dialogs.case.stored import from_json, to_json
from tests.chat import Chat

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
