"""What one file may take of a packing child, and what comes of it when it takes more, or is odd."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pypdf.errors import FileNotDecryptedError, LimitReachedError

from bot.kinds.opening import Locked
from bot.kinds.reasons import LeftOut

SECONDS = 30
"""What one file may take of the processor; nobody's packet should wait longer for a file that nobody can read."""


class TooSlow(BaseException):
    """The file's time is over; not an Exception, so that no parser takes it for an oddity of the file."""


@contextmanager
def each_file_ends(seconds: float = 0) -> Iterator[None]:
    """Whatever goes wrong with one file is a reason to leave it out: its oddities, its size, its time (0: as usual)."""

    def over(_: int, __: FrameType | None) -> None:
        raise TooSlow

    # Of processor time, for a busy machine makes no file worse; again and again, should a parser swallow it.
    signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds or SECONDS, 0.2)
    try:
        yield
    except LeftOut:
        raise
    except (TooSlow, MemoryError, LimitReachedError):
        raise LeftOut("too_much") from None
    except (FileNotDecryptedError, Locked):
        raise LeftOut("locked") from None
    except Exception:
        raise LeftOut("unreadable") from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
