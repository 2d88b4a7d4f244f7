"""A text as Telegram counts it, and parted where it is longer than a message may be."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

LONGEST = 4096
"""UTF-16 units of one message, its markup not counted: https://core.telegram.org/bots/api#sendmessage"""
KINDS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
ENDS = ("\n\n", "\n", ". ", " ")
"""Where a long text is parted, the best first."""

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text that fits into one message; its entities are counted in UTF-16 units."""

    text: str
    entities: tuple[Entity, ...] = ()


def length(text: str) -> int:
    """UTF-16 units."""
    return len(text) + sum(mark > "\uffff" for mark in text)


def fits(html: str) -> bool:
    """Whether a text in HTML fits into one message."""
    return len(html) * 2 <= LONGEST or length(html) <= LONGEST or length(read(html).text) <= LONGEST


def read(html: str) -> Part:
    """The text without its markup, and what the markup said. Whatever is no sound markup is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Part("".join(reader.text), tuple(reader.entities))


def parted(whole: Part) -> list[Part]:
    """A text in as few messages as it takes, parted at the ends of paragraphs, lines, sentences or words."""
    parts, start, units = [], 0, 0
    while start < len(whole.text):
        end = _end(whole.text, start)
        piece = whole.text[start:end]
        kept = _within(whole.entities, units, units + length(piece))
        if piece.strip():
            parts.append(_stripped(Part(piece, kept)))
        start, units = end, units + length(piece)
    return parts


def _end(text: str, start: int) -> int:
    """Where the message that begins at `start` ends."""
    end, units = start, 0
    while end < len(text) and units + length(text[end]) <= LONGEST:
        units += length(text[end])
        end += 1
    if end == len(text):
        return end
    for mark in ENDS:
        # Not so early that a message would be nearly empty.
        found = text.rfind(mark, start + (end - start) // 4, end)
        if found > 0:
            return found + len(mark)
    return end


def _within(entities: tuple[Entity, ...], first: int, last: int) -> tuple[Entity, ...]:
    cut = [(max(each["offset"], first), min(each["offset"] + each["length"], last), each) for each in entities]
    return tuple({**each, "offset": begin - first, "length": end - begin} for begin, end, each in cut if begin < end)


def _stripped(part: Part) -> Part:
    left = length(part.text) - length(part.text.lstrip())
    text = part.text.strip()
    return Part(text, _within(part.entities, left, left + length(text)))


class _Reader(HTMLParser):
    """Reads what stands between the tags, and which of them were closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.entities: list[Entity] = []
        self._units = 0
        self._open: list[tuple[str, Entity]] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        self._units += length(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
        elif tag in KINDS:
            entity: Entity = {"type": KINDS[tag], "offset": self._units}
            if tag == "a":
                entity["url"] = dict(attrs).get("href") or ""
            self._open.append((tag, entity))

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self._open):
            return
        while self._open:
            name, entity = self._open.pop()
            if name == tag:
                break
        entity["length"] = self._units - entity["offset"]
        if entity["length"] and entity.get("url", "-"):
            self.entities.append(entity)
