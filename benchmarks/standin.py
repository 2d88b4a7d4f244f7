"""A light stand-in for the Bot API that also plays the people. It checks nothing: the rehearsal does that.

Prints its port, then "begin" when the measured time starts, then one line of JSON when it is over.
A person acts again as soon as the bot has answered (closed loop), or at a fixed rate whoever waits (open loop). One
person in a closed loop makes every bot poll exactly once a turn.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from contextlib import suppress
from typing import Any

from aiohttp import web

from benchmarks.people import Person

ME = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "bench_bot", "can_join_groups": False}
ASKED: dict[str, object] = {
    "getMe": ME,
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}
"""What a bot asks about itself at its start."""
REPLIES = {"sendMessage", "editMessageText"}
LOST_AFTER = 10.0
"""Seconds without an answer after which a person gives up and counts the turn as lost."""


class StandIn:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.people = [Person(1000 + number, random.Random(number)) for number in range(options.people)]
        self.by_chat = {person.id: person for person in self.people}
        self.waiting: dict[int, dict[str, Any]] = {}
        self.arrived = asyncio.Event()
        self.update_id = self.message_id = 0
        self.tasks: list[asyncio.Task[None]] = []
        self.latencies: list[float] = []
        self.handed = self.lost = self.calls = 0
        self.started = asyncio.Event()
        self.first_answer_at = 0.0

    async def serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        body: Any = {}
        if request.content_type == "application/json":
            body = await request.json()
        elif request.can_read_body:
            body = await request.post()
        values = {**request.query, **body}
        self.calls += 1
        if method == "getUpdates":
            return self.answer(await self.updates(int(values.get("offset") or 0), float(values.get("timeout") or 0)))
        if self.options.latency_ms:
            await asyncio.sleep(self.options.latency_ms / 1000)
        if method in ASKED:
            return self.answer(ASKED[method])
        if method not in REPLIES:
            return self.answer(True)
        return self.answer(self.reply(values))

    @staticmethod
    def answer(result: object) -> web.Response:
        return web.json_response({"ok": True, "result": result})

    async def updates(self, offset: int, seconds: float) -> list[dict[str, Any]]:
        self.started.set()
        for known in [number for number in self.waiting if number < offset]:
            del self.waiting[known]
        if not self.waiting:
            self.arrived.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self.arrived.wait()
        now = time.perf_counter()
        batch = list(self.waiting.values())[:100]
        for update in batch:
            person = self.by_chat[update.pop("person")] if "person" in update else None
            if person:
                person.asked_at = now
                self.handed += 1
        return batch

    def reply(self, values: dict[str, Any]) -> dict[str, Any]:
        chat_id = int(values["chat_id"])
        person = self.by_chat[chat_id]
        edited = values.get("message_id")
        if not edited:
            self.message_id += 1
        message_id = int(edited) if edited else self.message_id
        markup = values.get("reply_markup")
        markup = json.loads(markup) if isinstance(markup, str) else markup
        if markup and "inline_keyboard" in markup:
            person.message_id = message_id
            person.keyboard, person.text = markup, values["text"]
            person.buttons = [
                button["callback_data"]
                for row in markup["inline_keyboard"]
                for button in row
                if "callback_data" in button
            ]
        self.first_answer_at = self.first_answer_at or time.time()
        if person.asked_at:
            self.latencies.append(time.perf_counter() - person.asked_at)
            person.asked_at = 0.0
            if not self.options.rate:
                self.act(person)
        chat = {"id": chat_id, "type": "private", "first_name": "P"}
        message = {"message_id": message_id, "date": int(time.time()), "chat": chat, "from": ME, "text": values["text"]}
        return {**message, "reply_markup": markup} if markup else message

    def act(self, person: Person) -> None:
        """Hand over this person's next update: a tap on one of the newest buttons, or a text."""
        self.update_id += 1
        taps = self.options.acts == "taps"
        update = person.taps(self.update_id) if taps else None
        if update is None:
            self.message_id += 1
            update = person.writes("/start" if taps else "hello", self.message_id)
        self.waiting[self.update_id] = {"update_id": self.update_id, "person": person.id, **update}
        self.arrived.set()

    async def play(self) -> None:
        await self.started.wait()
        if self.options.rate:
            self.tasks.append(asyncio.create_task(self.keep_the_pace()))
        else:
            for person in self.people:
                self.act(person)
        self.tasks.append(asyncio.create_task(self.notice_the_lost()))
        await asyncio.sleep(self.options.warm_up)
        self.latencies.clear()
        self.handed = self.calls = self.lost = 0
        print("begin", flush=True)
        began = time.perf_counter()
        await asyncio.sleep(self.options.seconds)
        took, turns = time.perf_counter() - began, len(self.latencies)
        ordered = sorted(self.latencies) or [0.0]

        def percentile(part: float) -> float:
            return round(ordered[min(len(ordered) - 1, int(part * len(ordered)))] * 1000, 2)

        result = {
            "turns": turns,
            "turns_per_second": round(turns / took, 1),
            "calls_per_turn": round(self.calls / max(1, turns), 2),
            "lost": self.lost,
            "p50_ms": percentile(0.5),
            "p95_ms": percentile(0.95),
            "p99_ms": percentile(0.99),
            "first_answer_at": self.first_answer_at,
        }
        print(json.dumps(result), flush=True)

    async def keep_the_pace(self) -> None:
        """Let a free person act at every tick; when nobody is free, the tick is lost, and counted."""
        tick, number = time.perf_counter(), 0
        while True:
            tick += 1 / self.options.rate
            await asyncio.sleep(max(0.0, tick - time.perf_counter()))
            number += 1
            person = self.people[number % len(self.people)]
            if person.asked_at:
                self.lost += 1
            else:
                self.act(person)

    async def notice_the_lost(self) -> None:
        while True:
            await asyncio.sleep(1)
            for person in self.people:
                if person.asked_at and time.perf_counter() - person.asked_at > LOST_AFTER:
                    self.lost += 1
                    person.asked_at, person.buttons = 0.0, []
                    if not self.options.rate:
                        self.act(person)


def parser(description: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--people", type=int, default=1)
    parser.add_argument("--rate", type=float, default=0, help="turns a second, open loop; 0: closed loop")
    parser.add_argument("--acts", choices=("taps", "texts"), default="taps")
    parser.add_argument("--latency-ms", type=float, default=0)
    parser.add_argument("--warm-up", type=float, default=2)
    parser.add_argument("--seconds", type=float, default=5)
    return parser


async def serve(stand_in: StandIn) -> None:
    """Print the port, play, and go on answering until the process is ended."""
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", stand_in.serve)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await stand_in.play()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(StandIn(parser(__doc__).parse_args())))
