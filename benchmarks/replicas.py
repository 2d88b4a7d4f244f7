"""Replicas behind a webhook over one PostgreSQL: turns a second of one and of two, and 10,000 reminders due on three.

Two cores are shared by the replicas, the server and the people: what two replicas do more than one is bounded by that,
so what a turn costs them all in CPU is told beside it. `python -m benchmarks.replicas`.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from aiohttp import web

from benchmarks import reminders
from benchmarks.bringing import SECRET
from benchmarks.contenders import PROJECT, free_port
from tests.storage.postgresql import running_postgresql

PEOPLE, SECONDS, WARM_UP = 200, 6, 4
PACE = 300
"""Messages a second that three replicas may say together."""


@contextmanager
def replica(settings: dict[str, str], cores: Sequence[int]) -> Iterator[psutil.Process]:
    with subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=PROJECT, env={**os.environ, **settings}) as process:
        os.sched_setaffinity(process.pid, cores)
        try:
            yield psutil.Process(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)


def settings_of(database: str, folder: Path, telegram: str, pace: int) -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": "42:" + "x" * 30,
        "TELEGRAM_API_URL": telegram,
        "DATA_DIR": str(folder),
        "DATABASE_URL": database,
        "LOG_LEVEL": "ERROR",  # that the people go away is nothing to tell of
        "MESSAGES_PER_SECOND": str(pace),
    }


def spent(processes: list[psutil.Process]) -> float:
    """CPU seconds of all, with their children."""
    times = [each.cpu_times() for root in processes for each in (root, *root.children(recursive=True))]
    return sum(each.user + each.system for each in times)


def turns(database: str, replicas: int) -> dict[str, Any]:
    """What 200 people get of so many replicas."""
    ports = [free_port() for _ in range(replicas)]
    command = [sys.executable, "-m", "benchmarks.bringing", "--people", str(PEOPLE), "--seconds", str(SECONDS)]
    command += ["--warm-up", str(WARM_UP), "--to", *map(str, ports)]
    with (
        tempfile.TemporaryDirectory(prefix="replicas") as folder,
        subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as telegram,
        ExitStack() as stack,
    ):
        assert telegram.stdout
        try:
            settings = settings_of(
                database, Path(folder), f"http://127.0.0.1:{telegram.stdout.readline().strip()}", 10**6
            )
            webhook = {"WEBHOOK_URL": f"http://127.0.0.1:{ports[0]}", "WEBHOOK_SECRET": SECRET}
            bots = [
                stack.enter_context(replica(settings | webhook | {"LISTEN_PORT": str(port)}, (0, 1))) for port in ports
            ]
            assert telegram.stdout.readline().strip() == "begin", "the people could not begin"
            before = spent(bots)
            seen = json.loads(telegram.stdout.readline())
            cpu = spent(bots) - before
        finally:
            telegram.terminate()
    return {
        "turns_per_second": seen["turns_per_second"],
        "cpu_ms": round(cpu / max(1, seen["turns"]) * 1000, 3),
        "p99_ms": seen["p99_ms"],
        "lost": seen["lost"],
    }


def drained() -> dict[str, Any]:
    """Ten thousand reminders due at once on three replicas: who is told, how often, and how fast."""
    with tempfile.TemporaryDirectory(prefix="reminders") as name, running_postgresql() as database:
        here, there = Path(name) / "here", Path(name) / "there"
        here.mkdir()
        due = reminders.settled(here, planned=reminders.DUE)
        there.mkdir(mode=0o700)
        (there / "master.key").write_bytes((here / "master.key").read_bytes())
        (there / "master.key").chmod(0o600)
        backup = Path(name) / "all"
        _bot("backup", str(backup), DATA_DIR=str(here))
        _bot("restore", str(backup), DATA_DIR=str(there), DATABASE_URL=database)
        return asyncio.run(_said(database, there, due))


def _bot(*command: str, **settings: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "bot", *command],
        cwd=PROJECT,
        env={**os.environ, **settings},
        check=True,
        stdout=subprocess.DEVNULL,
    )


async def _said(database: str, folder: Path, due: datetime) -> dict[str, Any]:
    counting = reminders.Counting()
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", counting.serve)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    ahead = {"CLOCK_AHEAD_SECONDS": str(int((due - datetime.now(UTC)).total_seconds()) + 60)}
    settings = settings_of(database, folder, f"http://127.0.0.1:{runner.addresses[0][1]}", PACE)
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(replica(settings | ahead, (0, 1)))
        async with asyncio.timeout(reminders.LONGEST):
            await counting.done.wait()
        await asyncio.sleep(3)  # anything said twice would come now
    await runner.cleanup()
    seconds = counting.last - counting.first
    return {
        "due": reminders.DUE,
        "said_to": len(counting.said),
        "said_more_than_once": sum(times > 1 for times in counting.said.values()),
        "pace": PACE,
        "a_second": round(reminders.DUE / seconds),
    }


def measure(rounds: int = 3) -> dict[str, Any]:
    """One and two in turn; of each the median."""
    measured: dict[int, list[dict[str, Any]]] = {1: [], 2: []}
    for _ in range(rounds):
        for number, results in measured.items():
            with running_postgresql() as database:
                results.append(turns(database, number))
    one, two = (
        {key: statistics.median(each[key] for each in results) for key in results[0]} for results in measured.values()
    )
    return {
        "one": one,
        "two": two,
        "two_to_one": round(two["turns_per_second"] / one["turns_per_second"], 2),
        "cpu_two_to_one": round(two["cpu_ms"] / one["cpu_ms"], 2),
        "reminders_on_three": drained(),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
