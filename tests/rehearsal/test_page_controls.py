"""What whoever sits before the chat page can do beside the chat: to patients, to time, and where it all is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import Forbidden

from bot.rehearsal.conductor import Conductor
from tests.telegram import Patient, RehearsalServer

Ask = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]
News = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def page(server: RehearsalServer) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(server.url, headers={"Origin": server.url}) as session:
        yield session


@pytest.fixture
def ask(page: aiohttp.ClientSession) -> Ask:
    """Post to the page's server; return the status and the answer."""

    async def ask(path: str, **asked: object) -> tuple[int, dict[str, Any]]:
        async with page.post(f"/rehearsal/{path}", json=asked) as answer:
            return answer.status, await answer.json()

    return ask


@pytest.fixture
def news(page: aiohttp.ClientSession) -> News:
    """Return everything the page shows of one person's chat."""

    async def news(person: int) -> dict[str, Any]:
        async with page.get("/rehearsal/news", params={"person": person}) as answer:
            view: dict[str, Any] = await answer.json()
            return view

    return news


async def test_a_patient_begins_anew_with_an_empty_chat(
    server: RehearsalServer, ana: Patient, bot: Bot, ask: Ask, news: News
) -> None:
    file = ana.sends_document("report.pdf", b"%PDF")
    await bot.send_message(ana.id, "Hello")
    status, answer = await ask(f"{ana.id}/anew")
    assert status == 200
    view = await news(answer["id"])
    assert [(card["id"], card["name"], card["started"]) for card in view["people"]] == [(answer["id"], "Ana", False)]
    assert answer["id"] != ana.id
    assert view["messages"] == []
    assert (await news(ana.id))["messages"] == []
    assert server.telegram.files.find(file.file_id or "") is None


async def test_a_persons_telegram_can_be_in_another_language(ana: Patient, bot: Bot, ask: Ask, news: News) -> None:
    await bot.set_my_commands([("help", "Ayuda")], language_code="es")
    await bot.set_my_commands([("help", "Help")])
    await ask(f"{ana.id}/language", language="es")
    view = await news(ana.id)
    assert [card["language"] for card in view["people"]] == ["es"]
    assert [command["description"] for command in view["menu"]] == ["Ayuda"]
    ana.sends("Hola")
    *_, update = await bot.get_updates()
    assert update.message
    assert update.message.from_user
    assert update.message.from_user.language_code == "es"


async def test_the_bot_hears_that_who_left_blocked_it_and_reaches_them_no_more(
    ana: Patient, bot: Bot, ask: Ask
) -> None:
    await ask(f"{ana.id}/anew")
    changes = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert [(change.chat.id, change.new_chat_member.status) for change in changes] == [(ana.id, "kicked")]
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "A reminder")


async def test_a_patient_is_removed_and_the_others_stay(
    server: RehearsalServer, ana: Patient, ask: Ask, news: News
) -> None:
    benito = server.person("Benito")
    benito.sends("still here")
    assert await ask(f"{ana.id}/remove") == (200, {"done": True})
    view = await news(benito.id)
    assert [card["name"] for card in view["people"]] == ["Benito"]
    assert [message["text"] for message in view["messages"]] == ["still here"]
    for path in ("text", "remove", "anew"):
        assert (await ask(f"{ana.id}/{path}", text="a word"))[0] == 400


async def test_the_last_patient_stays(server: RehearsalServer, ana: Patient, ask: Ask, news: News) -> None:
    status, answer = await ask(f"{ana.id}/remove")
    assert (status, list(answer)) == (400, ["problem"])
    assert [card["name"] for card in (await news(ana.id))["people"]] == ["Ana"]


async def test_a_file_that_somebody_else_also_has_stays_with_them(
    server: RehearsalServer, ana: Patient, bot: Bot, ask: Ask
) -> None:
    mia = server.person("Mia")
    mia.sends("/start")
    file = ana.sends_document("letter.pdf", b"%PDF")
    await bot.send_document(mia.id, str(file.file_id))
    await ask(f"{ana.id}/remove")
    assert mia.messages[-1].document == b"%PDF"


