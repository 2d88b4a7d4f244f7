"""The buttons under a message, as Telegram wants them."""

from __future__ import annotations

from typing import Any

MOST = 100
LONGEST_DATA = 64
"""Bytes of what a button carries: https://core.telegram.org/bots/api#inlinekeyboardbutton"""

Rows = list[list[list[str]]]


def keyboard(rows: Rows) -> dict[str, Any] | None:
    if not rows:
        return None
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in rows]}


def sound(rows: Rows) -> Rows:
    """Those buttons that Telegram can show."""
    left = MOST
    kept: Rows = []
    for row in rows:
        good = [[label, data] for label, data in row if label.strip() and 0 < len(data.encode()) <= LONGEST_DATA]
        kept.append(good[:left])
        left -= len(kept[-1])
    return [row for row in kept if row]
