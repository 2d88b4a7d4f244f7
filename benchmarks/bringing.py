"""The stand-in for Telegram as it brings updates to a webhook: to one replica after another, as a balancer would."""

from __future__ import annotations

import argparse
import asyncio
import json
from itertools import cycle
from typing import Any

import aiohttp

from benchmarks.people import Person
from benchmarks.standin import ASKED, StandIn, parser, serve

SECRET = "a" * 32
TRY_EVERY = 0.2
"""Seconds until an update that nobody took is brought again."""


class Bringing(StandIn):
    """Brings every update itself, until it is taken; begins when all replicas are up."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options)
        self.ports = cycle(options.to)
        ASKED["getWebhookInfo"] = {
            "url": f"http://127.0.0.1:{options.to[0]}/telegram",
            "has_custom_certificate": False,
            "pending_update_count": 0,
        }
        self.session: aiohttp.ClientSession | None = None

    async def play(self) -> None:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as self.session:
            for port in self.options.to:
                await self._is_up(port)
            self.started.set()
            await super().play()

    def act(self, person: Person) -> None:
        super().act(person)
        update = self.waiting.pop(self.update_id)
        update.pop("person")
        person.asked_at = asyncio.get_running_loop().time()
        self.handed += 1
        bringing = asyncio.create_task(self._bring(update))
        self.tasks.append(bringing)
        bringing.add_done_callback(self.tasks.remove)

    async def _bring(self, update: dict[str, Any]) -> None:
        assert self.session
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        body = json.dumps(update)
        while True:
            address = f"http://127.0.0.1:{next(self.ports)}/telegram"
            async with self.session.post(address, data=body, headers=headers) as answer:
                if answer.status == 200:
                    return
            await asyncio.sleep(TRY_EVERY)

    async def _is_up(self, port: int) -> None:
        assert self.session
        while True:
            try:
                async with self.session.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass  # it is just starting
            await asyncio.sleep(TRY_EVERY)


if __name__ == "__main__":
    options = parser(__doc__)
    options.add_argument("--to", type=int, nargs="+", required=True, help="the replicas' ports")
    asyncio.run(serve(Bringing(options.parse_args())))
