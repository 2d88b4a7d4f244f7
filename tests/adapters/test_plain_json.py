"""JSON written and read in less time is the same JSON, also of what people's phones and proxies make of it."""

from __future__ import annotations

import json
from enum import StrEnum

import pytest

from bot import plain_json


class Kind(StrEnum):
    CARD = "card"


@pytest.mark.parametrize(
    "value",
    [
        {
            "text": "<b>¿Cómo está?</b>\n“Saved” سلام 🙂",
            "buttons": [[["Yes", "a/yes"], ["No", "a/no", None]]],
            "edit": 0,
        },
        {"quiet": False, "topic": 10**30, "share": 0.5, "none": None, "pair": (1, 2), "kind": Kind.CARD},
        {1: "a number as a name"},
        "half of a sign: \ud83d",
        "signs that end a line elsewhere \u2028 and none \x00",
        [],
    ],
)
def test_it_says_the_same_as_the_library(value) -> None:
    same = json.loads(json.dumps(value))
    assert json.loads(plain_json.written(value)) == same
    assert json.loads(plain_json.body(value)) == same
    assert plain_json.read(plain_json.body(value)) == same
    assert plain_json.read(plain_json.written(value)) == same


@pytest.mark.parametrize(
    "text", [b'"\\ud83d"', '{"a": "\ud83d"}', b'{"a": 1, "a": 2}', b"[1e999]", b"\xef\xbb\xbf{}", b"9" * 50]
)
def test_it_reads_whatever_the_library_reads(text) -> None:
    assert plain_json.read(text) == json.loads(text)


@pytest.mark.parametrize("text", [b"", b"{", b"\xff", b"<html>", b"{'a': 1}", b"[" * 100_000])
def test_what_is_none_is_refused_as_the_library_refuses_it(text) -> None:
    with pytest.raises((ValueError, RecursionError)):
        json.loads(text)
    with pytest.raises((ValueError, RecursionError)):
        plain_json.read(text)
