"""The child's work: one file from standard input, one line of JSON to standard output."""

import json
import sys

from bot.documents.findings import MOST_BYTES, Finding
from bot.documents.kinds import kind_of


def main() -> None:
    """Read the file, look at it, tell what was found."""
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    kind = kind_of(data)
    finding = examine(data)
    print(json.dumps({"state": finding.state, "kind": kind, "pages": finding.pages}))


def examine(data: bytes) -> Finding:
    """What one file is; raises MemoryError, and nothing else that a parser may raise."""
    kind = kind_of(data)
    if len(data) > MOST_BYTES:
        return Finding("over_limit")
    if kind == "unknown":
        return Finding("unknown_kind")
    try:
        # Imported only now: a parser costs more to import than to use.
        if kind == "pdf":
            from bot.documents import pdf

            return pdf.examine(data)
        from bot.documents import image

        return image.examine(data, kind)
    except MemoryError:
        raise
    except Exception:  # parsers raise anything on odd bytes, RecursionError and KeyError among it
        return Finding("unreadable")
