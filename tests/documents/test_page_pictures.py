"""The pages of a kept file, as pictures in the chat of its patient and of nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.documents.page_pictures import NothingToShow, PagePictures
from bot.documents.thumbnails import TooMuchToDraw
from bot.papers.papers import AlreadyTold
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.sealing import sealed_with
from bot.storage.writer import Writer
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.case.document import Document
from tests.ready import ready_database
from tests.sealing import SEALS
from tests.storage.patients import NOW

ANA, BEN = 7, 8
CASE = "c" * 32
ASKED = {"document": 1, "kind": "pdf", "at_most": 10, "turned": 90}


async def draw(chunks: Iterable[bytes], kind: str, first_page: int, at_most: int, turned: int) -> list[bytes]:
    """Two pages that tell how they were asked for; none of an empty file."""
    told = f"{kind} {first_page} {at_most} {turned} ".encode() + b"".join(chunks)
    if b"enormous" in told:
        raise TooMuchToDraw
    return [told + b" 1", told + b" 2"] if b"empty" not in told else []


async def told(*_: object) -> None:
    raise AssertionError("there is nothing to tell")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault", bytes(32))


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    engine = sealed_with(ready_database(tmp_path / "companion.db"), SEALS)
    writer = Writer(engine)
    yield writer
    writer.close()


async def keep(writer: Writer, vault: Vault, content: bytes) -> None:
    key = vault.new_case_key(CASE)
    with vault.receive(CASE, key, 1) as deposit:
        deposit.write(content)
        deposit.seal()
        deposit.keep()
    case = replace(Case(), documents=(Document(1, "b", "a.pdf", state="readable"),))
    await writer.run(cases.add, StoredCase(CASE, ANA, key, case, 0), NOW)


async def test_the_pages_come_as_one_album(writer: Writer, vault: Vault) -> None:
    await keep(writer, vault, b"the report")
    paper = await PagePictures(writer, vault, draw, told).paper(ANA, ASKED)
    assert paper.pictures
    assert [file.content for file in paper.files] == [b"pdf 1 10 90 the report 1", b"pdf 1 10 90 the report 2"]
    assert [file.name for file in paper.files] == ["page-1.jpg", "page-2.jpg"]


@pytest.mark.parametrize(("chat_id", "asked"), [(BEN, ASKED), (ANA, {**ASKED, "document": 2})])
async def test_no_other_chat_and_no_other_number_gets_any(
    writer: Writer, vault: Vault, chat_id: int, asked: dict[str, object]
) -> None:
    await keep(writer, vault, b"the report")
    with pytest.raises(NothingToShow):
        await PagePictures(writer, vault, draw, told).paper(chat_id, asked)


@pytest.mark.parametrize(("content", "why"), [(b"empty", "damaged"), (b"enormous", "too_large")])
async def test_why_there_are_no_pictures_is_told_once(writer: Writer, vault: Vault, content: bytes, why: str) -> None:
    await keep(writer, vault, content)
    heard: list[tuple[int, str]] = []

    async def tell(chat_id: int, reason: str) -> None:
        heard.append((chat_id, reason))

    with pytest.raises(AlreadyTold):
        await PagePictures(writer, vault, draw, tell).paper(ANA, ASKED)
    assert heard == [(ANA, why)]
