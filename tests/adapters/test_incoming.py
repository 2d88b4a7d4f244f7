"""What Telegram brings, read into what happened; and whatever it brings, nobody behind it is held up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.incoming import identity, read
from dialogs import events
from dialogs.receiving.sent import SentFile
from tests.adapters.desk import NOW
from tests.adapters.updates import (
    ANA,
    CHAT,
    FILE,
    GROUP,
    OTHERS,
    STRANGER,
    Plain,
    body,
    membership,
    message,
    read_message,
    tap,
    update,
)


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


def test_a_moving_picture_is_a_video_though_it_looks_like_a_document():
    event = read_message(document=FILE, animation={**FILE, "duration": 1, "width": 1, "height": 1})
    assert event == events.SentOther(NOW, "video")


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
