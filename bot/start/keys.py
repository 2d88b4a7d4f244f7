"""Where the master key comes from: a file in DATA_DIR, one elsewhere such as a key service's, or the environment."""

from __future__ import annotations

from pathlib import Path

from bot.meaning import MEANING
from bot.settings import Settings
from bot.vault import DamagedMasterKey, master_key
from bot.vault.master_key import read_brought_key, read_master_key


class NoKey(Exception):
    """One line: where the master key should be, and is not."""


def is_brought(settings: Settings) -> bool:
    """Whether the key comes from elsewhere: then none is ever made."""
    return bool(settings.master_key or settings.master_key_file)


def read_key(settings: Settings) -> bytes | None:
    """The master key, or None if there is none in DATA_DIR yet. Raises `NoKey`."""
    try:
        if settings.master_key:
            return bytes.fromhex(settings.master_key)
        if settings.master_key_file:
            return read_brought_key(settings.master_key_file)
        return read_master_key(key_file(settings))
    except DamagedMasterKey as error:
        raise NoKey(f"{setting(settings)}: {error}") from None
    except OSError as error:
        raise NoKey(f"{setting(settings)} should be {MEANING[setting(settings).lower()]} ({error.strerror})") from None


def made_key(settings: Settings) -> bytes:
    """The master key in DATA_DIR, made if there is none; the caller knows that no other belongs there."""
    return master_key(key_file(settings))


def key_file(settings: Settings) -> Path:
    """Where the key lies that is ours to make."""
    return settings.data_dir / "master.key"


def next_key_file(settings: Settings) -> Path:
    """Where the key lies that will take its place, while it is changed for another."""
    return settings.data_dir / "master.key.next"


def setting(settings: Settings) -> str:
    """The setting that says where the key is."""
    if settings.master_key:
        return "MASTER_KEY"
    return "MASTER_KEY_FILE" if settings.master_key_file else "DATA_DIR"
