from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.child import child
from bot.child.child import ChildAnswer
from bot.child.nursery import Nursery
from bot.documents import examination, inspection


def looks_here(monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> None:
    """Files are looked at by a module in this process, as the child does it and tells it."""

    async def run(name: str, chunks: Iterable[bytes], **_: Any) -> ChildAnswer:
        assert name == module.__name__
        said = io.StringIO()
        with pytest.MonkeyPatch.context() as inside:
            inside.setattr(examination, "SECONDS_TO_READ", 0)  # no alarm: it would end this process
            inside.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"".join(chunks))))
            inside.setattr(sys, "stdout", said)
            try:
                module.main()
            except OSError:
                return ChildAnswer("crashed", said.getvalue().encode())
        return ChildAnswer("done", said.getvalue().encode())

    monkeypatch.setattr(inspection, "run_child", run)


@pytest.fixture
def looked_at_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are looked at in this process: each child takes a while to begin."""
    looks_here(monkeypatch, examination)


PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """A process that children are forked from, and is ready."""
    nursery = Nursery()
    nursery.begin(str(PROJECT), sys.executable)
    assert nursery.is_ready(60), "it never became ready"
    yield nursery
    nursery.close()


@pytest.fixture(params=["fresh", "forked"])
def begins(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each child begins by itself, then each is forked from what has imported all that most need."""
    if request.param == "fresh":
        request.getfixturevalue("fresh_children")
    else:
        monkeypatch.setattr(child, "_nursery", request.getfixturevalue("nursery"))
    return str(request.param)
