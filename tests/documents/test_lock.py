import io
import subprocess
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from bot.child.child import ChildAnswer
from bot.documents import lock
from bot.documents.inspection import inspect
from bot.documents.lock import Unlocked, unlock
from bot.packet.alone import Alone, pack_alone
from tests.makers import losses, made, traps


async def test_the_right_password_opens_a_pdf_and_what_comes_out_has_no_lock() -> None:
    unlocked = await unlock([made.a_locked_pdf(pages=2)], "a secret")
    assert unlocked.outcome == "opened"
    assert not PdfReader(io.BytesIO(unlocked.content)).is_encrypted
    verdict = await inspect([unlocked.content])
    assert (verdict.state, verdict.pages) == ("readable", 2)


async def test_the_owner_s_password_opens_it_too() -> None:
    assert (await unlock([made.a_locked_pdf()], "another")).outcome == "opened"


async def test_a_password_of_any_letters_may_be_tried() -> None:
    locked = made.a_pdf_locked_by("pässwörd 日本")
    assert (await unlock([locked], "pässwörd 日本")).outcome == "opened"


@pytest.mark.parametrize("password", ["", "A secret", "a secret ", "\n", "\0", "x" * 10_000, "\ud800"])
async def test_another_password_does_not(password: str) -> None:
    assert await unlock([made.a_locked_pdf()], password) == Unlocked("wrong")


async def test_what_a_page_draws_by_name_is_still_found_once_it_is_open() -> None:
    unlocked = await unlock([losses.a_pdf_whose_image_is_called("Über".encode("latin-1"))], "a secret")
    assert pack_alone(unlocked.content, "pdf", 60) == Alone(compared=1)
    shown = pypdfium2.PdfDocument(unlocked.content)[0].render(grayscale=True).to_pil()
    assert sum(shown.histogram()[:128]) > 10_000


async def test_a_pdf_without_a_lock_stays_what_it_is() -> None:
    assert (await unlock([made.a_pdf()], "a secret")).outcome == "opened"


@pytest.mark.parametrize(
    "content",
    [made.a_pdf_locked_by_certificate, made.a_broken_pdf, made.a_photo, b"", traps.a_pdf_that_swells],
)
async def test_what_no_password_opens_is_told_apart(content: bytes) -> None:
    assert await unlock([content], "a secret") == Unlocked("cannot")


@pytest.mark.usefixtures("fresh_children")
async def test_neither_the_password_nor_the_file_shows_up_where_it_could_be_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    assert "Fictitious" not in repr(await unlock([made.a_locked_pdf()], "a secret"))
    assert "secret" not in caplog.text
    started: list[list[str]] = []
    start = subprocess.Popen

    def noting(arguments: list[str], **options: Any) -> object:
        started.append([*arguments, repr(options["env"])])
        return start(arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", noting)
    await unlock([made.a_locked_pdf()], "a secret")
    assert started
    assert "secret" not in repr(started)


@pytest.mark.parametrize(
    "answer",
    [
        ChildAnswer("crashed", b"opened\n%PDF"),
        ChildAnswer("timed_out"),
        ChildAnswer("done"),
        ChildAnswer("done", b"wonderful\n"),
    ],
)
async def test_a_lost_or_dishonest_child_opened_nothing(monkeypatch: pytest.MonkeyPatch, answer: ChildAnswer) -> None:
    async def run(*_: object, **__: object) -> ChildAnswer:
        return answer

    monkeypatch.setattr(lock, "run_child", run)
    assert await unlock([made.a_locked_pdf()], "a secret") == Unlocked("cannot")
