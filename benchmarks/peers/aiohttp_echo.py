"""No library at all: the floor under every bot in Python."""

from __future__ import annotations

import asyncio
import os

import aiohttp


async def main() -> None:
    address = f"{os.environ['TELEGRAM_API_URL']}/bot{os.environ['TELEGRAM_TOKEN']}"
    offset, sending = 0, set()
    async with aiohttp.ClientSession() as session:

        async def echo(chat_id: int, text: str) -> None:
            async with session.post(f"{address}/sendMessage", json={"chat_id": chat_id, "text": text}) as answer:
                await answer.json()

        while True:
            async with session.post(f"{address}/getUpdates", json={"offset": offset, "timeout": 30}) as answer:
                updates = (await answer.json())["result"]
            for update in updates:
                offset = update["update_id"] + 1
                task = asyncio.create_task(echo(update["message"]["chat"]["id"], update["message"]["text"]))
                sending.add(task)
                task.add_done_callback(sending.discard)


if __name__ == "__main__":
    asyncio.run(main())
