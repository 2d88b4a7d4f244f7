"""Every bad start is one true line that names the setting, and `check` says the same line before, touching nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.system.grounds import data_files, data_folder, database, door, settings
from tests.system.grounds.ground import Ground
from tests.system.starts import BOTH, all_ended, case, environment_in, is_one_true_line, lying_in

PROJECT = Path(__file__).resolve().parents[2]
BAD = data_folder.WAYS | data_files.WAYS | door.WAYS | settings.WAYS | database.WAYS


@contextmanager
def _prepared(folder: Path) -> Iterator[tuple[list[dict[str, Any]], list[tuple[str, Ground]]]]:
    """Every bad start, prepared in a folder of its own: as cases to run, and as grounds to look at afterwards."""
    cases, grounds = [], []
    with ExitStack() as stack:
        for name, (prepare, _) in BAD.items():
            (place := folder / name).mkdir()
            ground = Ground(place, stack, environment_in(place))
            prepare(ground)
            grounds.append((name, ground))
            for command in BOTH:
                cases.append({"folder": str(place), "environment": ground.environment, "command": command})
                cases[-1] |= ground.more
        yield cases, grounds


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[dict[str, Any], dict[str, Any], bool]]:
    """Of every bad start: how `check` ended, how `run` did, and whether all was as before after `check`."""
    folder = tmp_path_factory.mktemp("grounds")
    with _prepared(folder) as (cases, grounds):
        before = [lying_in(ground.folder) for _, ground in grounds]
        checked = all_ended(cases[::2])
        untouched = [lying_in(ground.folder) == picture for (_, ground), picture in zip(grounds, before, strict=True)]
        ran = all_ended(cases[1::2])
    names = [name for name, _ in grounds]
    return dict(zip(names, zip(checked, ran, untouched, strict=True), strict=True))


def test_there_are_enough_of_them() -> None:
    assert len(BAD) >= 30


@pytest.mark.parametrize("name", BAD)
def test_a_bad_start_is_one_true_line_and_check_says_it_before(name: str, outcomes: dict[str, Any]) -> None:
    checked, ran, untouched = outcomes[name]
    is_one_true_line(checked, BAD[name][1])
    assert ran == checked, "a start ends with the same line"
    assert untouched, "check changed something"


def test_where_content_is_missing_its_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for ended in all_ended([case(tmp_path, command, {}) | {"content": str(tmp_path / "content")} for command in BOTH]):
        assert (ended["code"], ended["out"]) == (2, "")
        assert re.search(r"wrong content: .*content/guide\.toml: file: is not there", ended["err"])


def test_a_python_without_our_packages_is_told_how_to_start(tmp_path: Path) -> None:
    bare = [getattr(sys, "_base_executable", sys.executable), "-S", "-m", "bot", "check"]
    ended = subprocess.run(bare, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert re.fullmatch(r"\w+ is not installed for this Python: .*make run.*\n", ended.stderr)


def test_who_has_read_enough_is_no_trouble(tmp_path: Path) -> None:
    printing = [sys.executable, "-m", "bot", "diagram"]
    with subprocess.Popen(printing, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as printed:
        assert printed.stdout
        assert printed.stderr
        printed.stdout.close()
        assert printed.stderr.read() == b""
