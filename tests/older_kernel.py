"""A kernel, or a container, that lacks what our jail is built of: what runs here is told that there is no such call.

`python -m tests.older_kernel landlock seccomp -- command …` runs a command so.
"""

import ctypes
import os
import struct
import sys

_CALLS = {"x86_64": (0xC000003E, 157), "aarch64": (0xC00000B7, 167)}  # audit number of the machine, prctl
_LANDLOCK = (444, 445, 446)
_SET_SECCOMP, _SET_NO_NEW_PRIVILEGES = 22, 38
_ALLOW, _NO_SUCH_CALL, _NO_SUCH_OPTION = 0x7FFF0000, 0x00050000 | 38, 0x00050000 | 22
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06


def take_away(*parts: str) -> None:
    """From this process, and all that it starts, for good."""
    _, prctl = _CALLS[os.uname().machine]
    steps = [(_LOAD, 0, 0, 0)]
    if "landlock" in parts:
        for call in _LANDLOCK:
            steps += [(_IF_EQUAL, 0, 1, call), (_RETURN, 0, 0, _NO_SUCH_CALL)]
    if "seccomp" in parts:
        refusal = [(_LOAD, 0, 0, 16), (_IF_EQUAL, 0, 1, _SET_SECCOMP), (_RETURN, 0, 0, _NO_SUCH_OPTION)]
        steps += [(_IF_EQUAL, 0, len(refusal), prctl), *refusal]
    steps += [(_RETURN, 0, 0, _ALLOW)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    program = struct.pack("@HxxxxxxQ", len(steps), ctypes.addressof(code))
    assert kernel.prctl(_SET_SECCOMP, 2, program, 0, 0) == 0


if __name__ == "__main__":
    gap = sys.argv.index("--")
    take_away(*sys.argv[1:gap])
    os.execvp(sys.argv[gap + 1], sys.argv[gap + 1 :])
