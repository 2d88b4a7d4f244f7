"""The child's work: a password and a locked PDF from standard input, the PDF without its lock to standard output."""

import io
import json
import sys

from pypdf import PdfReader, PdfWriter

from bot.kinds.every import MOST_IN_MEMORY
from bot.kinds.pdf import Mending
from dialogs.receiving.sent import TELEGRAM_LIMIT


def main() -> None:
    """One line first, "opened", "wrong" or "cannot", and after "opened" the file."""
    password = json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT))
    Mending()
    opened = _opened(sys.stdin.buffer.read(MOST_IN_MEMORY + 1), password)
    sys.stdout.buffer.write(opened)


def _opened(data: bytes, password: str) -> bytes:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(password):
            return b"wrong\n"
        written = io.BytesIO()
        PdfWriter(clone_from=reader).write(written)
        return b"opened\n" + written.getvalue()
    except MemoryError:
        raise
    except UnicodeError:  # no PDF can have that for a password
        return b"wrong\n"
    except Exception:  # a lock of another kind, or a file that is damaged behind its lock
        return b"cannot\n"
