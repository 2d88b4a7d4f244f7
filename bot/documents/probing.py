"""The child's work: to look at a known good file of each kind, as `examination.py` looks at a patient's.

One line of JSON for each that could be read, flushed at once: whatever ends this process is no harm to what was said.
"""

import json
import os
from pathlib import Path

from bot.kinds.every import examine

SPECIMENS = Path(__file__).parents[1] / "kinds" / "specimens"
"""A tiny file of every kind we keep, made by us and of nobody; its name is its kind."""


def main() -> None:
    """Look at all of them, behind everything else that this machine has to do."""
    os.nice(10)
    for path in sorted(SPECIMENS.iterdir()):
        found = next(examine(path.read_bytes()))
        if found.state in ("readable", "opened") and found.kind == path.name:
            print(json.dumps(path.name), flush=True)
