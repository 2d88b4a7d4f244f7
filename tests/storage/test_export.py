"""A copy of everything: in parts that Telegram takes, complete, and honest about what cannot be opened any more."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import Engine

from bot.export import exporting
from bot.export.exporting import Exporting
from bot.papers.papers import AlreadyTold
from bot.storage import accesses, cases, outbox
from bot.storage.work import EXPORT, Task
from bot.storage.writer import Writer
from bot.turn.done import NotNow
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.composed.contents import Content
from dialogs.receiving.custody_events import FilesDamaged
from dialogs.roads.keeping.events import EverythingGathered, ExportFailed
from dialogs.words.everything import Everything
from dialogs.words.papers import Papers
from tests.lying import folder_of
from tests.storage.installations import OURS, add, keep
from tests.storage.patients import NOW, MovableClock

PROJECT = Path(__file__).resolve().parents[2]
CHAT = int(OURS[:8], 16)
FILES = {1: b"a report", 2: b"a photo" * 1000, 3: b"scans", 1_001_001: b"a piece of a packet"}


class Desk:
    """One case with three files and a piece of a packet, and what makes copies of it."""

    def __init__(self, engine: Engine, vault: Vault, writer: Writer, content: Content, clock: MovableClock) -> None:
        self.engine, self.vault, self.content = engine, vault, content
        self.told: list[ExportFailed | FilesDamaged] = []
        everything = Everything(content.guide, content.wording)
        self.exporting = Exporting(writer, vault, clock, everything, 90, self._hears)
        key = add(engine, vault, OURS, content=FILES[1])
        for number, file in list(FILES.items())[1:]:
            keep(engine, vault, OURS, key, number, file)
        documents = (
            Document(1, "a", "report.pdf", "pathology", "readable", 1, kind="pdf"),
            Document(2, "b", "", "", "readable", 1, kind="jpeg"),
            Document(3, "c", "../../etc/scans.pdf", "imaging_files", "readable", kind="pdf"),
            Document(4, "d", "mail.eml", state="unknown_kind", kind="mail"),
        )
        self.saves(Case(keeps_files=True, documents=documents, decision="Whether to begin"))

    async def _hears(self, chat_id: int, event: ExportFailed | FilesDamaged) -> None:
        assert chat_id == CHAT
        self.told.append(event)

    def saves(self, case: Case) -> None:
        with self.engine.begin() as connection:
            stored = cases.get(connection, OURS)
            assert stored
            cases.save(connection, replace(stored, case=case), NOW)

    async def gathers(self) -> EverythingGathered:
        done = await self.exporting.gather(Task(1, OURS, EXPORT, "1", "", 0))
        assert isinstance(done.event, EverythingGathered)
        return done.event

    async def made(self) -> list[dict[str, bytes]]:
        parts = (await self.gathers()).parts
        return [await self.part(number, parts) for number in range(1, len(parts) + 1)]

    async def part(self, number: int, parts: tuple[tuple[int, ...], ...]) -> dict[str, bytes]:
        values = {"part": number, "parts": parts, "of": len(parts)}
        paper = await self.exporting.paper(CHAT, Papers(self.content.wording).words("export", values, NOW))
        (file,) = paper.files
        assert isinstance(file.content, bytes)
        assert len(file.content) <= 50_000_000
        assert file.name.endswith(".zip")
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def desk(engine: Engine, vault: Vault, writer: Writer, content: Content, clock: MovableClock) -> Desk:
    return Desk(engine, vault, writer, content, clock)


def originals_of(parts: list[dict[str, bytes]]) -> list[bytes]:
    return [content for part in parts for name, content in part.items() if re.match(r"\d{3} ", name)]


async def test_one_part_holds_the_page_the_json_and_every_original(desk: Desk) -> None:
    (part,) = await desk.made()
    assert originals_of([part]) == [FILES[1], FILES[2], FILES[3]], "and no piece of a packet"
    assert {"read-me-first.html", "everything.json", "list.txt"} < part.keys()
    assert not [name for name in part if "/" in name or "\\" in name]
    record = json.loads(part["everything.json"])
    lying = {each["number"]: each.get("name") for each in record["kept"]}
    assert lying[1] == "001 report.pdf"
    assert part[lying[2]] == FILES[2]
    assert lying[1_001_001] is None
    assert [each["sha256"] for each in record["kept"]][:3] == [
        hashlib.sha256(FILES[number]).hexdigest() for number in (1, 2, 3)
    ]
    assert b"mail.eml" in part["read-me-first.html"], "what was sent and could not be kept is named too"


async def test_what_is_too_much_for_one_part_comes_in_several(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.exporting._largest = 7003
    monkeypatch.setattr(exporting, "ROOM", 7000)
    parts = await desk.made()
    assert len(parts) == 3
    assert originals_of(parts) == [FILES[1], FILES[2], FILES[3]]
    assert ["everything.json" in part for part in parts] == [True, False, False]
    record = json.loads(parts[0]["everything.json"])
    told = {each["name"]: each["part"] for each in record["kept"] if "name" in each}
    assert all(name in parts[part - 1] for name, part in told.items())
    assert len(told) == 3


async def test_what_is_larger_than_anything_that_can_be_sent_is_named_and_holds_nothing_up(desk: Desk) -> None:
    desk.exporting._largest = len(FILES[2]) - 1
    parts = await desk.made()
    assert originals_of(parts) == [FILES[1], FILES[3]]
    too_large = desk.content.wording.words["export"]["too_large"]
    assert [too_large in part["list.txt"].decode() for part in parts].count(True) == 1
    assert not desk.told


async def test_a_part_of_gigabytes_does_not_go_through_memory(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "IN_MEMORY", 1000)
    parts = (await desk.gathers()).parts
    values = Papers(desk.content.wording).words("export", {"part": 1, "parts": parts, "of": 1}, NOW)
    (file,) = (await desk.exporting.paper(CHAT, values)).files
    assert callable(file.content)
    assert file.size > len(FILES[2])
    for opened in (file.content(), file.content()):
        with zipfile.ZipFile(io.BytesIO(opened.read())) as archive:
            assert FILES[2] in [archive.read(name) for name in archive.namelist()], "anew for each try"


async def test_the_room_that_is_left_is_enough_for_the_page_and_the_json(desk: Desk) -> None:
    document = Document(1, "a", "Ω" * 64, "pathology", "readable", 9, title="Ω" * 60)
    facts = replace(document.facts, fingerprint=tuple(range(2**62, 2**62 + 64)), identifiers=("7" * 60,) * 20)
    many = tuple(replace(document, number=number, facts=facts) for number in range(1, 301))
    desk.saves(Case(keeps_files=True, documents=many))
    with desk.engine.begin() as connection:
        for number in range(500):
            accesses.note(connection, OURS, NOW, "exported", number)
    (part,) = await desk.made()
    shrunk = sum(len(part[name]) for name in ("everything.json", "read-me-first.html"))
    assert shrunk < exporting.ROOM


async def test_a_file_that_cannot_be_opened_any_more_is_named_and_told(desk: Desk) -> None:
    path = next((folder_of(desk.vault) / OURS).glob("2.*"))
    damaged = bytearray(path.read_bytes())
    damaged[-1] ^= 1
    path.write_bytes(damaged)
    (part,) = await desk.made()
    assert originals_of([part]) == [FILES[1], FILES[3]]
    assert desk.told == [FilesDamaged(NOW, (2,))]
    assert b"002 " in part["list.txt"]


async def test_a_vault_that_is_away_is_our_fault_and_no_file_is_called_lost(desk: Desk) -> None:
    (folder_of(desk.vault) / OURS).rename(folder_of(desk.vault).parent / "elsewhere")
    parts = (await desk.gathers()).parts
    with pytest.raises(AlreadyTold):
        await desk.part(1, parts)
    assert desk.told == [ExportFailed(NOW)]


async def test_what_was_deleted_meanwhile_is_not_in_it(desk: Desk) -> None:
    parts = (await desk.gathers()).parts
    with desk.engine.begin() as connection:
        cases.drop_document(connection, OURS, 3)
    assert originals_of([await desk.part(1, parts)]) == [FILES[1], FILES[2]]
    with desk.engine.begin() as connection:
        stored = cases.get(connection, OURS)
        assert stored
        cases.forget(connection, stored)
    with pytest.raises(AlreadyTold):
        await desk.part(1, parts)
    assert desk.told == []


async def test_who_keeps_no_files_gets_one_part_all_the_same(desk: Desk) -> None:
    with desk.engine.begin() as connection:
        cases.drop_documents(connection, OURS, 1, ())
    desk.saves(Case(keeps_files=False, decision="Whether to begin"))
    (part,) = await desk.made()
    assert b"Whether to begin" in part["read-me-first.html"]
    assert originals_of([part]) == []


async def test_one_copy_at_a_time_is_on_its_way(desk: Desk) -> None:
    with desk.engine.begin() as connection:
        outbox.post(connection, CHAT, "export", "export", "{}", NOW)
    with pytest.raises(NotNow):
        await desk.gathers()


async def test_what_only_says_that_a_copy_is_made_holds_none_up(desk: Desk) -> None:
    with desk.engine.begin() as connection:
        outbox.post(connection, CHAT, "say", "export", "{}", NOW)
    await desk.gathers()


async def test_the_json_is_the_case_as_it_is_stored_and_every_name_is_explained(desk: Desk) -> None:
    (part,) = await desk.made()
    record = json.loads(part["everything.json"])
    assert record["case"].keys() == {"shape", *(field.name for field in fields(Case))}
    told = (PROJECT / "docs" / "export.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`([a-z_0-9]+)`", told))
    every = {*record, *(name for each in record["kept"] for name in each), *names_in(Case)}
    assert every <= explained, sorted(every - explained)


def names_in(kind: Any, seen: set[Any] | None = None) -> set[str]:
    """The names of all fields of a dataclass, and of those it holds."""
    seen = seen if seen is not None else set()
    if not is_dataclass(kind):
        return {name for each in get_args(kind) for name in names_in(each, seen)}
    if kind in seen:
        return set()
    seen.add(kind)
    hints = get_type_hints(kind)
    return {*hints, *(name for hint in hints.values() for name in names_in(hint, seen))}
