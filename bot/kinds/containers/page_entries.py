"""A page of the web that was saved with all that it shows (RFC 2557): the page is the paper, the rest its furniture.

A portal may show a report in a frame of its page: what such a frame says is a paper, too.
"""

from __future__ import annotations

import email
import email.policy

from bot.kinds.containers.entries import Entry
from bot.kinds.containers.mail_entries import head, text_of
from bot.kinds.containers.words_of_html import words_of_html
from bot.kinds.kinds import HEAD_BYTES

FEWEST_WORDS = 40
"""Of a frame that is a paper; what counts visitors, or asks for a review, says less."""
MOST_FRAMES = 20


def entries(data: bytes) -> list[Entry]:
    """The page, which is the first part of markup, as every browser writes it; then the frames that say something."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    pages = [text_of(part) for part in message.walk() if part.get_content_type() == "text/html"]
    said = [*pages[:1], *(page for page in pages[1:] if len(words_of_html(page).split()) >= FEWEST_WORDS)]
    name = head(message, "Subject") or "page"
    return [_entry(number, name, page) for number, page in enumerate(said[:MOST_FRAMES], start=1)]


def _entry(number: int, name: str, page: str) -> Entry:
    # Its markup may name the charset of before: the mark in front of it says what it is now in.
    content = page.encode("utf-8-sig")
    title = f"{name}.html" if number == 1 else f"{name} ({number}).html"
    return Entry(str(number), title, len(content), lambda: content, content[:HEAD_BYTES])
