"""A machine as a container gives it: everything can only be read but one folder, and there is nothing to be gained.

`python -m tests.read_only FOLDER -- command …` runs a command so; it ends with 100 where that cannot be had.
"""

import ctypes
import os
import struct
import sys
from pathlib import Path

REFUSED = 100
_NEW_MOUNTS, _PRIVATE, _BIND, _REMOUNT, _READ_ONLY = 0x00020000, 0x44000, 0x1000, 0x20, 1
_CAPABILITIES_VERSION, _SET_NO_NEW_PRIVILEGES = 0x20080522, 38
_OF_THE_KERNEL = {"proc", "sysfs", "devtmpfs", "devpts", "mqueue", "cgroup", "cgroup2"}


def close_all_but(folder: Path) -> bool:
    """For this process, and all that it starts; False where the machine lets us change no mounts."""
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.unshare(_NEW_MOUNTS) or kernel.mount(b"none", b"/", None, _PRIVATE, None):
        return False
    mounted = Path("/proc/self/mountinfo").read_text().splitlines()
    if kernel.mount(os.fsencode(folder), os.fsencode(folder), None, _BIND, None):  # it stays as it is
        return False
    for line in mounted:
        place, kind = line.split()[4], line.partition(" - ")[2].split()[0]
        if kind not in _OF_THE_KERNEL and not place.startswith(("/dev", "/proc", "/sys")):
            kernel.mount(None, os.fsencode(place), None, _REMOUNT | _BIND | _READ_ONLY, None)
    kernel.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    # Even as root: what one may not read or write by its mode is closed.
    return not kernel.capset(struct.pack("=Ii", _CAPABILITIES_VERSION, 0), bytes(24))


if __name__ == "__main__":
    gap = sys.argv.index("--")
    if not close_all_but(Path(sys.argv[1])):
        sys.exit(REFUSED)
    os.execvp(sys.argv[gap + 1], sys.argv[gap + 1 :])
