"""Why an object store does not do what it is asked: for the operator, without quoting what it answered."""

from __future__ import annotations

import re

from bot.vault.errors import StoreAway

KEYS = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
SILENT = "its store does not answer"
_KNOWN = (
    (("NoSuchBucket",), "there is no bucket of that name", "STORE_URL"),
    (("InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken"), "its store refuses these", KEYS),
    (("AuthorizationHeaderMalformed", "PermanentRedirect", "301 Moved"), "the bucket is in another", "AWS_REGION"),
    (("RequestTimeTooSkewed",), "the store says that this machine's clock is wrong", "STORE_URL"),
    (
        ("AccessDenied", "403 Forbidden", "401 Unauthorized"),
        "the keys do not give the right to what is there",
        "STORE_URL",
    ),
    (("error sending request", "timed out"), SILENT, "STORE_URL"),
    (("500 ", "502 ", "503 ", "504 ", "SlowDown"), "its store answers that it cannot", "STORE_URL"),
)


_A_ROLE = re.compile(r"https?://169\.254\.|/latest/(?:api|meta-data)|WebIdentity")
_ADDRESS = re.compile(r"https?://\S+")
"""In an address stand names that could be taken for a reason."""


def reason(said: str) -> StoreAway:
    """What is known of an error by what the library or the store said."""
    told = said.split("\n\n")[0]
    if _A_ROLE.search(told):
        return StoreAway("there are none, and this machine has no role that gives some", KEYS)
    plain = _ADDRESS.sub("", told)
    for signs, why, setting in _KNOWN:
        if any(sign in plain for sign in signs):
            return StoreAway(why, setting)
    return StoreAway("what answers there is no S3 store")
