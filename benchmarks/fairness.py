"""One patient does X: how long another waits for an answer, a file, a deletion, a reminder, beside a calm day.

The bot is the real one, as its own process, at Telegram's pace of 30 messages a second; Telegram is a stand-in that
gives files and plays the people. `python -m benchmarks.fairness`, with `--json` for a machine; about four minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from aiohttp import web

from benchmarks.copies import copies, read
from benchmarks.fair_day import HEAVY, SENDING, WAITING, Day
from benchmarks.fair_telegram import LONGEST, Telegram
from bot.vault.master_key import read_master_key


async def calm(_: Day) -> None: ...


async def slow_downloads(day: Day) -> None:
    """Sixteen other people's downloads hang, and eight of one patient's."""
    day.telegram.slow = 17
    people = range(100, 116)
    await asyncio.gather(*(day._walks(chat_id, SENDING) for chat_id in people))
    for chat_id in [*people, *[HEAVY] * 8]:
        day.telegram.sends_a_file(chat_id)


async def many_files(day: Day) -> None:
    for _ in range(120):
        day.telegram.sends_a_file(HEAVY)


async def files_and_a_packet(day: Day) -> None:
    day.telegram.sends_a_file(HEAVY)
    await day.telegram.hears(HEAVY, 0, "Saved")
    for _ in range(299):
        day.telegram.sends_a_file(HEAVY)
    day.telegram.hand_over(HEAVY, text="/packet", entities=[{"type": "bot_command", "offset": 0, "length": 7}])
    day.telegram.hand_over(HEAVY, data="packet/build")


async def many_messages(day: Day) -> None:
    for number in range(600):
        day.telegram.hand_over(HEAVY, text=f"thought {number} of many")


async def messages_without_end(day: Day) -> None:
    """Twenty a second, while the others are measured: more than anybody writes by hand."""

    async def write() -> None:
        for number in range(20 * LONGEST):
            day.telegram.hand_over(HEAVY, text=f"thought {number} of many")
            await asyncio.sleep(0.05)

    day.beside = asyncio.create_task(write())


async def letters_of_yesterday(day: Day) -> None:
    """Written while the bot is down, below."""


async def reminders_due(day: Day) -> None:
    """Written while the bot is down, below."""


def write_letters(day: Day) -> None:
    content = json.dumps({"text": "of yesterday", "buttons": [], "edit": 0, "quiet": False})
    rows = [(1000 + number % 300, content) for number in range(1500)]
    day.write(
        "INSERT INTO outbox (chat_id, kind, name, content, created_at)"
        " VALUES (?, 'say', 'record', ?, '2026-01-01 09:00:00.000000')",
        rows,
    )


def write_reminders(day: Day) -> None:
    case = day.case_of(WAITING)
    ((key, state),) = day.rows(f"SELECT key, state FROM cases WHERE id = '{case}'")
    ((due, subject),) = day.rows(f"SELECT due, subject FROM work WHERE case_id = '{case}' AND kind = 'remind'")
    people = range(10_000)
    master_key = read_master_key(day.folder / "master.key")
    assert master_key
    sealed = copies(master_key, read(master_key, case, key, state), (f"{number:032x}" for number in people))
    day.write(
        "INSERT INTO cases (id, key, state, chat_id, latest_message, changed_at)"
        " VALUES (?, ?, ?, ?, 5, '2026-01-01 09:00:00.000000')",
        [(*one, 100_000 + number) for number, one in enumerate(sealed)],
    )
    day.write(
        "INSERT INTO work (case_id, kind, subject, due, since) VALUES (?, 'remind', ?, ?, ?)",
        [(f"{number:032x}", subject, due, due) for number in people],
    )


Load = Callable[[Day], Awaitable[None]]
DAYS: dict[str, tuple[Load, Callable[[Day], None] | None, float]] = {
    "a calm day": (calm, None, 20),
    "16 others' and one's downloads hang": (slow_downloads, None, 25),
    "120 files of one": (many_files, None, 20),
    "300 files and a packet of one": (files_and_a_packet, None, 20),
    "600 messages of one, at once": (many_messages, None, 20),
    "20 messages a second of one": (messages_without_end, None, 20),
    "1,500 letters of yesterday": (letters_of_yesterday, write_letters, 20),
    "10,000 reminders due": (reminders_due, write_reminders, 0),
}
"""What goes on, what is written before the start, and in how many seconds the one reminder is due."""
GOALS = {"answer": "+1", "file": "3 ×", "delete": "10", "reminder": "60"}


async def day(name: str) -> dict[str, float]:
    load, before, seconds = DAYS[name]
    telegram = Telegram()
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", telegram.serve)
    application.router.add_get("/file/bot{token}/{path:.*}", telegram.give)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    with tempfile.TemporaryDirectory(prefix="fairness") as folder:
        one = Day(Path(folder), telegram, f"http://127.0.0.1:{runner.addresses[0][1]}")
        try:
            await one.starts()
            await one.people_walk()
            await one.stops()
            if before:
                before(one)
            await one.reminder_comes(seconds)
            await telegram.asks(HEAVY, text="hello")  # it has started
            await load(one)
            return await one.measured(reminded=before is not write_reminders)
        finally:
            if one.beside:
                one.beside.cancel()
            await one.stops()
            await runner.cleanup()


def measure(_: int = 1, days: Iterable[str] = DAYS) -> dict[str, dict[str, float]]:
    """Every day once, whatever the number of rounds."""
    figures = {}
    for name in days:
        figures[name] = asyncio.run(day(name))
        print(name, figures[name], file=sys.stderr, flush=True)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fairness", description=__doc__)
    parser.add_argument("--json", action="store_true", help="the figures alone")
    parser.add_argument("--only", choices=DAYS, action="append", help="one day (may be repeated)")
    asked = parser.parse_args()
    figures = measure(days=asked.only or DAYS)
    if asked.json:
        print(json.dumps(figures, indent=1))
        return
    print("| seconds another waits, at worst |" + "".join(f" {name} |" for name in GOALS))
    print("|---|" + "---|" * len(GOALS))
    print("| at most |" + "".join(f" {goal} |" for goal in GOALS.values()))
    for name, found in figures.items():
        print(f"| {name} |" + "".join(f" {found.get(each, '–')} |" for each in GOALS))


if __name__ == "__main__":
    main()
