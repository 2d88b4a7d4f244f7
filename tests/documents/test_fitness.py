"""Our own fault is found with known good files, and never told as the patient's."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.child import child
from bot.child.child import demand_whole_jail
from bot.documents.fitness import BELIEVED, TRIED, Fitness, Unfit, opened_together, opens
from bot.documents.inspection import Verdict
from bot.documents.probing import SPECIMENS
from bot.documents.second_look import SecondLook
from bot.kinds.every import examine
from bot.kinds.kinds import CONTAINERS, Kind, is_kind
from bot.storage import cases
from bot.storage.work import LOOK, Task
from dialogs.case.document import Document
from dialogs.events import Inspected
from dialogs.receiving.custody_events import FilesDamaged, KeptUnseen
from tests.documents.test_arrival import CASE, NUMBER, Hall
from tests.makers import made

pytestmark = pytest.mark.usefixtures("fresh_children")

LACKS_OUR_PACKAGES = str(getattr(sys, "_base_executable", sys.executable))
"""As where an operator installed them for one user only: the bot sees them, its isolated children do not."""


@pytest.fixture
async def hall(tmp_path: Path) -> Any:
    hall = Hall(tmp_path, Fitness())
    await hall.opens()
    yield hall
    hall.writer.close()


@pytest.fixture
def without_parsers(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(child, "_PYTHON", LACKS_OUR_PACKAGES)
    return monkeypatch


class Trials:
    """Counts which known good files were tried, and says what a test wants of them."""

    def __init__(self, *failing: Kind) -> None:
        self.failing, self.seconds = {*failing}, 0.0
        self.tried: list[Kind] = []
        self.fitness = Fitness(self._opens, self._together, lambda: self.seconds)

    async def _opens(self, kind: Kind) -> bool:
        self.tried.append(kind)
        return kind not in self.failing

    async def _together(self) -> frozenset[Kind]:
        return frozenset(TRIED) - self.failing


@pytest.mark.parametrize("kind", TRIED)
def test_there_is_a_tiny_good_file_of_every_kind_we_keep(kind: Kind) -> None:
    content = (SPECIMENS / kind).read_bytes()
    # A compound file, in which older Office programs keep theirs, is of whole sectors.
    assert len(content) < (12_000 if kind in ("doc", "outlook") else 4_000)
    assert is_kind(kind, content)
    found = next(examine(content))
    assert (found.state, found.kind) == ("opened" if kind in CONTAINERS else "readable", kind)


@pytest.mark.soak
@pytest.mark.parametrize("kind", TRIED)
async def test_each_is_opened_in_a_child_of_its_own(kind: Kind) -> None:
    assert await opens(kind)


async def test_where_all_is_well_all_kinds_can_be_opened_in_one_child(caplog: pytest.LogCaptureFixture) -> None:
    assert await opened_together() == {*TRIED}
    assert await Fitness().try_all() == ()
    assert not caplog.records


async def test_children_that_cannot_import_their_parsers_are_noticed_and_named(
    without_parsers: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fitness = Fitness()
    failing = await fitness.try_all()
    assert {"pdf", "jpeg", "png", "heic", "tiff", "webp", "dicom"} <= set(failing)
    assert "text" not in failing
    errors = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == len(failing)
    assert all(any(line.endswith(kind) for line in errors) for kind in failing)


async def test_a_good_file_is_kept_meanwhile_and_looked_at_once_we_can(
    hall: Hall, without_parsers: pytest.MonkeyPatch
) -> None:
    content = made.a_pdf(pages=3)
    done = await hall.receives(content)
    assert isinstance(done.event, KeptUnseen)
    assert done.kept
    assert hall.kept() == content

    await keeps_row(hall, done)
    look = SecondLook(hall.writer, hall.vault, hall.clock, Fitness())
    with pytest.raises(Unfit):
        await look.look(Task(2, CASE, LOOK, str(NUMBER), "", 0))
    without_parsers.undo()
    look = SecondLook(hall.writer, hall.vault, hall.clock, Fitness())
    event: Any = (again := await look.look(Task(2, CASE, LOOK, str(NUMBER), "", 9))).event
    assert (event.state, event.kind, event.pages, event.digest) == ("readable", "pdf", 3, done.kept.sha256)
    assert again.kept
    assert (again.kept.size, again.kept.sha256, again.kept.kind) == (len(content), done.kept.sha256, "pdf")


async def test_a_file_that_was_lost_before_the_second_look_is_said_to_be(
    hall: Hall, without_parsers: pytest.MonkeyPatch
) -> None:
    await keeps_row(hall, await hall.receives(made.a_pdf()))
    hall.vault.erase(CASE, NUMBER)
    done = await SecondLook(hall.writer, hall.vault, hall.clock, Fitness()).look(
        Task(2, CASE, LOOK, str(NUMBER), "", 0)
    )
    assert isinstance(done.event, FilesDamaged)
    assert done.event.documents == (NUMBER,)


async def test_a_broken_file_is_still_told_as_broken_where_good_ones_open(hall: Hall) -> None:
    done = await hall.receives(made.a_broken_pdf())
    assert isinstance(done.event, Inspected)
    assert done.event.state == "unreadable"
    assert hall.kept() is None


async def test_what_needs_no_parser_is_not_held_up(hall: Hall, without_parsers: pytest.MonkeyPatch) -> None:
    done = await hall.receives(b"a fictitious note")
    assert isinstance(done.event, Inspected)
    assert done.event.state == "readable"


async def test_a_kind_we_never_keep_is_told_so_whatever_is_wrong_with_us(
    hall: Hall, without_parsers: pytest.MonkeyPatch
) -> None:
    done = await hall.receives(b"MZ fictitious")
    assert isinstance(done.event, Inspected)
    assert done.event.state == "unknown_kind"


async def test_a_password_is_not_called_wrong_nor_useless_by_children_that_cannot_try_it(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = made.a_locked_pdf()
    await hall.receives(locked)
    monkeypatch.setattr(child, "_PYTHON", LACKS_OUR_PACKAGES)
    with pytest.raises(Unfit):
        await hall.unlocks("a secret")
    monkeypatch.undo()
    assert hall.kept() == locked


async def test_with_a_jail_that_must_be_whole_and_is_not_every_file_waits(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.child import confinement

    # A child that finds a part missing ends as this one does: at once, and with this status.
    never = Path(hall.folder) / "never.py"
    never.write_text(f"import os; os._exit({confinement.NEVER_BEGAN})")
    monkeypatch.setattr(confinement, "__file__", str(never))
    demand_whole_jail(True)
    try:
        assert isinstance((await hall.receives(made.a_photo())).event, KeptUnseen)
        assert isinstance((await hall.receives(b"a fictitious note")).event, KeptUnseen)
    finally:
        demand_whole_jail(False)


async def test_only_a_refusal_is_doubted_and_a_good_file_tried_at_most_once_a_minute() -> None:
    trials = Trials()
    assert not await trials.fitness.is_to_blame(Verdict("readable", "pdf", 1, kinds=("pdf",)))
    assert not await trials.fitness.is_to_blame(Verdict("locked", "pdf", 0, kinds=("pdf",)))
    assert trials.tried == []
    for _ in range(3):
        assert not await trials.fitness.is_to_blame(Verdict("unreadable", "pdf", 0, kinds=("pdf",)))
    assert trials.tried == ["pdf"]
    trials.seconds += BELIEVED
    trials.failing.add("pdf")
    assert await trials.fitness.is_to_blame(Verdict("over_limit", "pdf", 0, kinds=("pdf",)))
    assert trials.fitness.failing == ("pdf",)


async def test_a_file_that_may_be_several_kinds_is_doubted_if_any_of_them_fails() -> None:
    trials = Trials("dicom_zip")
    assert await trials.fitness.is_to_blame(Verdict("unreadable", "zip", 0, kinds=("docx", "dicom_zip", "zip")))
    assert not await trials.fitness.is_to_blame(Verdict("unknown_kind", "unknown", 0, kinds=()))


async def test_what_works_again_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    trials = Trials("heic")
    await trials.fitness.try_all()
    await trials.fitness.try_all()
    trials.failing.clear()
    await trials.fitness.try_all()
    await trials.fitness.try_all()
    assert [record.levelname for record in caplog.records] == ["ERROR", "INFO"]
    assert all("heic" in record.getMessage() for record in caplog.records)


async def keeps_row(hall: Hall, done: Any) -> None:
    """What the turn would store."""
    stored = await hall.writer.run(cases.get, CASE)
    assert stored
    waiting = stored.case.with_document(Document(NUMBER, "a", "report.pdf", state="unseen"))
    now = hall.clock.now()
    await hall.writer.run(cases.save, replace(stored, case=waiting), now)
    await hall.writer.run(cases.expect_document, CASE, NUMBER)
    await hall.writer.run(
        cases.keep_document, CASE, NUMBER, done.kept.size, done.kept.sha256, done.kept.kind, hall.clock.now()
    )
