"""What a turn begins with and what it leaves to do once it is committed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.storage.outbox import Message
from dialogs.events import Event


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update, read. `message_id` is the message that was sent, or whose button was tapped (0: none)."""

    update_id: int
    chat_id: int
    event: Event | None
    message_id: int = 0
    callback_id: str = ""
    group: bool = False  # it came from a group: nothing of it was read
    joined: bool = False  # the bot was just added to that group
    sender: str = ""  # the first name, cleaned, of somebody who opened a link; empty for all else
    language: str = ""  # that of the sender's Telegram, such as "es" or "pt-br"; empty: it does not tell
    topic: int = 0  # where a private chat has topics: the one it was written in


@dataclass(frozen=True, slots=True)
class Unlocking:
    """A password to try on a file of a case: in memory alone, and lost with it."""

    chat_id: int
    case_id: str
    key: bytes = field(repr=False)
    document: int
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a committed turn left to do: messages to send, and whether work was planned."""

    messages: tuple[Message, ...] = ()
    planned: bool = False
    forgotten: int = 0  # the chat whose case was deleted
    unlocking: Unlocking | None = None
    gone: bool = False  # what is said is all there is: the case of the task is gone
    turns: tuple[tuple[str, bool], ...] = ()
    """The kind of event of each turn in it, and whether it went well."""
    anew: frozenset[int] = frozenset()  # chats that another replica may have spoken to meanwhile
    unread: frozenset[int] = frozenset()  # chats for which another replica posted: the outbox tells the order


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """What several turns of one commit left to do."""
    parts = tuple(outcomes)
    messages = tuple(message for part in parts for message in part.messages)
    turns = tuple(turn for part in parts for turn in part.turns)
    forgotten = max((part.forgotten for part in parts), default=0)
    return Outcome(messages, any(part.planned for part in parts), forgotten, turns=turns)
