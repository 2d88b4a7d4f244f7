"""A file that only holds others: how it is sent, and what comes of that."""

from __future__ import annotations

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.receiving.contents import Contents, Enclosed
from tests.chat import Chat

CONTENTS = Contents((Enclosed("0", "path.pdf", 9),))
NAMES = ("path.pdf", "ct.pdf", "torn.pdf")


def sends_a_zip(chat: Chat, *names: str, name: str = "portal.zip") -> tuple[int, list[int]]:
    """The number of the file, and of those in it, of which nothing is known yet."""
    (holder,) = chat.patient_uploads(name)
    return holder, chat.bot_has_opened(holder, *(names or NAMES))


def are_looked_at(chat: Chat, within: list[int]) -> None:
    for number, record in zip(within[:2], ("report", "scans"), strict=True):
        chat.bot_has_looked_at(number, pages=2, facts=Facts(record=record))
    for number in within[2:]:
        chat.bot_has_looked_at(number, "unreadable")


def holder_of(chat: Chat, number: int) -> Document:
    found = chat.case.document(number)
    assert found is not None
    return found
