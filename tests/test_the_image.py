"""What the container's image has, runs as, and is built from."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

from bot.vault.master_key import read_master_key
from tests.content.breaking import LEFT_BEHIND, with_a_record_more
from tests.deployed import (
    PROJECT,
    environment,
    pods,
    text,
    told,
)


def test_the_image_runs_as_nobody_in_particular_everywhere_the_same() -> None:
    user, _, group = told("USER")[-1].partition(":")
    assert int(user) > 0
    assert int(group) > 0
    for pod in pods():
        context = pod["securityContext"]
        assert context["runAsNonRoot"] is True
        assert (str(context["runAsUser"]), str(context["runAsGroup"])) == (user, group)
    assert f"-o {user} -g {group} {environment()['DATA_DIR']}" in " ".join(told("RUN"))
    assert f"-o {user} backups" in text("docs/operating.md")


def test_the_image_has_what_the_bot_needs_and_nothing_of_its_data() -> None:
    allowed = [line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")]
    sources = [line.split()[0] for line in told("COPY") if not line.startswith("--from")]
    sources = [source.replace("${LOCK}", told("ARG")[0].removeprefix("LOCK=")) for source in sources]
    assert sources
    for source in sources:
        assert (PROJECT / source).exists(), source
        assert source in allowed, source
    assert text(".dockerignore").split("\n\n")[0].splitlines()[1] == "*"
    for secret in (".env", "data", "master.key", "secrets"):
        assert not any(fnmatch(secret, each) for each in allowed)
    assert environment()["DATA_DIR"] in told("VOLUME")


def test_what_the_image_has_is_enough_to_start_and_where_all_is_well_check_says_so_and_makes_nothing(
    tmp_path: Path,
) -> None:
    """Also with a record more than there is now, and with what editors leave behind, which is passed over."""
    for folder in ("bot", "dialogs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    with_a_record_more(tmp_path / "content")
    words = [sys.executable, "-m", "bot", "check"]
    environment = {"DATA_DIR": str(tmp_path / "data")}
    ended = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert re.match(r"en \(.+\): \d+ records, ", ended.stdout)
    assert {*re.findall("^not read: content/(.+)$", ended.stdout, re.MULTILINE)} == {*LEFT_BEHIND}
    assert ended.stdout.endswith("All is well.\n")
    assert not (tmp_path / "data").exists()


def test_only_wheels_come_in_and_each_by_its_hash() -> None:
    (install,) = [line for line in told("RUN") if "pip " in line]
    assert "--require-hashes" in install
    assert "--only-binary=:all:" in install
    for name in ("requirements.lock", "requirements-ocr.lock"):
        assert name in text(".dockerignore")
        assert name in text("Dockerfile")


def test_the_master_key_that_the_page_has_made_is_one(tmp_path: Path) -> None:
    (code,) = re.findall(r'-c "(from pathlib .*)"$', text("docs/operating.md"), re.MULTILINE)
    code = code.replace("/data/master.key", str(tmp_path / "master.key"))
    subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=True)
    key = read_master_key(tmp_path / "master.key")
    assert key
    assert len(key) == 32
