from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Any

import pytest

from bot.child.child import ChildAnswer
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
