"""Buttons below a message, refused where Telegram refuses them."""

from __future__ import annotations

import re
from typing import Any

from bot.rehearsal.telegram.refusals import bad_request
from dialogs.words.telegram_limits import LONGEST_BUTTON_DATA, MOST_BUTTONS

LONGEST_MARKUP = 10_000


def checked(markup: Any) -> dict[str, Any] | None:
    """Return an inline keyboard without empty rows, or None if there are no buttons; mistakes are a `Refusal`."""
    if markup is None or markup in ({}, {"remove_keyboard": True}):
        return None
    if not isinstance(markup, dict) or not isinstance(markup.get("inline_keyboard"), list):
        raise bad_request("the rehearsal shows inline keyboards only")
    rows = [_row(row) for row in markup["inline_keyboard"]]
    rows = [row for row in rows if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS or sum(len(str(button)) for button in buttons) > LONGEST_MARKUP:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _row(row: Any) -> list[dict[str, Any]]:
    if not isinstance(row, list):
        raise bad_request('can\'t parse inline keyboard: Field "inline_keyboard" must be an Array of Arrays')
    return [_button(button) for button in row]


def _button(button: Any) -> dict[str, Any]:
    problem = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(problem + "InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request(problem + 'Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise bad_request(problem + 'Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text is empty")
    if not button.get("callback_data") and not button.get("url"):
        raise bad_request(problem + "Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and "url" in button:
        raise bad_request(problem + "exactly one of the optional fields must be used")
    if unknown := button.keys() - {"text", "callback_data", "url"}:
        raise bad_request(f"the rehearsal does not show buttons with {', '.join(sorted(unknown))}")
    if "callback_data" in button and not 0 < len(str(button["callback_data"]).encode()) <= LONGEST_BUTTON_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?|tg)://\S+$|(mailto|tel):\S+$", str(button["url"])):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return dict(button)
