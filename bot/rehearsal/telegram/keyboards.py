"""Buttons below a message, and what the empty field says, refused where Telegram refuses them."""

from __future__ import annotations

import re
from typing import Any

from bot.rehearsal.telegram.refusals import bad_request
from dialogs.words.telegram_limits import (
    LONGEST_BUTTON_DATA,
    LONGEST_COPY,
    LONGEST_PLACEHOLDER,
    MOST_BUTTONS,
    length_of,
)

LONGEST_MARKUP = 10_000
DOES = frozenset({"callback_data", "url", "copy_text"})
"""What a button may do when it is pressed: one of these."""


def forced_reply(markup: Any) -> str | None:
    """Return what the empty field is to say ("" for nothing in particular), or None if no reply is asked for."""
    if not isinstance(markup, dict) or "inline_keyboard" in markup or "force_reply" not in markup:
        return None
    if unknown := markup.keys() - {"force_reply", "input_field_placeholder", "selective"}:
        raise bad_request(f"ForceReply has no field {', '.join(sorted(unknown))}")
    if markup["force_reply"] is not True:
        raise bad_request('can\'t parse ForceReply: Field "force_reply" must be True')
    words = markup.get("input_field_placeholder", "")
    if not isinstance(words, str):
        raise bad_request('can\'t parse ForceReply: Field "input_field_placeholder" must be of type String')
    if length_of(words) > LONGEST_PLACEHOLDER or (not words and "input_field_placeholder" in markup):
        raise bad_request("REPLY_MARKUP_INVALID")  # Telegram says 1 to 64; how it words its refusal is not written down
    return words


def checked(markup: Any) -> dict[str, Any] | None:
    """Return an inline keyboard without empty rows, or None if there are no buttons; mistakes are a `Refusal`."""
    if markup is None or markup in ({}, {"remove_keyboard": True}):
        return None
    if not isinstance(markup, dict) or not isinstance(markup.get("inline_keyboard"), list):
        raise bad_request("inline keyboard expected")
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
    if not any(button.get(does) for does in DOES):
        raise bad_request(problem + "Text buttons are unallowed in the inline keyboard")
    if len(button.keys() & DOES) > 1:
        raise bad_request(problem + "exactly one of the optional fields must be used")
    if unknown := button.keys() - DOES - {"text"}:
        raise bad_request(f"the rehearsal does not show buttons with {', '.join(sorted(unknown))}")
    if "copy_text" in button:
        _copied(button["copy_text"])
    if "callback_data" in button and not 0 < len(str(button["callback_data"]).encode()) <= LONGEST_BUTTON_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?|tg)://\S+$|(mailto|tel):\S+$", str(button["url"])):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return dict(button)


def _copied(copies: Any) -> None:
    problem = "can't parse inline keyboard button: "
    if not isinstance(copies, dict):
        raise bad_request(problem + 'Field "copy_text" must be of type Object')
    if not isinstance(copies.get("text"), str):
        raise bad_request(problem + 'Can\'t find field "text"')
    if not copies["text"].strip() or length_of(copies["text"]) > LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
