"""A desk at which a packet is put together: a real vault, a real database, real children, the real words."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject

from bot.clock import Clock
from bot.packet.building import Building
from bot.packet.feeding import Feeding, Order
from bot.packet.originals import Original
from bot.packet.pieces import words_of
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.sealing import sealed_with
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.packet import PacketResult
from dialogs.events import PacketBuilt, PacketProgress
from dialogs.receiving.custody_events import FilesDamaged
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from dialogs.words.papers import Papers
from tests import real
from tests.ready import ready_database
from tests.sealing import SEALS

CONTENT = real.content()
CASE_ID = "ab" * 16


@dataclass
class Packet:
    """What was built, read back."""

    built: PacketResult
    parts: list[bytes]
    archives: list[bytes]

    @cached_property
    def readers(self) -> list[PdfReader]:
        return [PdfReader(io.BytesIO(part), strict=True) for part in self.parts]

    @property
    def reader(self) -> PdfReader:
        (reader,) = self.readers
        return reader

    @cached_property
    def texts(self) -> list[str]:
        """The words of every page of every part, each on one line."""
        return [squeezed(page.extract_text()) for reader in self.readers for page in reader.pages]

    @property
    def originals(self) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        for archive in self.archives:
            with zipfile.ZipFile(io.BytesIO(archive)) as opened:
                assert opened.testzip() is None
                files |= {name: opened.read(name) for name in opened.namelist()}
        return files


@dataclass
class Desk:
    """One case, and everything that builds its packet."""

    folder: Path
    case: Case = field(default_factory=lambda: Case(keeps_files=True))
    progress: list[PacketProgress | FilesDamaged] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.vault = Vault(self.folder / "vault", bytes(32))
        self.writer = Writer(sealed_with(ready_database(self.folder / "companion.db"), SEALS))
        self.key = self.vault.new_case_key(CASE_ID)
        self.building = Building(self.writer, self.vault, Clock(), self.order, self._hear)
        self._is_stored = False
        self._sizes: dict[int, int] = {}
        self.now = datetime.now(UTC)

    def keep(self, data: bytes, name: str = "report.pdf", record: str = "pathology", **more: Any) -> Document:
        """A file that was found readable, in the vault and on the case."""
        number = self.case.files_seen + 1
        with self.vault.receive(CASE_ID, self.key, number) as deposit:
            deposit.write(data)
            deposit.seal()
            deposit.keep()
        self._sizes[number] = len(data)
        pages = more.pop("pages", 1)
        compared = more.pop("compared", pages)
        document = Document(number, f"b{number}", name, record, "readable", pages, compared=compared, **more)
        self.case = replace(self.case.with_document(document), files_seen=number)
        return document

    def reads(self, document: Document, *pages: dict[str, Any]) -> None:
        """What was read on a file, kept beside it as a reader of print keeps it."""
        number, said = words_of(document.number), json.dumps(pages).encode()
        with self.vault.receive(CASE_ID, self.key, number) as deposit:
            deposit.write(said)
            deposit.seal()
            deposit.keep()
        self._sizes[number] = len(said)

    def order(self, case: Case) -> Order:
        planned = plan(CONTENT.guide, case)
        words = Papers(CONTENT.wording).words("packet", {"plan": planned}, datetime(2026, 11, 14, tzinfo=UTC))
        return Order(digest(CONTENT.guide, case), tuple(each.number for each in planned.documents), words)

    async def do(self, attempts: int = 0) -> Done:
        """One attempt at the packet."""
        now = datetime.now(UTC)
        stored = StoredCase(CASE_ID, 1, self.key, self.case, 0)
        await self.writer.run(cases.save if self._is_stored else cases.add, stored, now)
        self._is_stored = True
        self.now = now
        for number, size in self._sizes.items():
            await self.writer.run(cases.expect_document, CASE_ID, number)
            await self.writer.run(cases.keep_document, CASE_ID, number, size, "", "", now)
        self._sizes.clear()
        return await self.building.build(Task(1, CASE_ID, "packet", "1", "", attempts))

    def originals(self) -> list[Original]:
        """What will lie in the archive, by name."""
        stored = StoredCase(CASE_ID, 1, self.key, self.case, 0)
        found = Feeding(self.vault, stored, self.order(self.case), sizes=self._sizes).originals()
        return sorted(found, key=lambda each: each.name)

    async def build(self) -> Packet:
        done = await self.do()
        assert isinstance(done.event, PacketBuilt)
        content = {piece.document: b"".join(self.vault.read(CASE_ID, self.key, piece.document)) for piece in done.made}
        built = done.event.packet
        parts = [content[piece.document] for piece in built.pieces if piece.kind == "pages"]
        archives = [content[piece.document] for piece in built.pieces if piece.kind == "originals"]
        return Packet(built, parts, archives)

    async def _hear(self, _: int, event: PacketProgress | FilesDamaged) -> None:
        self.progress.append(event)

    def close(self) -> None:
        self.writer.close()


def squeezed(words: str) -> str:
    """Words on one line, without the marks that let long words break."""
    return " ".join(words.replace("\u200b", "").split())


def outline(reader: PdfReader) -> list[tuple[str, int]]:
    """Every line of the outline, in order: its title and the page it leads to, from 1."""

    def lines(level: list[Destination | list]) -> list[tuple[str, int]]:
        found = []
        for each in level:
            if isinstance(each, list):
                found += lines(each)
            else:
                number = reader.get_destination_page_number(each)
                assert each.title is not None
                assert number is not None
                found.append((each.title, number + 1))
        return found

    return lines(reader.outline)


def everything_in(pdf: bytes) -> list[Any]:
    """Every object of a PDF that is in its table, reachable or not, and all they hold."""
    reader = PdfReader(io.BytesIO(pdf))
    found: list[Any] = []

    def walk(value: Any) -> None:
        found.append(value)
        if isinstance(value, DictionaryObject):
            for key in value:
                walk(value.raw_get(key))
        elif isinstance(value, ArrayObject):
            for each in value:
                if not isinstance(each, IndirectObject):
                    walk(each)

    for number in reader.xref[0]:
        walk(reader.get_object(IndirectObject(number, 0, reader)))
    return found


def keys_of(pdf: bytes) -> set[str]:
    """Every key of every dictionary of a PDF."""
    return {key for value in everything_in(pdf) if isinstance(value, DictionaryObject) for key in value}


def links(reader: PdfReader, number: int) -> list[int]:
    """The pages, from 1, to which the links of a page lead, in their order."""
    found = [each.get_object() for each in reader.pages[number - 1].get("/Annots", ())]
    places = [reader.get_page_number(each["/Dest"][0].get_object()) for each in found if each["/Subtype"] == "/Link"]
    return [place + 1 for place in places if place is not None]
