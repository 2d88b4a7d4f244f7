"""The table of what must not wait is learned again from the examples, and is the same to the byte."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dialogs.content.ears import TABLE

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.soak
def test_the_same_examples_give_the_same_table_to_the_byte(tmp_path: Path):
    content = shutil.copytree(PROJECT / "content", tmp_path / "content")
    (content / TABLE).unlink()
    command = [sys.executable, "-m", "training", "--content", str(content)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    assert (content / TABLE).read_bytes() == (PROJECT / "content" / TABLE).read_bytes()
