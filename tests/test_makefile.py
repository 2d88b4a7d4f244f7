"""Setting up with two commands: what is missing is named, and half a setting up does not count as done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
MADE = ".venv/.made"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    return tmp_path


def make(checkout: Path, python: str) -> subprocess.CompletedProcess[str]:
    # Make hands its own variables to its children; this one shall be as a person calls it.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "-s", MADE, f"PYTHON={python}"]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def python_without(checkout: Path, what_fails: str, leaves: str = "") -> str:
    """A Python that fails where its arguments hold these words, and leaves half a virtual environment behind."""
    half = 'mkdir -p .venv/bin; touch .venv/pyvenv.cfg; echo "ensurepip is not available"' if leaves else ":"
    script = checkout / "python"
    script.write_text(f'#!/bin/sh\ncase "$*" in *{what_fails}*) {half}; exit 1;; esac\nexec "{sys.executable}" "$@"\n')
    script.chmod(0o755)
    return str(script)


def quick_python(checkout: Path) -> str:
    """A Python that makes a virtual environment in no time: one that can only say that it has pip."""
    script = checkout / "quick"
    makes = "rm -rf .venv; mkdir -p .venv/bin; cp /bin/true .venv/bin/python; cp /bin/true .venv/bin/pip"
    script.write_text(f'#!/bin/sh\ncase "$*" in *venv?--clear*) {makes}; exit 0;; esac\nexec "{sys.executable}" "$@"\n')
    script.chmod(0o755)
    return str(script)


def test_a_debian_without_python3_venv_is_told_its_name_in_one_line_and_works_once_it_is_there(checkout: Path) -> None:
    refused = make(checkout, python_without(checkout, "ensurepip"))
    assert refused.returncode != 0
    line = next(line for line in refused.stderr.splitlines() if not line.startswith("make"))
    assert "apt-get install python3-venv" in line
    assert "Traceback" not in refused.stderr
    assert not (checkout / ".venv").exists()
    assert make(checkout, quick_python(checkout)).returncode == 0
    assert (checkout / ".venv" / "bin" / "pip").exists()


def test_half_a_virtual_environment_does_not_count_as_done(checkout: Path) -> None:
    assert make(checkout, python_without(checkout, "venv?--clear", leaves="half")).returncode != 0
    assert not (checkout / ".venv").exists()
    (checkout / ".venv").mkdir()  # killed in the middle
    (checkout / ".venv" / "pyvenv.cfg").touch()
    assert make(checkout, quick_python(checkout)).returncode == 0
    assert (checkout / ".venv" / "bin" / "pip").exists()


def test_one_that_was_made_before_is_left_as_it_is(checkout: Path) -> None:
    assert make(checkout, quick_python(checkout)).returncode == 0
    (checkout / MADE).unlink()
    (checkout / ".venv" / "ours").touch()
    assert make(checkout, quick_python(checkout)).returncode == 0
    assert (checkout / ".venv" / "ours").exists()
