"""Where patients' files lie: a folder in DATA_DIR, or the object store that STORE_URL names."""

from __future__ import annotations

import os
from pathlib import Path

from dotenv import dotenv_values

from bot.meaning import MEANING
from bot.settings import ENV_FILE, Settings
from bot.vault.errors import StoreAway
from bot.vault.folder import Folder
from bot.vault.shelf import Shelf


def place_of(settings: Settings) -> Shelf:
    """The vault's place; nothing is made or asked there yet. Raises `StoreAway` if STORE_URL can be nowhere."""
    return store_at(settings.store_url) if settings.store_url else Folder(settings.data_dir / "vault")


def store_at(url: str) -> Shelf:
    """What lies in an object store at this address. Raises `StoreAway` if that can be nowhere."""
    from bot.vault.objects.objects import Objects  # only where it is wanted: it takes a twentieth of the start
    from bot.vault.objects.opening import open_bucket

    return Objects(open_bucket(url, _variables()))


def try_store(settings: Settings) -> None:
    """See that a vault can be kept in the object store, leaving all as it was. Raises `StoreAway`."""
    if settings.store_url:
        from bot.vault.objects.opening import open_bucket, try_bucket

        try_bucket(open_bucket(settings.store_url, _variables()))


def in_words_of_the_store(error: StoreAway) -> str:
    """Which setting is to be looked at, and why."""
    if error.setting == "STORE_URL":
        return f"STORE_URL should be {MEANING['store_url']} ({error.why})"
    return f"{error.setting} should be {_MEANING[error.setting]} ({error.why})"


_MEANING = {
    "AWS_ENDPOINT_URL": "the address of the store of STORE_URL",
    "AWS_REGION": "the region of the bucket of STORE_URL",
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY": "keys that the store of STORE_URL knows",
}


def _variables() -> dict[str, str]:
    """The environment, and before it what `.env` says for it."""
    said = dotenv_values(ENV_FILE, encoding="utf-8-sig") if Path(ENV_FILE).is_file() else {}
    return {name: value for name, value in {**said, **os.environ}.items() if value and name.startswith("AWS_")}
