"""A kept photo on its way to be read, without the engine that reads it (that one: tests/ocr/)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from bot.child.child import ChildAnswer
from bot.clock import Clock
from bot.documents import print_reading
from bot.documents.print_reading import PrintReading, read_print
from bot.documents.telling import told
from bot.kinds.findings import Finding
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.database import migrate, open_database
from bot.storage.sealing import sealed_with
from bot.storage.work import READ, Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.vault import Missing, Vault
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import NOTHING_READ, Facts
from tests.sealing import SEALS
from tests.storage.patients import NOW

CASE = "c" * 32
JANE = Facts(patient="DOE, JANE")
TASK = Task(1, CASE, READ, "1", "", 0)


@dataclass
class Desk:
    """A case with one kept photo of four pages, and eyes that see what a test tells them to."""

    writer: Writer
    vault: Vault
    asked: list[object] = field(default_factory=list)

    async def draw(self, chunks: Iterable[bytes], *how: object) -> list[bytes]:
        content = b"".join(chunks)
        self.asked.append(how)
        return [content] if content != b"nothing" else []

    async def see(self, pictures: Sequence[bytes], pages: int, rules: bytes) -> Facts:
        self.asked.append((*pictures, pages, rules))
        return JANE

    async def keeps(self, content: bytes) -> None:
        key = self.vault.new_case_key(CASE)
        if content:
            with self.vault.receive(CASE, key, 1) as deposit:
                deposit.write(content)
                deposit.seal()
                deposit.keep()
        photo = Document(1, "b", "a.tif", state="readable", pages=4, kind="tiff", turned=90)
        await self.writer.run(cases.add, StoredCase(CASE, 7, key, replace(Case(), documents=(photo,)), 0), NOW)

    @property
    def reading(self) -> PrintReading:
        return PrintReading(self.writer, self.vault, Clock(), self.draw, self.see, b"rules")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    engine = sealed_with(open_database(tmp_path / "companion.db"), SEALS)
    migrate(engine)
    writer = Writer(engine)
    yield Desk(writer, Vault(tmp_path / "vault", bytes(32)))
    writer.close()


async def test_the_first_pages_are_drawn_upright_and_read(desk: Desk) -> None:
    await desk.keeps(b"the photo")
    event: Any = (await desk.reading.read(TASK)).event
    assert (event.document, event.facts) == (1, JANE)
    assert desk.asked == [("tiff", 1, 3, 90, 1750), (b"the photo", 4, b"rules")]


async def test_what_cannot_be_drawn_is_not_read(desk: Desk) -> None:
    await desk.keeps(b"nothing")
    assert (await desk.reading.read(TASK)).event.facts == NOTHING_READ


@pytest.mark.parametrize("task", [replace(TASK, subject="2"), replace(TASK, case_id="d" * 32)])
async def test_a_file_or_a_case_that_is_gone_is_not_looked_for(desk: Desk, task: Task) -> None:
    await desk.keeps(b"the photo")
    assert await desk.reading.read(task) == Done()
    assert desk.asked == []


async def test_a_file_that_the_vault_does_not_give_is_tried_again_and_then_nothing_was_read(desk: Desk) -> None:
    await desk.keeps(b"")
    with pytest.raises(Missing):
        await desk.reading.read(TASK)
    assert (await desk.reading.give_up(TASK)).event.facts == NOTHING_READ


HONEST = json.dumps(told(Finding("readable", "jpeg", 4, facts=JANE))).encode()


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (ChildAnswer("done", HONEST + b"\n"), JANE),
        (ChildAnswer("timed_out", HONEST), NOTHING_READ),
        (ChildAnswer("out_of_memory"), NOTHING_READ),
        (ChildAnswer("crashed"), NOTHING_READ),
        (ChildAnswer("done", b""), NOTHING_READ),
        (ChildAnswer("done", HONEST.replace(b"DOE, JANE", b"DOE\\u202e")), NOTHING_READ),
        (ChildAnswer("done", HONEST.replace(b"patient", b"diagnosis")), NOTHING_READ),
    ],
)
async def test_only_an_honest_child_that_came_to_its_end_is_believed(
    monkeypatch: pytest.MonkeyPatch, answer: ChildAnswer, read: Facts
) -> None:
    said: list[bytes] = []

    async def run(_: str, chunks: Iterable[bytes], **__: object) -> ChildAnswer:
        said.extend(chunks)
        return answer

    monkeypatch.setattr(print_reading, "run_child", run)
    assert await read_print([b"one", b"three"], 4, b'{"a":\n1}') == read
    assert said == [b'{"a": 1}\n', b'{"pages": 4, "lengths": [3, 5]}\n', b"one", b"three"]
