"""A Telegram that plays the people of a day, and gives files, some of them drop by drop."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

from tests.makers import made

ME = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}
LONGEST = 240
DROP = 0.5
"""Seconds between two bytes of a slow download."""


@dataclass
class Telegram:
    """Hands over updates, takes what is said, and gives files, some of them drop by drop."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    said: dict[int, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    numbers: Any = field(default_factory=lambda: count(1))
    slow: int = 0
    """How many of the next downloads are slow."""
    paper: bytes = field(default_factory=made.a_pdf)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        body = await request.json() if request.content_type == "application/json" else await request.post()
        values = {**request.query, **body}
        if method == "getUpdates":
            return web.json_response({"ok": True, "result": await self._updates(int(values.get("offset") or 0))})
        if method == "getFile":
            file = {"file_id": values["file_id"], "file_unique_id": "u", "file_path": "documents/file.pdf"}
            return web.json_response({"ok": True, "result": file})
        if "chat_id" in values and method.startswith(("send", "edit")) and method != "sendChatAction":
            return web.json_response({"ok": True, "result": self._take(int(values["chat_id"]), values)})
        return web.json_response({"ok": True, "result": ME if method == "getMe" else True})

    async def give(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": str(len(self.paper))})
        await response.prepare(request)
        sent = 0
        if self.slow > 0:
            self.slow -= 1
            while sent < len(self.paper) - 1 and request.transport and not request.transport.is_closing():
                await response.write(self.paper[sent : sent + 1])
                sent += 1
                await asyncio.sleep(DROP)
        with suppress(ConnectionError):  # whoever fetches it may have been stopped
            await response.write(self.paper[sent:])
        return response

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        self.updates = [each for each in self.updates if each["update_id"] >= offset]
        if not self.updates:
            self.arrived.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(10):
                    await self.arrived.wait()
        return self.updates[:100]

    def _take(self, chat_id: int, values: dict[str, Any]) -> dict[str, Any]:
        self.said[chat_id].append((time.perf_counter(), str(values.get("text", "a file"))))
        self.heard.set()
        message_id = int(values.get("message_id") or next(self.numbers))
        return {"message_id": message_id, "date": int(time.time()), "chat": {"id": chat_id, "type": "private"}}

    def hand_over(self, chat_id: int, **content: Any) -> None:
        person = {"id": chat_id, "is_bot": False, "first_name": "P", "language_code": "en"}
        chat = {"id": chat_id, "type": "private", "first_name": "P"}
        message = {"message_id": next(self.numbers), "date": int(time.time()), "chat": chat, "from": person}
        update: dict[str, Any] = {"update_id": next(self.numbers)}
        if "data" in content:
            card = message | {"from": ME, "text": "…"}
            tap = {"id": str(update["update_id"]), "from": person, "message": card, "chat_instance": "1"}
            update["callback_query"] = tap | content
        else:
            update["message"] = message | content
        self.updates.append(update)
        self.arrived.set()

    def sends_a_file(self, chat_id: int) -> None:
        number = next(self.numbers)
        document = {"file_id": f"f{number}", "file_unique_id": f"u{number}", "file_name": f"{number}.pdf"}
        self.hand_over(chat_id, document=document | {"file_size": len(self.paper)})

    async def hears(self, chat_id: int, since: int, what: str = "") -> float:
        """When a chat was told something, or something with these words, beyond what it had been told before."""
        async with asyncio.timeout(LONGEST):
            while True:
                for at, text in self.said[chat_id][since:]:
                    if what in text:
                        return at
                self.heard.clear()
                await self.heard.wait()

    async def asks(self, chat_id: int, what: str = "", **content: Any) -> float:
        """Seconds until somebody who does something is answered."""
        since, began = len(self.said[chat_id]), time.perf_counter()
        self.hand_over(chat_id, **content)
        return await self.hears(chat_id, since, what) - began
