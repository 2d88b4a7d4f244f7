"""What Telegram brings, read into what happened; and whatever it brings, nobody behind it is held up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.incoming import identity, read
from bot.chat.names import LONGEST, cleaned
from dialogs import events
from tests.adapters.conftest import NOW

CHAT = {"id": 5_000_000_001, "type": "private", "first_name": "Ana"}
SENDER = {"id": 5_000_000_001, "is_bot": False, "first_name": "Ana"}
STRANGER = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 9}


def message(**more: object) -> dict[str, object]:
    return {"message_id": 7, "date": 1, "chat": CHAT, "from": SENDER, **more}


def read_message(**more: object) -> events.Event | None:
    incoming = read({"update_id": 1, "message": message(**more)}, NOW)
    assert incoming
    assert incoming.chat_id == CHAT["id"]
    return incoming.event


def test_a_text_is_a_text():
    assert read_message(text="hello") == events.Wrote(NOW, "hello")


def test_a_forwarded_text_is_somebody_elses():
    assert read_message(text="hello", forward_origin=STRANGER) == events.Wrote(NOW, "hello", forwarded=True)


@pytest.mark.parametrize("text", ["/help", "/help@companion_bot", "/HELP please"])
def test_a_command_is_a_command(text):
    assert read_message(text=text) == events.Command(NOW, "help")


def test_a_lone_slash_asks_for_help():
    assert isinstance(read_message(text="/"), events.Command)


def test_of_a_photo_the_largest_is_taken():
    sizes = [{**FILE, "file_id": name, "width": side, "height": side} for name, side in (("small", 90), ("large", 900))]
    event = read_message(photo=sizes, media_group_id="album", caption="page 1")
    assert event == events.SentFile(NOW, "large", "", 9, "album", "page 1")


def test_a_document_keeps_its_cleaned_name_and_stands_alone_without_an_album():
    event = read_message(document={**FILE, "file_name": "../report\u202e.pdf"})
    assert event == events.SentFile(NOW, "f", ".. report.pdf", 9, "m7")


OTHERS = {
    "sticker": {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False},
    "voice": {**FILE, "duration": 1},
    "video": {**FILE, "duration": 1, "width": 1, "height": 1},
    "location": {"latitude": 1.0, "longitude": 1.0},
    "contact": {"phone_number": "1", "first_name": "A"},
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_cannot_be_used_is_named(kind):
    assert read_message(**{kind: OTHERS[kind]}) == events.SentOther(NOW, kind)


def test_an_edited_message_is_an_edit():
    incoming = read({"update_id": 1, "edited_message": message(text="new", edit_date=2)}, NOW)
    assert incoming.event == events.Edited(NOW)


@pytest.mark.parametrize("tapped", [message(text="card"), {"chat": CHAT, "message_id": 7, "date": 0}])
def test_a_tap_is_a_tap_even_on_a_message_too_old_to_see(tapped):
    query = {"id": "q", "from": SENDER, "chat_instance": "c", "data": "report/send", "message": tapped}
    incoming = read({"update_id": 1, "callback_query": query}, NOW)
    assert incoming.event == events.Pressed(NOW, "report/send")
    assert (incoming.message_id, incoming.callback_id) == (7, "q")


def test_of_a_group_nothing_is_read():
    group = {"id": -100, "type": "supergroup", "title": "Family"}
    incoming = read({"update_id": 1, "message": {**message(text="private words"), "chat": group}}, NOW)
    assert incoming.group
    assert incoming.event is None


@pytest.mark.parametrize(("status", "event"), [("kicked", events.WentAway), ("member", events.CameBack)])
def test_blocking_and_coming_back_are_noticed(status, event):
    user = {"id": 1, "is_bot": True, "first_name": "Bot"}
    new = {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    old = {"user": user, "status": "left"}
    change = {"chat": CHAT, "from": SENDER, "date": 1, "old_chat_member": old, "new_chat_member": new}
    assert isinstance(read({"update_id": 1, "my_chat_member": change}, NOW).event, event)


def test_what_is_unknown_or_a_service_message_is_nothing():
    assert read({"update_id": 1, "poll_answer_of_the_future": {}}, NOW) is None
    assert read_message(pinned_message=message(text="x")) is None


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(["update_id", "message", "callback_query", "edited_message"]), anything))
def test_an_update_that_cannot_be_read_can_still_be_recorded(plain):
    try:
        read(plain, NOW)
    except Exception:
        known = identity(plain)
        assert known is None or known.update_id == plain["update_id"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_a_name_is_short_visible_and_no_path(name):
    shown = cleaned(name)
    assert len(shown) <= LONGEST
    assert not set(shown) & set("/\\\n\r\u202e\u200f\x00")


def test_a_long_name_keeps_its_ending():
    assert cleaned("x" * 200 + ".pdf").endswith(".pdf")
