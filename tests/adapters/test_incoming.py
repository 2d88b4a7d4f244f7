"""What Telegram brings, read into what happened; and whatever it brings, nobody behind it is held up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.incoming import identity, read
from dialogs import events
from dialogs.receiving.sent import SentFile
from tests.adapters.desk import NOW
from tests.adapters.updates import (
    ANA,
    BOT,
    CHAT,
    FILE,
    GROUP,
    OTHERS,
    STRANGER,
    Plain,
    body,
    edited,
    membership,
    message,
    tap,
    update,
)


def read_message(**more: Any) -> events.Event | None:
    incoming = read(message(**more), NOW)
    assert incoming
    assert incoming.chat_id == CHAT["id"]
    return incoming.event


def test_a_text_is_a_text():
    assert read_message(text="hello") == events.Wrote(NOW, "hello", message=7)


def test_a_forwarded_text_is_somebody_elses():
    assert read_message(text="hello", forward_origin=STRANGER) == events.Wrote(NOW, "hello", forwarded=True, message=7)


@pytest.mark.parametrize("text", ["/help", "/help@companion_bot", "/HELP  "])
def test_a_command_is_a_command(text):
    assert read_message(text=text) == events.Command(NOW, "help")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("/i cant breathe", "i", "i cant breathe"),
        ("/ i cant breathe", "i", "i cant breathe"),
        ("/help@companion_bot please\nI cannot breathe", "help", "help please\nI cannot breathe"),
        ("/start I cannot breathe", "start", "start I cannot breathe"),
        ("/START\nme", "start", ""),
        ("/Stop", "stop", ""),
    ],
)
def test_words_behind_a_command_are_read(text, name, words):
    event = read_message(text=text)
    assert (event.name, event.words) == (name, words)


def test_what_a_link_puts_behind_start_is_read_with_the_senders_first_name():
    sender: Plain = {"from": {**ANA, "first_name": "Mia @evil.com\n"}}
    incoming = read(message(text="/start e-Abc_-9", **sender), NOW)
    assert incoming.event == events.Command(NOW, "start", "e-Abc_-9")
    assert incoming.sender == "Mia evil com"


@pytest.mark.parametrize("text", ["/start", "/help e-Abc", "/checklist now", "start e-Abc"])
def test_no_other_message_tells_a_name(text):
    incoming = read(message(text=text), NOW)
    assert incoming.sender == ""
    assert getattr(incoming.event, "argument", "") == ""


@pytest.mark.parametrize("sender", [None, {}, {"first_name": 7}, {"first_name": ""}])
def test_a_link_opens_for_somebody_whose_name_cannot_be_read(sender):
    assert read(message(text="/start e-Abc", **{"from": sender}), NOW).sender == ""


@pytest.mark.parametrize("text", ["/", "/\u00a0"])
def test_a_lone_slash_asks_for_help(text):
    assert read_message(text=text) == events.Command(NOW, "help")


def test_of_a_photo_the_largest_is_taken():
    sizes = [{**FILE, "file_id": name, "width": side, "height": side} for name, side in (("small", 90), ("large", 900))]
    event = read_message(photo=sizes, media_group_id="album", caption="page 1")
    assert event == SentFile(NOW, "large", "", 9, "album", "page 1", message=7)


def test_a_document_keeps_its_cleaned_name_and_stands_alone_without_an_album():
    event = read_message(document={**FILE, "file_name": "../report\u202e.pdf"})
    assert event == SentFile(NOW, FILE["file_id"], ".. report.pdf", 9, "m7", message=7)


@pytest.mark.parametrize("field", OTHERS)
def test_what_cannot_be_used_is_named(field):
    kind, content = OTHERS[field]
    event = read_message(**{field: content})
    assert (type(event), event.kind) == (events.SentOther, kind)


@pytest.mark.parametrize("field", OTHERS)
def test_words_under_what_cannot_be_used_are_read(field):
    kind, content = OTHERS[field]
    assert read_message(**{field: content}, caption="I cannot breathe") == events.SentOther(
        NOW, kind, "I cannot breathe"
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


def test_a_moving_picture_is_a_video_though_it_looks_like_a_document():
    event = read_message(document=FILE, animation={**FILE, "duration": 1, "width": 1, "height": 1})
    assert event == events.SentOther(NOW, "video")


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


@pytest.mark.parametrize("tapped", [body(text="card"), {"chat": CHAT, "message_id": 7, "date": 0}])
def test_a_tap_is_a_tap_even_on_a_message_too_old_to_see(tapped):
    incoming = read(tap("report/send", on=tapped), NOW)
    assert incoming.event == events.Pressed(NOW, "report/send", 7)
    assert (incoming.message_id, incoming.callback_id) == (7, "4242")


def test_of_a_group_nothing_is_read():
    incoming = read(message(text="private words", chat=GROUP), NOW)
    assert incoming.group
    assert incoming.event is None


@pytest.mark.parametrize(("status", "event"), [("kicked", events.WentAway), ("member", events.CameBack)])
def test_blocking_and_coming_back_are_noticed(status, event):
    assert read(membership(status), NOW).event == event(NOW)


@pytest.mark.parametrize("status", ["member", "administrator"])
def test_being_added_to_a_group_is_noticed(status):
    incoming = read(membership(status, GROUP), NOW)
    assert (incoming.chat_id, incoming.group, incoming.joined, incoming.event) == (GROUP["id"], True, True, None)


def test_having_left_a_group_is_no_reason_to_leave_it_again():
    assert not read(membership("left", GROUP), NOW).group


def test_an_unknown_update_or_a_service_message_is_nothing():
    assert read(update("something_of_the_future", {}), NOW) is None
    assert read_message(pinned_message=body(text="x")) is None
    assert read_message(forum_topic_created={"name": "Topic", "icon_color": 1}, is_topic_message=True) is None


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["update_id", "message", "callback_query", "edited_message"]), anything))
def test_an_update_that_cannot_be_read_can_still_be_recorded(plain):
    try:
        read(plain, NOW)
    except Exception:
        known = identity(plain)
        assert known is None or known.update_id == plain["update_id"]
