"""How a bot gets at a file somebody sent."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.telegram.telegram import Telegram


def get_file(telegram: Telegram, parameters: Parameters) -> Any:
    """Open the link to a file for an hour."""
    file = telegram.files.link(parameters.text("file_id"), telegram.clock.unix())
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }
