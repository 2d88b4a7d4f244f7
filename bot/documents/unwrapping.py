"""The child's work: a line that names a place, and a container; the file in that place to standard output."""

import json
import sys

from bot.kinds.archive import Refused
from bot.kinds.containers.entries import Shut
from bot.kinds.containers.listing import taken_out
from dialogs.receiving.sent import TELEGRAM_LIMIT

LARGEST = 200 << 20
"""Bytes of a container: more does not go through memory."""


def main() -> None:
    """One line first, "taken" and then the file; or a JSON list of the state and the kind that it is refused with."""
    wanted = json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT))
    data = sys.stdin.buffer.read(LARGEST)
    sys.stdout.buffer.write(_taken(data, wanted["kind"], wanted["place"]))


def _taken(data: bytes, kind: str, place: str) -> bytes:
    try:
        return b"taken\n" + taken_out(data, kind, place)  # type: ignore[arg-type]
    except Shut as shut:
        why: list[str] = [shut.state, shut.kind]
    except Refused as refused:
        why = [refused.finding.state, refused.finding.kind]
    except KeyError:
        why = ["unreadable", "unknown"]
    return json.dumps(why).encode() + b"\n"
