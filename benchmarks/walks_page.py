"""The figures of `benchmarks.walks` as tables, and the page in docs/ that shows them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
RESULTS, PAGE = PROJECT / "benchmarks" / "results", PROJECT / "docs" / "walks.md"
COLUMNS = ("taps", "texts", "files", "messages", "words", "largest_keyboard", "taps_to_enough", "not_understood")


def table(walks: dict[str, dict[str, Any]]) -> str:
    """The figures as a Markdown table."""
    lines = [f"| | {' | '.join(COLUMNS).replace('_', ' ')} |", "|---" * (len(COLUMNS) + 1) + "|"]
    for title, figures in walks.items():
        shown = " | ".join("–" if figures[each] is None else f"{figures[each]:,}" for each in COLUMNS)
        end = "" if figures["reached"] else f"; not reached, the end was “{figures['last']}”"
        lines.append(f"| {title}{end} | {shown} |")
    return "\n".join(lines)


def write() -> None:
    """Put the tables of what was measured into docs/walks.md."""
    page = PAGE.read_text(encoding="utf-8")
    for name in ("walks-before", "walks"):
        file = RESULTS / f"{name}.json"
        told = table(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else "Not measured yet."
        above, mark, below = page.partition(f"<!-- {name} -->\n")
        page = f"{above}{mark}{told}\n<!-- end -->{below.partition('<!-- end -->')[2]}"
    PAGE.write_text(page, encoding="utf-8")
