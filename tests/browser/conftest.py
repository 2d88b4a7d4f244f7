"""The chat page before a person who has just begun, as a browser sees it that was never here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.telegram import Patient, RehearsalServer

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def screen() -> dict[str, Any]:
    """How large the page is, and how fine."""
    return {}


@pytest_asyncio.fixture(loop_scope="session")
async def new_page(browser: Browser, screen: dict[str, Any], request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A page of a browser that was never here; where a test fails, what stood in the chat is printed with it."""
    page = await browser.new_page(**screen)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    if request.node.stash.get(FAILED, False):
        for message in await page.get_by_test_id("message").all():
            print(await message.get_attribute("data-from"), await message.inner_text(), sep=": ")
    await page.close()
    assert not problems


@pytest_asyncio.fixture(loop_scope="session")
async def page(new_page: Page, server: RehearsalServer, ana: Patient) -> Page:
    await new_page.goto(server.url)
    await expect(new_page.get_by_test_id("messages")).to_contain_text("/start")
    return new_page
