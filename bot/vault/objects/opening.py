"""Which bucket is meant by STORE_URL and the AWS_ variables, and whether a bot can work in it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlsplit

from obstore.exceptions import BaseError
from obstore.store import S3Store

from bot.store_variables import ENDPOINTS, READ
from bot.vault.errors import StoreAway
from bot.vault.objects.bucket import Bucket
from bot.vault.objects.labels import TRIAL

SECONDS_TO_CONNECT, SECONDS = 5, 30
"""For a connection, and for a whole request: a piece goes through at 200 KB a second."""
TRIES, SECONDS_OF_TRYING = 2, 10
"""After these it is "not now": whoever asked tries again, and the thread is free for others meanwhile."""


def open_bucket(url: str, variables: Mapping[str, str]) -> Bucket:
    """The bucket of `s3://bucket/prefix`; nothing is asked of it yet. Raises `StoreAway` if it can be nowhere."""
    parts = urlsplit(url)
    endpoint = next((variables[name] for name in ENDPOINTS if variables.get(name)), "")
    if endpoint and not _is_an_address(endpoint):
        raise StoreAway("such as https://s3.example.org", "AWS_ENDPOINT_URL")
    try:
        store = S3Store(
            parts.netloc,
            prefix=parts.path.strip("/") or None,
            config={name.lower(): variables[name] for name in READ if variables.get(name)},  # type: ignore[arg-type]
            client_options={
                "allow_http": endpoint.startswith("http://"),
                "connect_timeout": timedelta(seconds=SECONDS_TO_CONNECT),
                "timeout": timedelta(seconds=SECONDS),
            },
            retry_config={
                "max_retries": TRIES,
                "retry_timeout": timedelta(seconds=SECONDS_OF_TRYING),
                "backoff": {
                    "init_backoff": timedelta(milliseconds=200),
                    "max_backoff": timedelta(seconds=2),
                    "base": 2,
                },
            },
        )
    except BaseError:
        raise StoreAway("the AWS_ variables do not fit together") from None
    return Bucket(store)


def try_bucket(bucket: Bucket) -> None:
    """See that everything a vault needs can be done there, leaving all as it was. Raises `StoreAway`."""
    next(bucket.under(), None)
    if bucket.keeps_versions(f"{TRIAL}{secrets.token_hex(8)}"):
        raise StoreAway("it keeps older versions, so what patients delete would stay: turn that off, or choose another")


def _is_an_address(endpoint: str) -> bool:
    try:
        parts = urlsplit(endpoint)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
