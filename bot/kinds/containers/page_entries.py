"""A page of the web that was saved with all that it shows (RFC 2557): the page is the paper, the rest its furniture."""

from __future__ import annotations

import email
import email.policy

from bot.kinds.containers.entries import Entry
from bot.kinds.containers.mail_entries import head, text_of
from bot.kinds.kinds import HEAD_BYTES


def entries(data: bytes) -> list[Entry]:
    """The page alone: the first part of markup, as every browser writes it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        return []
    # Its markup may name the charset of before: the mark in front of it says what it is now in.
    content = text_of(page).encode("utf-8-sig")
    name = f"{head(message, 'Subject') or 'page'}.html"
    return [Entry("1", name, len(content), lambda: content, content[:HEAD_BYTES])]
