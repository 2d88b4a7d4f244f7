"""A start that ends by itself: what it is given, how it ended, and whether it said one true line and no secret."""

from __future__ import annotations

import os
import re
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.ports import free_port
from tests.system import forked
from tests.system.bad_starts import stand

TOKEN = "123456:" + "a-token-that-nobody-may-see"
PASSWORD = "geheim"
BOTH = ("check", "run")


def environment_in(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    api = {"TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}"}
    return {**kept, **api, "TELEGRAM_TOKEN": TOKEN, "DATA_DIR": str(folder / "data")}


def case(folder: Path, command: str, more: dict[str, str]) -> dict[str, Any]:
    return {"folder": str(folder), "command": command, "environment": {**environment_in(folder), **more}}


def all_ended(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_one(**case) for case in cases]


def _one(
    folder: str,
    environment: dict[str, str],
    command: str,
    disks: dict[str, dict[str, Any]] | None = None,
    unprivileged: bool = False,
    content: str = "",
    proofread: bool = True,
) -> dict[str, Any]:
    there = partial(stand, disks or {}, unprivileged, content, proofread)
    ended = forked.ended([command], environment, Path(folder), there)
    return {"code": ended.returncode, "out": ended.stdout, "err": ended.stderr}


def lying_in(folder: Path) -> dict[str, str]:
    """All that lies in a folder."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


def is_one_true_line(ended: dict[str, Any], says: str) -> None:
    assert ended["code"] == 2, ended
    assert ended["out"] == ""
    (line,) = ended["err"].splitlines()
    assert re.search(says, line), line
    assert PASSWORD not in line
    assert TOKEN[7:] not in line
