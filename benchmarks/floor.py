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
from bot.storage import cases, errands, outbox, work
from bot.storage.cases import StoredCase
from bot.storage.outbox import Delivery, Message

remembered: dict[int, StoredCase] = {}
numbers = count(1)


class NoDatabase:
    """In the place of the writer: runs the same functions at once, over a dictionary."""

    def __init__(self, *_: object) -> None: ...

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


def delivered(_: object, deliveries: list[Delivery]) -> None:
    for delivery in deliveries:
        stored = remembered.get(delivery.message.chat_id)
        if stored and delivery.message_id > stored.latest_message:
            remembered[stored.chat_id] = replace(stored, latest_message=delivery.message_id)


async def rests(*_: object) -> None:
    """What goes round over a database has nothing to go round."""
    await asyncio.Event().wait()


async def is_done(*_: object) -> None: ...


def nothing(result: Any) -> Callable[..., Any]:
    return lambda *_, **__: result


def main() -> None:
    cases.take_update, cases.find = nothing(True), lambda _, chat_id: remembered.get(chat_id)
    cases.add = cases.save = keep
    cases.unknown_documents, cases.forget_updates = nothing(set()), nothing(False)
    outbox.post, outbox.delivered, outbox.message_in = post, delivered, nothing(0)
    outbox.newest, outbox.chats_waiting = nothing(0), nothing([])
    work.plan = work.drop = work.release_all = nothing(None)
    work.claim = work.claim_in_turn = nothing([])
    errands.held_by = nothing([])
    for goes_round in (bot.parts.Tidying, bot.parts.Rounds, bot.parts.Timekeeping):
        goes_round.run = rests  # type: ignore[method-assign]
    bot.parts.Deletions.repeat = is_done  # type: ignore[method-assign,assignment]
    bot.parts.Writer = NoDatabase  # type: ignore[misc,assignment]
    bot.app.start(read_settings())


if __name__ == "__main__":
    main()
