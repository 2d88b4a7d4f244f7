"""What Telegram and the network do on a bad day."""

from __future__ import annotations

import threading

from bot.rehearsal.api.faults import Fault
from bot.rehearsal.telegram.refusals import Refusal, too_many


def asks_to_slow_down(retry_after: int) -> Fault:
    """Answer 429 with seconds to wait."""
    return Fault(refusal=too_many(retry_after))


def breaks() -> Fault:
    """Answer 500."""
    return Fault(refusal=Refusal(500, "Internal Server Error"))


def bad_gateway() -> Fault:
    """Answer 502 with an HTML page, as the web server before Telegram does."""
    return Fault(page=(502, "<html><head><title>502 Bad Gateway</title></head></html>"))


def answers(status: int, body: str) -> Fault:
    """Answer with anything at all, as a proxy between the bot and Telegram might."""
    return Fault(page=(status, body))


def refuses(code: int, description: str) -> Fault:
    """Answer any other refusal."""
    return Fault(refusal=Refusal(code, description))


def loses_the_answer() -> Fault:
    """Carry the request out, then break the connection before the answer."""
    return Fault(drop=True, accepted=True)


def loses_the_request() -> Fault:
    """Break the connection before anything is carried out."""
    return Fault(drop=True)


def is_slow(seconds: float) -> Fault:
    """Wait before the request is looked at."""
    return Fault(delay=seconds)


def is_cut_off(after: int) -> Fault:
    """Break a download after some bytes."""
    return Fault(cut=after)


def stalls(after: int, seconds: float) -> Fault:
    """Halt a download after some bytes for some seconds, then break it."""
    return Fault(cut=after, stall=seconds)


def is_held_by(gate: threading.Event) -> Fault:
    """Let a download come drop by drop, and whole once the gate is opened."""
    return Fault(gate=gate)
