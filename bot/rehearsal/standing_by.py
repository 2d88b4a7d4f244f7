"""Whoever begins the bots of the rehearsal: it has everything imported and read, and serves nobody itself.

Most of a start is Python reading modules and the content of all languages. Whoever edits a sentence should not wait for
that: at a word this process reads again what was edited, while the bot before puts itself in order, and goes on as two
(fork): one becomes the next bot, the other stands by for the word after.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from dialogs.composed.contents import Contents
from dialogs.content.kept import Kept, beside_bytecode

STANDS_BY = "STANDS_BY"
"""The setting by which a process is started that begins bots: where it tells which word was about wrong content."""
STOP_SECONDS = 8
LOOK_EVERY = 0.05
QUIET = 2.0
"""Seconds after a start: until then the bot that was begun needs the processor itself."""


def the_word(number: int, environment: Mapping[str, str]) -> bytes:
    """What a new bot is begun by: a line with its number and the settings as they are by then, in JSON."""
    return json.dumps([number, dict(environment)]).encode() + b"\n"


class StandingBy:
    """Begins a bot at each word that comes, one at a time, until no more can come."""

    def __init__(self, tells: int, read: Callable[[Kept], Contents | None] | None = None, words: int = 0) -> None:
        """Two open files: `tells` which words were about wrong content, and where `words` come from.

        `read`: how content is read; None says that it has a mistake.
        """
        self._tells, self._words, self._come = tells, words, b""
        self._read, self._kept = read or _as_edited, beside_bytecode(holds=True)
        self._bot = 0
        self._began = 0.0
        self._dismissed = False

    def begins(self) -> Contents:
        """The content, in each bot that was begun. The process that stands by never returns from here: it leaves."""
        signal.signal(signal.SIGTERM, self._dismiss)
        while word := self._next_word():
            number, environment = json.loads(word)
            os.environ.update(environment)
            self._ask_to_end()
            content = self._read(self._kept)
            self._end()
            if not content:
                os.write(self._tells, f"{number}\n".encode())
            if not content or self._hears_more(0):
                continue
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # none comes before it is the bot's own
            self._bot, self._began = os.fork(), time.monotonic()
            if not self._bot:
                self._let_go()
                return content
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        self._ask_to_end()
        self._end()
        sys.exit(0)

    def _dismiss(self, number: int, frame: FrameType | None) -> None:
        self._dismissed = True

    def _next_word(self) -> bytes:
        """The newest word: those before it would only be begun to be ended. None: nobody wants a bot any more."""
        while not self._dismissed:
            if self._hears_more(LOOK_EVERY):
                come = os.read(self._words, 1 << 16)
                if not come:
                    break
                self._come += come
                if self._come.endswith(b"\n"):
                    *_, newest = self._come.splitlines()
                    self._come = b""
                    return newest
            self._look_after_the_bot()
        return b""

    def _hears_more(self, seconds: float) -> bool:
        return bool(select.select([self._words], [], [], seconds)[0])

    def _look_after_the_bot(self) -> None:
        if self._began and time.monotonic() - self._began > QUIET:
            self._began = 0.0
            gc.unfreeze()  # what the content of before was made of goes
            gc.collect()
            gc.freeze()  # and what stays is looked at by none of the next bots
        if self._bot and (status := self._status()) is not None:
            self._fell_over(status)

    def _fell_over(self, status: int) -> NoReturn:
        sys.exit(abs(os.waitstatus_to_exitcode(status)))

    def _ask_to_end(self) -> None:
        if self._bot:
            with suppress(ProcessLookupError):
                os.kill(self._bot, signal.SIGTERM)

    def _end(self) -> None:
        end = time.monotonic() + STOP_SECONDS
        while self._bot and self._status() is None:
            if time.monotonic() > end:
                os.kill(self._bot, signal.SIGKILL)
            time.sleep(0.005)
        self._bot = 0

    def _status(self) -> int | None:
        """How the bot ended, or None while it runs."""
        ended, status = os.waitpid(self._bot, os.WNOHANG)
        if ended:
            self._bot = 0
        return status if ended else None

    def _let_go(self) -> None:
        """A bot that was begun hears no words, tells nothing, and is ended as any other."""
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        os.close(self._tells)
        with open(os.devnull) as nothing:
            os.dup2(nothing.fileno(), self._words)


def _as_edited(kept: Kept) -> Contents | None:
    """What was edited is read anew; a mistake is said, and waits for the word that comes when it is mended."""
    from bot.app import contents_of
    from bot.settings import read_settings
    from bot.start.endings import in_one_line

    settings = read_settings()
    try:
        return contents_of(settings, kept)
    except Exception as error:
        print(in_one_line(error, settings), file=sys.stderr, flush=True)
        return None
