"""The part of the bot that speaks: a speaker with everything it needs, and what it told."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram.ext import ExtBot

from bot.chat.calls import Calls
from bot.chat.limiter import Limiter
from bot.chat.postman import Postman
from bot.chat.transport import Transport
from bot.papers.papers import File, Paper
from bot.post.pace import Pace
from bot.post.speaker import Speaker
from bot.storage import cases, outbox, written
from bot.storage.cases import StoredCase
from bot.storage.outbox import Message
from bot.storage.sealing import sealed_with
from bot.storage.writer import Writer
from bot.vault.seals import Owner
from dialogs.case.case import Case
from tests.ready import ready_database
from tests.sealing import SEALS, key_of
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class Desk:
    """Takes what is to be said, has it said, and hears of chats that are gone and of sheets that failed."""

    def __init__(self, telegram: RehearsalServer, file: Path) -> None:
        engine = sealed_with(ready_database(file), SEALS)
        self.file, self.writer = file, Writer(engine)
        self.transport, self.polling_transport = Transport(read_timeout=2), Transport(connections=1)
        self.pace = Pace(30)
        self.bot = ExtBot(
            telegram.token,
            base_url=f"{telegram.url}/bot",
            base_file_url=f"{telegram.url}/file/bot",
            request=self.transport,
            get_updates_request=self.polling_transport,
            rate_limiter=Limiter(self.pace),
        )
        self.gone: list[int] = []
        self.failed: list[int] = []
        self.speaker = self._new_speaker()

    async def opens(self) -> None:
        await self.transport.initialize()
        await self.speaker.start()

    async def speaks_again(self) -> None:
        """A new speaker, which knows only what was stored, takes up what waits."""
        self.speaker = self._new_speaker()
        await self.speaker.start()

    async def closes(self) -> None:
        await self.speaker.stop(seconds=0)
        await self.transport.shutdown()
        await asyncio.to_thread(self.writer.close)

    async def make_sheet(self, _: int, content: Mapping[str, Any]) -> Paper:
        if content["sheet"].get("broken"):
            raise RuntimeError("on purpose")
        return Paper((File(content["file_name"], b"%PDF-1.7 a sheet"),))

    async def hear_gone(self, chat_id: int, unsaid: str) -> None:
        self.gone.append(chat_id)

    async def hear_failed(self, chat_id: int) -> None:
        self.failed.append(chat_id)

    async def knows(self, person: Patient) -> None:
        """The person has a case, which knows their newest message."""
        case_id = f"{person.id:032x}"
        await self.writer.run(
            cases.add, StoredCase(case_id, person.id, key_of(case_id), Case(), person.messages[-1].message_id), NOW
        )

    async def message(self, chat_id: int, kind: str, content: object, slot: str = "") -> Message:
        """A message that is committed, and that the speaker has not heard of."""
        return await self.writer.run(outbox.post, chat_id, kind, "a_name", json.dumps(content), NOW, slot)

    async def writes(self, person: Patient, *texts: str, slot: str = "", edit: int = 0) -> list[Message]:
        """Texts that are committed, and that the speaker has not heard of."""
        more = {"buttons": [[["Go on", "aside/continue"]]], "edit": edit, "quiet": False}
        return [await self.message(person.id, "say", {"text": text, **more}, slot) for text in texts]

    async def says(self, person: Patient, *texts: str, slot: str = "", edit: int = 0) -> None:
        self.speaker.post(await self.writes(person, *texts, slot=slot, edit=edit))

    async def posts(self, chat_id: int, kind: str, content: object) -> None:
        """A message of another kind: a sheet to make, a group to leave."""
        self.speaker.post([await self.message(chat_id, kind, content)])

    async def waiting(self) -> list[Message]:
        return await self.writer.run(outbox.waiting)

    async def all_said(self) -> None:
        """Wait until nothing waits in the outbox."""
        await eventually(lambda: self.rows("SELECT count(*) FROM outbox") == [(0,)], "all is said")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Read from the database beside the bot: what is committed."""
        with closing(sqlite3.connect(self.file)) as database:
            return database.execute(query).fetchall()

    def cases(self) -> list[Case]:
        """The cases that are committed, opened."""
        rows = self.rows("SELECT id, key, state FROM cases")
        return [written.opened(SEALS, Owner(case_id, key), state) for case_id, key, state in rows]

    def _new_speaker(self) -> Speaker:
        papers = dict.fromkeys(("sheet", "packet_piece", "export"), self.make_sheet)
        postman = Postman(self.bot, Calls(self.bot), self.writer, papers, self.hear_gone, self.hear_failed)
        return Speaker(postman, self.pace, self.writer)


def shown(person: Patient) -> list[str]:
    return [message.text for message in person.bot_messages]
