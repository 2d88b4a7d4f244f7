"""The words of an e-mail that was written as a web page, line by line."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from bot.kinds.machine_text import markup_kind

_UNSEEN = {"script", "style", "head", "title", "template"}
_LINES = {"p", "div", "br", "tr", "li", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"}
_CELLS = {"td", "th"}
_LONGEST = 4 << 20
"""Characters of markup that are read."""
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_EMPTY_LINES = re.compile(r"\n\s*\n\s*\n+")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _LINES:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        elif tag in _CELLS:
            self.said.append("  ")
        elif tag in _LINES:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(_SPACES.sub(" ", data))


def words_of_html(text: str) -> str:
    """What a reader would see, without its looks; cells of a table stand side by side."""
    parser = _Words()
    parser.feed(text[:_LONGEST])
    parser.close()
    lines = (line.strip() for line in "".join(parser.said).splitlines())
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def words_of_any(text: str) -> str:
    """What a reader would see of a text that is said to be plain; some mailers put a page there."""
    return words_of_html(text) if markup_kind(text) == "web_page" else text
