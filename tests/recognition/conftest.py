"""The rules made of the real content, as a child process gets them: through JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.documents.recognition import Rules, rules_from_plain
from tests import real


@pytest.fixture(scope="session")
def plain() -> dict[str, Any]:
    return json.loads(json.dumps(real.content().recognition))


@pytest.fixture(scope="session")
def rules(plain: dict[str, Any]) -> Rules:
    return rules_from_plain(plain)
