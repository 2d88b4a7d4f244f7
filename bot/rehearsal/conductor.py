"""Conducts the rehearsal: the server, the bot beside it, the clock of both, and the browser."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from queue import Empty, SimpleQueue

from bot.folders import CONTENT
from bot.rehearsal.api.server import Server
from bot.rehearsal.bot_process import BotProcess
from bot.rehearsal.edits import Edits
from bot.rehearsal.page.controls import Kept

PORT = 8765
LOOK_EVERY = 0.1
"""Seconds between two looks for edits of content."""
CODE = (CONTENT.parent / "bot", CONTENT.parent / "dialogs")
BOT_COMMAND = (sys.executable, "-m", "bot", "run")


class Conductor:
    """The page's controls over a bot that runs as a child process."""

    can_restart = True

    def __init__(
        self,
        server: Server,
        data_dir: Path,
        command: Sequence[str] = BOT_COMMAND,
        first_wait: float = 1.0,
        has_database: bool = False,
    ) -> None:
        self.kept = Kept(_named(data_dir), has_database)
        self._server = server
        self._data_dir = data_dir
        code = CODE if tuple(command) == BOT_COMMAND else ()
        self.bot = BotProcess(command, self._environment, self._changed, first_wait, code)
        server.controls = self

    @property
    def status(self) -> str:
        """Running once the bot asks for updates, starting before that, stopped when there is no process."""
        if not self.bot.is_alive:
            return "stopped"
        return "running" if self._server.telegram.bot_was_here else "starting"

    @property
    def starts(self) -> int:
        """How many times it was started."""
        return self.bot.starts

    def restart(self) -> None:
        """Stop the bot and start it again."""
        self.bot.restart()

    def skip(self, time: timedelta) -> None:
        """Move the clock ahead and start the bot again, so that its clock moves along."""
        self._server.telegram.skip(time)
        self.bot.restart()

    def _environment(self) -> Mapping[str, str]:
        telegram = self._server.telegram
        return {
            "TELEGRAM_TOKEN": self._server.token,
            "TELEGRAM_API_URL": self._server.url,
            "TELEGRAM_API_LOCAL": str(self._server.local or " "),
            "DATA_DIR": str(self._data_dir.resolve()),
            "STORE_URL": " ",  # no file leaves this computer; were it empty, .env would be asked
            "CLOCK_AHEAD_SECONDS": str(int(telegram.clock.ahead.total_seconds())),
        }

    def _changed(self) -> None:
        telegram = self._server.telegram
        with telegram.changing():
            telegram.bot_was_here = False


def rehearse(
    data_dir: Path,
    port: int | None = None,
    open_browser: bool = True,
    command: Sequence[str] = BOT_COMMAND,
    has_database: bool = False,
    is_local: bool = False,
) -> int:
    """Run the rehearsal until Ctrl-C or SIGTERM; return the exit code.

    `has_database`: the rows are elsewhere; `is_local`: it is a Bot API server of one's own, run with `--local`.
    """
    over: SimpleQueue[None] = SimpleQueue()
    local = (data_dir / "fetched").resolve() if is_local else None
    if local:
        local.mkdir(parents=True, exist_ok=True)
    with _until_told(over), opened(data_dir / "telegram", port, local) as server:
        server.somebody("Ana")
        conductor = Conductor(server, data_dir, command, has_database=has_database)
        conductor.bot.start()
        print(f"The rehearsal is open at {server.url} (nothing leaves this computer). Ctrl-C stops it.", flush=True)
        if open_browser:
            _open(server.url)
        edits = Edits(CONTENT)
        while not _is_over(over):
            if edits.any():
                conductor.restart()
        conductor.bot.stop()
    return 0


def opened(folder: Path, port: int | None, local: Path | None = None) -> Server:
    """Return a server on the wanted port, or on a free one if it is taken."""
    with suppress(OSError):
        return Server(folder, port=PORT if port is None else port, local=local)
    return Server(folder, local=local)


def _named(folder: Path) -> str:
    """Name a folder as people do: in full, with ~ for the home of whoever runs this."""
    whole = folder.absolute()
    with suppress(ValueError, RuntimeError):
        return str(Path("~") / whole.relative_to(Path.home()))
    return str(whole)


def _is_over(over: SimpleQueue[None]) -> bool:
    with suppress(Empty):
        over.get(timeout=LOOK_EVERY)
        return True
    return False


@contextmanager
def _until_told(over: SimpleQueue[None]) -> Iterator[None]:
    """Ctrl-C reaches the bot twice, by the terminal and by make: an event would wait for its own lock for ever then."""
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.signal(kind, lambda *_: over.put(None)) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


def _open(url: str) -> None:
    # A process of its own, unheard and unseen: browsers talk on the terminal, and some never return.
    has_screen = sys.platform in {"darwin", "win32"} or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    if has_screen:
        quiet = subprocess.DEVNULL
        with suppress(OSError):
            subprocess.Popen(  # noqa: S603 - our own address
                [sys.executable, "-m", "webbrowser", url],
                stdin=quiet,
                stdout=quiet,
                stderr=quiet,
                start_new_session=True,
            )
