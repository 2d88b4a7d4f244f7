"""A message as a person sees it on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.rehearsal.telegram.entities import as_html
from bot.rehearsal.telegram.files import Files
from bot.rehearsal.telegram.messages import Message
from dialogs.words.telegram_html import Entity

FILE_KINDS = ("document", "video", "voice", "sticker")


@dataclass(frozen=True)
class Button:
    """A button below a message; it carries data for the bot, opens an address or copies a text."""

    text: str
    data: str | None
    url: str | None
    copies: str | None = None


@dataclass(frozen=True)
class Seen:
    """One bubble: `text` is the text or caption, `html` the same with its formatting."""

    chat_id: int
    message_id: int
    from_bot: bool
    text: str
    html: str
    entities: list[Entity]
    keyboard: tuple[tuple[Button, ...], ...]
    edited: bool
    date: datetime
    kind: str
    file_name: str | None
    file_id: str | None
    body: dict[str, Any]
    revision: int
    files: Files
    placeholder: str | None = None
    """What the empty field says, if the message asks for a reply."""

    @property
    def answers(self) -> int:
        """The message that this is a reply to, or 0."""
        return int(self.body.get("reply_to_message", {}).get("message_id", 0))

    @property
    def buttons(self) -> tuple[str, ...]:
        """The labels of the buttons, row by row."""
        return tuple(button.text for row in self.keyboard for button in row)

    @property
    def document(self) -> bytes | None:
        """The bytes of the document, photo or other file in the message, None if there is none."""
        file = self.files.find(self.file_id or "")
        return self.files.data(file) if file else None


def seen(message: Message, files: Files) -> Seen:
    """Return a message as it is seen."""
    body = message.body
    kind = next((known for known in ("text", "photo", *FILE_KINDS, "location", "contact") if known in body), "service")
    media: dict[str, Any] = body["photo"][-1] if kind == "photo" else body[kind] if kind in FILE_KINDS else {}
    rows = [tuple(_button(button) for button in row) for row in message.rows]
    return Seen(
        chat_id=message.chat_id,
        message_id=message.message_id,
        from_bot=message.from_bot,
        text=message.text,
        html=as_html(message.text, message.entities),
        entities=message.entities,
        keyboard=tuple(rows),
        edited="edit_date" in body,
        date=datetime.fromtimestamp(body["date"], UTC),
        kind=kind,
        file_name=media.get("file_name"),
        file_id=media.get("file_id"),
        body=body,
        revision=message.revision,
        files=files,
        placeholder=message.placeholder,
    )


def _button(button: dict[str, Any]) -> Button:
    copies = button.get("copy_text", {}).get("text")
    return Button(button["text"], button.get("callback_data"), button.get("url"), copies)
