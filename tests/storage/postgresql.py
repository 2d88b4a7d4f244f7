"""A real PostgreSQL of the tests' own: made, started, and stopped with them."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        import pytest  # the benchmarks run this too, and have no need of it

        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed: make postgresql")
        pytest.skip("PostgreSQL is not installed: make postgresql")
    return found[-1].parent if found else Path(str(on_path)).resolve().parent


@contextmanager
def running_postgresql(durable: bool = True) -> Iterator[str]:
    """The address of an empty database. PostgreSQL refuses to run as root, so root runs it as nobody.

    One that is not `durable` forgets what it was told last if the machine loses its power, and is quicker until then.
    """
    programs = _programs()
    user = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    folder = Path(tempfile.mkdtemp(prefix="postgresql"))
    os.chown(folder, user.pw_uid, user.pw_gid)
    data = folder / "data"
    as_user: dict[str, Any] = {"cwd": folder}
    if os.geteuid() == 0:
        as_user |= {"user": user.pw_uid, "group": user.pw_gid}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    sync = "" if durable else "-c fsync=off -c full_page_writes=off"

    def control(*words: str) -> None:
        command: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w", "-s", "-l", folder / "log", *words]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=60, **as_user)

    try:
        make: list[str | Path] = [programs / "initdb", "-D", data, "-U", "companion", "-A", "trust"]
        make += ["-E", "UTF8", "--locale=C", *(() if durable else ("--no-sync",))]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL, timeout=60, **as_user)
        control("-o", f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {sync}", "start")
        yield f"postgresql://companion@127.0.0.1:{port}/postgres"
        control("-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
