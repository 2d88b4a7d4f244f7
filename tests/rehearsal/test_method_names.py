"""The parameters the rehearsal takes are parameters Telegram has."""

from __future__ import annotations

import pytest

from bot.rehearsal.api.methods import METHODS, UPDATES_NAMES


@pytest.mark.parametrize("method", [*METHODS, "getUpdates"])
def test_telegram_has_every_parameter(method: str) -> None:
    import aiogram.methods  # it takes seconds

    names = METHODS[method].names if method in METHODS else UPDATES_NAMES
    known = set(getattr(aiogram.methods, method[0].upper() + method[1:]).model_fields)
    assert names <= known
