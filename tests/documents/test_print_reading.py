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
from bot.documents import print_reading, print_words
from bot.documents.print_directions import best
from bot.documents.print_lines import Piece
from bot.documents.print_reading import Print, PrintReading, read_print
from bot.documents.print_words import Page
from bot.documents.telling import told
from bot.kinds.findings import Finding
from bot.packet.pieces import words_of
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.sealing import sealed_with
from bot.storage.work import READ, Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.vault import Missing, Vault
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.events import TextRead
from tests.ready import ready_database
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
    words: Sequence[Page] = ()
    kind: str = "tiff"
    stands: int = 0

    async def draw(self, chunks: Iterable[bytes], *how: object) -> list[bytes]:
        content = b"".join(chunks)
        self.asked.append(how)
        return [content] if content != b"nothing" else []

    async def see(self, pictures: Sequence[bytes], pages: int, rules: bytes) -> Print:
        self.asked.append((*pictures, pages, rules))
        return Print(JANE, self.words)

    async def keeps(self, content: bytes, pages: int = 4) -> None:
        key = self.vault.new_case_key(CASE)
        if content:
            with self.vault.receive(CASE, key, 1) as deposit:
                deposit.write(content)
                deposit.seal()
                deposit.keep()
        photo = Document(1, "b", "a.tif", state="readable", pages=pages, kind=self.kind, turned=90, stands=self.stands)
        await self.writer.run(cases.add, StoredCase(CASE, 7, key, replace(Case(), documents=(photo,)), 0), NOW)

    @property
    def reading(self) -> PrintReading:
        return PrintReading(self.writer, self.vault, Clock(), self.draw, self.see, b"rules")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    engine = sealed_with(ready_database(tmp_path / "companion.db"), SEALS)
    writer = Writer(engine)
    yield Desk(writer, Vault(tmp_path / "vault", bytes(32)))
    writer.close()


async def test_the_first_pages_are_drawn_upright_and_read(desk: Desk) -> None:
    await desk.keeps(b"the photo")
    event: Any = (await desk.reading.read(TASK)).event
    assert (event.document, event.facts) == (1, JANE)
    assert desk.asked == [("tiff", 1, 3, 90, 1750), (b"the photo", 4, b"rules")]


def a_page(text: str, turned: int = 0) -> Page:
    return {"turned": turned, "size": [100, 200], "words": [[text, 1, 2, 3, 4]]}


async def kept_words(desk: Desk, done: Done) -> Any:
    """What lies in the vault of what was read, as the row says that is written in the same commit."""
    assert done.read is not None
    stored = await desk.writer.run(cases.get, CASE)
    assert stored is not None
    with desk.writer._engine.begin() as connection:
        cases.drop_document(connection, CASE, done.read.document)
        cases.expect_document(connection, CASE, done.read.document)
        row = (done.read.document, done.read.size, done.read.sha256, done.read.kind)
        cases.keep_document(connection, CASE, *row, NOW)
    return json.loads(b"".join(desk.vault.read(CASE, stored.key, done.read.document, done.read.sha256)))


async def test_its_words_are_kept_beside_it_page_by_page_until_the_last(desk: Desk) -> None:
    await desk.keeps(b"the photo")
    desk.words = (a_page("first"),)
    done = await desk.reading.read(TASK)
    event: Any = done.event
    assert (event.first, event.until) == (1, 1)
    first = {"page": 1, "turned": 90, "size": [100, 200], "words": [["first", 1, 2, 3, 4]]}
    assert await kept_words(desk, done) == [first]
    assert done.read
    assert done.read.document == words_of(1)
    desk.words = (a_page("second", turned=180),)
    more = await desk.reading.read(replace(TASK, details="2"))
    assert isinstance(more.event, TextRead)
    assert more.event.first == 2
    second = {"page": 2, "turned": 270, "size": [100, 200], "words": [["second", 1, 2, 3, 4]]}
    assert await kept_words(desk, more) == [first, second]


async def test_how_a_photo_was_read_best_is_how_it_stands(desk: Desk) -> None:
    desk.kind, desk.stands, desk.words = "jpeg", 90, (a_page("a word", turned=180),)
    await desk.keeps(b"the photo", pages=1)
    event: Any = (await desk.reading.read(TASK)).event
    assert event.stands == 270


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
    assert (await read_print([b"one", b"three"], 4, b'{"a":\n1}')).facts == read
    assert said == [b'{"a": 1}\n', b'{"pages": 4, "lengths": [3, 5]}\n', b"one", b"three"]


GOOD = {"turned": 0, "size": [10, 20], "words": [["a word", 0, 0, 10_000, 5]]}


@pytest.mark.parametrize(
    "pages",
    [
        *(None, {}, [], [GOOD, GOOD], [{**GOOD, "more": 1}], [{**GOOD, "turned": 45}], [{**GOOD, "size": [1]}]),
        *([{**GOOD, "words": [["a", 1, 2, 3]]}], [{**GOOD, "words": [["a", 1, 2, 3, 10_001]]}]),
        *([{**GOOD, "words": [["", 1, 2, 3, 4]]}], [{**GOOD, "words": [["a\u202eb", 1, 2, 3, 4]]}]),
        *([{**GOOD, "words": [["a" * 301, 1, 2, 3, 4]]}], [{**GOOD, "words": [["a", 1, 2, 3, 4.5]]}]),
        [{**GOOD, "words": [["a", 1, 2, 3, 4]] * 1001}],
    ],
)
def test_words_that_no_honest_child_says_are_not_believed(pages: object) -> None:
    assert print_words.heard(json.dumps(pages).encode(), 1) is None


def test_words_of_an_honest_child_are_believed() -> None:
    assert print_words.heard(json.dumps([GOOD]).encode(), 1) == [GOOD]
    assert print_words.heard(b"not JSON", 1) is None


def test_the_pieces_of_a_page_are_words_with_their_places() -> None:
    pieces = [Piece("DOE, JANE", 10, 60, 20, 30)]
    page = {"turned": 90, "size": [100, 200], "words": [["DOE, JANE", 1000, 1000, 6000, 1500]]}
    assert print_words.page_of(pieces, (100, 200), 90) == page
    assert print_words.heard(json.dumps([page]).encode(), 1) == [page]


def line(text: str, sure: float = 0.99, tall: bool = False) -> Piece:
    return Piece(text, 0, 20 if tall else 200, 0, 200 if tall else 20, sure)


@pytest.mark.parametrize(
    ("read", "degrees"),
    [
        ({0: [line("x" * 70)]}, 0),
        ({0: [line("x" * 9)], 180: [line("x" * 70)]}, 180),
        ({0: [line("x" * 70, tall=True)], 180: [], 90: [], 270: [line("x" * 70)]}, 270),
        ({0: [line("x" * 70, sure=0.5)], 180: [line("x" * 10)], 90: [], 270: []}, 0),
        ({0: [], 180: [line("x" * 5)], 90: [line("y" * 4)], 270: []}, 0),
        ({0: [line("x" * 40)], 180: [line("x" * 70)], 90: [], 270: []}, 0),
    ],
)
def test_a_page_is_turned_only_where_it_is_plainly_read_better(read: dict[int, list[Piece]], degrees: int) -> None:
    assert best(read.__getitem__)[0] == degrees
