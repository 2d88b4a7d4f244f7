"""What waits for a disk or a network waits in a thread, and is left in one, also by who was told to stop."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.vault.threads import in_a_thread


class Door:
    """Notes in which threads it is opened and closed."""

    def __init__(self, opens: threading.Event | None = None) -> None:
        self.threads: list[str] = []
        self._opens = opens

    def __enter__(self) -> Door:
        if self._opens:
            self._opens.wait()
        self.threads.append(threading.current_thread().name)
        return self

    def __exit__(self, *_: object) -> None:
        self.threads.append(threading.current_thread().name)


async def test_it_is_opened_and_closed_in_a_thread_also_after_an_error() -> None:
    door = Door()

    async def stumble() -> None:
        async with in_a_thread(lambda: door) as entered:
            assert entered is door
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await stumble()
    assert len(door.threads) == 2
    assert threading.main_thread().name not in door.threads


async def test_who_is_told_to_stop_while_it_opens_closes_it() -> None:
    opens = threading.Event()
    door = Door(opens)

    async def go_through() -> None:
        async with in_a_thread(lambda: door):
            raise AssertionError("it was told to stop")

    going = asyncio.create_task(go_through())
    await asyncio.sleep(0)
    going.cancel()
    await asyncio.sleep(0)
    opens.set()
    with pytest.raises(asyncio.CancelledError):
        await going
    assert len(door.threads) == 2


async def test_what_does_not_open_says_why() -> None:
    def begin() -> Door:
        raise FileNotFoundError

    async def go_through() -> None:
        async with in_a_thread(begin):
            raise AssertionError

    with pytest.raises(FileNotFoundError):
        await go_through()
