"""What the long versions of the heavy tests saw, as a page that can be kept: `make soak` writes docs/soak.md."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

FIGURES = "figures"
"""The name under which a test records what it saw, in words: `record_property(FIGURES, "10,000 updates, …")`."""
_HEAD = """# The long versions of the heavy tests

`make soak` runs them, some at once, and writes this page. What each promises stands in its module; those that look
for examples by themselves look among twelve times as many as in `make test`.

{day}; Python {python}, {cores} cores; {passed} of {all} passed, in {minutes} minutes of all tests together.

| what is tried | runs | passed | seconds | seen |
|---|---:|---:|---:|---|
"""


def write(page: Path, reports: Sequence[pytest.TestReport]) -> None:
    """The page of these reports, a line a test, its parameters together."""
    called = [each for each in reports if each.when == "call" or (each.when == "setup" and not each.passed)]
    tests: dict[str, list[pytest.TestReport]] = {}
    for report in sorted(called, key=lambda each: each.nodeid):
        tests.setdefault(report.nodeid.partition("[")[0], []).append(report)
    head = _HEAD.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        python=platform.python_version(),
        cores=os.cpu_count(),
        passed=sum(each.passed for each in called),
        all=len(called),
        minutes=round(sum(each.duration for each in called) / 60),
    )
    page.write_text(head + "".join(_line(name, runs) for name, runs in tests.items()), encoding="utf-8")


def _line(name: str, runs: Sequence[pytest.TestReport]) -> str:
    module, _, test = name.rpartition("::")
    said = test.removeprefix("test_").replace("_", " ")
    seconds = sum(each.duration for each in runs)
    seen = "; ".join(_seen(runs))
    passed = sum(each.passed for each in runs)
    return f"| {said} (`{module.removeprefix('tests/')}`) | {len(runs)} | {passed} | {seconds:.0f} | {seen} |\n"


def _seen(runs: Iterable[pytest.TestReport]) -> list[str]:
    seen = Counter(str(value) for each in runs for name, value in each.user_properties if name == FIGURES)
    return [value if times == 1 else f"{times} × {value}" for value, times in seen.items()]


def told_to(config: pytest.Config) -> list[pytest.TestReport]:
    """All reports of a run, whichever way they ended."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    every = reporter.stats.values() if reporter else ()
    return [each for reports in every for each in reports if isinstance(each, pytest.TestReport)]
