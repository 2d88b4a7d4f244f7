"""Several replicas of the unmodified bot over one PostgreSQL, and whoever brings them their updates."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psycopg

from tests.ports import free_port
from tests.system.running import RunningBot, until
from tests.system.test_webhook import SECRET, status
from tests.telegram import RehearsalServer

AUDIT = """
CREATE TABLE audit (number bigserial, what text, chat bigint, id bigint, name text);
CREATE FUNCTION note_update() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO audit (what, id) VALUES ('update', NEW.update_id); RETURN NEW; END $$;
CREATE FUNCTION note_message() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO audit (what, chat, id, name) VALUES ('message', NEW.chat_id, NEW.id, NEW.name);
    RETURN NEW; END $$;
CREATE TRIGGER note BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION note_message();
CREATE TRIGGER note AFTER INSERT ON updates FOR EACH ROW EXECUTE FUNCTION note_update();
"""
"""Which updates were taken and which messages posted, in the order of the turns of each chat: rows go, these stay."""


class Replica(RunningBot):
    """One of several bots over one database, key and vault; `port` 0: it asks Telegram for updates."""

    def __init__(
        self, server: RehearsalServer, data_dir: Path, database: str, port: int = 0, address: str = ""
    ) -> None:
        hears = {"WEBHOOK_URL": address, "WEBHOOK_SECRET": SECRET} if address else {}
        super().__init__(
            server,
            data_dir,
            DATABASE_URL=database,
            MESSAGES_PER_SECOND="300",
            LISTEN_PORT=str(port),
            LOG_LEVEL="INFO",
            **hears,
        )
        self.database, self.port = database, port
        self._log_file = data_dir.parent / f"replica-{port or id(self)}.log"

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return rows(self.database, query)

    def send(self, number: int) -> None:
        """Send its process a signal, and go on."""
        assert self._process is not None
        self._process.send_signal(number)

    def is_up(self) -> bool:
        return status(self.port, "/healthz") == 200


def rows(database: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(database) as connection:
        found = connection.execute(query)
        return found.fetchall() if found.description else []


class Company:
    """Replicas behind an address that keeps what Telegram brings, until a test hands it to whomever it likes."""

    def __init__(self, telegram: RehearsalServer, folder: Path, database: str, replicas: int) -> None:
        self.telegram, self.database = telegram, database
        self.brought: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        address = f"http://127.0.0.1:{self._server.server_port}"
        self.replicas = [
            Replica(telegram, folder / "data", database, free_port(), address) for _ in range(max(1, replicas))
        ]

    def start(self) -> None:
        for replica in self.replicas:
            replica.start()
        until(lambda: all(replica.is_up() for replica in self.replicas), "all replicas are up")
        until(lambda: self.telegram.telegram.webhook, "Telegram knows where updates go")

    def stop(self) -> None:
        for replica in self.replicas:
            replica.kill()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return rows(self.database, query)

    def all_is_said(self) -> None:
        until(lambda: not self.rows("SELECT 1 FROM outbox LIMIT 1"), "all is said")

    def hand(self, update: dict[str, Any], replica: Replica) -> bool:
        """Bring an update to one replica; whether it has it."""
        return status(replica.port, "/telegram", json.dumps(update).encode(), SECRET) == 200

    def hand_until_taken(self, update: dict[str, Any], dice: random.Random) -> None:
        """As Telegram does: again and again, to whichever replica the address leads."""
        wait = threading.Event()
        while not self.hand(update, dice.choice(self.replicas)):
            wait.wait(0.2)

    def hand_over(self, updates: list[dict[str, Any]], dice: random.Random, kills: int, at_once: int = 8) -> None:
        """Bring every update one to five times, in any order, to any replica, and kill some of these meanwhile."""
        copies = [update for update in updates for _ in range(dice.choice((1, 1, 1, 2, 3, 5)))]
        dice.shuffle(copies)
        with ThreadPoolExecutor(at_once) as pool:
            handed = [pool.submit(self.hand_until_taken, update, random.Random(dice.random())) for update in copies]
            killed = dice.sample(self.replicas, kills)
            for replica in killed:
                dice.choice(handed).result()
                replica.kill()
            for replica in killed:
                replica.start()
            for each in handed:
                each.result()
        until(lambda: all(replica.is_up() for replica in killed), "all replicas are up again")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        brought = self.brought

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                brought.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing is told."""

        return Handler


@contextmanager
def company(telegram: RehearsalServer, folder: Path, database: str, replicas: int = 3) -> Iterator[Company]:
    opened = Company(telegram, folder, database, replicas)
    try:
        opened.start()
        yield opened
    finally:
        opened.stop()
