"""One odd answer never ends a running bot; a token that Telegram does not know does, once that is certain."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import InvalidToken

from bot.chat import pulse
from bot.chat.pulse import Doubt, Pulse
from tests.adapters.companion import Companion
from tests.adapters.desk import shown
from tests.faults import answers, asks_to_slow_down, refuses
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

ODD = [
    answers(401, "<html>Proxy authentication required</html>"),
    answers(404, "<html>Not found</html>"),
    answers(401, '{"error": "Unauthorized"}'),
    answers(404, '{"detail": "Not Found"}'),
    answers(200, "<html>Please log in</html>"),
    answers(200, '{"ok": true}'),
    answers(200, '{"ok": true, "result": {}}'),
    answers(200, '{"ok": true, "result": null}'),
    answers(200, '{"ok": true, "result": [null, 5, {}, {"update_id": "x"}, "text"]}'),
    answers(200, '{"ok": false}'),
    answers(200, '{"ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates request"}'),
    answers(200, '{"result": []}'),
    answers(200, "null"),
    answers(200, ""),
    answers(403, '{"ok": false, "error_code": 403, "description": "Forbidden"}'),
    asks_to_slow_down(1),
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: str(odd.page or odd.refusal))
async def test_an_odd_answer_at_the_start_or_later_is_a_passing_trouble(
    companion: Companion, ana: Patient, telegram: RehearsalServer, odd
) -> None:
    telegram.faults.next("getUpdates", odd, odd)
    polling = companion.polls()
    await eventually(lambda: shown(ana), "answered")
    telegram.faults.next("getUpdates", odd, odd)
    ana.sends("/help")
    await eventually(lambda: len(shown(ana)) == 2, "answered again")
    assert not polling.done()


@pytest.mark.parametrize("refusal", [refuses(401, "Unauthorized"), refuses(404, "Not Found")], ids=["401", "404"])
async def test_one_unauthorized_in_the_middle_of_a_run_does_not_end_it(
    companion: Companion, ana: Patient, telegram: RehearsalServer, refusal
) -> None:
    polling = companion.polls()
    await eventually(lambda: shown(ana), "answered")
    telegram.faults.next("getUpdates", *[refusal] * 5)
    ana.sends("/help")
    await eventually(lambda: len(telegram.faults._next["getUpdates"]) < 5, "refused")
    ana.sends("/help")
    await eventually(lambda: len(shown(ana)) >= 2, "answered again")
    assert not polling.done()


async def test_a_token_that_was_revoked_ends_it_after_several_minutes_of_nothing_else(
    companion: Companion, ana: Patient, telegram: RehearsalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    polling = companion.polls()
    await eventually(lambda: shown(ana), "answered")
    monkeypatch.setattr(pulse, "SEVERAL_MINUTES", 0.2)
    telegram.faults.always(refuses(401, "Unauthorized"), "getUpdates")
    ana.sends("/help")
    with pytest.raises(InvalidToken):
        await asyncio.wait_for(polling, 60)


class Hands:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_doubt_needs_minutes_of_refusals_in_a_row():
    clock, refusal = Hands(), InvalidToken("no")
    doubt = Doubt(clock)
    doubt.answered()
    doubt.refused(refusal)
    clock.now += 299
    doubt.refused(refusal)
    doubt.passed()  # a proxy's page: not about the token
    clock.now += 10
    doubt.refused(refusal)
    clock.now += 300
    with pytest.raises(InvalidToken):
        doubt.refused(refusal)


def test_a_token_never_known_is_believed_at_once():
    doubt = Doubt(Hands())
    doubt.passed()
    with pytest.raises(InvalidToken):
        doubt.refused(InvalidToken("no"))


async def test_a_pulse_tells_how_long_it_has_failed_or_been_silent():
    clock = Hands()
    beats = Pulse(failing=5, silent=90, clock=clock)

    async def late() -> bool:
        found, at_most = await beats.look()
        return found > at_most

    assert await late(), "before the first beat"
    beats.beat()
    clock.now += 89
    assert not await late()
    clock.now += 2
    assert await late(), "silent"
    beats.beat()
    beats.miss()
    clock.now += 4
    beats.miss()
    assert not await late(), "one broken connection is no news"
    clock.now += 2
    assert await late(), "failing"
    beats.beat()
    assert not await late()
