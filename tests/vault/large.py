"""What tests about objects have in common: a large file, two moments, and how a document is read back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from bot.vault import Vault
from bot.vault.objects import upload
from tests.vault.conftest import CASE, DOCUMENT

# Far enough off that a midnight may pass while the tests run.
LONG_BEFORE, LONG_AFTER = (datetime.now(UTC) + timedelta(days=days) for days in (-10, 10))
LARGE = secrets.token_bytes(2 * upload.PIECE_BYTES + 1000)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read(vault: Vault, key: bytes, content: bytes) -> bytes:
    """The document whose row says that it is this."""
    return b"".join(vault.read(CASE, key, DOCUMENT, sha256(content)))
