"""Large files lent to a child: it asks for pieces, each is unsealed and handed over, and none of it lies on a disk.

The two speak over a socket that the child was born with. It asks: which file (4 bytes, big endian), from where (8), how
many bytes (4). The answer: how many bytes follow (4), and the bytes. Nothing else can be asked.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from typing import Protocol

QUESTION, ANSWER = struct.Struct(">IQI"), struct.Struct(">I")
MOST_AT_ONCE = 1 << 20
LARGE = 20 << 20
"""Bytes of a file up to which a child is handed all of it, and not lent it."""


class Lent(Protocol):
    """A file of which any part can be read."""

    @property
    def size(self) -> int:
        """Bytes of all of it."""

    def read(self, at: int, length: int) -> bytes:
        """So many bytes from a place on, fewer at the end."""


Open = Callable[[int], AbstractContextManager[Lent]]
"""Opens a file by its number, once it is asked for."""


class Loan:
    """Files that one child may read; each is opened once it is asked for, and read in a thread of its own."""

    def __init__(self, opens: Open) -> None:
        self._opens = opens
        self._ours, self._theirs = socket.socketpair()
        self._error: BaseException | None = None
        self._serving = threading.Thread(target=self._serve, name="loan", daemon=True)
        self._serving.start()

    @property
    def descriptor(self) -> int:
        """The child's end, by the number that it has there too."""
        return self._theirs.fileno()

    def is_handed_over(self) -> None:
        """The child has its end: when it closes, all is over."""
        self._theirs.close()

    def close(self) -> None:
        """End the loan, waiting for what is read just now; raises what reading a file raised."""
        with suppress(OSError):
            self._ours.shutdown(socket.SHUT_RDWR)
        self._theirs.close()
        self._serving.join()
        self._ours.close()
        if self._error:
            raise self._error

    def _serve(self) -> None:
        try:
            with ExitStack() as opened:
                self._answer(opened, {})
        except ConnectionError:  # the child has ended, or was ended: its answer tells why
            pass
        except BaseException as error:
            self._error = error
        finally:
            with suppress(OSError):
                self._ours.shutdown(socket.SHUT_RDWR)

    def _answer(self, opened: ExitStack, files: dict[int, Lent]) -> None:
        while question := self._heard():
            number, at, length = QUESTION.unpack(question)
            if length > MOST_AT_ONCE:
                return
            if number not in files:
                files[number] = opened.enter_context(self._opens(number))
            answer = files[number].read(at, length)
            self._ours.sendall(ANSWER.pack(len(answer)) + answer)

    def _heard(self) -> bytes:
        """The next question; nothing at the end, or if it is none."""
        heard = b""
        while len(heard) < QUESTION.size:
            more = self._ours.recv(QUESTION.size - len(heard))
            if not more:
                return b""
            heard += more
        return heard
