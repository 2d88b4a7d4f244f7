"""Two S3 test servers as processes of their own: moto takes any key, nanio checks keys and knows no conditions."""

from __future__ import annotations

import ctypes
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from bot.vault.objects.bucket import Bucket
from bot.vault.objects.objects import Objects
from bot.vault.objects.opening import open_bucket

BUCKET = "patients"
KEY, SECRET = "a-key-of-the-tests", "the-secret-of-that-key"
SCRIPTS = Path(sys.executable).parent
PATIENCE = 120


class StoreServer:
    """One server, and what a bot has to know of it."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind, self._folder = kind, folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def variables(self) -> dict[str, str]:
        """What an operator sets beside STORE_URL."""
        return {
            "AWS_ENDPOINT_URL": self.address,
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
        }

    def start(self) -> None:
        commands = {
            "moto": [str(SCRIPTS / "moto_server"), "-p", str(self.port)],
            "nanio": [str(SCRIPTS / "nanio"), "serve", "--data-dir", str(self._folder), "--port", str(self.port)],
        }
        self._folder.mkdir(exist_ok=True)
        environment = {**os.environ, "NANIO_ACCESS_KEY": KEY, "NANIO_SECRET_KEY": SECRET}
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(
            commands[self.kind], env=environment, stdout=quiet, stderr=quiet, preexec_fn=_ends_with_the_tests
        )
        self._wait()

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
        self._process = None

    def pause(self) -> None:
        """It still takes connections, and answers none."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    @cache  # noqa: B019 - it takes half a second to be made, and lives as long as the server
    def client(self) -> Any:
        import boto3  # it takes a while

        region, keys = "us-east-1", {"aws_access_key_id": KEY, "aws_secret_access_key": SECRET}
        return boto3.client("s3", endpoint_url=self.address, region_name=region, **keys)

    def make_bucket(self, name: str = BUCKET) -> None:
        self.client().create_bucket(Bucket=name)

    def lying(self, bucket: str = BUCKET) -> list[str]:
        """The names of all objects there, as the store itself tells them."""
        pages = self.client().get_paginator("list_objects_v2").paginate(Bucket=bucket)
        return [each["Key"] for page in pages for each in page.get("Contents", [])]

    def _wait(self) -> None:
        ticks = threading.Event()
        for _ in range(PATIENCE * 10):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return
            except OSError:
                ticks.wait(0.1)
        raise AssertionError(f"{self.kind} did not start")


def _ends_with_the_tests() -> None:
    """Also where they are killed, and stop nothing any more."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG


@contextmanager
def running_store(kind: str, folder: Path) -> Iterator[StoreServer]:
    server = StoreServer(kind, folder)
    try:
        server.start()
        server.make_bucket()
        yield server
    finally:
        server.kill()


def new_bucket(server: StoreServer, **others: str) -> Bucket:
    """A folder of its own in the server's bucket."""
    return open_bucket(f"s3://{BUCKET}/{secrets.token_hex(4)}", {**server.variables, **others})


class Sealed:
    """A sealed file as it lies somewhere, to be looked at and changed behind the vault's back."""

    def __init__(self, place: Path | Objects, case_id: str, document: int) -> None:
        self._place, self._folder = place, f"{case_id}/{document}"

    def read_bytes(self) -> bytes:
        if isinstance(self._place, Path):
            return self._place.joinpath(f"{self._folder}.sealed").read_bytes()
        return b"".join(self._place._bucket.get(name) for name in self._pieces())

    def write_bytes(self, content: bytes) -> None:
        if isinstance(self._place, Path):
            self._place.joinpath(f"{self._folder}.sealed").write_bytes(content)
            return
        bucket = self._place._bucket
        first, *more = self._pieces()
        size = len(bucket.get(first))
        bucket.put(first, content[:size], replaces=True)
        bucket.put(more[0], content[size:], replaces=True)
        for name in more[1:]:
            bucket.put(name, b"", replaces=True)

    def _pieces(self) -> list[str]:
        assert isinstance(self._place, Objects)
        (label,) = self._place._labels(self._folder)
        return [label.place.piece(number) for number in range(label.pieces)]


__all__ = ["BUCKET", "KEY", "SECRET", "Sealed", "StoreServer", "new_bucket", "running_store"]
