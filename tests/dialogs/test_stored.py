"""A case as it is stored: other versions of the bot may be at work on it, before and after this one."""

from __future__ import annotations

import hashlib
import json

import msgspec
import pytest

from dialogs.case.case import Case
from dialogs.case.stored import SHAPE, NewerShape, from_json, to_json

KNOWN = "8b4196ef69d1808a"


def test_what_an_older_version_wrote_is_read() -> None:
    assert from_json('{"step":"decision"}') == Case(step="decision")


def test_what_a_newer_version_wrote_is_not_read() -> None:
    newer = to_json(Case()).replace(f'"shape":{SHAPE}', f'"shape":{SHAPE + 1}', 1)
    with pytest.raises(NewerShape):
        from_json(newer)


def test_a_change_of_what_a_case_holds_is_counted() -> None:
    """If this fails: count `SHAPE` up, unless it was since the last release, and write the new fingerprint here."""
    schema = json.dumps(msgspec.json.schema(Case), sort_keys=True)
    assert hashlib.sha256(schema.encode()).hexdigest()[:16] == KNOWN
