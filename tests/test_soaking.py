"""The page of the long tests says what ran, what of it passed, and what was seen."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.soaking import FIGURES, write

PROJECT = Path(__file__).parents[1]


def report(test: str, outcome: Any, seen: str = "", when: Any = "call") -> pytest.TestReport:
    name = f"tests/system/test_kills.py::{test}"
    properties = [(FIGURES, seen)] if seen else []
    return pytest.TestReport(name, (name, 1, test), {}, outcome, None, when, duration=61, user_properties=properties)


def test_each_test_is_a_line_with_what_was_seen_and_what_failed_is_counted(tmp_path: Path) -> None:
    runs = [report(f"test_killed_often[{number}]", "passed", "31 kills") for number in range(3)]
    failed = [report("test_cut_off", "failed"), report("test_never_began", "failed", when="setup")]
    set_up = report("test_killed_often[0]", "passed", when="setup")
    write(tmp_path / "page.md", [*runs, *failed, set_up])
    page = (tmp_path / "page.md").read_text()
    assert "3 of 5 passed, in 5 minutes" in page
    assert "| killed often (`system/test_kills.py`) | 3 | 3 | 183 | 3 × 31 kills |" in page
    assert "| cut off (`system/test_kills.py`) | 1 | 0 | 61 |  |" in page
    assert "| never began (`system/test_kills.py`) | 1 | 0 | 61 |  |" in page


def test_make_soak_is_understood() -> None:
    """A page that is there already must not be taken for what is to be run."""
    told = subprocess.run(["make", "-n", "soak"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    (line,) = [line for line in told.splitlines() if "pytest" in line]
    _, *arguments = shlex.split(line)
    asked = subprocess.run([sys.executable, *arguments, "--markers"], cwd=PROJECT, capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr
