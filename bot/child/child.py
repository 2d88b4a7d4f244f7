"""A process of its own for work on bytes we do not trust: limited, alone, and always ended."""

from __future__ import annotations

import asyncio
import math
import os
import signal
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from bot.child import confinement
from bot.child.begun import Asked, Begun, Fresh
from bot.child.lending import Loan
from bot.child.nursery import Nursery

_PROJECT = Path(__file__).resolve().parents[2]
_PYTHON = os.path.abspath(sys.executable)
"""Where PATH names a folder beside the one that we were started in, so does Python; a child begins in another."""

Outcome = Literal["done", "timed_out", "out_of_memory", "crashed", "never_began"]
"""The last: the process was not fit to begin, through a fault of ours and whatever it would have been given."""
Hear = Callable[[bytes], object]
_PIECE = 1 << 20


@dataclass(frozen=True)
class ChildAnswer:
    """How the child ended and what it wrote until then (nothing, if that was too much); never trust the bytes."""

    outcome: Outcome
    output: bytes = b""


@dataclass
class _Heard:
    """What the child has said so far: how much, and the bytes where nobody takes them as they come."""

    hear: Hear | None
    limit: int
    size: int = 0
    kept: bytearray = field(default_factory=bytearray)

    @property
    def has_room(self) -> bool:
        return self.size <= self.limit

    @property
    def most_at_once(self) -> int:
        return min(_PIECE, self.limit + 1 - self.size) if self.hear else self.limit + 1 - self.size

    def take(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.hear is None:
            self.kept += piece
        elif self.has_room:
            self.hear(piece)


_nursery = Nursery()
_demands = {"whole_jail": False}


def demand_whole_jail(demanded: bool) -> None:
    """Whether children may begin where the kernel cannot confine them as they should be (`REQUIRE_CONFINEMENT`)."""
    _demands["whole_jail"] = demanded


async def run_child(
    module: str,
    chunks: Iterable[bytes],
    *,
    seconds: float = 10,
    memory: int = 512 << 20,
    answer_limit: int = 64 << 10,
    hear: Hear | None = None,
    seconds_in_all: float | None = None,
    whole_jail: bool | None = None,
    loan: Loan | None = None,
) -> ChildAnswer:
    """Run a module's `main()` in a new, confined process, the chunks as its standard input.

    Limits: seconds of wall clock and of processor time, bytes of memory beside what Python and our code take, bytes of
    answer (more is "crashed"). The chunks may block: they are drawn in a thread. What they raise is raised here;
    nothing the child does is.

    With `whole_jail` a child that the kernel cannot confine as it should never begins; as `demand_whole_jail` said, if
    nothing is said.

    With `hear` the answer is not collected: each piece is handed over as it comes, in a thread, and what hearing it
    raises is raised here. Then `seconds` is the longest silence, and `seconds_in_all` of processor time is the limit.

    With a `loan` the child may read large files too, piece by piece; who lends them closes it.
    """
    whole_jail = _demands["whole_jail"] if whole_jail is None else whole_jail
    process = _begin(module, seconds_in_all or seconds, memory, whole_jail, loan)
    threads = ThreadPoolExecutor(2, thread_name_prefix="child")
    loop = asyncio.get_running_loop()
    feeding = loop.run_in_executor(threads, _feed, process, chunks)
    # A source of chunks that never returns keeps its thread, not us; its late error is nobody's concern.
    feeding.add_done_callback(lambda done: done.cancelled() or done.exception())
    heard = _Heard(hear, answer_limit)
    listening = loop.run_in_executor(threads, _listen, process, heard)
    both: set[asyncio.Future[Any]] = {feeding, listening}
    in_time = False
    try:
        in_time = await _ends_in_time(both, seconds, heard)
        if in_time and not (listening.done() and listening.exception()):
            await feeding
    finally:
        code = await asyncio.shield(_end(process, threads, listening))
    return _answer(code, await listening, in_time)


async def _ends_in_time(both: set[asyncio.Future[Any]], seconds: float, heard: _Heard) -> bool:
    """Wait for both threads; False once that took too long, or the child was silent too long if it is listened to."""
    size = -1
    while size != heard.size:
        size = heard.size
        # wait() leaves both running when its time is over; they end once the child has.
        done, waiting = await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
        if not waiting or any(each.exception() for each in done):
            return True
        if heard.hear is None:
            return False
    return False


def _begin(module: str, seconds: float, memory: int, whole_jail: bool, loan: Loan | None) -> Begun:
    # Begun from the loop's own thread: a child is told to die with the thread that made it.
    whole = "whole" if whole_jail else "any"
    asked = Asked(str(_PROJECT), module, memory, math.ceil(seconds), whole, loan.descriptor if loan else 0)
    begun = _nursery.fork(asked, _PYTHON) or Fresh(asked, _PYTHON)
    if loan:
        loan.is_handed_over()
    return begun


def _feed(process: Begun, chunks: Iterable[bytes]) -> None:
    iterator = iter(chunks)
    try:
        with suppress(BrokenPipeError):  # the child has ended or reads no further: its answer tells why
            for chunk in iterator:
                rest = memoryview(chunk)
                while rest:
                    rest = rest[process.stdin.write(rest) :]
    finally:
        process.stdin.close()
        getattr(iterator, "close", lambda: None)()


def _listen(process: Begun, heard: _Heard) -> bytes | None:
    """Everything the child says until it ends, or None if that is more than the limit."""
    try:
        while heard.has_room and (piece := process.stdout.read(heard.most_at_once)):
            heard.take(piece)
    except BaseException:
        process.kill()
        raise
    finally:
        if not heard.has_room:
            process.kill()
        process.wait()
    return bytes(heard.kept) if heard.has_room else None


async def _end(process: Begun, threads: ThreadPoolExecutor, listening: asyncio.Future[bytes | None]) -> int:
    """Kill whatever is left of the child, reap it, and let both threads run out; how it ended."""
    process.kill()
    await asyncio.wait({listening})
    code = await asyncio.get_running_loop().run_in_executor(threads, process.reap)
    process.stdout.close()
    threads.shutdown(wait=False)
    return code


def _answer(returncode: int, output: bytes | None, in_time: bool) -> ChildAnswer:
    if not in_time or returncode == -signal.SIGXCPU:
        return ChildAnswer("timed_out", output or b"")
    # The kernel kills what takes too much of the machine's memory, and pdfium traps itself when it gets no more.
    by_the_kernel = output is not None and -returncode in (signal.SIGKILL, signal.SIGTRAP)
    if returncode == confinement.OUT_OF_MEMORY or by_the_kernel:
        return ChildAnswer("out_of_memory", output or b"")
    if returncode == confinement.NEVER_BEGAN and output == b"":
        return ChildAnswer("never_began")
    if returncode != 0 or output is None:
        return ChildAnswer("crashed", output or b"")
    return ChildAnswer("done", output)
