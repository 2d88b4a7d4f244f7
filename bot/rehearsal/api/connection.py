"""The wire below a request, so that it can be cut as bad networks cut it."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol


class Connection(H11Protocol):
    """An ordinary HTTP connection that hands its transport to the application."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Put the transport into the scope of every request."""
        super().connection_made(transport)
        application: Any = self.app

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            scope["transport"] = transport
            await application(scope, receive, send)

        self.app = with_transport


async def broken(request: Request) -> Response:
    """Cut the connection of a request; the returned response reaches nobody."""
    request.scope["transport"].abort()
    while (await request.receive())["type"] != "http.disconnect":
        pass
    return Response()
