"""How a bot receives updates: it fetches them, or has them delivered to an address."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.telegram.refusals import bad_request, conflict
from bot.rehearsal.telegram.telegram import Telegram

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
LONGEST_POLL = 50


async def get_updates(telegram: Telegram, parameters: Parameters) -> Any:
    """Confirm what came before `offset`, then wait up to `timeout` seconds for something to happen."""
    limit = min(max(parameters.number("limit", 100), 1), 100)
    timeout = min(max(parameters.number("timeout", 0), 0), LONGEST_POLL)
    offset, kinds, mine = parameters.number("offset", 0), parameters.items("allowed_updates"), object()
    with telegram.changing():
        telegram.bot_was_here = True
        if telegram.webhook:
            raise conflict(WEBHOOK_IS_SET)
        if kinds is not None:
            telegram.updates.allow(kinds)
        if offset:
            telegram.updates.acknowledge(offset)
        telegram.poller = mine

    def is_over() -> bool:
        return bool(
            telegram.closed or telegram.webhook or telegram.poller is not mine or telegram.updates.waiting(now(), 1)
        )

    def now() -> int:
        return telegram.clock.unix()

    await telegram.bell.until(is_over, timeout)
    with telegram.bell.lock:
        if telegram.webhook:
            raise conflict(WEBHOOK_IS_SET)
        if telegram.poller is not mine:
            raise conflict(OTHER_POLLER)
        telegram.poller = None
        return [update.json() for update in telegram.updates.waiting(now(), limit)]


def set_webhook(telegram: Telegram, parameters: Parameters) -> Any:
    """Have updates delivered to an address on this computer from now on."""
    url, secret = parameters.text("url"), parameters.text("secret_token")
    if not url:
        return delete_webhook(telegram, parameters)
    address = urlsplit(url)
    if address.scheme not in {"http", "https"} or address.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the rehearsal delivers to this computer only")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    kinds = parameters.items("allowed_updates")
    if kinds is not None:
        telegram.updates.allow(kinds)
    if parameters.flag("drop_pending_updates"):
        telegram.updates.clear()
    most = min(max(parameters.number("max_connections", 40), 1), 100)
    telegram.set_webhook({"url": url, "secret_token": secret, "max_connections": most})
    telegram.bot_was_here = True
    return True


def delete_webhook(telegram: Telegram, parameters: Parameters) -> Any:
    """Stop delivering updates; the bot fetches them again."""
    if parameters.flag("drop_pending_updates"):
        telegram.updates.clear()
    telegram.set_webhook({})
    return True


def get_webhook_info(telegram: Telegram, parameters: Parameters) -> Any:
    """Say where updates are delivered to, how many wait and what went wrong last."""
    webhook, allowed = telegram.webhook, telegram.updates.allowed
    info = {
        "url": webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.updates.waiting(telegram.clock.unix())),
    }
    known = {
        key: webhook[key] for key in ("max_connections", "last_error_date", "last_error_message") if key in webhook
    }
    return info | known | ({"allowed_updates": allowed} if allowed else {})
