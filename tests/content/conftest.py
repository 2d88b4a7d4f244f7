"""The real content, read once for each language, and everything it makes the bot say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from dialogs.composed.contents import Content
from dialogs.content import files
from dialogs.effects import Say
from dialogs.proofreading.life import every_message
from dialogs.words.telegram_html import parsed
from tests import real
from tests.chat import Chat
from tests.content.breaking import copied_to, files_of, mend
from tests.real import FOLDER as FOLDER

OTHERS = sorted(file.parent.name for file in FOLDER.glob("*/language.toml") if file.parent.name != "en")
"""The languages that English is translated into: what is said in them is what English says, in other words."""


@pytest.fixture(scope="session", autouse=True)
def _parsed_once() -> Iterator[None]:
    """A file that was read and has not changed is not parsed anew, though many others are read in between."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "_parsed", lru_cache(maxsize=100)(files._parsed.__wrapped__))
        yield


@pytest.fixture(scope="session", params=["en"])
def content(request: pytest.FixtureRequest) -> Content:
    """The content in English."""
    return real.content(request.param)


@pytest.fixture(scope="session", params=OTHERS)
def translated(request: pytest.FixtureRequest) -> Content:
    """The content of another language."""
    return real.content(request.param)


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, to break and to mend again: what a test did not break is not read anew for it."""
    return copied_to(tmp_path_factory.mktemp("broken") / "content")


@pytest.fixture(scope="session")
def _whole(broken: Path) -> dict[Path, bytes]:
    return files_of(broken)


@pytest.fixture
def folder(broken: Path, _whole: dict[Path, bytes]) -> Iterator[Path]:
    """The copy of the real content, to break: it is mended afterwards."""
    yield broken
    mend(broken, _whole)


@pytest.fixture(scope="session")
def said(content: Content) -> list[Say]:
    """Every message of a long life of one chat, each without what leads it."""
    return every_message(content, chat=chat(content))


@pytest.fixture(scope="session")
def texts(content: Content, said: list[Say]) -> dict[str, set[str]]:
    """Every different text of each message as a patient sees it, by the message's name."""
    return _texts(content, said)


@pytest.fixture(scope="session")
def texts_for_another(content: Content, said: list[Say]) -> dict[str, set[str]]:
    """The same, as somebody sees it who gathers the records of another."""
    return _texts(content, [say.of_another() for say in said])


def _texts(content: Content, said: list[Say]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for say in said:
        found.setdefault(say.name, set()).add(seen(content, say))
    return found


def chat(content: Content) -> Chat:
    """A chat that makes every turn twice and stores every case, over the real content."""
    made = Chat(guide=content.guide)
    made.dialogue = content.dialogue
    return made


def seen(content: Content, say: Say) -> str:
    """A message as a patient sees it: read as Telegram reads HTML, which refuses what Telegram would refuse."""
    return parsed(content.wording.text(say))[0]
