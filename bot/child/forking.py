"""The process that children are forked from: it has imported what they need, and never sees a byte of anybody's file.

Run by its path with `python -I`, with the project's folder and the number of a socket as arguments. It says `READY`
once it has imported all; then each message on the socket asks for a child: JSON with what `confinement.work` is given,
and the child's standard input, its standard output, a line to whoever asked, and what is lent to it. Beside each child
stays one process that tells over that line when it has begun (`BEGUN`) and the exit status with which it ended
(negative for a signal), and ends it once the line is closed.
"""

import ctypes
import gc
import io
import json
import os
import select
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module

READ_BEFORE = (
    *("bot.documents.examination", "bot.documents.recognition", "bot.documents.rendering", "bot.documents.unlocking"),
    *("bot.documents.unwrapping", "bot.packet.alone", "bot.packet.binding", "bot.packet.finishing"),
    *("bot.packet.packing", "bot.papers.typesetting", "bot.kinds.picture_pages", "bot.kinds.sheets.making"),
    *("PIL.ImageCms", "PIL.JpegImagePlugin", "PIL.PngImagePlugin", "cv2", "img2pdf", "lxml.etree", "numpy.ma", "pypdf"),
    *("pypdfium2", "typst"),
)
"""What takes long to import and most children need. Not pydicom: it is as large as all of Pillow, and discs are few."""
READY, BEGUN = b"ready", b"begun"
LONGEST = 16 << 10
"""Bytes of a message."""
PASSED = 4
"""File descriptors that come with what is asked, at most."""
_IDLE = 600
"""Seconds without a child to make, after which this process lets go of its memory."""
_SET_DEATH_SIGNAL = 1


def main() -> None:
    """Import all, then make a child for every message, until nobody asks any more."""
    project, line = sys.argv[1], socket.socket(fileno=int(sys.argv[2]))
    bot = os.getppid()
    _die_with(bot)
    os.close(os.pidfd_open(bot))  # a kernel that has none of these (Linux before 5.3) makes no children this way
    sys.path.insert(0, project)
    for module in READ_BEFORE:
        import_module(module)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    line.settimeout(_IDLE)
    line.send(READY)
    with suppress(OSError):  # nobody is there any more, or nobody asked for long
        while True:
            message, passed, _, _ = socket.recv_fds(line, LONGEST, PASSED)
            if not message:
                return
            if not os.fork():
                line.close()
                _attended(json.loads(message), *passed)
            for each in passed:
                os.close(each)


def _attended(asked: dict[str, object], *passed: int) -> None:
    with suppress(BaseException):
        _attend(asked, *passed)
    os._exit(0)


def _attend(asked: dict[str, object], source: int, answer: int, line: int, *lent: int) -> None:
    """Be beside one child: tell how it ended; end it, and all that it may have begun, once nobody wants it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    parent = os.getpid()
    child = os.fork()
    if not child:
        os.close(line)
        _become(asked, parent, source, answer, lent)
    os.write(line, BEGUN)
    for each in (source, answer, *lent):
        os.close(each)
    with suppress(OSError):
        select.select([os.pidfd_open(child), line], [], [])
    for end in (os.kill, os.killpg):
        with suppress(ProcessLookupError):  # `killpg`: it may have had no time to be a group of its own
            end(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(line, b"%d" % status)


def _become(asked: dict[str, object], parent: int, source: int, answer: int, lent: tuple[int, ...]) -> None:
    from bot.child.confinement import NEVER_BEGAN, work

    try:
        os.setsid()
        _die_with(parent)
        os.dup2(source, 0)
        os.dup2(answer, 1)
        wanted = asked.pop("lent", 0)
        if lent and isinstance(wanted, int):
            os.dup2(lent[0], wanted)
        for each in {source, answer, *lent} - {wanted}:
            os.close(each)
        # Of these the old ones know that there is nothing, and that one may seek in it.
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
    except BaseException:
        os._exit(NEVER_BEGAN)
    work(**asked)  # type: ignore[arg-type]


def _die_with(parent: int) -> None:
    """Be ended when this parent ends, though it may have done so already."""
    ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


if __name__ == "__main__":
    main()
