"""Several files that came at once, and the card that sorts them."""

from __future__ import annotations

from dialogs.case.facts import Facts
from dialogs.proofreading.chat import Chat
from tests import real


def a_pile(language: str, *records: str) -> Chat:
    """Files that came together; each looks like this record, or like none."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("gather")
    numbers = chat.patient_uploads(*(f"{number}.pdf" for number, _ in enumerate(records)))
    for number, record in zip(numbers, records, strict=True):
        chat.bot_has_looked_at(number, facts=Facts(record=record))
    return chat
