"""The chat page before a person who has just begun, as a browser sees it that was never here."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.telegram import Patient, RehearsalServer


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, server: RehearsalServer, ana: Patient) -> AsyncIterator[Page]:
    """The page as a browser sees it that was never here."""
    page = await browser.new_page()
    expect.set_options(timeout=120_000)  # a machine may be busy with other work
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    await page.goto(server.url)
    await expect(page.get_by_test_id("messages")).to_contain_text("/start")
    yield page
    await page.close()
    assert not problems
