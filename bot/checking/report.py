"""What was found in content/, as lines for its author."""

from __future__ import annotations

import os
import sys
from os.path import relpath
from pathlib import Path

from bot.checking.content import Findings, proofread
from bot.papers.typefaces import how_to_print, printed_here
from dialogs.content.files import ContentError


def check(folder: Path) -> int:
    """Proofread a content folder and print what was read and what is wrong; 0 if all is well, 2 if not."""
    findings = proofread(folder, at_once=len(os.sched_getaffinity(0)))
    for line in (*findings.read, *_passed_over(findings, folder)):
        print(line)
    for mistake in findings.mistakes:
        print(f"wrong content: {_line(mistake, folder)}", file=sys.stderr)
    if findings.mistakes:
        print(f"{len(findings.mistakes)} to mend in content/.", file=sys.stderr)
        return 2
    for line in _scripts():
        print(line)
    print("All is well.")
    return 0


def _scripts() -> list[str]:
    """In which scripts names and words can be printed here."""
    known = printed_here()
    missing = [script for script, printed in known.items() if not printed]
    print_in = f"papers print {', '.join(script for script, printed in known.items() if printed)}"
    return [print_in, *([f"not here: {', '.join(missing)} ({how_to_print(missing)})"] if missing else [])]


def _line(mistake: ContentError, folder: Path) -> str:
    return f"{relpath(mistake.file, folder.parent)}: {mistake.key}: {mistake.problem}"


def _passed_over(findings: Findings, folder: Path) -> list[str]:
    return [f"not read: {relpath(each, folder.parent)}" for each in findings.passed_over]
