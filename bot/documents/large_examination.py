"""The child's work on a file that is lent to it: a line of rules, a line about the loan, then as `examination.py`."""

import json
import sys
from itertools import chain

from bot.child.borrowing import borrowed
from bot.documents.examination import tell
from bot.kinds.every import MOST_IN_MEMORY, examine, examine_large
from dialogs.receiving.sent import TELEGRAM_LIMIT

SECONDS_TO_PACK = 30
"""Of processor time: the beginning of every file on a disc is read once more, to find its papers."""


def main() -> None:
    """Look at the file where it lies, if its kind allows that; else read all of it, if that is not too much."""
    rules = sys.stdin.buffer.readline(TELEGRAM_LIMIT)
    loan = json.loads(sys.stdin.buffer.readline(TELEGRAM_LIMIT))
    file = borrowed(loan["descriptor"], 0, loan["size"])
    findings = examine_large(file, loan["size"])
    first = next(findings, None)
    if first:
        tell(file, chain([first], findings), rules, SECONDS_TO_PACK)
        return
    file.seek(0)
    data = file.read(loan["size"])
    tell(data, examine(data, MOST_IN_MEMORY), rules, SECONDS_TO_PACK)
