"""What the page asks for, read from its request; what cannot be read is not possible."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from bot.rehearsal.telegram import acts
from dialogs.words.telegram_limits import LONGEST_TEXT, length_of


async def asked_for(request: Request) -> dict[str, Any]:
    try:
        asked = await request.json()
    except ValueError:
        asked = None
    if not isinstance(asked, dict):
        raise acts.NotPossible("an object was expected")
    return asked


def number(asked: dict[str, Any], name: str) -> int:
    try:
        return int(asked[name])
    except (KeyError, TypeError, ValueError):
        raise acts.NotPossible(f"{name} must be a number") from None


def short_enough(text: str, longest: int = LONGEST_TEXT) -> str:
    length = length_of(text)
    if length > longest:
        raise acts.NotPossible(f"at most {longest} characters fit here, and this has {length}")
    return text
