"""Which content of a document is meant: the database says it by the SHA-256 of what was kept."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from bot.vault import stream
from bot.vault.errors import Tampered
from bot.vault.names import Address


@dataclass(frozen=True, slots=True)
class Content:
    """A document's content: whose it is, and the SHA-256 of it in hexadecimal."""

    address: Address
    case_key: bytes = field(repr=False)
    sha256: str

    @property
    def tag(self) -> str:
        """32 hexadecimal digits that name this content, and tell nothing about it to who has not the case's key."""
        return tag(self.case_key, self.sha256)

    def is_in(self, opened: Callable[[], BinaryIO]) -> bool:
        """Whether a sealed file holds just this; no file is no, a disk that fails is raised."""
        try:
            with opened() as file:
                return stream.sha256_of(file, self.case_key, self.address) == self.sha256
        except (Tampered, FileNotFoundError):
            return False


def tag(case_key: bytes, sha256: str) -> str:
    return hmac.new(case_key, b"second opinion vault: content" + sha256.encode(), hashlib.sha256).hexdigest()[:32]
