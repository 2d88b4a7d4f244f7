"""One text on its way to Telegram, over as many tries as it takes: shown, whatever Telegram thinks of its looks."""

from __future__ import annotations

import logging
from typing import Any

from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.chat.answer import OddAnswer
from bot.chat.calls import Call
from bot.chat.lost import Lost, is_same
from bot.chat.markup import keyboard, sound
from bot.chat.parts import Part, fits, parted, read
from bot.chat.transport import NotSent
from bot.storage.outbox import Message

log = logging.getLogger(__name__)

NO_PREVIEW = {"is_disabled": True}
NEVER_CARRIED_OUT = (BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NotSent, RetryAfter)
"""After these nothing was shown. After any other trouble nobody can tell."""
GONE = ("to edit not found", "can't be edited", "no text in the message", "message_id_invalid")
"""What Telegram says of a message that cannot be edited any more, whatever the new text is."""
AS_WRITTEN, PLAIN, BARE = 0, 1, 2
"""How a text is said: with its markup; without it; without its buttons too."""


class Refused(Exception):
    """Telegram does not take this text in any form."""


class Saying:
    """Knows what of a message was shown already. `carry_out` may be called until it returns."""

    def __init__(self, call: Call, lost: Lost, message: Message, content: dict[str, Any], place: int) -> None:
        self._call, self._lost, self._message, self._content = call, lost, message, content
        self._topic = int(content.get("topic", 0))
        self._answers = int(content.get("answers", 0))
        self._place = place
        self.leaves = 0
        """The message that is taken away once this one stands further down, or 0."""
        self._form = AS_WRITTEN
        self._shown = 0
        self._newest = 0
        self.in_doubt = False
        self._doubted = False
        self._since = lost.newest(message.chat_id)

    @property
    def place(self) -> int:
        """The message whose place it took, or 0."""
        return self._place

    @property
    def asks(self) -> bool:
        """Whether it is the card of the patient's step."""
        return bool(self._content.get("asks"))

    async def carry_out(self) -> int:
        """Say it; the id of the new message, or 0 if one was edited. Raises `Refused`, or trouble that passes."""
        while True:
            try:
                return await self._say()
            except BadRequest as refusal:
                self._give_way(refusal)

    async def _say(self) -> int:
        parts = self._parts()
        if self._place and len(parts) == 1:
            await self._edit(parts[0])
            return 0
        while self._shown < len(parts):
            self._newest = await self._send(parts[self._shown], self._shown == 0, self._shown + 1 == len(parts))
            self._lost.shown(self._message.chat_id, self._newest)
            self._shown += 1
        return self._newest

    def _parts(self) -> list[dict[str, Any]]:
        """What is sent, message by message, as parameters of the Bot API."""
        html = self._content["text"]
        if self._form == AS_WRITTEN and fits(html):
            return [{"text": html, "parse_mode": ParseMode.HTML}]
        whole = read(html)
        parts = parted(whole if self._form == AS_WRITTEN else Part(whole.text))
        if not parts:
            raise Refused
        return [{"text": part.text, "entities": list(part.entities) or None} for part in parts]

    def _buttons(self) -> dict[str, Any] | None:
        rows = self._content["buttons"]
        return keyboard(rows if self._form == AS_WRITTEN else sound(rows) if self._form == PLAIN else [])

    async def _edit(self, part: dict[str, Any]) -> None:
        message = {"chat_id": self._message.chat_id, "message_id": self._place, **self._looks(part)}
        try:
            _number_of(await self._call("editMessageText", **message))
        except BadRequest as refusal:
            if not is_same(refusal):
                raise

    async def _send(self, part: dict[str, Any], first: bool, last: bool) -> int:
        looks = self._looks(part, last)
        if self.in_doubt:
            self._doubted = True
            found = await self._lost.find(self._message.chat_id, "editMessageText", self._since, **looks)
            self.in_doubt = False
            if found:
                return found
        message = {"message_thread_id": self._topic or None, "disable_notification": self._content["quiet"], **looks}
        if first:
            message["reply_parameters"] = self._reply()
        if last and (field := self._field()):
            message["reply_markup"] = field
        try:
            return _number_of(await self._call("sendMessage", chat_id=self._message.chat_id, **message))
        except NEVER_CARRIED_OUT:
            raise
        except NetworkError:
            self.in_doubt = True
            raise

    def _looks(self, part: dict[str, Any], last: bool = True) -> dict[str, Any]:
        markup = self._buttons() if last else None
        return {**part, "reply_markup": markup, "link_preview_options": NO_PREVIEW}

    def _reply(self) -> dict[str, Any] | None:
        """The message that this one is about, if it is there."""
        if not self._answers or self._form == BARE:
            return None
        return {"message_id": self._answers, "allow_sending_without_reply": True}

    def _field(self) -> dict[str, Any] | None:
        """What the empty field is to say. A message with it can never be edited, so that none whose answer was lost
        is found again: after a doubt it is said without, and so twice at most."""
        words = self._content.get("placeholder", "")
        if not words or self._content["buttons"] or self._doubted or self._form != AS_WRITTEN:
            return None
        return {"force_reply": True, "input_field_placeholder": words}

    def _give_way(self, refusal: BadRequest) -> None:
        """Choose how to say it after Telegram refused; raises the refusal where no other words would help."""
        why = refusal.message.lower()
        if "chat not found" in why:
            raise refusal
        if self._place and any(reason in why for reason in GONE):
            self._place = 0
        elif self._topic and ("thread not found" in why or "topic" in why):
            self._topic = 0
        elif self._answers and "repl" in why and "markup" not in why:
            self._answers = 0
        else:
            if self._form == AS_WRITTEN:
                log.error("Telegram refuses the message %s (%s): it is said plainly", self._message.name, _reason(why))
            if self._form == BARE:
                raise Refused from refusal
            self._form += 1


def _number_of(sent: Any) -> int:
    """The id of the message that Telegram says it has."""
    if not isinstance(sent, dict) or type(sent.get("message_id")) is not int:
        raise OddAnswer("a message without a number")
    return int(sent["message_id"])


def _reason(why: str) -> str:
    """What kind of refusal it is, without what it may quote of the text."""
    known = ("can't parse", "too long", "is empty", "button_data_invalid", "button", "reply markup", "entit")
    return next((reason for reason in known if reason in why), "for another reason")
