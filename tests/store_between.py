"""What lies between a bot and its object store on a bad day: answers are lost, bytes are changed, nothing comes."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Exchange:
    """A request on its way, and what was answered to it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    status: int = 0
    answered: dict[str, str] = field(default_factory=dict)
    answer: bytes = b""


@dataclass
class Between:
    """Hands every request on, and every answer back; what it does to them can be set."""

    port: int
    before: Callable[[Exchange], object] = lambda exchange: None
    after: Callable[[Exchange], object] = lambda exchange: None
    seen: list[Exchange] = field(default_factory=list)
    address: str = ""

    def count(self, method: str) -> int:
        return sum(exchange.method == method for exchange in self.seen)

    def hand_on(self, exchange: Exchange) -> None:
        self.seen.append(exchange)
        self.before(exchange)
        if exchange.status:
            return
        line = http.client.HTTPConnection("127.0.0.1", self.port)
        line.request(exchange.method, exchange.path, exchange.body, exchange.headers)
        answer = line.getresponse()
        exchange.answer, exchange.status = answer.read(), answer.status
        exchange.answered = {name: value for name, value in answer.getheaders() if name.lower() not in HOP}
        line.close()
        self.after(exchange)


HOP = ("connection", "transfer-encoding", "content-length", "date", "server")


class Lost(Exception):
    """The connection breaks."""


@contextmanager
def between(port: int) -> Iterator[Between]:
    way = Between(port)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            pass

        def _hand_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            exchange = Exchange(self.command, self.path, dict(self.headers), body)
            try:
                way.hand_on(exchange)
            except Lost:
                self.close_connection = True
                return
            self.send_response(exchange.status)
            length = exchange.answered.pop("Content-Length", str(len(exchange.answer)))
            for name, value in {**exchange.answered, "Content-Length": length}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(exchange.answer)
            self.close_connection = int(length) != len(exchange.answer)

        do_GET = do_PUT = do_HEAD = do_POST = do_DELETE = _hand_on

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    way.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield way
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
