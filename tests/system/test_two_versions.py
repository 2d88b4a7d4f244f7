"""An upgrade without a pause: the next version begins beside this one, and nothing of what it knows more is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.versions import MIGRATIONS
from dialogs.case.stored import SHAPE
from tests.storage.postgresql import running_postgresql
from tests.system.company import Company, Replica, company
from tests.system.running import PROJECT, shows, until

NEXT_TABLES = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{newest}"


def upgrade():
    op.add_column("cases", sa.Column("of_the_next_version", sa.String(8)))
"""


@pytest.fixture
def database() -> Iterator[str]:
    with running_postgresql(durable=False) as url:
        yield url


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """This version, with one more column, and one more thing that it knows of a patient."""
    project = tmp_path / "next"
    for folder in ("bot", "dialogs", "content"):
        shutil.copytree(PROJECT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    newest = max(path.name for path in MIGRATIONS.glob("versions/0*.py"))[:4]
    (project / "bot/storage/migrations/versions/9999_next.py").write_text(NEXT_TABLES.format(newest=newest))
    stored = project / "dialogs/case/stored.py"
    stored.write_text(stored.read_text().replace(f"SHAPE = {SHAPE}\n", f"SHAPE = {SHAPE + 1}\n"))
    case = project / "dialogs/case/case.py"
    case.write_text(
        case.read_text().replace("    decision: str = ", '    wish: str = "to be kept"\n    decision: str = ', 1)
    )
    return project


def through(bots: Company, replica: Replica) -> None:
    until(lambda: bots.brought, "brought")
    until(lambda: bots.hand(bots.brought[0], replica), "taken")
    bots.brought.clear()


def test_both_are_at_work_and_what_the_newer_wrote_is_left_to_it(telegram, tmp_path, database, next_version):
    with company(telegram, tmp_path, database, replicas=2) as bots:
        old, new = bots.replicas
        new.stop()
        new.project = next_version
        ana, ben = telegram.person("Ana"), telegram.person("Ben")
        ana.sends("/start")
        through(bots, old)
        ana.waits_for(shows("welcome/begin"))

        new.start()
        until(new.is_up, "the next version is up")
        assert old.is_up()
        ben.sends("/start")
        through(bots, old)
        ben.waits_for(shows("welcome/begin"))
        ana.presses("welcome/begin")
        through(bots, new)
        ana.waits_for(shows("consent/keep_files"))

        ana.presses("consent/keep_files")
        until(lambda: bots.brought, "brought")
        assert not bots.hand(bots.brought[0], old), "it would lose what the next version knows"
        through(bots, new)
        ana.waits_for(shows("gather/go_on"))
        ben.presses("welcome/begin")
        through(bots, old)
        ben.waits_for(shows("consent/keep_files"))
        assert not bots.rows("SELECT 1 FROM failing")

        old.stop()
        old.start()
        assert old.ends(120) != 0
        assert "newer version" in old.log.splitlines()[-1]
        ben.presses("consent/keep_files")
        through(bots, new)
        ben.waits_for(shows("gather/go_on"))
