"""Our own bot with its database taken out: what the conversation costs by itself. It forgets everything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import bot.app
import bot.parts
from bot.settings import read_settings
from bot.storage import accesses, cases, errands, outbox, work
from bot.storage.cases import StoredCase
from bot.storage.outbox import Delivery, Message
from bot.storage.taking import Taking
from bot.upkeep.deletions import Deletions
from bot.upkeep.retention import Retention
from bot.upkeep.rounds import Rounds
from bot.upkeep.tidying import Tidying
from bot.upkeep.timekeeping import Timekeeping

remembered: dict[int, StoredCase] = {}
numbers = count(1)


class NoDatabase:
    """In the place of the writer: runs the same functions at once, over a dictionary."""

    def __init__(self, *_: object) -> None:
        self.taking = Taking()

    async def run(self, do: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return do(None, *args, **kwargs)

    run_along = run

    async def until_displaced(self) -> None:
        await rests()

    keep_moving = until_displaced

    def close(self) -> None: ...


def keep(_: object, stored: StoredCase, *__: object) -> None:
    remembered[stored.chat_id] = stored


def post(
    _: object,
    chat_id: int,
    kind: str,
    name: str,
    content: str,
    now: object,
    slot: str = "",
    urgency: int = 1,
    *__: object,
) -> Message:
    return Message(next(numbers), chat_id, kind, name, slot, content, urgency)


def delivered(_: object, deliveries: list[Delivery], *__: object) -> set[int]:
    for delivery in deliveries:
        stored = remembered.get(delivery.message.chat_id)
        if stored and delivery.message_id > stored.latest_message:
            remembered[stored.chat_id] = replace(stored, latest_message=delivery.message_id)
    return set()


async def rests(*_: object) -> None:
    """What goes round over a database has nothing to go round."""
    await asyncio.Event().wait()


async def is_done(*_: object) -> None: ...


def nothing(result: Any) -> Callable[..., Any]:
    return lambda *_, **__: result


INSTEAD: dict[Any, dict[str, Any]] = {
    cases: {
        "take_update": nothing(True),
        "find": lambda _, chat_id: remembered.get(chat_id),
        "add": keep,
        "save": keep,
        "unknown_documents": nothing(set()),
        "count_failure": nothing(0),
        **dict.fromkeys(("acted", "mark_failed", "forget_updates"), nothing(None)),
    },
    outbox: {
        "post": post,
        "delivered": delivered,
        "move": lambda _, messages, *__: tuple(messages),
        **dict.fromkeys(("message_in", "newest", "latest_message"), nothing(0)),
        **dict.fromkeys(("chats_waiting", "waiting"), nothing([])),
    },
    work: {
        **dict.fromkeys(("plan", "drop", "release_all"), nothing(None)),
        **dict.fromkeys(("claim", "claim_in_turn"), nothing([])),
    },
    errands: {"held_by": nothing([]), "language_of": nothing("")},
    accesses: {"of": nothing([]), "note": nothing(None)},
}
"""What a turn, and those who speak and work, ask of the database; and what stands in the place of each."""


def main() -> None:
    for module, functions in INSTEAD.items():
        for name, function in functions.items():
            setattr(module, name, function)
    for goes_round in (Tidying, Rounds, Timekeeping, Retention):
        setattr(goes_round, "run", rests)  # noqa: B010 # in the place of a method
    setattr(Deletions, "repeat", is_done)  # noqa: B010
    setattr(bot.parts, "Writer", NoDatabase)  # noqa: B010
    bot.app.start(read_settings())


if __name__ == "__main__":
    main()
