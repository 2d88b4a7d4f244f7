"""Who says what was posted: settled in the commit that posted it, where several replicas are at work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.storage import speaking
from bot.storage.connection import Connection
from bot.storage.speaking import Taken
from bot.turn.outcome import Outcome


class Speakers:
    """The last word in a commit: every outcome keeps those messages alone that this replica is to say."""

    def __init__(self, replica: Callable[[], str]) -> None:
        self._replica = replica

    def settle(self, connection: Connection, results: list[Any]) -> list[Any]:
        posted: dict[int, list[int]] = defaultdict(list)
        for result in results:
            if isinstance(result, Outcome):
                for message in result.messages:
                    posted[message.chat_id].append(message.id)
                if result.forgotten:
                    speaking.call_everybody(connection, result.forgotten)
        if not posted:
            return results
        taken = speaking.take(connection, self._replica(), posted)
        return [_ours(result, taken) if isinstance(result, Outcome) else result for result in results]


def _ours(outcome: Outcome, taken: Taken) -> Outcome:
    chats = {message.chat_id for message in outcome.messages}
    said_here = tuple(each for each in outcome.messages if each.chat_id in taken.ours - taken.unread)
    return replace(outcome, messages=said_here, anew=taken.anew & chats, unread=taken.unread & chats)
