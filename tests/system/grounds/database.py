"""A database that is not there: no such host, nobody who answers, something else that does, or another kind."""

from __future__ import annotations

import socket
import threading

from tests.ports import free_port
from tests.system.grounds.ground import Ground, Ways
from tests.system.starts import PASSWORD

WAYS = Ways()


@WAYS.bad(r"DATABASE_URL .*its host is not known")
def database_host_is_unknown(ground: Ground) -> None:
    ground.environment["DATABASE_URL"] = f"postgresql://user:{PASSWORD}@nowhere.invalid/name"


@WAYS.bad(r"DATABASE_URL .*nothing answers")
def nothing_listens_there(ground: Ground) -> None:
    ground.environment["DATABASE_URL"] = f"postgresql://user:{PASSWORD}@127.0.0.1:{free_port()}/name"


@WAYS.bad(r"DATABASE_URL .*no PostgreSQL")
def something_else_listens_there(ground: Ground) -> None:
    server = ground.stack.enter_context(socket.create_server(("127.0.0.1", 0)))

    def answer() -> None:
        while True:
            try:
                visitor, _ = server.accept()
            except OSError:
                return
            visitor.recv(100)
            visitor.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            visitor.close()

    threading.Thread(target=answer, daemon=True).start()
    ground.environment["DATABASE_URL"] = f"postgresql://user:{PASSWORD}@127.0.0.1:{server.getsockname()[1]}/name"


@WAYS.bad(r"DATABASE_URL should be an address such as postgresql://")
def database_is_another(ground: Ground) -> None:
    ground.environment["DATABASE_URL"] = f"mysql://user:{PASSWORD}@db/name"
