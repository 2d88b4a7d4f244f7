"""Whether the bot and Telegram hear each other."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.doctor.findings import Finding
from bot.meaning import NO_TELEGRAM
from bot.settings import Settings
from bot.start.premises import is_running

SECONDS = 20
RECENT = 3600
"""Seconds for which a failed delivery of Telegram's is worth a word."""
MOST_OFF = 90
"""Seconds by which our clock may differ from Telegram's."""
MANY = 100
"""Updates that wait at Telegram, beyond which nobody seems to fetch them."""


class Refused(Exception):
    """Telegram's answer was no; the number is its error code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


async def of_telegram(settings: Settings, folder: Path) -> AsyncIterator[Finding]:
    """What Telegram says of the bot. Nothing is fetched or changed there."""
    if not settings.telegram_token:
        yield Finding("note", "no_token", "TELEGRAM_TOKEN is empty: Telegram was not asked")
        return
    try:
        await _ask(settings, "getMe")
        info, told_at = await _ask(settings, "getWebhookInfo")
    except Refused as refusal:
        if refusal.code in (401, 404):
            yield Finding("wrong", "token", "TELEGRAM_TOKEN is not known to Telegram; @BotFather gives it")
        else:
            yield Finding("wrong", "telegram", f"Telegram refuses to answer ({refusal.code})")
        return
    except (json.JSONDecodeError, UnicodeDecodeError):
        yield Finding("wrong", "telegram", NO_TELEGRAM)
        return
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        yield Finding("wrong", "telegram", f"TELEGRAM_API_URL does not answer ({type(error).__name__})")
        return
    if told_at and abs(off := (datetime.now(UTC) - told_at).total_seconds()) > MOST_OFF:
        ahead = "ahead of" if off > 0 else "behind"
        line = f"this machine's clock is {abs(off) / 60:.0f} minutes {ahead} Telegram's: reminders come at wrong times"
        yield Finding("wrong", "clock", f"{line}; let it be set by NTP")
    for finding in _judged(settings, info, is_running(folder)):
        yield finding


def _judged(settings: Settings, info: dict[str, Any], running: bool) -> list[Finding]:
    found: list[Finding] = []
    told = str(info.get("url") or "")
    wanted = settings.webhook_address
    if running and told != wanted:
        line = "WEBHOOK_URL is not where Telegram brings updates"
        line = line if wanted else "a webhook is set at Telegram, so long polling gets nothing"
        found.append(Finding("wrong", "webhook", f"{line}: does another bot use this token?"))
    failed = int(info.get("last_error_date") or 0)
    if wanted and failed and time.time() - failed < RECENT:
        minutes = max(0, int(time.time() - failed)) // 60
        # What Telegram says beside it may quote what our server answered.
        line = f"Telegram could not bring an update {minutes} minutes ago: is the address open, its certificate valid?"
        found.append(Finding("wrong", "webhook", line))
    waiting = int(info.get("pending_update_count") or 0)
    if waiting > MANY or (waiting and not running):
        line = f"{waiting} updates wait at Telegram"
        asleep = Finding("note", "waiting", f"{line}; no bot is running in DATA_DIR")
        found.append(Finding("wrong", "waiting", line) if running else asleep)
    return found


async def _ask(settings: Settings, method: str) -> tuple[dict[str, Any], datetime | None]:
    """What Telegram answers, and when, by its own clock."""
    address = f"{settings.api_url}/bot{settings.telegram_token}/{method}"
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as session, session.post(address) as answer:
        body, date = json.loads(await answer.read()), answer.headers.get("Date", "")
    if not isinstance(body, dict) or not body.get("ok"):
        raise Refused(int(body.get("error_code", answer.status)) if isinstance(body, dict) else answer.status)
    result = body.get("result")
    return (result if isinstance(result, dict) else {}), _moment(date)


def _moment(date: str) -> datetime | None:
    """When an answer was sent, by its header (RFC 9110, 6.6.1); None if it does not say."""
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
