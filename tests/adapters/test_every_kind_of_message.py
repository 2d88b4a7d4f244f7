"""Every field that a message can have: what comes with it is answered, or it is on the short list that nobody wrote."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Message

from bot.chat.incoming import read
from dialogs import events
from dialogs.receiving.sent import SentFile
from tests.adapters.desk import NOW
from tests.adapters.updates import ANA, BOT, CHAT, FILE, GROUP, OTHERS, STRANGER, Plain, body, message

PICTURE = {**FILE, "width": 900, "height": 900}
CRY = "I cannot breathe"

AROUND: Plain = {
    "author_signature": "Dr. Who",
    "business_connection_id": "b1",
    "caption_entities": [{"type": "bold", "offset": 0, "length": 1}],
    "chat": CHAT,
    "date": 1_772_000_000,
    "direct_messages_topic": {"topic_id": 1, "user": ANA},
    "edit_date": 1_772_000_001,
    "effect_id": "5104841245755180586",
    "entities": [{"type": "bold", "offset": 0, "length": 1}],
    "external_reply": {"origin": STRANGER},
    "forward_origin": STRANGER,
    "from_user": ANA,
    "guest_bot_caller_chat": GROUP,
    "guest_bot_caller_user": ANA,
    "guest_query_id": "g1",
    "has_media_spoiler": True,
    "has_protected_content": True,
    "is_automatic_forward": True,
    "is_from_offline": True,
    "is_paid_post": True,
    "is_topic_message": True,
    "link_preview_options": {"is_disabled": True},
    "media_group_id": "album",
    "message_id": 7,
    "message_thread_id": 3,
    "paid_star_count": 1,
    "quote": {"text": "a part", "position": 0},
    "reply_markup": {"inline_keyboard": [[{"text": "a button", "callback_data": "a"}]]},
    "reply_to_checklist_task_id": 1,
    "reply_to_message": body(3, text="above"),
    "reply_to_poll_option_id": "p1",
    "reply_to_story": {"chat": GROUP, "id": 1},
    "sender_boost_count": 1,
    "sender_business_bot": BOT,
    "sender_chat": GROUP,
    "sender_tag": "member",
    "show_caption_above_media": True,
    "suggested_post_info": {"state": "pending"},
    "via_bot": BOT,
}
"""What stands around a message of any kind, and is no kind of its own."""

ANSWERED: dict[str, tuple[Any, str]] = {
    **{name: (content, kind) for name, (kind, content) in OTHERS.items()},
    "animation": ({**FILE, "duration": 1, "width": 1, "height": 1}, "video"),
    "caption": (CRY, "other"),
    "checklist": ({"title": CRY, "tasks": []}, "other"),
    "checklist_tasks_added": ({"tasks": [{"id": 2, "text": CRY}]}, "other"),
    "document": (FILE, ""),
    "game": ({"title": "Chess", "description": "A game", "photo": [PICTURE]}, "other"),
    "gift": ({"gift": {"id": "1", "sticker": FILE, "star_count": 1}, "text": CRY}, "other"),
    "giveaway": ({"chats": [GROUP], "winner_count": 1, "prize_description": CRY}, "other"),
    "giveaway_winners": ({"chat": GROUP, "winners": [ANA], "winner_count": 1}, "other"),
    "invoice": ({"title": "Tea", "description": "A cup", "currency": "EUR", "total_amount": 1}, "other"),
    "live_photo": ({**FILE, "duration": 1}, "video"),
    "paid_media": ({"star_count": 1, "paid_media": [{"type": "photo", "photo": [PICTURE]}]}, "other"),
    "passport_data": ({"data": [], "credentials": {"data": "x", "hash": "x", "secret": "x"}}, "other"),
    "photo": ([PICTURE], ""),
    "poll_option_added": ({"option_persistent_id": "a", "option_text": CRY}, "poll"),
    "successful_payment": ({"currency": "EUR", "total_amount": 1, "invoice_payload": "x"}, "other"),
    "text": (CRY, ""),
    "unique_gift": ({"gift": {"base_name": "Star", "name": "Star-1", "number": 1}, "origin": "transfer"}, "other"),
}
"""What a person sends, as Telegram writes it, and what it is called where it can be neither kept nor read."""

SILENT = frozenset(
    {
        *("boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed"),
        *("chat_owner_left", "chat_shared", "checklist_tasks_done", "connected_website"),
        *("delete_chat_photo", "direct_message_price_changed", "forum_topic_closed", "forum_topic_created"),
        *("forum_topic_edited", "forum_topic_reopened", "general_forum_topic_hidden"),
        *("general_forum_topic_unhidden", "gift_upgrade_sent", "giveaway_completed", "giveaway_created"),
        *("group_chat_created", "left_chat_member", "managed_bot_created"),
        *("message_auto_delete_timer_changed", "migrate_from_chat_id", "migrate_to_chat_id"),
        *("new_chat_members", "new_chat_photo", "new_chat_title", "paid_message_price_changed"),
        *("pinned_message", "poll_option_deleted", "proximity_alert_triggered", "refunded_payment"),
        *("suggested_post_approval_failed", "suggested_post_approved", "suggested_post_declined"),
        *("suggested_post_paid", "suggested_post_refunded", "supergroup_chat_created", "users_shared"),
        *("video_chat_ended", "video_chat_participants_invited", "video_chat_scheduled"),
        *("video_chat_started", "web_app_data", "write_access_allowed"),
    }
)
"""What Telegram itself puts into a chat: somebody pinned a message, the chat looks different …"""

FIELDS = {name for kind in Message.__mro__ for name in getattr(kind, "__slots__", ()) if not name.startswith("_")}
NOT_SENT = {"api_kwargs"}
"""What the library adds to a message."""


def read_message(**more: Any) -> events.Event | None:
    incoming = read(message(**more), NOW)
    assert incoming
    return incoming.event


def as_sent(name: str) -> str:
    return "from" if name == "from_user" else name


def test_every_field_of_a_message_is_known_for_what_it_is() -> None:
    assert (AROUND.keys() | ANSWERED.keys() | SILENT) ^ (FIELDS - NOT_SENT) == set()
    assert not (AROUND.keys() & ANSWERED.keys() | AROUND.keys() & SILENT | ANSWERED.keys() & SILENT)


@pytest.mark.parametrize("name", sorted(SILENT))
def test_what_nobody_wrote_is_passed_over_unless_words_stand_below_it(name: str) -> None:
    assert read_message(**{name: {"user": ANA, "id": 1}}) is None
    assert read_message(**{name: {"user": ANA, "id": 1}}, caption=CRY) == events.SentOther(NOW, "other", CRY)
    assert read_message(**{name: True}, text=CRY).text == CRY


@pytest.mark.parametrize("name", sorted(ANSWERED))
def test_what_a_person_sends_is_answered_with_its_words(name: str) -> None:
    content, kind = ANSWERED[name]
    event = read_message(**{name: content})
    assert isinstance(event, events.Wrote | SentFile) if not kind else event.kind == kind
    assert event is not None
    assert events.written(event) == (CRY if CRY in str(content) else event_words(name, content))


def event_words(name: str, content: Any) -> str:
    """The words of what is sent without a cry in it: those of a poll, and none of anything else."""
    return content["question"] if name == "poll" else ""


@pytest.mark.parametrize("name", sorted(ANSWERED.keys() - {"text", "photo", "document", "caption"}))
@pytest.mark.parametrize("forwarded", [{}, {"forward_origin": STRANGER}], ids=["own", "forwarded"])
def test_words_below_anything_are_read_forwarded_or_not(name: str, forwarded: Plain) -> None:
    content, kind = ANSWERED[name]
    assert read_message(**{name: content}, caption=CRY, **forwarded) == events.SentOther(NOW, kind, CRY)


@pytest.mark.parametrize("name", sorted(AROUND))
def test_what_stands_around_a_message_is_neither_a_kind_nor_its_words(name: str) -> None:
    around = {as_sent(name): AROUND[name]}
    event = read_message(**around)
    assert isinstance(event, events.SentOther)
    assert (event.kind, event.words) == ("other", "")
    assert read_message(**around, hologram={"title": CRY}).words == CRY
    assert read_message(**around, text="hello").text == "hello"


def test_all_that_can_stand_around_one_message_leaves_its_words_alone() -> None:
    around = {as_sent(name): content for name, content in AROUND.items()}
    event = read_message(**around, hologram={"title": CRY})
    assert (event.kind, event.words, event.quote) == ("other", CRY, "a part")


def test_what_stands_in_the_list_that_words_are_added_to_is_not_said_again() -> None:
    before = body(3, checklist={"title": "Today", "tasks": [{"id": 1, "text": "call the clinic"}]})
    added = {"checklist_message": before, "tasks": [{"id": 2, "text": "ask about my fever"}]}
    assert read_message(checklist_tasks_added=added).words == "ask about my fever"
    option = {"poll_message": body(3, poll={"question": "Which?"}), "option_text": "none of these"}
    assert read_message(poll_option_added=option).words == "none of these"


def test_a_moving_photo_is_kept_as_the_photo_that_comes_with_it() -> None:
    event = read_message(live_photo={**FILE, "duration": 1}, photo=[PICTURE], caption="page 1")
    assert event == SentFile(NOW, FILE["file_id"], "", 9, "m7", "page 1", message=7)


@pytest.mark.parametrize("content", [True, 0, "", "words", None, [], {}, {"file_id": "x"}, {"text": "words"}])
def test_a_field_of_the_future_is_answered_whatever_is_in_it(content: object) -> None:
    assert isinstance(read_message(hologram=content), events.SentOther)
