"""A paper's way out of the file it came in: taken out by a child, looked at and kept as if it had been sent alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.child.child import ChildAnswer, Outcome
from bot.documents import fitness, taking_out
from bot.documents.arrival import Arrival
from bot.documents.fitness import Fitness, Unfit
from bot.documents.inspection import inspect
from bot.documents.taking_out import TakenOut, take_out
from bot.documents.within import within
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.work import UNWRAP, Task
from bot.turn.done import Done
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.events import Inspected
from tests.documents.test_arrival import CASE, Hall
from tests.makers import containers, made

HOLDER, PAPER = 7, 8


class Opened(Hall):
    """A hall with a file that only holds others, already kept, and one of those on its way."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.fit = True
        self.arrival = Arrival(self.writer, self.vault, self._download, self.clock, fitness=Fitness(self._opens))

    async def keeps(self, content: bytes, kind: str = "zip") -> None:
        holder = Document(HOLDER, "a", "portal.zip", state="opened", kind=kind)
        case = Case().with_document(holder).with_document(Document(PAPER, "a", "a.pdf", container=HOLDER))
        now = self.clock.now()
        await self.writer.run(cases.add, StoredCase(CASE, 1, self.key, case, 0), now)
        with self.vault.receive(CASE, self.key, HOLDER) as deposit:
            deposit.write(content)
            sealed = deposit.seal()
            deposit.keep()
        await self.writer.run(cases.expect_document, CASE, HOLDER)
        await self.writer.run(cases.keep_document, CASE, HOLDER, sealed.size, sealed.sha256, kind, now)

    async def takes_out(self, place: str) -> tuple[Inspected, Done]:
        done = await self.arrival.take_out(Task(1, CASE, UNWRAP, f"{PAPER}", f"{HOLDER}/{place}", 0))
        assert isinstance(done.event, Inspected)
        return done.event, done

    def paper(self) -> bytes:
        return b"".join(self.vault.read(CASE, self.key, PAPER))

    async def _opens(self, _: str) -> bool:
        return self.fit


@pytest.fixture
async def hall(tmp_path: Path) -> Any:
    hall = Opened(tmp_path)
    yield hall
    hall.writer.close()


async def test_a_paper_is_kept_byte_for_byte_beside_the_file_it_came_in(hall: Opened) -> None:
    await hall.keeps(containers.an_email(attached={"a.pdf": made.a_pdf(3)}), "mail")
    event, done = await hall.takes_out("2")
    assert (event.document, event.state, event.kind, event.pages) == (PAPER, "readable", "pdf", 3)
    assert done.kept is not None
    assert (done.kept.document, hall.paper()) == (PAPER, made.a_pdf(3))


@pytest.mark.parametrize(
    ("place", "state", "kind"),
    [("0", "unknown_kind", "zip_locked"), ("1", "readable", "pdf"), ("99", "unreadable", "unknown")],
)
async def test_each_paper_has_a_verdict_of_its_own(hall: Opened, place: str, state: str, kind: str) -> None:
    await hall.keeps(containers.a_mixed_lock())
    event, done = await hall.takes_out(place)
    assert (event.state, event.kind) == (state, kind)
    assert bool(done.kept) == (state == "readable")


async def test_a_file_that_is_gone_or_damaged_gives_nothing(hall: Opened) -> None:
    await hall.keeps(containers.a_zip_of_papers())
    hall.vault.erase(CASE, HOLDER)
    event, _ = await hall.takes_out("1")
    assert event.state == "not_fetched"


@pytest.mark.parametrize(
    ("outcome", "state"), [("crashed", "unreadable"), ("timed_out", "over_limit"), ("never_began", "unreadable")]
)
async def test_a_child_that_ends_before_it_says_anything_is_the_file_s_fault_only_while_we_are_fit(
    hall: Opened, monkeypatch: pytest.MonkeyPatch, outcome: Outcome, state: str
) -> None:
    await hall.keeps(containers.a_zip_of_papers())
    answers(monkeypatch, ChildAnswer(outcome))
    hall.fit = False
    with pytest.raises(Unfit):
        await hall.takes_out("1")
    hall.fit = True
    monkeypatch.setattr(fitness, "BELIEVED", 0)
    event, _ = await hall.takes_out("1")
    assert event.state == state


def answers(monkeypatch: pytest.MonkeyPatch, answer: ChildAnswer) -> None:
    async def run(*_: Any, **__: Any) -> ChildAnswer:
        return answer

    monkeypatch.setattr(taking_out, "run_child", run)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"take",
        b"[]",
        b"null",
        b'["readable", "pdf"]',
        b'["opened", "zip"]',
        b'["unreadable", "no kind"]',
        b"[" * 5000,
    ],
)
async def test_a_dishonest_answer_is_not_believed(monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    answers(monkeypatch, ChildAnswer("done", said + b"\nbytes"))
    assert await take_out([], "zip", "1") == TakenOut("unreadable", is_lost=True)


async def test_an_honest_answer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, ChildAnswer("done", b"taken\n\nthe file\n"))
    assert (await take_out([], "zip", "1")).content == b"\nthe file\n"
    answers(monkeypatch, ChildAnswer("done", json.dumps(["over_limit", "unknown"]).encode() + b"\n"))
    assert await take_out([], "zip", "1") == TakenOut("over_limit")


async def test_all_that_lies_in_a_file_is_looked_at_in_its_order() -> None:
    deeper = made.zipped(
        {"x.zip": made.zipped({"y.zip": made.zipped({"z.txt": b"a note"})}), "a.pdf": made.a_broken_pdf()}
    )
    opened = await inspect([deeper])
    found = [(enclosed.name, verdict.state, verdict.kind) async for enclosed, verdict in within(deeper, opened)]
    assert found == [("a.pdf", "unreadable", "pdf"), ("y.zip", "unknown_kind", "archive")]
