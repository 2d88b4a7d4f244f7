"""Lists of words and phrases out of what `read_recognition` gives, as papers are compared with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.documents.recognition.lines import folded, folded_words

Phrases = tuple[str, ...]
"""Each phrase is " its words " in small letters without accents; one without the last space may go on."""
Words = tuple[str, ...]


def phrases_at(plain: Mapping[str, Any], key: str) -> Phrases:
    return phrases_of(value_at(plain, key, list), key)


def phrases_of(value: Any, key: str) -> Phrases:
    phrases = strings_of(value, key)
    return tuple(f" {' '.join(folded_words(each))}{'' if each.endswith('*') else ' '}" for each in phrases)


def headings_at(plain: Mapping[str, Any], key: str) -> frozenset[Words]:
    return frozenset(folded_words(each) for each in strings_of(value_at(plain, key, list), key))


def words_at(plain: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(word for each in strings_of(value_at(plain, key, list), key) for word in folded_words(each))


def printed_at(plain: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """As printed, with their marks; the longest first, for one may begin as another does."""
    return tuple(sorted(map(folded, strings_of(value_at(plain, key, list), key)), key=len, reverse=True))


def value_at(plain: Mapping[str, Any], key: str, kind: type) -> Any:
    value: Any = plain
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if not isinstance(value, kind):
        raise ValueError(f"{key}: is missing or not a {kind.__name__}")
    return value


def strings_of(value: Any, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) and folded_words(each) for each in value):
        raise ValueError(f"{key}: must be a list of words or phrases")
    return value
