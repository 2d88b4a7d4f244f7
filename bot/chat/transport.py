"""The wire to Telegram on aiohttp: python-telegram-bot's own client costs several times more a request."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import aiohttp
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.chat.answer import Answer, sound
from bot.watch.watch import Watch

if TYPE_CHECKING:
    from telegram._utils.defaultvalue import DefaultValue  # the library names no public type for its own default

    Timeout = DefaultValue[float] | float | DefaultValue[None] | None

USER_AGENT = "second-opinion-companion"
MOST_AT_ONCE = 256
"""Calls under way together. With few, a slow road makes an answer wait for the clocks of others' tapped buttons."""


class NotSent(NetworkError):
    """The request never left: it may be repeated without showing anything twice."""


def seconds_to_wait(refusal: RetryAfter) -> float:
    """How long Telegram asks us to wait, in seconds."""
    wait = refusal.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class Transport(BaseRequest):
    """One pool of connections to the Bot API. Times are in seconds."""

    def __init__(self, connections: int = MOST_AT_ONCE, read_timeout: float = 20, watch: Watch | None = None) -> None:
        self._connections, self._read_timeout, self._watch = connections, read_timeout, watch or Watch()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60, ttl_dns_cache=60)
            self._session = aiohttp.ClientSession(
                connector=connector, headers={"User-Agent": USER_AGENT}, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request; raises `NotSent` where it never left, `TimedOut` or `OddAnswer` where nobody can tell."""
        read = self._read_timeout if not isinstance(read_timeout, int | float) else float(read_timeout)
        times, address = _times(read), _address(url)
        data, headers = _body(request_data)
        with self._watch.call(_name_of_method(url)) as note:
            try:
                async with self._open().request(method, address, data=data, headers=headers, timeout=times) as response:
                    status, answer = response.status, await response.read()
            except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
                raise NotSent(type(error).__name__) from None
            except TimeoutError:
                raise TimedOut from None
            except aiohttp.ClientError as error:
                raise NetworkError(type(error).__name__) from None
            told = sound(status, answer)
            note("answer", _class_of(told[0]))
        return told

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Of a message we sent, Telegram's answer repeats all its words and buttons: only which one it is, is read."""
        parsed = payload.content if isinstance(payload, Answer) else BaseRequest.parse_json_payload(payload)
        result = parsed.get("result")
        if isinstance(result, dict) and "message_id" in result:
            parsed["result"] = {key: result[key] for key in ("message_id", "date", "chat") if key in result}
        return parsed

    async def stream(self, url: str, at_most: int) -> AsyncIterator[bytes]:
        """The bytes of a file, piece by piece; raises `NetworkError` if it ends early and `TooBig` past the limit."""
        times = _times(30)
        seen, answer = 0, "cut_off"
        try:
            async with self._open().get(url, timeout=times) as response:
                answer = _class_of(response.status)
                if response.status != 200:
                    raise NetworkError(f"the file server answered {response.status}")
                async for piece in response.content.iter_chunked(64 << 10):
                    seen += len(piece)
                    if seen > at_most:
                        raise TooBig
                    yield piece
        except (TimeoutError, aiohttp.ClientError) as error:
            answer = type(error).__name__
            raise NetworkError(answer) from None
        finally:
            self._watch.tally.calls["download", answer] += 1

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("initialize the transport first")
        return self._session


class TooBig(Exception):
    """A file holds more bytes than Telegram said, and than we take."""


_address = lru_cache(maxsize=64)(URL)
"""Of the same few methods every turn: an address is taken apart once."""


@lru_cache(maxsize=16)
def _times(read: float) -> aiohttp.ClientTimeout:
    """Seconds for a connection, and for each piece of an answer."""
    return aiohttp.ClientTimeout(total=None, connect=10, sock_connect=10, sock_read=read)


def _name_of_method(url: str) -> str:
    """The last word of an address, which is all of it that is no secret."""
    return url.partition("?")[0].rpartition("/")[2]


def _class_of(status: int) -> str:
    """2xx, 4xx, 5xx; being asked to wait is its own."""
    return "429" if status == 429 else f"{status // 100}xx"


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str]]:
    if data is None:
        return None, {}
    if not data.contains_files:
        return data.json_payload, {"Content-Type": "application/json"}
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows a file's name as it is sent: "%20" would stand in it
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, content_type) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=file_name, content_type=content_type)
    return form, {}
