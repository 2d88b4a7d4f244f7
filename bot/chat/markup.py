"""The buttons under a message, as Telegram wants them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from dialogs.words.telegram_limits import LONGEST_BUTTON_DATA, LONGEST_COPY, MOST_BUTTONS, length_of

Rows = list[list[list[Any]]]
"""As they lie in the outbox: a label and the data it sends back; or no data, and what it `copies` or `opens`."""


def keyboard(rows: Rows) -> dict[str, Any] | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(*button) for button in row] for row in rows]}


def sound(rows: Rows) -> Rows:
    """Those buttons that Telegram can show."""
    left = MOST_BUTTONS
    kept: Rows = []
    for row in rows:
        good = [button for button in row if _is_sound(*button)]
        kept.append(good[:left])
        left -= len(kept[-1])
    return [row for row in kept if row]


def _button(label: str, data: str, does: dict[str, str] | None = None) -> dict[str, Any]:
    match does:
        case {"copies": text}:
            return {"text": label, "copy_text": {"text": text}}
        case {"opens": address}:
            return {"text": label, "url": address}
    return {"text": label, "callback_data": data}


def _is_sound(label: str, data: str, does: dict[str, str] | None = None) -> bool:
    if not label.strip():
        return False
    match does:
        case {"copies": text}:
            return bool(text.strip()) and length_of(text) <= LONGEST_COPY
        case {"opens": address}:
            return _is_address(address)
    return 0 < len(data.encode()) <= LONGEST_BUTTON_DATA


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc and not set(address) & set(" \n\t")
