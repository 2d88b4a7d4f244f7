"""A packing child that a file can end: its bytes say how."""

import os
import signal
import time
from collections.abc import Collection
from typing import BinaryIO

from bot.kinds.kind import Setting
from bot.kinds.leaves import Leaves
from bot.packet import binding, packing

_read = binding.leaves_of


def main() -> None:
    binding.leaves_of = _misbehaving
    packing.main()


def _misbehaving(data: bytes | BinaryIO, kind: str, setting: Setting, drawn: Collection[int]) -> Leaves:
    assert isinstance(data, bytes)
    if data.endswith(b"please crash"):
        os.abort()
    if data.endswith(b"please take memory"):
        os._exit(77)
    if data.endswith(b"please hang"):
        signal.setitimer(signal.ITIMER_PROF, 0)
        time.sleep(1000)
    return _read(data, kind, setting, drawn)
