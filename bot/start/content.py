"""Reads all content once, so that every later start finds what was made of it: `python -m bot.start.content`.

For an installation that the bot itself may not write to, such as an image; elsewhere the first start does the same.
"""

from __future__ import annotations

import sys

from bot.folders import CONTENT
from dialogs.composed.reading import read_contents
from dialogs.content.files import ContentError
from dialogs.content.kept import beside_bytecode


def main() -> int:
    """0 if all was read; 2 for wrong content, with a line for each mistake."""
    try:
        for _ in read_contents(CONTENT, kept=beside_bytecode()).be_ready():
            pass
    except ContentError as wrong:
        print("\n".join(f"wrong content: {each}" for each in wrong.all), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
