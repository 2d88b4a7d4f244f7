"""Words for people out of a field that a program filled with marked-up ones: the tags of a page, or rich text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_TAG = re.compile(
    r"</?(?:p|b|br|i|u|em|strong|div|span|font|h[1-6]|ul|ol|li|table|tbody|tr|td|th|pre|hr|a|center|sup|sub)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_RICH = re.compile(r"\s*\{\\rtf")


def unmarked(text: str) -> str:
    """The same words without tags; as it is where there are none: "p < 0.05" and "<5 ng/mL" are words."""
    if _RICH.match(text):
        from bot.kinds import rich_text
        from bot.kinds.blocks import sections

        try:
            read = rich_text.read(text.strip().encode("latin-1", "replace"))
        except Exception:  # it is torn: what is left of it is shown as it is
            return text
        return "\n".join(sections(read.blocks)) if read else text
    if "<" not in text or not _TAG.search(text):
        return text
    from bot.kinds.containers.words_of_html import words_of_html

    once = words_of_html(text)
    return words_of_html(once) if _TAG.search(once) else once  # some programs write the tags themselves as letters


def without_tags(text: Element) -> None:
    """The same in the words of a whole tree, in their place: where a tag ended a line, a line ends."""
    for each in [*text.iter()]:
        for before in (None, *[*each]):
            words = (each.text if before is None else before.tail) or ""
            if "<" not in words or not _TAG.search(words):
                continue
            first, *others = unmarked(words).split("\n")
            if before is None:
                each.text = first
            else:
                before.tail = first
            at = 0 if before is None else [*each].index(before) + 1
            for number, line in enumerate(others):
                end = Element("br")
                end.tail = line
                each.insert(at + number, end)
