"""What the jail holds, tried by real children; and what is said where a kernel or a container takes a part away."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.child.child import ChildAnswer, run_child
from bot.child.hold import Hold, try_jail
from bot.child.trying import ATTEMPTS

PROJECT = Path(__file__).resolve().parents[2]
MISBEHAVIOUR = "tests.documents.misbehaviour"

pytestmark = pytest.mark.usefixtures("begins")


def where_missing(*parts: str) -> dict[str, Any]:
    """What a bot that has shielded itself finds out where these parts of the jail are missing."""
    without = ["-m", "tests.older_kernel", *parts, "--", sys.executable] if parts else []
    command = [sys.executable, *without, "-m", "tests.documents.holding"]
    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True, text=True)
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


async def test_no_child_reaches_anything_outside() -> None:
    assert await try_jail() == Hold()
    assert (await try_jail()).whole


async def test_no_child_touches_its_parent_or_changes_what_it_may_do() -> None:
    assert await run_child(MISBEHAVIOUR, [b"touch_others\n"]) == ChildAnswer("done", b"")


@pytest.mark.parametrize(
    ("parts", "missing"),
    [((), []), (("landlock",), ["Landlock"]), (("seccomp",), ["seccomp"])],
)
def test_what_is_missing_is_said_by_its_name(parts: tuple[str, ...], missing: list[str]) -> None:
    found = where_missing(*parts)
    assert found["missing"] == missing
    assert [name for name in ("Landlock", "seccomp") if any(name in line for line in found["complaints"])] == missing


def test_where_nothing_holds_the_bot_s_own_memory_is_still_closed() -> None:
    found = where_missing("landlock", "seccomp")
    assert found["missing"] == ["Landlock", "seccomp"]
    assert {"files", "network", "programs"} <= set(found["reached"])
    assert not {"memory", "peeking", "tracing"} & set(found["reached"])
    assert found["core"] == [0, 0]


def test_a_jail_that_must_be_whole_lets_no_child_begin_where_it_is_not() -> None:
    assert where_missing("landlock")["opened"] == {"whole": "never_began", "any": "done"}
    assert where_missing("seccomp")["opened"] == {"whole": "never_began", "any": "done"}
    assert where_missing()["opened"] == {"whole": "done", "any": "done"}


def test_every_attempt_is_one_that_some_part_should_hold() -> None:
    assert Hold(ATTEMPTS).missing == ("Landlock", "seccomp")
    assert all(Hold((attempt,)).missing for attempt in ATTEMPTS)
