"""Where an installation's files lie, and whose they are said to be."""

from __future__ import annotations

from bot.settings import Settings
from bot.vault import Mark, Vault
from bot.vault.mark import write_mark
from bot.vault.vault import MARK

KEY_MARK = "master.key.identity"
"""The file beside the master key that says to which installation it belongs."""


def vault_of(settings: Settings, master_key: bytes) -> Vault:
    """The vault, marked or not."""
    return Vault(settings.data_dir / "vault", master_key)


def mark_vault(settings: Settings, mark: Mark) -> None:
    """Say whose the vault is, before anything lies in it."""
    write_mark(settings.data_dir / "vault" / MARK, mark)


def is_used(settings: Settings) -> bool:
    """Whether anything lies where the vault shall be; a disk that was just mounted has one folder of its own."""
    vault = settings.data_dir / "vault"
    return vault.exists() and any(path.name != "lost+found" for path in vault.iterdir())
