"""A line for each file, in the order in which they were named, each said as soon as it is known."""

from __future__ import annotations

import asyncio
import json
import os
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bot.documents.fitness import Fitness
from bot.looking.sight import NotLookedAt, look_at

READ = ("readable", "opened")
AHEAD = 4
"""Times as many files are begun as are looked at together, so that one slow file keeps no child idle."""


def jobs() -> int:
    """How many files are looked at together, unless somebody says otherwise: one for each processor, at most four."""
    return max(1, min(4, os.cpu_count() or 1))


async def looked(files: Iterable[Path], rules: bytes, at_once: int, say: Callable[[str], object]) -> bool:
    """Look at all files, at most so many together, and say a line of JSON for each; whether all could be read."""
    fitness, places = Fitness(quiet=True), asyncio.Semaphore(at_once)
    waiting: deque[asyncio.Task[dict[str, Any]]] = deque()
    all_read = True

    async def seen(path: Path) -> dict[str, Any]:
        async with places:
            try:
                return {"file": str(path), **await look_at(path, rules, fitness)}
            except NotLookedAt as why:
                return {"file": str(path), "error": str(why)}

    async def said_first() -> bool:
        line = await waiting.popleft()
        say(json.dumps(line))
        return line.get("verdict") in READ

    try:
        for path in files:
            waiting.append(asyncio.create_task(seen(path)))
            if len(waiting) >= AHEAD * at_once:
                all_read &= await said_first()
        while waiting:
            all_read &= await said_first()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    return all_read


def look(content: Path, files: Iterable[Path], at_once: int) -> int:
    """Print what the bot sees in each file; 0 if all could be read, 1 if some could not. Raises `ContentError`."""
    from dialogs.composed.reading import read_content

    rules = json.dumps(read_content(content).recognition).encode()
    try:
        return 0 if asyncio.run(looked(files, rules, at_once, lambda line: print(line, flush=True))) else 1
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
