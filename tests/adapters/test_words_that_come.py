"""Wherever words are written, they are read: in polls, quotes, edits, and kinds of message that nobody knows yet."""

from __future__ import annotations

import pytest

from bot.chat.incoming import read
from dialogs import events
from dialogs.receiving.sent import SentFile
from tests.adapters.desk import NOW
from tests.adapters.updates import (
    BOT,
    FILE,
    OTHERS,
    STRANGER,
    body,
    edited,
    read_message,
)


def test_words_in_a_poll_and_in_a_checklist_are_read():
    options = [{"text": "chest pain", "voter_count": 0, "persistent_id": "a1"}, {"text": "none", "voter_count": 0}]
    poll = {**OTHERS["poll"][1], "question": "What is worst?", "options": options}
    assert read_message(poll=poll).words == "What is worst?\nchest pain\nnone"
    tasks = [{"id": 1, "text": "call about my fever"}]
    assert read_message(checklist={"title": "Today", "tasks": tasks}).words == "Today\ncall about my fever"


RICH = {
    "blocks": [
        {"type": "heading", "text": "How I am", "size": 1},
        {"type": "paragraph", "text": ["I cannot ", {"type": "bold", "text": ["brea", "the"]}, ". "]},
        {"type": "paragraph", "text": [{"type": "bold", "text": "It hurts"}, {"type": "italic", "text": " here"}]},
        {"type": "list", "items": [{"label": "1.", "blocks": [{"type": "paragraph", "text": "since noon"}]}]},
    ]
}


def test_a_text_with_headings_and_lists_is_a_text():
    written = "How I am\nI cannot breathe. \nIt hurts here\n1.\nsince noon"
    assert read_message(rich_message=RICH) == events.Wrote(NOW, written, message=7)
    assert read_message(rich_message=RICH, forward_origin=STRANGER).forwarded


def test_a_text_with_pictures_in_it_is_answered_so_that_no_picture_is_lost_in_silence():
    photo = {"type": "photo", "photo": [{**FILE, "width": 9, "height": 9}], "caption": {"text": "my report"}}
    event = read_message(rich_message={"blocks": [*RICH["blocks"], photo]})
    assert event.kind == "other"
    assert event.words.endswith("since noon\nmy report")


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ({"hologram": {"file_id": "x", "type": "h", "title": "I cannot breathe"}}, "I cannot breathe"),
        ({"new_kind": {"parts": [{"text": "I cannot"}, {"text": ["brea", "the"]}]}}, "I cannot\nbreathe"),
        ({"note": "I cannot breathe", "caption": ""}, "I cannot breathe"),
        ({"hologram": {}, "caption": "help"}, "help"),
        ({"hologram": 5}, ""),
        ({}, ""),
    ],
)
def test_a_kind_of_message_that_nobody_knows_is_answered_and_its_words_are_read(new, words):
    assert read_message(**new) == events.SentOther(NOW, "other", words)


@pytest.mark.parametrize(
    "sent",
    [{"text": "yes"}, {"text": "/help"}, {"sticker": OTHERS["sticker"][1]}, {"document": FILE}, {"rich_message": RICH}],
)
def test_what_a_message_quotes_is_read_unless_we_said_it(sent):
    cry, quote = body(3, text="It is all bad. I cannot breathe"), {"text": "I cannot breathe", "position": 15}
    ours = body(3, text="Call 112", **{"from": BOT})
    assert read_message(**sent, reply_to_message=cry, quote=quote).quote == "I cannot breathe"
    assert read_message(**sent, external_reply={"origin": STRANGER}, quote=quote).quote == "I cannot breathe"
    assert read_message(**sent, reply_to_message=cry).quote == "It is all bad. I cannot breathe"
    assert read_message(**sent, reply_to_message=body(3, caption="my lungs")).quote == "my lungs"
    assert read_message(**sent, reply_to_message=ours, quote={"text": "Call 112"}).quote == ""
    assert read_message(**sent, reply_to_message=ours).quote == ""


@pytest.mark.parametrize("odd", [{"quote": 5}, {"quote": {"text": 5}}, {"reply_to_message": [1]}, {"quote": []}])
def test_a_quote_that_cannot_be_read_does_not_cost_the_message(odd):
    assert read_message(text="hello", **odd) == events.Wrote(NOW, "hello", message=7)


PHOTO = [{**FILE, "width": 900, "height": 900}]


@pytest.mark.parametrize(
    ("new", "event"),
    [
        ({"text": "I cannot breathe"}, events.Edited(NOW, "I cannot breathe")),
        ({"text": "/i cannot breathe"}, events.Edited(NOW, "/i cannot breathe")),
        ({"photo": PHOTO, "caption": "I cannot breathe"}, events.Edited(NOW, "I cannot breathe", file=True)),
        ({"document": FILE}, events.Edited(NOW, "", file=True)),
        ({"video": OTHERS["video"][1], "caption": "help"}, events.Edited(NOW, "help")),
        ({"rich_message": {"blocks": [{"type": "paragraph", "text": "help"}]}}, events.Edited(NOW, "help")),
        ({"hologram": {"text": "help"}}, events.Edited(NOW, "help")),
        ({"text": "yes", "reply_to_message": body(3, text="help")}, events.Edited(NOW, "yes", quote="help")),
        ({"location": OTHERS["location"][1]}, None),
    ],
)
def test_of_an_edited_message_the_new_words_are_read_and_whether_it_holds_a_file(new, event):
    assert read(edited(**new), NOW).event == event


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (events.Command(NOW, "suicide"), "suicide"),
        (events.Command(NOW, "i", "", "i cannot breathe"), "i cannot breathe"),
        (events.Wrote(NOW, "still", quote="chest pain"), "still\nchest pain"),
        (SentFile(NOW, "id", "I cannot breathe.pdf", 9, "a", "my scan"), "my scan"),
        (events.SentOther(NOW, "video", "look"), "look"),
        (events.Edited(NOW, "worse"), "worse"),
        (events.Pressed(NOW, "report/send"), ""),
    ],
)
def test_all_that_a_person_wrote_can_be_heard(event, words):
    heard = events.written(event)
    assert heard.splitlines()[:1] == words.splitlines()[:1]
    assert words in heard, "whole; what stands behind a command, once more by itself"
