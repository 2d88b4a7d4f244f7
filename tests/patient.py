"""A person in a test, who does in Telegram what patients do and sees what they see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bot.rehearsal.telegram import acts, contents
from bot.rehearsal.telegram.contents import Content
from bot.rehearsal.telegram.people import Person
from bot.rehearsal.telegram.seen import Seen, seen
from bot.rehearsal.telegram.telegram import Telegram

What = str | Callable[[Seen], object]
PATIENCE = 120.0
"""Seconds to wait for what should come at once: a machine that is busy with other work must not fail a test."""


class GroupChat:
    """A group chat."""

    def __init__(self, telegram: Telegram, group_id: int) -> None:
        self._telegram = telegram
        self.id = group_id

    @property
    def has_bot(self) -> bool:
        """Whether the bot is a member."""
        return self._telegram.people.groups[self.id].bot_is_member

    @property
    def messages(self) -> list[Seen]:
        """Everything that can be seen in the group, oldest first."""
        return _visible(self._telegram, self.id)


class Patient:
    """One person and their private chat with the bot; every act returns at once, `waits_for` waits for the bot."""

    def __init__(self, telegram: Telegram, person_id: int, skipped: Callable[[], int] = lambda: 0) -> None:
        self._telegram = telegram
        self._skipped = skipped
        self._acted = 0
        self.id = person_id

    @property
    def account(self) -> Person:
        """The person as Telegram knows them."""
        return self._telegram.people.persons[self.id]

    @property
    def messages(self) -> list[Seen]:
        """Everything that can be seen in the private chat, oldest first."""
        return _visible(self._telegram, self.id)

    @property
    def bot_messages(self) -> list[Seen]:
        """What the bot wrote and has not deleted, oldest first."""
        return [message for message in self.messages if message.from_bot]

    @property
    def answers(self) -> list[str]:
        """The texts shown after presses of buttons, oldest first; empty ones too."""
        return [query.text for query in self._telegram.queries.answers(self.id)]

    def sends(
        self,
        text: str,
        *,
        html: bool = False,
        chat: GroupChat | None = None,
        topic: Seen | None = None,
        answers: Seen | None = None,
    ) -> Seen:
        """Send a text, or formatted text written as Telegram HTML; in Threaded Mode perhaps into a topic.

        `answers` is a message that it is a reply to.
        """
        place = {"message_thread_id": topic.message_id, "is_topic_message": True} if topic else {}
        return self._sends(contents.text(text, html) | place, chat, answers.message_id if answers else 0)

    def opens_topic(self, name: str = "Another topic") -> Seen:
        """Open a topic in the chat, as Threaded Mode lets people do."""
        self._telegram.threaded_mode = True
        return self._sends({"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}})

    def sends_document(
        self,
        name: str | None,
        data: bytes | Path,
        mime_type: str | None = None,
        *,
        caption: str = "",
        chat: GroupChat | None = None,
    ) -> Seen:
        """Send a file."""
        content = contents.document(self._telegram.files, name, data, mime_type)
        return self._sends(content | contents.caption(caption), chat)

    def sends_photo(self, data: bytes, *, caption: str = "", chat: GroupChat | None = None) -> Seen:
        """Send a picture as a photo."""
        return self._sends(contents.photo(self._telegram.files, data) | contents.caption(caption), chat)

    def sends_album(self, items: Iterable[bytes | tuple[str, bytes]], *, caption: str = "") -> list[Seen]:
        """Send several photos (bytes) or documents (a name and bytes) as one album, the caption on the first."""
        files = self._telegram.files
        made = [
            contents.photo(files, item) if isinstance(item, bytes) else contents.document(files, *item)
            for item in items
        ]
        made[0] |= contents.caption(caption)
        return [self._sends(content) for content in contents.album(made)]

    def sends_sticker(self) -> Seen:
        """Send a sticker."""
        return self._sends(contents.sticker(self._telegram.files))

    def sends_voice(self) -> Seen:
        """Send a spoken message."""
        return self._sends(contents.voice(self._telegram.files))

    def sends_video(self, *, caption: str = "") -> Seen:
        """Send a video."""
        return self._sends(contents.video(self._telegram.files) | contents.caption(caption))

    def sends_location(self, latitude: float = 48.2, longitude: float = 16.37) -> Seen:
        """Send a place."""
        return self._sends(contents.location(latitude, longitude))

    def sends_contact(self, first_name: str = "Clinic", phone_number: str = "+1 202 555 0100") -> Seen:
        """Send a contact."""
        return self._sends(contents.contact(first_name, phone_number))

    def forwards(self, what: str | Seen, origin: str = "Hospital") -> Seen:
        """Forward a text that somebody else wrote, or a message of this chat."""
        if isinstance(what, Seen):
            self._acts()
            return seen(acts.forward(self._telegram, self.id, what.message_id), self._telegram.files)
        return self._sends(contents.forwarded(contents.text(what), origin, self._telegram.clock.unix()))

    def edits(self, message: Seen, text: str) -> Seen:
        """Write an own text, or the caption of an own file, anew."""
        self._acts()
        content = contents.text(text) if "text" in message.body else contents.caption(text)
        return seen(acts.edit(self._telegram, self.id, message.message_id, content), self._telegram.files)

    def presses(self, label_or_data: str, message: Seen | None = None, chat: GroupChat | None = None) -> str:
        """Press a button, on the newest message that has it or on a given older one; return the press's id."""
        self._acts()
        chat_id = chat.id if chat else self.id
        shown = [message] if message else list(reversed(_visible(self._telegram, chat_id)))
        for candidate in shown:
            for button in (button for row in candidate.keyboard for button in row):
                if button.data is not None and label_or_data in {button.text, button.data}:
                    return acts.press(self._telegram, self.id, chat_id, candidate.message_id, button.data).id
        raise AssertionError(f"no button {label_or_data!r} in the chat")

    def adds_bot_to(self, group: GroupChat) -> None:
        """Add the bot to a group."""
        acts.add_bot(self._telegram, self.id, group.id)

    def blocks(self) -> None:
        """Block the bot."""
        acts.block(self._telegram, self.id, blocked=True)

    def unblocks(self) -> None:
        """Let the bot write again."""
        acts.block(self._telegram, self.id, blocked=False)

    def waits_for(
        self, what: What = lambda message: True, seconds: float = PATIENCE, *, since: int | None = None
    ) -> Seen:
        """Wait for a message the bot wrote or edited after this person's last act or the last skip of the clock.

        `what` is a part of its text or a test of the message; `since` is a `revision` to look after instead.
        """
        after = max(self._acted, self._skipped()) if since is None else since

        def found() -> Seen | None:
            new = [message for message in self.bot_messages if message.revision > after]
            return next((message for message in new if _fits(message, what)), None)

        message = self._telegram.bell.wait(found, seconds)
        if message is None:
            raise AssertionError(f"the bot did not write {what!r} in {seconds} seconds")
        return message

    def waits_for_answer(self, press: str, seconds: float = PATIENCE) -> str:
        """Wait until a press is answered; return the text shown, often empty."""

        def found() -> Any:
            return next((query for query in self._telegram.queries.answers(self.id) if query.id == press), None)

        query = self._telegram.bell.wait(found, seconds)
        if query is None:
            raise AssertionError(f"the press was not answered in {seconds} seconds")
        return str(query.text)

    def _sends(self, content: Content, chat: GroupChat | None = None, answers: int = 0) -> Seen:
        self._acts()
        message = acts.send(self._telegram, self.id, content, chat.id if chat else None, answers)
        return seen(message, self._telegram.files)

    def _acts(self) -> None:
        self._acted = self._telegram.messages.revision


def _fits(message: Seen, what: What) -> bool:
    return what in message.text if isinstance(what, str) else bool(what(message))


def _visible(telegram: Telegram, chat_id: int) -> list[Seen]:
    with telegram.bell.lock:
        return [seen(message, telegram.files) for message in telegram.messages.of(chat_id) if not message.deleted]
