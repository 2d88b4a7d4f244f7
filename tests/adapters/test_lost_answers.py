"""Answers that get lost: a message is shown once, or twice where nobody can tell, and never not at all."""

from __future__ import annotations

import pytest

from bot.papers.papers import File, Paper
from tests.adapters.desk import Desk, shown
from tests.adapters.test_papers import picture
from tests.faults import answers, breaks, loses_the_answer, loses_the_request
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

SLOT = "receipt:1"


@pytest.mark.parametrize(
    "trouble",
    [
        [loses_the_answer()] * 6,
        [loses_the_request()] * 6,
        [loses_the_request(), loses_the_answer(), breaks(), loses_the_request(), loses_the_answer()],
        [loses_the_answer(), loses_the_request(), loses_the_answer()],
    ],
    ids=["answers", "requests", "both", "answer first"],
)
async def test_six_lost_in_a_row_show_a_message_once(
    desk: Desk, ana: Patient, telegram: RehearsalServer, trouble: list
) -> None:
    await desk.knows(ana)
    telegram.faults.next("sendMessage", *trouble)
    await desk.says(ana, "one", "two")
    await desk.all_said()
    assert shown(ana) == ["one", "two"]


async def test_it_is_found_though_the_patient_wrote_meanwhile_and_their_message_stays_as_it_is(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.says(ana, "before")
    await desk.all_said()
    ana.sends("a question")
    telegram.faults.next("sendMessage", loses_the_answer())
    telegram.faults.next("editMessageText", *[loses_the_request()] * 8)
    await desk.says(ana, "answer")
    await eventually(lambda: telegram.calls("editMessageText"), "looked for")
    ana.sends("hurry")
    await desk.all_said()
    assert [message.text for message in ana.messages] == ["/start", "before", "a question", "answer", "hurry"]


async def test_nothing_is_said_again_before_telegram_has_told_whether_it_was_shown(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.knows(ana)
    telegram.faults.next("sendMessage", loses_the_answer())
    telegram.faults.always(loses_the_request(), "editMessageText")
    await desk.says(ana, "once")
    await eventually(lambda: len(telegram.calls("editMessageText")) >= 6, "asked again and again")
    assert len(telegram.calls("sendMessage")) == 1
    telegram.faults.clear()
    await desk.all_said()
    assert shown(ana) == ["once"]


async def test_six_lost_answers_to_an_edit_make_no_new_message(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.says(ana, "page 1")
    await desk.all_said()
    telegram.faults.next("editMessageText", *[loses_the_answer()] * 6)
    await desk.says(ana, "page 2", edit=ana.bot_messages[0].message_id)
    await desk.all_said()
    assert shown(ana) == ["page 2"]


async def test_a_receipt_whose_answer_was_lost_is_not_left_standing_when_a_newer_one_comes(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.knows(ana)
    telegram.faults.next("sendMessage", *[loses_the_answer()] * 3)
    await desk.says(ana, "checking 1 of 2", slot=SLOT)
    await eventually(lambda: telegram.calls("sendMessage"), "sent, and the answer lost")
    await desk.says(ana, "saved", slot=SLOT)
    await desk.all_said()
    assert shown(ana) == ["saved"]


async def test_a_receipt_that_was_shown_when_we_were_killed_is_not_left_standing_either(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.knows(ana)
    telegram.faults.always(loses_the_answer(), "sendMessage")
    telegram.faults.always(loses_the_request(), "editMessageText")
    await desk.says(ana, "checking 1 of 2", slot=SLOT)
    await eventually(lambda: shown(ana), "shown, and we do not know it")
    await desk.speaker.stop(seconds=0)
    await desk.writes(ana, "saved", slot=SLOT)
    telegram.faults.clear()
    await desk.speaks_again()
    await desk.all_said()
    assert shown(ana) == ["saved"]


@pytest.mark.parametrize("trouble", [loses_the_answer(), loses_the_request()], ids=["answer", "request"])
@pytest.mark.parametrize("pages", [0, 1, 3], ids=["document", "photo", "album"])
async def test_papers_too_come_once(
    desk: Desk, ana: Patient, telegram: RehearsalServer, monkeypatch: pytest.MonkeyPatch, trouble, pages: int
) -> None:
    async def make(*_: object) -> Paper:
        files = tuple(File(f"{number}.jpg", picture(200 + number)) for number in range(pages))
        return Paper(files or (File("summary.pdf", b"%PDF-1.7"),), pictures=bool(pages))

    monkeypatch.setattr(desk, "make_sheet", make)
    desk.speaker = desk._new_speaker()
    await desk.speaker.start()
    await desk.knows(ana)
    for method in ("sendDocument", "sendPhoto", "sendMediaGroup"):
        telegram.faults.next(method, *[trouble] * 3)
    await desk.posts(ana.id, "sheet", {})
    await desk.all_said()
    assert len(ana.bot_messages) == max(1, pages)
    assert desk.failed == []


@pytest.mark.parametrize(
    "odd",
    [
        answers(200, "<html>Please log in to this network</html>"),
        answers(401, "<html>Proxy authentication</html>"),
        answers(404, "<html>Not found</html>"),
        answers(403, "<html>Forbidden by your hospital</html>"),
        answers(400, '{"error": "bad request"}'),
        answers(403, '{"message": "Forbidden"}'),
        answers(200, '{"ok": true}'),
        answers(200, '{"ok": true, "result": true}'),
        answers(200, '{"ok": true, "result": {}}'),
        answers(200, '{"ok": true, "result": [7]}'),
        answers(200, '{"ok": false}'),
        answers(
            200, '{"ok": false, "error_code": 429, "description": "slow down", "parameters": {"retry_after": "x"}}'
        ),
        answers(200, '{"ok": false, "error_code": 500, "description": "Internal Server Error"}'),
        answers(429, '{"ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": [1]}'),
        answers(400, '{"ok": false, "error_code": "400", "description": "Bad Request: chat not found"}'),
        answers(400, '{"ok": false, "error_code": 400}'),
        answers(200, '"ok"'),
        answers(200, "[]"),
        answers(200, "null"),
        answers(200, ""),
        answers(200, "[" * 100_000),
        answers(500, '{"ok": true, "result": {"message_id": 5}}'),
        answers(302, ""),
    ],
    ids=lambda odd: f"{odd.page[0]} {odd.page[1][:40]}",
)
async def test_no_odd_answer_loses_a_message_or_takes_a_patient_for_gone(
    desk: Desk, ana: Patient, telegram: RehearsalServer, odd
) -> None:
    await desk.says(ana, "page 1")
    await desk.all_said()
    for method in ("sendMessage", "sendDocument", "editMessageText"):
        telegram.faults.next(method, odd, odd)
    await desk.says(ana, "page 2", edit=ana.bot_messages[0].message_id)
    await desk.says(ana, "one")
    await desk.posts(ana.id, "sheet", {"sheet": {}, "file_name": "summary.pdf"})
    await desk.all_said()
    assert [message.text or message.file_name for message in ana.bot_messages] == ["page 2", "one", "summary.pdf"]
    assert desk.gone == desk.failed == []
