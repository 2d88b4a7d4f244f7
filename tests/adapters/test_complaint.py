"""What is wrong between us and Telegram is told in words, once, and once that it is over."""

from __future__ import annotations

import logging
import socket

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.chat.answer import OddAnswer
from bot.chat.complaint import Complaint, in_words
from bot.chat.listening import listening_at
from bot.chat.transport import NotSent


def test_what_is_wrong_is_told_once_until_it_is_over_or_another(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("a test")
    caplog.set_level(logging.INFO)
    complaint = Complaint(log, "no updates could be taken", "updates are taken again")
    for error in (NotSent("a"), NotSent("b"), TimedOut(), TimedOut(), NotSent("c")):
        complaint.tell(error)
    assert len(caplog.records) == 3
    for _ in range(2):
        complaint.is_over()
    assert caplog.messages[3:] == ["updates are taken again"]
    complaint.tell(NotSent("d"))
    assert len(caplog.records) == 5


@pytest.mark.parametrize(
    ("error", "names"),
    [
        (NotSent("x"), "TELEGRAM_API_URL"),
        (OddAnswer("x"), "proxy"),
        (InvalidToken(), "TELEGRAM_TOKEN"),
        (Conflict("x"), "another bot"),
        (RetryAfter(3), "wait"),
        (TimedOut(), "in time"),
        (NetworkError("x"), "Telegram"),
    ],
)
def test_an_operator_reads_what_to_look_at(error: Exception, names: str) -> None:
    assert names in in_words(error)
    assert type(error).__name__ not in in_words(error)


@pytest.mark.parametrize(
    ("host", "reached"),
    [("127.0.0.1", "127.0.0.1"), ("localhost", "localhost"), ("::1", "::1"), ("::", "::1"), ("::", "127.0.0.1")],
)
def test_the_bot_listens_at_addresses_of_both_kinds(host: str, reached: str) -> None:
    if ":" in host and not socket.has_dualstack_ipv6():  # this machine has no such addresses: said as that
        with pytest.raises(OSError, match=r"."):
            listening_at(host, 0)
        return
    with listening_at(host, 0) as door:
        socket.create_connection((reached, door.getsockname()[1]), timeout=5).close()


def test_a_name_that_nobody_knows_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match=r"."):
        listening_at("[::1]", 0)
