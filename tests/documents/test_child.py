import asyncio
import ctypes
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.child.child import ChildAnswer, Outcome, run_child

PROJECT = Path(__file__).resolve().parents[2]
MISBEHAVIOUR = "tests.documents.misbehaviour"


async def told_to(what: str, *more: bytes, seconds: float = 10, **limits: Any) -> ChildAnswer:
    return await run_child(MISBEHAVIOUR, [what.encode() + b"\n", *more], seconds=seconds, **limits)


def children() -> set[str]:
    """The processes of this one that run or were not reaped; `ps` and the like need not be there."""
    found: set[str] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that ended just now
            found.update((task / "children").read_text().split())
    return found


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(begins: str) -> Iterator[None]:
    open_before, children_before = set(os.listdir("/proc/self/fd")), children()
    yield
    for thread in threading.enumerate():
        if thread.name.startswith("child"):
            thread.join(5)
    assert children() <= children_before
    assert set(os.listdir("/proc/self/fd")) <= open_before


async def test_an_answer_comes_back_as_it_was_written() -> None:
    pieces = [bytes([number]) * 60_000 for number in range(50)]
    assert await told_to("echo", *pieces, answer_limit=4 << 20) == ChildAnswer("done", b"".join(pieces))


def test_it_begins_also_where_python_was_found_beside_the_folder_of_the_start() -> None:
    once = (
        "import asyncio; from bot.child.child import run_child; "
        f"print(asyncio.run(run_child({MISBEHAVIOUR!r}, [b'echo\\n'])).outcome)"
    )
    python = Path(sys.executable)
    environment = {**os.environ, "PATH": os.path.relpath(python.parent, PROJECT)}
    told = subprocess.run([python.name, "-c", once], cwd=PROJECT, env=environment, capture_output=True, text=True)
    assert told.stdout == "done\n", told.stderr


async def test_an_answer_up_to_the_limit_is_taken_and_one_beyond_it_is_not() -> None:
    assert await told_to("echo", b"x" * 1000, answer_limit=1000) == ChildAnswer("done", b"x" * 1000)
    assert await told_to("echo", b"x" * 1001, answer_limit=1000) == ChildAnswer("crashed")


async def test_a_child_that_waits_for_ever_is_ended() -> None:
    assert await told_to("wait_for_ever", seconds=0.3) == ChildAnswer("timed_out")


async def test_a_child_that_computes_for_ever_is_ended() -> None:
    assert await told_to("compute_for_ever", seconds=0.3) == ChildAnswer("timed_out")


async def test_a_child_that_hangs_with_its_pipes_closed_is_ended() -> None:
    assert await told_to("close_everything", bytes(1 << 20), seconds=0.3) == ChildAnswer("timed_out")


@pytest.mark.parametrize("what", ["take_memory", "take_memory_bit_by_bit"])
async def test_a_child_that_takes_too_much_memory_is_ended(what: str) -> None:
    assert await told_to(what) == ChildAnswer("out_of_memory")


@pytest.mark.parametrize("what", ["crash", "leave", "recurse", "no_such_thing", "say_too_much"])
async def test_a_child_that_breaks_harms_nobody(what: str) -> None:
    assert await told_to(what) == ChildAnswer("crashed")


@pytest.mark.parametrize(
    ("what", "outcome"),
    [("speak_and_crash", "crashed"), ("speak_and_wait", "timed_out"), ("speak_and_take_memory", "out_of_memory")],
)
async def test_what_a_lost_child_said_is_heard(what: str, outcome: Outcome) -> None:
    assert await told_to(what, seconds=1) == ChildAnswer(outcome, b"known so far\n")


async def test_a_child_that_speaks_for_ever_is_ended_at_once() -> None:
    # "crashed" and not "timed_out": what ended it was how much it said.
    assert await told_to("speak_for_ever", bytes(1 << 20), seconds=120) == ChildAnswer("crashed")


async def test_a_child_that_stops_reading_is_still_heard() -> None:
    assert await told_to("stop_reading", *[bytes(1 << 20)] * 8) == ChildAnswer("done", b"enough\n")


async def test_a_module_that_cannot_be_imported_is_our_own_fault() -> None:
    assert await run_child("bot.documents.nothing", []) == ChildAnswer("never_began")


async def test_a_child_that_has_begun_cannot_put_the_blame_on_us() -> None:
    assert await told_to("pretend_not_to_have_begun") == ChildAnswer("crashed", b"known so far\n")


async def test_what_goes_wrong_with_the_chunks_is_told_to_the_caller() -> None:
    def damaged() -> Iterator[bytes]:
        yield b"echo\n"
        raise LookupError("the file is damaged")

    with pytest.raises(LookupError, match="damaged"):
        await run_child(MISBEHAVIOUR, damaged())


async def test_the_source_of_the_chunks_is_closed_even_if_it_was_not_drained() -> None:
    closed = threading.Event()

    def endless() -> Iterator[bytes]:
        try:
            yield b"leave\n"
            while True:
                yield bytes(64 << 10)
        finally:
            closed.set()

    assert await run_child(MISBEHAVIOUR, endless()) == ChildAnswer("crashed")
    assert closed.is_set()


async def test_a_source_that_blocks_neither_stops_the_loop_nor_outlasts_the_limit() -> None:
    released, beats = threading.Event(), 0

    def stuck() -> Iterator[bytes]:
        yield b"echo\n"
        released.wait(20)

    running = asyncio.ensure_future(run_child(MISBEHAVIOUR, stuck(), seconds=0.3))
    while not running.done():
        await asyncio.wait({running}, timeout=0.01)
        beats += 1
    released.set()
    assert await running == ChildAnswer("timed_out")
    assert beats > 10


async def test_cancelling_ends_the_child() -> None:
    started = threading.Event()

    def signalling() -> Iterator[bytes]:
        yield b"wait_for_ever\n"
        started.set()

    running = asyncio.ensure_future(run_child(MISBEHAVIOUR, signalling()))
    await asyncio.to_thread(started.wait)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_children_side_by_side_do_not_mix() -> None:
    answers = await asyncio.gather(*(told_to("echo", b"%d" % number) for number in range(8)))
    assert [answer.output for answer in answers] == [b"%d" % number for number in range(8)]


async def test_a_child_inherits_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "a secret")
    reached = (await told_to("look_around")).output.decode().splitlines()
    assert "environment" not in reached


@pytest.mark.skipif(ctypes.CDLL(None).syscall(444, None, 0, 1) < 6, reason="this kernel confines files only in part")
async def test_a_child_reaches_no_file_network_or_process() -> None:
    assert await told_to("look_around") == ChildAnswer("done", b"")