async def test_who_was_removed_stays_away_and_no_id_is_used_again(tmp_path: Path) -> None:
    with RehearsalServer(tmp_path) as server:
        ana, benito = server.person("Ana"), server.person("Benito")
        ana.sends_document("report.pdf", b"%PDF")
        async with (
            aiohttp.ClientSession(server.url, headers={"Origin": server.url}) as page,
            page.post(f"/rehearsal/{ana.id}/remove", json={}) as answer,
        ):
            assert answer.status == 200
    with RehearsalServer(tmp_path) as again:
        again.somebody("Ana")
        async with aiohttp.ClientSession(again.url) as page, page.get("/rehearsal/news") as answer:
            assert [card["id"] for card in (await answer.json())["people"]] == [benito.id]
        assert again.telegram.messages.of(ana.id) == []
        assert again.person("Cleo").id not in {ana.id, benito.id}
    assert list((tmp_path / "files").iterdir()) == []


@pytest.mark.parametrize("hours", [1, 24, 7 * 24])
async def test_the_clock_is_skipped_by_hours(server: RehearsalServer, ask: Ask, news: News, hours: int) -> None:
    ana = server.person("Ana")
    assert await ask("skip", hours=hours) == (200, {"done": True})
    assert server.telegram.clock.ahead == timedelta(hours=hours)
    assert (await news(ana.id))["ahead"] == hours * 3600
    later = server.telegram.clock.now() - datetime.now(UTC)
    assert abs(later - timedelta(hours=hours)) < timedelta(minutes=1)


@pytest.mark.parametrize("asked", [{"hours": 0}, {"hours": -1}, {"hours": 24 * 3650 + 1}, {"hours": "soon"}, {}])
async def test_the_clock_never_goes_back_and_never_out_of_reach(
    server: RehearsalServer, ask: Ask, asked: dict[str, object]
) -> None:
    assert (await ask("skip", **asked))[0] == 400
    assert server.telegram.clock.ahead == timedelta()


async def test_a_text_too_long_for_telegram_is_refused_and_never_cut(ana: Patient, ask: Ask, news: News) -> None:
    status, answer = await ask(f"{ana.id}/text", text="a" * 4097)
    assert status == 400
    assert "4096" in answer["problem"]
    assert (await ask(f"{ana.id}/text", text="a" * 4096))[0] == 200
    assert [len(message["text"]) for message in (await news(ana.id))["messages"]] == [len("/start"), 4096]


@pytest.mark.parametrize(
    ("data_dir", "named"),
    [
        ("/home/ana/companion/data/rehearsal", "~/companion/data/rehearsal"),
        ("/srv/companion/rehearsal", "/srv/companion/rehearsal"),
        ("/home/anastasia/rehearsal", "/home/anastasia/rehearsal"),
    ],
)
async def test_the_page_names_where_everything_is_kept(
    server: RehearsalServer, news: News, monkeypatch: pytest.MonkeyPatch, data_dir: str, named: str
) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    Conductor(server, Path(data_dir))
    assert (await news(server.person("Ana").id))["kept"] == {"folder": named, "database": False}


async def test_a_folder_named_from_here_is_named_in_full(
    server: RehearsalServer, news: News, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "companion").mkdir()
    monkeypatch.chdir(tmp_path / "companion")
    Conductor(server, Path("data/rehearsal"))
    assert (await news(server.person("Ana").id))["kept"]["folder"] == "~/companion/data/rehearsal"


async def test_rows_in_a_database_elsewhere_are_not_said_to_be_here(server: RehearsalServer, news: News) -> None:
    Conductor(server, Path("/srv/rehearsal"), has_database=True)
    assert (await news(server.person("Ana").id))["kept"]["database"] is True
