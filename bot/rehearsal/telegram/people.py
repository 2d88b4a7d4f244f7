"""The people and groups of the rehearsal, and the bot itself, as Telegram describes them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.rehearsal.telegram.refusals import bad_request, forbidden
from bot.rehearsal.telegram.shelf import Shelf

BOT = {"id": 7_100_200_300, "is_bot": True, "first_name": "Rehearsal", "username": "rehearsal_bot"}


@dataclass(frozen=True)
class Person:
    """Someone with a Telegram of their own; `started` once they wrote to the bot, `gone` once they left for good."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "en"
    started: bool = False
    blocked: bool = False
    gone: bool = False

    def user(self) -> dict[str, Any]:
        """Return the person as a Telegram User."""
        fields = asdict(self)
        known = {name: fields[name] for name in ("id", "first_name", "last_name", "username", "language_code")}
        return {"is_bot": False, **{name: value for name, value in known.items() if value is not None}}

    def chat(self) -> dict[str, Any]:
        """Return the person's private chat with the bot as a Telegram Chat."""
        user = self.user()
        return {"type": "private"} | {key: user[key] for key in user if key not in {"is_bot", "language_code"}}


@dataclass(frozen=True)
class Group:
    """A group chat; the bot hears it while it is a member."""

    id: int
    title: str
    bot_is_member: bool = False

    def chat(self) -> dict[str, Any]:
        """Return the group as a Telegram Chat."""
        return {"id": self.id, "type": "supergroup", "title": self.title}


class People:
    """Everyone there is, by chat id; a private chat has the id of its person."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.persons = {kept["id"]: Person(**kept) for kept in shelf.all("person")}
        self.groups = {kept["id"]: Group(**kept) for kept in shelf.all("group")}

    @property
    def present(self) -> list[Person]:
        """Everyone who has not left, in the order in which they joined."""
        return [person for person in self.persons.values() if not person.gone]

    def join(self, first_name: str, last_name: str | None, username: str | None, language_code: str | None) -> Person:
        """Add a person; every other id is above 2^32, as on Telegram, to catch 32-bit mistakes."""
        number = len(self.persons) + 1
        person_id = (6_000_000_000 if number % 2 else 600_000_000) + number
        return self.keep(Person(person_id, first_name, last_name, username, language_code))

    def keep(self, person: Person) -> Person:
        """Remember a person as they are now."""
        self.persons[person.id] = person
        self._shelf.put("person", person.id, asdict(person))
        return person

    def gather(self, title: str) -> Group:
        """Add a group that the bot is not in yet."""
        return self.keep_group(Group(-1_002_000_000_000 - len(self.groups) - 1, title))

    def keep_group(self, group: Group) -> Group:
        """Remember a group as it is now."""
        self.groups[group.id] = group
        self._shelf.put("group", group.id, asdict(group))
        return group

    def started(self, person_id: int) -> Person:
        """Note that a person wrote to the bot, which may answer from now on."""
        return self.keep(replace(self.persons[person_id], started=True))

    def speaks(self, person_id: int, language_code: str) -> Person:
        """Note in which language a person's Telegram is from now on."""
        return self.keep(replace(self.persons[person_id], language_code=language_code or None))

    def chat(self, chat_id: int) -> dict[str, Any]:
        """Return the chat with this id as a Telegram Chat."""
        known = self.persons.get(chat_id) or self.groups.get(chat_id)
        if known is None:
            raise bad_request("chat not found")
        return known.chat()

    def reachable(self, chat_id: int) -> dict[str, Any]:
        """Return a chat the bot may write to; a `Refusal` says why it may not."""
        chat = self.chat(chat_id)
        person, group = self.persons.get(chat_id), self.groups.get(chat_id)
        if person and person.blocked:
            raise forbidden("bot was blocked by the user")
        if person and not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        if group and not group.bot_is_member:
            raise forbidden("bot is not a member of the supergroup chat")
        return chat
