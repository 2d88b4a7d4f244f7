"""Whoever carries messages to a chat, as the speaker sees them."""

from __future__ import annotations

from typing import Protocol

from bot.storage.outbox import Delivery, Message


class NotYet(Exception):
    """A message did not get through, and may at the next try: `wait` seconds from now, if we were asked to wait."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class Carrier(Protocol):
    """Carries one message of a chat at a time, as often as it takes."""

    doubts_until: int
    """The last message of the time before: it, or one before it, may have been shown when we were killed."""

    doubts: set[int]
    """Messages that another replica may have shown before it died."""

    async def hand_over(self, message: Message) -> int:
        """Carry one message, or hear that it will never be taken; the id of the new message, or 0. Raises `NotYet`."""

    async def answer(self, callback_id: str) -> None:
        """Say that a tap was felt; a refusal does not matter."""

    async def failing(self) -> tuple[float, float]:
        """For how many seconds nothing got through, and how many are well."""

    def may_be_shown(self, message: Message) -> bool:
        """Whether a message may stand in the chat though nobody told us."""

    def forget_message(self, message: Message) -> None:
        """A message is done with."""

    def forget(self, chat_id: int) -> None:
        """A case was deleted: nothing of its chat is remembered."""

    def begin_anew(self, chat_id: int) -> None:
        """Somebody else may have spoken to a chat: the database knows better than we what stands there."""

    def noted(self, delivery: Delivery) -> None:
        """The database knows of a delivery, and can be asked where it stands."""

    async def stop(self) -> None:
        """Nothing is carried any more."""
