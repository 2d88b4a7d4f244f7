"""Papers reach the patient as files, and pictures side by side."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from telegram.error import BadRequest

from bot.chat.enclosures import send_paper
from bot.papers.papers import File, Paper
from bot.vault.flow import Flow
from tests.adapters.desk import Desk
from tests.telegram import Patient, RehearsalServer


def picture(height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, height), "teal").save(file, "JPEG")
    return file.getvalue()


async def test_one_file_is_sent_as_it_is_under_its_name(desk: Desk, ana: Patient) -> None:
    await send_paper(desk.bot, ana.id, Paper((File("message.pdf", b"%PDF-1.7 a message"),)))
    assert ana.messages[-1].body["document"]["file_name"] == "message.pdf"
    assert ana.messages[-1].document == b"%PDF-1.7 a message"


@pytest.mark.parametrize(
    "name", ["Ana Example - packet.pdf", "آنا - الملفات.pdf", "Łódź, 100 %.pdf", 'one "word".pdf', "李.pdf"]
)
async def test_its_name_is_shown_as_it_is_written(desk: Desk, ana: Patient, name: str) -> None:
    await send_paper(desk.bot, ana.id, Paper((File(name, b"%PDF-1.7 a message"),)))
    assert ana.messages[-1].body["document"]["file_name"] == name


async def test_a_file_that_does_not_fit_into_memory_is_sent_as_it_is_read_and_anew_after_a_refusal(
    desk: Desk, telegram: RehearsalServer, ana: Patient
) -> None:
    content = b"a fictitious disc" * 50_000
    opened: list[Flow] = []

    def opens() -> Flow:
        opened.append(Flow(content[at : at + 70_001] for at in range(0, len(content), 70_001)))
        return opened[-1]

    paper = Paper((File("originals.zip", opens, len(content)),))
    with pytest.raises(BadRequest):
        await send_paper(desk.bot, ana.id, paper, topic=77)
    await send_paper(desk.bot, ana.id, paper)
    assert ana.messages[-1].document == content
    assert len(opened) == 2


async def test_pictures_come_side_by_side_and_a_single_one_alone(desk: Desk, ana: Patient) -> None:
    pages = tuple(File(f"{number}.jpg", picture(200 + number)) for number in range(4))
    last = await send_paper(desk.bot, ana.id, Paper(pages, pictures=True))
    assert len({seen.body["media_group_id"] for seen in ana.messages[-4:]}) == 1
    assert ana.messages[-1].body["message_id"] == last
    await send_paper(desk.bot, ana.id, Paper(pages[:1], pictures=True))
    assert "media_group_id" not in ana.messages[-1].body
    assert ana.messages[-1].body["photo"]
