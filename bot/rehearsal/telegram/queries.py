"""Presses of buttons, which the bot has 150 seconds to answer."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, replace

from bot.rehearsal.telegram.refusals import old_query
from bot.rehearsal.telegram.shelf import Shelf

LIFE = 150


@dataclass(frozen=True)
class Query:
    """A press of a button and, later, its answer; `revision` says when the answer came."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    data: str
    at: int
    answered: bool = False
    text: str = ""
    alert: bool = False
    revision: int = 0


class Queries:
    """The presses that can still be answered, and the answers just given."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known = {kept["id"]: Query(**kept) for kept in shelf.all("query")}

    def press(self, person_id: int, chat_id: int, message_id: int, data: str, now: int) -> Query:
        """Note a press; the button turns until it is answered."""
        for old in [query for query in self._known.values() if now - query.at > LIFE]:
            del self._known[old.id]
            self._shelf.drop("query", old.id)
        query = Query(str(secrets.randbits(62)), person_id, chat_id, message_id, data, now)
        return self._keep(query)

    def answer(self, query_id: str, text: str, alert: bool, now: int, revision: int) -> None:
        """Answer a press once, in time; anything else is refused."""
        query = self._known.get(query_id)
        if query is None or query.answered or now - query.at > LIFE:
            raise old_query()
        self._keep(replace(query, answered=True, text=text, alert=alert, revision=revision))

    def open(self, person_id: int, now: int) -> list[Query]:
        """Return a person's presses that still wait for their answer."""
        return [
            query
            for query in self._known.values()
            if query.person_id == person_id and not query.answered and now - query.at <= LIFE
        ]

    def answers(self, person_id: int, after: int = 0) -> list[Query]:
        """Return the answers a person got after a revision."""
        mine = [query for query in self._known.values() if query.person_id == person_id and query.answered]
        return sorted((query for query in mine if query.revision > after), key=lambda query: query.revision)

    def _keep(self, query: Query) -> Query:
        self._known[query.id] = query
        self._shelf.put("query", query.id, asdict(query))
        return query
