"""What each setting should be, in the words of the line that says that it is not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MEANING = {
    "data_dir": "a folder the bot may write to, on a disk with room",
    "telegram_token": "the token from @BotFather, like 123456:ABC-DEF…, or empty for the rehearsal",
    "telegram_api_url": "an address such as https://api.telegram.org",
    "telegram_api_local": "the folder in which your own server, run with --local, keeps what it fetches (such as"
    " /var/lib/telegram-bot-api), or an http address that serves that folder, or empty",
    "database_url": "an address such as postgresql://user:password@host:5432/name, or empty for SQLite in DATA_DIR",
    "master_key": "64 hexadecimal digits, or empty for a key in a file",
    "master_key_file": "a file that the bot may read with the master key in it, or empty for one in DATA_DIR",
    "store_url": "an S3 bucket such as s3://bucket/folder, or empty for a folder in DATA_DIR",
    "webhook_url": "the public https address of this bot, to which /telegram is added, or empty for long polling",
    "webhook_secret": "16 to 256 letters, digits, _ or -",
    "listen_host": "an address of this machine, such as 127.0.0.1 or ::1, or 0.0.0.0 or :: for all of them",
    "listen_port": "a port from 0 to 65535 (0: do not listen)",
    "rehearsal_port": "a port from 0 to 65535 (0: any free one)",
    "messages_per_second": "a whole number from 1 to 1000000; Telegram allows 30 unless you pay for more",
    "most_files_per_person": "a whole number from 1 to 1000",
    "most_mb_per_person": "a whole number of megabytes from 20, the size of the largest file, to 1000000000",
    "ocr": "true or false",
    "retention_days": "a whole number of days from 14 to 36500, or 0 to keep records for ever",
    "require_confinement": "true or false",
    "log_level": "DEBUG, INFO, WARNING or ERROR",
    "log_format": "console or json",
    "open_browser": "true or false",
    "rehearsal_local": "true or false",
    "clock_ahead_seconds": "a whole number of seconds, 0 unless you rehearse",
}
"""By the setting's name in small letters."""
NO_TELEGRAM = "what answers at TELEGRAM_API_URL is no Bot API server, or a proxy answers for it"
_PATHS = ("data_dir", "master_key_file")


def line_of(wrong: ErrorDetails) -> str:
    """Which setting is wrong, and what it should be; never what it is."""
    name = str(wrong["loc"][0]) if wrong["loc"] else ""
    meaning = MEANING.get(name)
    if not meaning:
        return str(wrong["msg"]).removeprefix("Value error, ")
    hint = "; its path is written out" if name in _PATHS else ""
    if os.environ.get(name.upper(), "").strip()[:1] in ('"', "'"):  # as `docker run --env-file` leaves them
        hint += "; it stands in quotes, which belong to it here: take them away"
    return f"{name.upper()} should be {meaning}{hint}"
