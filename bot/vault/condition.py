"""Whether a kept document is still what was kept."""

from __future__ import annotations

import hashlib
from typing import Literal

from bot.vault.errors import Missing, Tampered
from bot.vault.vault import Vault

Condition = Literal["whole", "missing", "changed", "key"]
"""The last: its case's key does not open, so nothing can be said about the document itself."""


def condition(vault: Vault, case_id: str, wrapped_key: bytes, document: int, sha256: str) -> Condition:
    """Read every byte of a document; `sha256` is that of its content when it was kept (empty: not known).

    Raises what the disk or the store raises.
    """
    if not vault.opens_key(case_id, wrapped_key):
        return "key"
    digest = hashlib.sha256()
    try:
        for chunk in vault.read(case_id, wrapped_key, document, sha256):
            digest.update(chunk)
    except Missing:
        return "missing"
    except Tampered:
        return "changed"
    return "whole" if sha256 in ("", digest.hexdigest()) else "changed"
