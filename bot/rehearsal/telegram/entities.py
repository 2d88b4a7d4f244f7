"""Formatted parts of a text, as Telegram counts them: in UTF-16 code units."""

from __future__ import annotations

import re
from html import escape

from dialogs.words.telegram_html import Entity, in_order
from dialogs.words.telegram_limits import length_of

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "blockquote": "blockquote",
}
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]])|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
)


def part_of(text: str, entity: Entity) -> str:
    """Return the piece of a text that an entity covers."""
    start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
    return text.encode("utf-16-le", "surrogatepass")[start:end].decode("utf-16-le", "replace")


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Return a text without the white space around it, its entities moved along."""
    left = length_of(text) - length_of(text.lstrip())
    text = text.strip()
    size = length_of(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - left, 0)
        end = min(entity["offset"] + entity["length"] - left, size)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, in_order(kept)


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Add the commands and links that Telegram finds by itself in every text."""
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in {"code", "pre", "text_link"}
    ]
    found = list(entities)
    for match in FOUND.finditer(text):
        start = length_of(text[: match.start()])
        end = start + length_of(match.group())
        if all(end <= first or start >= last for first, last in taken):
            found.append({"type": str(match.lastgroup), "offset": start, "length": end - start})
    return in_order(found)


def as_html(text: str, entities: list[Entity]) -> str:
    """Write a text and its entities as Telegram HTML again."""
    openings: dict[int, list[str]] = {}
    closings: dict[int, list[str]] = {}
    for entity in in_order(entities):
        kind, start, end = entity["type"], entity["offset"], entity["offset"] + entity["length"]
        if kind == "text_link":
            opening, closing = f'<a href="{escape(entity["url"])}">', "</a>"
        elif kind == "pre":
            language = entity.get("language")
            opening = f'<pre><code class="language-{escape(language)}">' if language else "<pre>"
            closing = "</code></pre>" if language else "</pre>"
        elif kind == "expandable_blockquote":
            opening, closing = "<blockquote expandable>", "</blockquote>"
        elif kind in TAGS:
            opening, closing = f"<{TAGS[kind]}>", f"</{TAGS[kind]}>"
        else:
            continue
        openings.setdefault(start, []).append(opening)
        closings.setdefault(end, []).insert(0, closing)
    written, at = [], 0
    for letter in text:
        written += closings.pop(at, []) + openings.pop(at, [])
        written.append(escape(letter, quote=False))
        at += length_of(letter)
    written += [tag for place in sorted(closings) for tag in closings[place]]
    return "".join(written)
