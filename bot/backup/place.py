"""Where an installation's files lie, and whose they are said to be."""

from __future__ import annotations

from bot.settings import Settings
from bot.start.place import place_of
from bot.vault import Mark, Vault
from bot.vault.mark import line

KEY_MARK = "master.key.identity"
"""The file beside the master key that says to which installation it belongs."""


def vault_of(settings: Settings, master_key: bytes) -> Vault:
    """The vault, marked or not."""
    return Vault(place_of(settings), master_key)


def mark_vault(settings: Settings, mark: Mark) -> None:
    """Say whose the vault is, before anything lies in it."""
    place_of(settings).put_mark(line(mark))


def is_used(settings: Settings) -> bool:
    """Whether anything lies where the vault shall be."""
    place = place_of(settings)
    return place.is_there() and (place.mark() is not None or place.holds())
