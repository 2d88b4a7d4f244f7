"""Telegram's HTML, read as strictly as Telegram's documentation words it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from dialogs.words.telegram_limits import length_of

Entity = dict[str, Any]
"""A formatted part of a text: its type, offset and length in UTF-16 code units, and a link's url."""

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
ADDRESS = r"(?:https?|tg|mailto|tel):"
"""How a link begins that Telegram follows."""
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TAG = re.compile(r"<(?P<end>/?)(?P<name>[^\s>/]*)(?P<rest>(?:\s+(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)?)>")
ATTRIBUTE = re.compile(
    r"\s*(?P<name>[a-zA-Z-]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+)))?"
)
REFERENCE = re.compile(r"&(?:(?P<name>[a-zA-Z]+)|#(?P<number>\d+)|#[xX](?P<hex>[0-9a-fA-F]+));")


class Unparsable(ValueError):
    """Markup that Telegram would refuse, and the whole message with it."""


@dataclass
class Open:
    """A tag that waits for its end."""

    name: str
    entity: Entity
    attributes: dict[str, str]


@dataclass
class Reading:
    """A text as far as it has been read."""

    source: str
    text: list[str] = field(default_factory=list)
    size: int = 0
    open: list[Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def add(self, piece: str) -> None:
        self.text.append(piece)
        self.size += length_of(piece)

    def byte(self, at: int) -> int:
        return len(self.source[:at].encode())


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and the entities of Telegram HTML; a mistake in it is `Unparsable`."""
    reading = Reading(source)
    at = 0
    while at < len(source):
        letter = source[at]
        if letter == "<":
            at = tag(reading, at)
        elif letter == "&":
            at = reference(reading, at)
        else:
            end = re.compile(r"[<&]|\Z").search(source, at)
            stop = end.start() if end else len(source)
            reading.add(source[at:stop])
            at = stop
    if reading.open:
        raise Unparsable(f'Can\'t find end tag corresponding to start tag "{reading.open[-1].name}"')
    return "".join(reading.text), in_order(reading.entities)


def reference(reading: Reading, at: int) -> int:
    """Read `&lt;` and its kind; any other `&` is refused, because it is a mistake in escaping."""
    match = REFERENCE.match(reading.source, at)
    letter = None
    if match and match["name"]:
        letter = NAMED.get(match["name"])
    elif match:
        number = int(match["number"]) if match["number"] else int(match["hex"], 16)
        letter = chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else None
    if not match or letter is None:
        raise Unparsable(f"Unsupported character reference at byte offset {reading.byte(at)}")
    reading.add(letter)
    return match.end()


def tag(reading: Reading, at: int) -> int:
    """Read a tag that starts or ends a formatted part."""
    place = reading.byte(at)
    match = TAG.match(reading.source, at)
    is_end = reading.source.startswith("</", at)
    if not match:
        raise Unparsable(f"Unclosed {'end' if is_end else 'start'} tag at byte offset {place}")
    name = match["name"].lower()
    if is_end:
        end(reading, name, place)
    else:
        start(reading, name, attributes_of(match["rest"], name, place), place)
    return match.end()


def attributes_of(rest: str, name: str, place: int) -> dict[str, str]:
    """Return the attributes of a start tag."""
    attributes, at, rest = {}, 0, rest.strip()
    while at < len(rest):
        match = ATTRIBUTE.match(rest, at)
        if not match:
            raise Unparsable(f'Empty attribute name in the tag "{name}" at byte offset {place}')
        attributes[match["name"].lower()] = unescape(match["double"] or match["single"] or match["bare"] or "")
        at = match.end()
    return attributes


def start(reading: Reading, name: str, attributes: dict[str, str], place: int) -> None:
    """Open a formatted part, if it may stand here."""
    if name not in KINDS:
        raise Unparsable(f'Unsupported start tag "{name}" at byte offset {place}')
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise Unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
    around = [opened.name for opened in reading.open]
    language_of_pre = name == "code" and around[-1:] == ["pre"]
    if ("code" in around or "pre" in around) and not language_of_pre:
        raise Unparsable(f'Tag "{name}" can\'t stand inside code or pre at byte offset {place}')
    if name == "blockquote" and "blockquote" in around:
        raise Unparsable(f"Blockquotes can't be nested at byte offset {place}")
    reading.open.append(Open(name, {"type": KINDS[name], "offset": reading.size}, attributes))


def end(reading: Reading, name: str, place: int) -> None:
    """Close the part opened last; closing another one is a mistake."""
    if not reading.open:
        raise Unparsable(f"Unexpected end tag at byte offset {place}")
    opened = reading.open.pop()
    if name != opened.name:
        raise Unparsable(f'Unmatched end tag at byte offset {place}, expected "</{opened.name}>", found "</{name}>"')
    entity, attributes = opened.entity, opened.attributes
    entity["length"] = reading.size - entity["offset"]
    if not entity["length"]:
        return
    if opened.name == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    if opened.name == "code" and reading.open and reading.open[-1].name == "pre":
        if attributes.get("class", "").startswith("language-"):
            reading.open[-1].entity["language"] = attributes["class"].removeprefix("language-")
        return
    if opened.name == "a":
        link = attributes.get("href", "")
        if not re.match(ADDRESS, link):
            return
        entity["url"] = link
    reading.entities.append(entity)


def lost_links(source: str) -> list[str]:
    """The links of Telegram HTML that Telegram would show as plain words: without an address, or with half of one."""
    return [tag for tag in re.findall(r"<a\b[^>]*>", source) if not re.search(rf"\shref=[\"']?{ADDRESS}", tag)]


def in_order(entities: list[Entity]) -> list[Entity]:
    """Return entities from the first to the last, the outer before the inner."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
