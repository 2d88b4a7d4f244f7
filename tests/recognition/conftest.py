"""The rules made of the real content, as a child process gets them: through JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.documents.recognition import Rules, facts_of, rules_from_plain
from dialogs.case.facts import Facts
from tests import real


@pytest.fixture(scope="session")
def plain() -> dict[str, Any]:
    return json.loads(json.dumps(real.content().recognition))


@pytest.fixture(scope="session")
def rules(plain: dict[str, Any]) -> Rules:
    return rules_from_plain(plain)


@pytest.fixture
def read(rules: Rules) -> Callable[..., Facts]:
    """What is read from the pages of a paper."""

    def read(*pages: str) -> Facts:
        return facts_of(pages, rules)

    return read


@pytest.fixture(scope="session")
def every_language() -> Rules:
    """The same rules as they are before they go to a child."""
    return rules_from_plain(real.content().recognition)
