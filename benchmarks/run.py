"""Measure ours beside its peers, interleaved, in one run; print the table and the ratios, and keep both as JSON.

Each bot runs as its own process on one core; the stand-in for Telegram, with its people, on the other. `make bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psutil

from benchmarks import growth, packet, reminders, safety, sealing
from benchmarks.contenders import CONTENDERS, PROJECT, redis, started
from benchmarks.report import draw, goals, table

RESULTS = Path(__file__).parent / "results"
BOT_CORE, TELEGRAM_CORE = 0, 1

EVERYBODY = tuple(CONTENDERS)
DIALOGUES = tuple(name for name in CONTENDERS if "echo" not in name and name != "ours-floor")
OPEN = ("ours", "ptb-ours", "aiogram-memory", "ptb-echo")
SITUATIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "one person": (EVERYBODY, ("--people", "1")),
    "200 people": (DIALOGUES, ("--people", "200")),
    "200 people, 40 ms away": (
        ("ours", "ours-postgresql", "ptb-httpx", "aiogram-memory"),
        ("--people", "200", "--latency-ms", "40"),
    ),
    "30 turns/s": (OPEN, ("--people", "200", "--rate", "30")),
    "100 turns/s": (OPEN, ("--people", "200", "--rate", "100")),
    "300 turns/s": (OPEN, ("--people", "600", "--rate", "300")),
}

INSIDE: dict[str, Callable[[int], dict[str, Any]]] = {
    "growth": growth.measure,
    "sealing": sealing.measure,
    "safety": safety.measure,
    "reminders": reminders.measure,
    "the packet": packet.in_one_process,
}
"""What is measured without Telegram: the parts alone, in a process of their own or in this one."""


def measure(name: str, people: tuple[str, ...], server: str, seconds: float) -> dict[str, Any]:
    """One bot in one situation: what the people saw, and what it cost the bot."""
    contender = CONTENDERS[name]
    command = [sys.executable, "-m", "benchmarks.standin", "--acts", contender.acts, "--seconds", str(seconds), *people]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as telegram:
        os.sched_setaffinity(telegram.pid, {TELEGRAM_CORE})
        assert telegram.stdout is not None
        try:
            port = int(telegram.stdout.readline())
            began, began_at = time.perf_counter(), time.time()
            with started(contender, f"http://127.0.0.1:{port}", server, BOT_CORE) as bot:
                process = psutil.Process(bot.pid)
                while not select.select([telegram.stdout], [], [], 1)[0]:
                    assert bot.poll() is None, f"{name} has ended"
                line = telegram.stdout.readline()
                assert line.strip() == "begin", "the people could not begin"
                before, wall = process.cpu_times(), time.perf_counter()
                seen: dict[str, Any] = json.loads(telegram.stdout.readline())
                after, wall = process.cpu_times(), time.perf_counter() - wall
                memory = process.memory_info().rss
        finally:
            telegram.terminate()
    spent = after.user + after.system - before.user - before.system
    start_seconds = round(seen.pop("first_answer_at") - began_at, 2)
    return {
        **seen,
        "cpu_ms": round(spent / max(1, seen["turns"]) * 1000, 3),
        "core": round(spent / wall, 2),
        "memory_mb": round(memory / 2**20, 1),
        "start_seconds": start_seconds,
        "seconds_in_all": round(time.perf_counter() - began, 1),
    }


def middle(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """The median of every figure; of what was lost, the sum."""
    whole = {key: round(statistics.median(each[key] for each in rounds), 3) for key in rounds[0]}
    whole["lost"] = sum(each["lost"] for each in rounds)
    whole["cpu_ms_rounds"] = [each["cpu_ms"] for each in rounds]
    return whole


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=5, help="measured time of one bot in one round")
    everything = (*SITUATIONS, *INSIDE)
    parser.add_argument("--only", choices=everything, action="append", help="one situation (may be repeated)")
    parser.add_argument("--bots", choices=CONTENDERS, nargs="+", help="only these bots")
    options = parser.parse_args()
    if len(os.sched_getaffinity(0)) < 2:
        print("two cores are needed: one for the bot, one for the rest", file=sys.stderr)
        return 2
    os.sched_setaffinity(0, {TELEGRAM_CORE})
    results: dict[str, dict[str, Any]] = {}
    with ExitStack() as servers:
        from tests.storage.postgresql import running_postgresql

        addresses = {"": "", "redis": servers.enter_context(redis())}
        for situation in options.only or everything:
            if situation in INSIDE:
                print(f"{situation} …", file=sys.stderr)
                results[situation] = INSIDE[situation](options.rounds)
                print(f"\n**{situation}**\n\n```\n{json.dumps(results[situation], indent=1)}\n```", flush=True)
                continue
            bots, people = SITUATIONS[situation]
            bots = tuple(name for name in bots if not options.bots or name in options.bots)
            rounds: dict[str, list[dict[str, Any]]] = {name: [] for name in bots}
            for number in range(options.rounds):
                for name in bots:
                    print(f"\r{situation}: round {number + 1} of {options.rounds}, {name:20}", end="", file=sys.stderr)
                    with ExitStack() as own:
                        needs = CONTENDERS[name].needs
                        fresh = own.enter_context(running_postgresql()) if needs == "postgresql" else addresses[needs]
                        rounds[name].append(measure(name, people, fresh, options.seconds))
            results[situation] = {name: middle(each) for name, each in rounds.items()}
            print(file=sys.stderr)
            print(table(situation, results[situation]), flush=True)
    reached = goals(results)
    print("\n".join(reached))
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    measured = {"machine": machine, "rounds": options.rounds, "seconds": options.seconds, "results": results}
    if not options.only and not options.bots:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / "results.json").write_text(json.dumps(measured, indent=1) + "\n")
        draw(results, RESULTS / "turns.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
