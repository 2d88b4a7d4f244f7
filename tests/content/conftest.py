"""The real content, read once, and everything it makes the bot say."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.content import Content, read_content
from dialogs.effects import Say
from tests.content.everything import everything, flat
from tests.content.telegram_html import visible

FOLDER = Path(__file__).resolve().parents[2] / "content"
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


@pytest.fixture(scope="session", params=LANGUAGES)
def content(request: pytest.FixtureRequest) -> Content:
    """The content of one language."""
    return read_content(FOLDER, request.param)


@pytest.fixture(scope="session")
def said(content: Content) -> list[Say]:
    """Everything the bot can say, as it is sent: with its leads."""
    return list(everything(content))


@pytest.fixture(scope="session")
def texts(content: Content, said: list[Say]) -> dict[str, set[str]]:
    """Every different text of every message, each alone, by its name."""
    found: dict[str, set[str]] = {}
    for say in (each for whole in said for each in flat(whole)):
        found.setdefault(say.name, set()).add(content.wording.text(say))
    return found


@pytest.fixture(scope="session")
def plain(texts: dict[str, set[str]]) -> dict[str, set[str]]:
    """The same as a patient sees it, without those that hold long words of a patient's own."""
    return {name: {seen for html in htmls if "WWW" not in (seen := visible(html))} for name, htmls in texts.items()}
