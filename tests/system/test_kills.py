"""Killed at any point, the bot loses nothing: no update, no file, no answer; and says nothing more than twice."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.rehearsal.telegram.limits import Limits
from tests.faults import is_slow, loses_the_answer, stalls
from tests.soaking import FIGURES
from tests.system.running import RunningBot, until
from tests.system.walk import WALK, comparable
from tests.telegram import Patient, RehearsalServer

ANSWERS = ("sendMessage", "editMessageText")
"""A tap is answered in place where its card is the newest in the chat; below a message said twice it is not."""


def called(telegram: RehearsalServer, methods: tuple[str, ...]) -> int:
    return sum(len(telegram.calls(method)) for method in methods)


def wait_for_call(telegram: RehearsalServer, methods: tuple[str, ...], number: int) -> None:
    """Until Telegram was called that often, looking every millisecond."""
    ticks = threading.Event()
    for _ in range(120_000):
        if called(telegram, methods) >= number:
            return
        ticks.wait(0.001)
    raise AssertionError(f"{methods} was never called")


@contextmanager
def killed_when(telegram: RehearsalServer, bot: RunningBot, *methods: str, after: float = 0) -> Iterator[None]:
    """Kill the bot as soon as, during the block, one of these methods is called, and start it again."""
    number = called(telegram, methods) + 1
    yield
    wait_for_call(telegram, methods, number)
    threading.Event().wait(after)
    bot.kill()
    telegram.faults.clear()
    bot.start()


def walk(telegram: RehearsalServer, bot: RunningBot, person: Patient, kills: dict[int, Callable[[], object]]) -> None:
    """The whole walk; at the acts named in `kills` the bot is killed in the way given there."""
    for number, act in enumerate(WALK):
        with kills.get(number, lambda: never(telegram, bot))():  # type: ignore[attr-defined]
            act.do(person)
        act.wait(person, bot)
    telegram.idle()


@contextmanager
def never(_: RehearsalServer, __: RunningBot) -> Iterator[None]:
    yield


def finished(tmp_path: Path, name: str, plan: Callable[[RehearsalServer, RunningBot], dict[int, object]]) -> tuple:
    """A walk to its end: the case, the texts the patient saw, and how many files are kept."""
    with RehearsalServer(limits=Limits.none()) as telegram:
        bot = RunningBot(telegram, tmp_path / name).start()
        try:
            ana = telegram.person("Ana")
            walk(telegram, bot, ana, plan(telegram, bot))  # type: ignore[arg-type]
            until(lambda: not bot.rows("SELECT 1 FROM outbox"), "everything is said")
            until(lambda: not bot.rows("SELECT 1 FROM work WHERE kind <> 'remind'"), "everything is done")
            bot.stop()
            texts = [message.text for message in ana.bot_messages]
            return comparable(bot.case()), texts, bot.kept(), len(bot.files())
        finally:
            bot.kill()


def named_points(telegram: RehearsalServer, bot: RunningBot) -> dict[int, object]:
    """Ten points at which a crash could hurt most, at ten acts of the walk."""

    def with_fault(method: str, fault: object) -> Callable[[], object]:
        def armed() -> object:
            telegram.faults.next(method, fault)  # type: ignore[arg-type]
            return killed_when(telegram, bot, method)

        return armed

    return {
        0: with_fault("sendMessage", is_slow(2)),  # the first turn is committed, its message not yet taken
        1: with_fault("answerCallbackQuery", is_slow(2)),  # a tap is committed and not answered
        5: with_fault("sendMessage", loses_the_answer()),  # the message is shown, and we do not know it
        7: with_fault("getFile", is_slow(2)),  # a file is promised, nothing of it fetched
        8: with_fault("file", stalls(after=500, seconds=5)),  # in the middle of a download
        9: lambda: killed_when(telegram, bot, "getUpdates"),  # the update is handed over, perhaps not committed
        10: lambda: killed_when(telegram, bot, "file", after=0.05),  # while a file is looked at
        13: with_fault("editMessageText", loses_the_answer()),  # the page is turned, and we do not know it
        16: lambda: killed_when(telegram, bot, *ANSWERS, after=0.02),  # just after an answer
        len(WALK) - 1: with_fault("sendDocument", is_slow(2)),  # the sheet is made and not taken
    }


def once_more_at_most(texts: list[str], unkilled: list[str], kills: int = 1) -> None:
    """A kill between Telegram's acceptance and our note of it shows a message once more; so does the next such kill."""
    for text in set(texts):
        assert texts.count(text) <= (1 + kills) * max(1, unkilled.count(text)), "a message was shown too often"


def test_killed_at_ten_points_of_a_walk_it_loses_nothing(tmp_path: Path) -> None:
    case, texts, kept, files = finished(tmp_path, "whole", lambda telegram, bot: {})
    killed_case, killed_texts, killed_kept, killed_files = finished(tmp_path, "killed", named_points)
    assert killed_case == case
    assert killed_kept == kept == 5
    assert killed_files == files == 5, "no half-written file is left over"
    assert set(texts) <= set(killed_texts), "everything that was to be said was said"
    once_more_at_most(killed_texts, texts)


def at_random_moments(seed: int) -> Callable[[RehearsalServer, RunningBot], dict[int, object]]:
    dice = random.Random(seed)

    def plan(telegram: RehearsalServer, bot: RunningBot) -> dict[int, object]:
        @contextmanager
        def killed_soon(wait: float) -> Iterator[None]:
            yield
            threading.Event().wait(wait)
            bot.kill()
            bot.start()

        return {number: (lambda: killed_soon(dice.uniform(0, 0.12))) for number in range(len(WALK))}

    return plan


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_killed_at_every_act_at_a_random_moment_it_loses_nothing(
    tmp_path: Path, seed: int, record_property: Callable[[str, object], None]
) -> None:
    case, texts, kept, files = finished(tmp_path, "whole", lambda telegram, bot: {})
    killed_case, killed_texts, killed_kept, killed_files = finished(tmp_path, "killed", at_random_moments(seed))
    assert killed_case == case
    assert (killed_kept, killed_files) == (kept, files)
    assert set(texts) <= set(killed_texts)
    record_property(FIGURES, f"{len(WALK)} kills")
    once_more_at_most(killed_texts, texts, kills=2)  # on a slow machine the next kill may meet the same message
