"""The daily round finds what is damaged, tells it once, and takes nothing that is away for lost."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.clock import Clock
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.upkeep.rounds import Rounds
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.receiving.custody_events import CustodyEvent, FilesDamaged, FilesFound
from tests.lying import folder_of

pytestmark = pytest.mark.usefixtures("engine")


class House:
    """Patients with files in a real vault and a real database, and whoever goes round."""

    def __init__(self, engine: Engine, vault: Vault, turns: Turns) -> None:
        self.writer, self.vault, self.turns = Writer(engine), vault, turns
        self.rounds = Rounds(self.writer, vault, Clock(), self._tell, rest=0)
        self.told: list[tuple[str, CustodyEvent]] = []

    async def moves_in(self, name: int, files: int) -> str:
        """A patient who has so many files, all of them readable."""
        case_id = f"{name:032x}"
        documents = tuple(
            Document(number, "a", "report.pdf", "pathology", "readable", 1, kind="pdf")
            for number in range(1, files + 1)
        )
        case = replace(Case(), step="review", keeps_files=True, documents=documents, files_seen=files)
        key = self.vault.new_case_key(case_id)
        await self.writer.run(cases.add, StoredCase(case_id, name, key, case, 0), Clock().now())
        for document in documents:
            with self.vault.receive(case_id, key, document.number) as deposit:
                deposit.write(b"a fictitious report")
                sealed = deposit.seal()
                deposit.keep()
            await self.writer.run(cases.expect_document, case_id, document.number)
            args = (case_id, document.number, sealed.size, sealed.sha256, "pdf", Clock().now())
            await self.writer.run(cases.keep_document, *args)
        return case_id

    def path(self, case_id: str, number: int) -> Path:
        return folder_of(self.vault) / case_id / f"{number}.sealed"

    def flips(self, case_id: str, number: int) -> bytes:
        """Flip one byte; how the file was before."""
        path = self.path(case_id, number)
        before = path.read_bytes()
        path.write_bytes(before[:50] + bytes([before[50] ^ 1]) + before[51:])
        return before

    async def states(self, case_id: str) -> list[str]:
        stored = await self.writer.run(cases.get, case_id)
        return [document.state for document in stored.case.documents] if stored else []

    async def _tell(self, case_id: str, event: CustodyEvent) -> None:
        self.told.append((case_id, event))
        stored = await self.writer.run(cases.get, case_id)
        if stored:
            await self.writer.run(self.turns.tell, stored.chat_id, event)


@pytest.fixture
def house(engine: Engine, vault: Vault, turns: Turns) -> Iterator[House]:
    house = House(engine, vault, turns)
    yield house
    house.writer.close()


async def test_where_all_is_whole_nothing_is_said(house: House, caplog: pytest.LogCaptureFixture) -> None:
    await house.moves_in(1, files=3)
    await house.rounds.once()
    assert house.told == []
    assert not caplog.records


async def test_a_flipped_byte_and_a_missing_file_are_told_once_and_are_ready_no_more(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    ana, ben = await house.moves_in(1, files=3), await house.moves_in(2, files=2)
    house.flips(ana, 2)
    house.path(ana, 3).unlink()
    house.path(ben, 1).unlink()
    await house.rounds.once()
    assert {case_id: event.documents for case_id, event in house.told if isinstance(event, FilesDamaged)} == {
        ana: (2, 3),
        ben: (1,),
    }
    assert await house.states(ana) == ["readable", "damaged", "damaged"]
    assert await house.states(ben) == ["damaged", "readable"]
    (error,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert error.getMessage().startswith("3 kept files")
    assert ana not in error.getMessage()


async def test_the_only_file_of_the_only_patient_is_told_too(house: House) -> None:
    ana = await house.moves_in(1, files=1)
    house.path(ana, 1).unlink()
    await house.rounds.once()
    assert await house.states(ana) == ["damaged"]


async def test_what_an_operator_brings_back_is_found_again(house: House) -> None:
    ana = await house.moves_in(1, files=2)
    before = house.flips(ana, 1)
    await house.rounds.once()
    house.path(ana, 1).write_bytes(before)
    house.told.clear()
    await house.rounds.once()
    assert [type(event) for _, event in house.told] == [FilesFound]
    assert await house.states(ana) == ["unseen", "readable"]


async def test_a_file_of_other_content_under_the_right_name_is_damaged(house: House) -> None:
    ana = await house.moves_in(1, files=1)
    stored = await house.writer.run(cases.get, ana)
    assert stored
    with house.vault.receive(ana, stored.key, 1) as deposit:
        deposit.write(b"another one, sealed with the right key")
        deposit.seal()
        deposit.keep()
    await house.rounds.once()
    assert await house.states(ana) == ["damaged"]


async def test_a_vault_that_is_away_is_told_to_the_operator_alone(
    house: House, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    ana = await house.moves_in(1, files=3)
    folder_of(house.vault).rename(tmp_path / "elsewhere")
    await house.rounds.once()
    folder_of(house.vault).mkdir()
    await house.rounds.once()
    assert house.told == []
    assert await house.states(ana) == ["readable"] * 3
    assert len([record for record in caplog.records if "no patient is told" in record.getMessage()]) == 2


async def test_a_master_key_that_is_another_s_is_told_to_the_operator_alone(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await house.moves_in(1, files=2)
    other = Vault(folder_of(house.vault), bytes(31) + b"\x01")
    await Rounds(house.writer, other, Clock(), house._tell, rest=0).once()
    assert await house.states(ana) == ["readable"] * 2
    assert "no patient is told" in caplog.text


async def test_where_most_of_many_is_gone_something_larger_is_wrong(house: House) -> None:
    ana = await house.moves_in(1, files=25)
    for number in range(1, 23):
        house.path(ana, number).unlink()
    await house.rounds.once()
    assert house.told == []


async def test_what_a_patient_deletes_meanwhile_is_no_loss(house: House) -> None:
    ana = await house.moves_in(1, files=1)
    house.path(ana, 1).unlink()
    suspects, _, _ = await house.rounds._look()
    await house.writer.run(cases.drop_document, ana, 1)
    assert suspects == [(ana, 1)]
    assert await house.rounds._still(suspects) == []
