"""The Bot API as HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import asyncio
import hmac
import threading
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.rehearsal.api.connection import broken
from bot.rehearsal.api.deliveries import get_updates
from bot.rehearsal.api.faults import Fault, Faults
from bot.rehearsal.api.methods import METHODS, UPDATES_NAMES
from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.api.reading import LARGEST_BODY, LARGEST_LOCAL_BODY, parameters_of
from bot.rehearsal.telegram.calls import Call
from bot.rehearsal.telegram.refusals import Refusal, bad_request, not_found, unauthorized
from bot.rehearsal.telegram.telegram import Telegram

NAMES = {name.lower(): name for name in [*METHODS, "getUpdates"]}
FINE = Fault()
DROP = 0.5
"""Seconds between two bytes of a download that is held."""


class Doorway:
    """Lets the bot with the right token in, carries its calls out, and lets them go wrong on request."""

    def __init__(self, telegram: Telegram, faults: Faults, token: str) -> None:
        self._telegram = telegram
        self._faults = faults
        self._token = token

    def routes(self) -> list[Route]:
        """Return the two addresses a bot knows."""
        return [
            Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self.download, methods=["GET"]),
        ]

    async def call(self, request: Request) -> Response:
        """Answer one call of a method."""
        if not self._knows(request):
            return _refused(unauthorized())
        method = NAMES.get(request.path_params["method"].lower())
        if method is None:
            return _refused(not_found())
        fault = self._faults.take(method) or FINE
        await asyncio.sleep(fault.delay)
        parameters = Parameters({})
        response: Response
        code, carried_out = 200, False
        try:
            largest = LARGEST_LOCAL_BODY if self._telegram.files.is_local else LARGEST_BODY
            parameters = await parameters_of(request, largest)
            response, carried_out = await self._carried_out(method, parameters, fault)
            code = response.status_code
        except Refusal as refusal:
            response, code = _refused(refusal), refusal.code
        parameters.let_go()
        if fault.drop:
            response, code = await broken(request), 0
        with self._telegram.changing():
            self._telegram.calls.note(Call(method, dict(parameters.values), code, carried_out))
        return response

    async def download(self, request: Request) -> Response:
        """Answer with the bytes of a file whose link is open."""
        if not self._knows(request):
            return _refused(unauthorized())
        fault = self._faults.take("file") or FINE
        await asyncio.sleep(fault.delay)
        telegram = self._telegram
        with telegram.changing():
            file = telegram.files.linked(request.path_params["path"], telegram.clock.unix())
            telegram.calls.note(Call("file", {}, 200 if file else 404, file is not None))
        if fault.drop:
            return await broken(request)
        if fault.page:
            return HTMLResponse(fault.page[1], fault.page[0])
        if fault.refusal or file is None:
            return _refused(fault.refusal or not_found())
        data = await asyncio.to_thread(telegram.files.data, file)
        if fault.gate:
            return _held(data, fault.gate)
        if fault.cut is None:
            return Response(data, media_type=file.mime_type)
        return _cut(request, data, fault)

    async def _carried_out(self, method: str, parameters: Parameters, fault: Fault) -> tuple[Response, bool]:
        if fault.refusal:
            raise fault.refusal
        if fault.page:
            return HTMLResponse(fault.page[1], fault.page[0]), False
        if fault.drop and not fault.accepted:
            return Response(), False
        names = UPDATES_NAMES if method == "getUpdates" else METHODS[method].names
        if unknown := parameters.names() - names:
            raise bad_request(f"{method} has no parameter {', '.join(sorted(unknown))}")
        if method == "getUpdates":
            result: Any = await get_updates(self._telegram, parameters)
        else:
            with self._telegram.changing():
                result = METHODS[method].run(self._telegram, parameters)
        return JSONResponse({"ok": True, "result": result}), True

    def _knows(self, request: Request) -> bool:
        given = request.path_params["token"]
        return "origin" not in request.headers and hmac.compare_digest(given.encode(), self._token.encode())


def _refused(refusal: Refusal) -> JSONResponse:
    return JSONResponse(refusal.answer(), refusal.code)


def _cut(request: Request, data: bytes, fault: Fault) -> Response:
    async def pieces() -> Any:
        yield data[: fault.cut]
        await asyncio.sleep(fault.stall)
        await broken(request)

    return StreamingResponse(pieces(), headers={"Content-Length": str(len(data))})


def _held(data: bytes, gate: threading.Event) -> Response:
    async def pieces() -> Any:
        sent = 0
        while not gate.is_set() and sent < len(data) - 1:
            yield data[sent : sent + 1]
            sent += 1
            await asyncio.sleep(DROP)
        yield data[sent:]

    return StreamingResponse(pieces(), headers={"Content-Length": str(len(data))})
