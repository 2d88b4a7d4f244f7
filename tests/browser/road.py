"""What goes between the page and the rehearsal, and between the bot and its Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import aiohttp
from playwright.async_api import Page, Route, ViewportSize

from tests.telegram import RehearsalServer

PHONE: ViewportSize = {"width": 390, "height": 844}


@dataclass
class Road:
    """The way from the page to the rehearsal: open, cut, or with something broken behind it."""

    state: str = "open"

    @classmethod
    async def on(cls, page: Page, where: str) -> Road:
        road = cls()
        await page.route(where, road.carry)
        return road

    async def carry(self, route: Route) -> None:
        if self.state == "cut":
            await route.abort()
        elif self.state == "broken":
            await route.fulfill(status=500, body="Internal Server Error")
        else:
            await route.continue_()


async def asks(server: RehearsalServer, method: str, **parameters: Any) -> Any:
    """Let the bot ask its Telegram for something; what it is answered."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/bot{server.token}/{method}", json=parameters) as answer,
    ):
        assert answer.status == 200, await answer.text()
        return (await answer.json())["result"]
