"""Keeps other web pages out: a browser may use the page only from the page itself, on this computer."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

NAMES = frozenset({"127.0.0.1", "localhost"})
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def stranger(request: Request) -> Response | None:
    """Return a refusal if a request comes from another site or under another name, None if it may go on."""
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "none")
    is_local = re.sub(r":\d+$", "", host) in NAMES
    is_own = origin == f"http://{host}" if request.method != "GET" else origin in {None, f"http://{host}"}
    if is_local and is_own and site in {"same-origin", "none"}:
        return None
    return PlainTextResponse("This page can be used from this computer only.", 403, PAGE_HEADERS)
