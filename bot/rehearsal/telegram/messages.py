"""Every message of every chat, with what was changed and deleted later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.rehearsal.telegram.shelf import Shelf
from dialogs.words.telegram_html import Entity

Body = dict[str, Any]


@dataclass(frozen=True)
class Message:
    """One bubble in a chat; `body` is the Telegram Message, `revision` grows with every change anywhere."""

    chat_id: int
    message_id: int
    from_bot: bool
    body: Body
    revision: int = 0
    deleted: bool = False
    placeholder: str | None = None
    """What the empty field says while this asks for a reply; the bot never sees it again, and cannot edit this."""
    had: Sequence[str] = ()
    """The data of buttons it had before a change: who has not seen the change yet can still press them."""

    @property
    def text(self) -> str:
        """The text or the caption."""
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def entities(self) -> list[Entity]:
        """The formatted parts of the text or the caption."""
        entities: list[Entity] = self.body.get("entities") or self.body.get("caption_entities") or []
        return entities

    @property
    def above(self) -> Body:
        """The message as it is shown above a reply to it: without what it replies to itself."""
        return {key: value for key, value in self.body.items() if key != "reply_to_message"}

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """The rows of buttons below the message."""
        rows: list[list[dict[str, Any]]] = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def presses(self) -> list[str]:
        """The data of its buttons, of those that tell the bot when they are pressed."""
        return [button["callback_data"] for row in self.rows for button in row if "callback_data" in button]


class Messages:
    """The chats' histories; message ids count up in each chat and are never used again."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._chats: dict[int, dict[int, Message]] = {}
        self.revision = 0
        kept = [Message(**value) for value in shelf.all("message")]
        for message in sorted(kept, key=lambda message: message.message_id):
            self._chats.setdefault(message.chat_id, {})[message.message_id] = message
            self.revision = max(self.revision, message.revision)

    def add(
        self, chat: dict[str, Any], sender: dict[str, Any], date: int, content: Body, placeholder: str | None = None
    ) -> Message:
        """Put a new message at the end of a chat."""
        history = self._chats.setdefault(chat["id"], {})
        message_id = max(history, default=0) + 1
        body = {"message_id": message_id, "from": sender, "chat": chat, "date": date, **content}
        return self._keep(Message(chat["id"], message_id, bool(sender["is_bot"]), body, placeholder=placeholder))

    def change(self, message: Message, body: Body) -> Message:
        """Show a message with another content."""
        return self._keep(replace(message, body=body, had=tuple(dict.fromkeys((*message.had, *message.presses)))))

    def delete(self, message: Message) -> Message:
        """Take a message out of its chat for everyone."""
        return self._keep(replace(message, deleted=True))

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """Return a message that can still be seen."""
        message = self._chats.get(chat_id, {}).get(message_id)
        return message if message and not message.deleted else None

    def of(self, chat_id: int, after: int = 0) -> list[Message]:
        """Return the messages of a chat that changed after a revision, deleted ones too, oldest first."""
        return [message for message in list(self._chats.get(chat_id, {}).values()) if message.revision > after]

    def everywhere(self) -> list[Message]:
        """Return the messages of all chats, deleted ones too."""
        return [message for history in self._chats.values() for message in history.values()]

    def forget(self, chat_id: int) -> list[Message]:
        """Return the messages of a chat, which nobody will see again, and keep none of them."""
        forgotten = list(self._chats.pop(chat_id, {}).values())
        for message in forgotten:
            self._shelf.drop("message", f"{chat_id}:{message.message_id}")
        return forgotten

    def touched(self) -> int:
        """Count one change and return the new revision."""
        self.revision += 1
        return self.revision

    def _keep(self, message: Message) -> Message:
        message = replace(message, revision=self.touched())
        self._chats[message.chat_id][message.message_id] = message
        self._shelf.put("message", f"{message.chat_id}:{message.message_id}", asdict(message))
        return message
