"""How the bot introduces itself to Telegram, beside its work: where updates go, its commands, what it is.

Nobody waits for it. What Telegram knows already is not said again; while it asks us to slow down it is left alone; what
it refuses is told to the operator in one line and let be.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from telegram.error import BadRequest, InvalidToken, RetryAfter

from bot.chat.answer import OddAnswer
from bot.chat.calls import Call
from bot.chat.complaint import Complaint
from bot.chat.incoming import ALLOWED_UPDATES
from bot.chat.pulse import Doubt, Pulse
from bot.chat.transport import seconds_to_wait
from bot.settings import Settings
from dialogs.words.wording import Wording

log = logging.getLogger(__name__)

LONGEST_WAIT = 60.0
"""Seconds between two tries while Telegram is away."""
LOOK_EVERY = 30.0
"""Seconds between two looks whether Telegram still brings updates to our address."""
OVER_AFTER = 10
"""Looks without a new failure after which the last is over, though updates still wait: Telegram tries again sooner."""
SCOPE = {"type": "all_private_chats"}


class Introduction:
    """Says who we are until Telegram knows it, and with a webhook goes on looking whether updates find us."""

    def __init__(
        self,
        call: Call,
        wording: Wording,
        settings: Settings,
        pulse: Pulse,
        doubt: Doubt,
        others: Mapping[str, Wording] = MappingProxyType({}),
    ) -> None:
        """`wording`: for whoever has a language that we do not speak; `others`: the languages that we do."""
        self._call, self._settings = call, settings
        self._in: Mapping[str, Wording] = {"": wording, **others}
        self._pulse, self._doubt = pulse, doubt
        self._unheard = Complaint(log, "the bot cannot say who it is", "the bot can say who it is again")
        self._unknown = Complaint(
            log, "nobody knows whether updates find us", "it is known again whether updates find us"
        )
        self._username = ""
        self._address_said = False
        self._last_failure = 0
        """When Telegram last failed to bring an update, as it told at the last look."""
        self._unharmed = OVER_AFTER
        """Looks since a failure was new."""
        self._address = settings.webhook_address

    def username(self) -> str:
        """The bot's name in Telegram, as links need it; raises `LookupError` before Telegram has told it."""
        if not self._username:
            raise LookupError("Telegram has not told the bot's name yet")
        return self._username

    async def run(self) -> None:
        """Introduce the bot, and watch until cancelled; raises `InvalidToken` if Telegram does not know the bot."""
        await _all_of(self.listen(), self.introduce())

    async def listen(self) -> None:
        """What every replica does: learn the bot's name, and watch until cancelled whether updates find us."""
        await _all_of(self._persist("getMe", self._ask_name), *([self._watch()] if self._address else []))
        await asyncio.Event().wait()

    async def introduce(self) -> None:
        """What one replica does for all: say where updates go, the commands, what the bot is; until cancelled."""
        parts = [self._persist("the address", self._say_address)]
        for language, wording in self._in.items():
            parts.append(self._persist("setMyCommands", partial(self._say_commands, wording, language)))
            for name in ("description", "short_description"):
                parts.append(self._persist(name, partial(self._say_about, name, wording.about[name], language)))
        try:
            await _all_of(*parts)
            await asyncio.Event().wait()
        finally:
            self._address_said = False

    async def _persist(self, what: str, do: Callable[[], Awaitable[None]]) -> None:
        """Do one part: once, however often it has to be tried, unless Telegram refuses it."""
        failures = 0
        while True:
            try:
                await do()
            except RetryAfter as refusal:
                await asyncio.sleep(seconds_to_wait(refusal))
            except BadRequest as refusal:
                why = " ".join(refusal.message.split())
                log.error("Telegram refuses how the bot introduces itself (%s): %s", what, why)
                return
            except Exception as error:
                if isinstance(error, InvalidToken):
                    self._doubt.refused(error)
                failures += 1
                self._unheard.tell(error)
                await asyncio.sleep(min(LONGEST_WAIT, 0.5 * 2 ** min(failures, 7)))
            else:
                self._unheard.is_over()
                return

    async def _say_address(self) -> None:
        if self._address:
            # Said at every start: which secret Telegram holds cannot be asked.
            await self._set_webhook()
            self._address_said = True
        elif (await self._ask("getWebhookInfo", dict)).get("url"):
            await self._tell("deleteWebhook")

    async def _set_webhook(self) -> None:
        secret = self._settings.webhook_secret
        await self._tell("setWebhook", url=self._address, secret_token=secret, allowed_updates=ALLOWED_UPDATES)

    async def _ask_name(self) -> None:
        me = await self._ask("getMe", dict)
        if not isinstance(me.get("username"), str):
            raise OddAnswer("a bot without a name")
        self._username = me["username"]
        if me.get("has_topics_enabled"):
            log.info("Threaded Mode is on for this bot: people may write in topics, and are answered there")

    async def _say_commands(self, wording: Wording, language: str) -> None:
        wanted = [{"command": name, "description": text} for name, text in wording.commands()]
        of = {"scope": SCOPE, **_of(language)}
        if await self._ask("getMyCommands", list, **of) != wanted:
            await self._tell("setMyCommands", commands=wanted, **of)

    async def _say_about(self, name: str, text: str, language: str) -> None:
        method, of = "My" + "".join(part.title() for part in name.split("_")), _of(language)
        if str((await self._ask(f"get{method}", dict, **of)).get(name, "")).strip() != text.strip():
            await self._tell(f"set{method}", **{name: text}, **of)

    async def _watch(self) -> None:
        """Look whether Telegram would bring updates to our address; if it would not, say the address again."""
        while True:
            try:
                info = await self._ask("getWebhookInfo", dict)
                self._unknown.is_over()
                if self._finds_us(info):
                    self._pulse.beat()
                else:
                    self._pulse.miss()
                if self._address_said and info.get("url") != self._address:
                    log.warning("Telegram brought updates to another address; ours is said again")
                    await self._set_webhook()
                wait = LOOK_EVERY if info.get("url") == self._address else LOOK_EVERY / 10
            except Exception as error:
                self._pulse.miss()
                if isinstance(error, InvalidToken):
                    self._doubt.refused(error)
                elif not isinstance(error, RetryAfter):
                    self._doubt.passed()
                self._unknown.tell(error)
                wait = seconds_to_wait(error) if isinstance(error, RetryAfter) else LOOK_EVERY / 10
            await asyncio.sleep(wait)

    def _finds_us(self, info: dict[str, Any]) -> bool:
        """Whether updates go to our address, and none waits that failed to a while ago."""
        before, self._last_failure = self._last_failure, int(info.get("last_error_date") or 0)
        if before and info.get("pending_update_count") and self._last_failure > before:
            log.warning("Telegram cannot bring updates to our address")
            self._unharmed = 0
        elif info.get("pending_update_count"):
            self._unharmed += 1
        else:
            self._unharmed = OVER_AFTER
        return info.get("url") == self._address and self._unharmed >= OVER_AFTER

    async def _tell(self, method: str, **parameters: Any) -> None:
        if await self._call(method, **parameters) is not True:
            raise OddAnswer(f"{method} was not carried out")

    async def _ask(self, method: str, kind: type[Any], **parameters: Any) -> Any:
        answer = await self._call(method, **parameters)
        if not isinstance(answer, kind):
            raise OddAnswer(f"{method} was not answered")
        self._doubt.answered()
        return answer


def _of(language: str) -> dict[str, str]:
    """For whose Telegram it is meant; without a language for all for whom nothing else was said."""
    return {"language_code": language} if language else {}


async def _all_of(*parts: Coroutine[Any, Any, None]) -> None:
    """All at once; raises what the first of them raises that fails."""
    try:
        async with asyncio.TaskGroup() as group:
            for part in parts:
                group.create_task(part)
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
