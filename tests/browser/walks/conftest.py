"""The rehearsal as somebody has it who starts it without a token, and its page in a browser."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page

from tests.browser.walks.walking import PATIENCE, PICTURES
from tests.system.forked import Forked
from tests.system.rehearsed import fork_its_bots
from tests.system.running import until


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the rehearsal is open that is started without a token."""
    data, home = {"DATA_DIR": str(tmp_path / "data")}, {"HOME": str(tmp_path)}  # the page names it, as in every home
    settings = {**data, **home, "REHEARSAL_PORT": "0", "OPEN_BROWSER": "false", "TELEGRAM_TOKEN": ""}
    said = tmp_path / "said"
    rehearsal = Forked({**os.environ, **settings}, said, err=Path(os.devnull), before=fork_its_bots)
    until(lambda: said.exists() and said.read_text("utf-8").endswith("\n"), "it says where it is open")
    yield next(word for word in said.read_text("utf-8").split() if word.startswith("http://127.0.0.1:"))
    rehearsal.send_signal(signal.SIGTERM)
    assert rehearsal.wait(PATIENCE / 1000) == 0


@pytest.fixture
def screen() -> dict[str, Any]:
    """Nothing fades in: it would be drawn again and again, and each tap waits until what it taps stands still."""
    size = {"viewport": {"width": 1180, "height": 860}, "device_scale_factor": 2 if PICTURES else 1}
    return {**size, "reduced_motion": "reduce"}


@pytest_asyncio.fixture(loop_scope="session")
async def page(address: str, new_page: Page) -> Page:
    new_page.set_default_timeout(PATIENCE)
    await new_page.goto(address)
    return new_page
