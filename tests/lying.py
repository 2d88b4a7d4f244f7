"""Where sealed files lie, for tests that look at them behind the vault's back."""

from __future__ import annotations

from pathlib import Path

from bot.vault import Vault
from bot.vault.folder import Folder


def folder_of(vault: Vault) -> Path:
    assert isinstance(vault.shelf, Folder)
    return vault.shelf.folder
