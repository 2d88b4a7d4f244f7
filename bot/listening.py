"""What the ears hear in sentences from a file, one a line: for who tries them, and for who writes their rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dialogs.understanding.safety.ears import Ears


def heard(ears: Ears, lines: Iterable[str]) -> Iterator[str]:
    """For each line one of JSON: the kind of what was heard in it, and how sure that is."""
    for line in lines:
        found = ears.hear(line.rstrip("\r\n"))
        yield json.dumps({"kind": found.kind, "sure": found.sure})


def listen(content: Path, file: Path | None) -> None:
    """Print what is heard in each line of a file, or of what is typed. Nothing of it is kept."""
    from dialogs.content.ears import read_ears

    ears = read_ears(content)
    source = file.open("rb") if file else sys.stdin.buffer
    with source:
        for line in heard(ears, (raw.decode("utf-8", "replace") for raw in source)):
            print(line, flush=True)
