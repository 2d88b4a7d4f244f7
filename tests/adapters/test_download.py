"""What Telegram says when it does not give a file: never, not now, or nobody knows."""

from __future__ import annotations

import pytest

from bot.chat.download import Downloads, Refused
from bot.documents.arrival import Unavailable
from bot.rehearsal.api.faults import Fault
from bot.turn.done import NotNow
from bot.work.workers import speaks_against_it
from dialogs.receiving.sent import TELEGRAM_LIMIT
from tests.adapters.desk import Desk
from tests.faults import (
    asks_to_slow_down,
    bad_gateway,
    breaks,
    is_cut_off,
    loses_the_answer,
    loses_the_request,
    refuses,
)
from tests.telegram import Patient, RehearsalServer

CONTENT = b"a fictitious report" * 1000
TEMPORARY = "Bad Request: wrong file_id or the file is temporarily unavailable"
NOT_THERE = Fault(page=(404, "<html>not found</html>"))


@pytest.fixture
def file_id(ana: Patient) -> str:
    return str(ana.sends_document("report.txt", CONTENT).body["document"]["file_id"])


async def fetched(desk: Desk, file_id: str, at_most: int = TELEGRAM_LIMIT) -> bytes:
    return b"".join([chunk async for chunk in Downloads(desk.bot, desk.transport, at_most).chunks(file_id)])


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("getFile", refuses(400, TEMPORARY)),
        ("getFile", refuses(400, "Bad Request: file is temporarily unavailable")),
        ("getFile", breaks()),
        ("getFile", bad_gateway()),
        ("getFile", asks_to_slow_down(3)),
        ("getFile", loses_the_request()),
        ("getFile", loses_the_answer()),
        ("getFile", refuses(401, "Unauthorized")),
        ("getFile", NOT_THERE),
        ("file", breaks()),
        ("file", NOT_THERE),
        ("file", bad_gateway()),
        ("file", is_cut_off(500)),
    ],
)
async def test_what_may_pass_costs_no_try_and_passes(
    desk: Desk, telegram: RehearsalServer, file_id: str, method: str, fault: Fault
) -> None:
    telegram.faults.next(method, fault)
    with pytest.raises(NotNow) as not_now:
        await fetched(desk, file_id)
    assert not speaks_against_it(not_now.value)
    assert await fetched(desk, file_id) == CONTENT


async def test_how_long_telegram_asks_us_to_wait_is_known(desk: Desk, telegram: RehearsalServer, file_id: str) -> None:
    telegram.faults.next("getFile", asks_to_slow_down(37))
    with pytest.raises(NotNow) as not_now:
        await fetched(desk, file_id)
    assert not_now.value.wait is not None
    assert not_now.value.wait.total_seconds() == 37


@pytest.mark.parametrize(
    ("refusal", "state"),
    [("file is too big", "too_big"), ("invalid file_id", "not_fetched"), ("wrong file_id specified", "not_fetched")],
)
async def test_what_is_said_of_the_file_itself_is_final(
    desk: Desk, telegram: RehearsalServer, file_id: str, refusal: str, state: str
) -> None:
    telegram.faults.next("getFile", refuses(400, f"Bad Request: {refusal}"))
    with pytest.raises(Unavailable) as never:
        await fetched(desk, file_id)
    assert never.value.state == state


async def test_a_refusal_that_nobody_knows_counts_and_is_tried_again(
    desk: Desk, telegram: RehearsalServer, file_id: str
) -> None:
    telegram.faults.next("getFile", refuses(400, "Bad Request: something new"))
    with pytest.raises(Refused) as refused:
        await fetched(desk, file_id)
    assert speaks_against_it(refused.value)
    assert await fetched(desk, file_id) == CONTENT


async def test_a_link_is_new_each_time(desk: Desk, telegram: RehearsalServer, file_id: str) -> None:
    await fetched(desk, file_id)
    telegram.skips_ahead(hours=2)
    assert await fetched(desk, file_id) == CONTENT


async def test_more_bytes_than_telegram_allows_are_not_taken(desk: Desk, file_id: str) -> None:
    with pytest.raises(Unavailable) as never:
        await fetched(desk, file_id, 1000)
    assert never.value.state == "too_big"
