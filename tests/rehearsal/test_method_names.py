"""The parameters the rehearsal takes are parameters Telegram has, as two libraries of others know them."""

from __future__ import annotations

import inspect
import re

import pytest
import telegram

from bot.rehearsal.api.methods import METHODS, UPDATES_NAMES

EVERY = [*METHODS, "getUpdates"]


def taken(method: str) -> set[str]:
    return set(METHODS[method].names if method in METHODS else UPDATES_NAMES)


@pytest.mark.parametrize("method", EVERY)
def test_telegram_has_every_parameter(method: str) -> None:
    asking = getattr(telegram.Bot, re.sub("([A-Z])", lambda capital: f"_{capital[1].lower()}", method))
    assert taken(method) <= {*inspect.signature(asking).parameters}


@pytest.mark.soak
@pytest.mark.parametrize("method", EVERY)
def test_another_library_that_takes_seconds_to_load_says_so_too(method: str) -> None:
    import aiogram.methods

    assert taken(method) <= set(getattr(aiogram.methods, method[0].upper() + method[1:]).model_fields)
