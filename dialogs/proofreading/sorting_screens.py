"""Every message about sorting what came at once, as conversations over the real guide bring it about."""

from __future__ import annotations

from dataclasses import replace

from dialogs.case.facts import Facts, Study
from dialogs.proofreading.chat import Chat
from dialogs.receiving.sorting import MOST_LINES
from dialogs.roads.walk.path import GATHER

ANA = "Ana Bell"


def sorting(chat: Chat, words: str) -> None:
    """What is said of a pile; the case is as it was before when it is done with."""
    before = chat.case
    _one_pile(chat, words)
    _photos(chat, words)
    _another_name(chat, words)
    _a_thick_pile(chat, words)
    _what_is_noticed_later(chat, words)
    chat.case = before


def _begin(chat: Chat) -> None:
    chat.case = replace(chat.case, documents=(), settled=(), hint="", pile="", step=GATHER, returns_to=(), name="")


def _sendable(chat: Chat) -> list[str]:
    return [record.key for record in chat.dialogue.guide.records if "send" in record.answers]


def _one_pile(chat: Chat, words: str) -> None:
    _begin(chat)
    kinds = [*_sendable(chat), ""]
    numbers = chat.patient_uploads(*(words[:64] for _ in kinds))
    for number, key in zip(numbers, kinds, strict=True):
        also = tuple(kinds[1:3]) if key == kinds[0] else ()
        facts = Facts(record=key, also=also, date="2026-01-05") if number % 2 else Facts(record=key, also=also)
        chat.bot_has_looked_at(number, pages=number % 4, facts=facts)
    chat.patient_presses("sort_change", f"sort_file/{numbers[0]}", "sort_kinds", f"sort_as/{kinds[1]}")
    chat.patient_presses("sorted_yes", "sort_leave")
    chat.patient_sends("one.pdf", facts=Facts(record=kinds[0], pages_missing=(2,)))
    chat.patient_presses("sort_change", f"sort_as/{kinds[0]}")


def _photos(chat: Chat, words: str) -> None:
    for record in ("", _sendable(chat)[0]):
        _begin(chat)
        for number in chat.patient_uploads(words[:64], "", "c.jpg"):
            chat.bot_has_looked_at(number, kind="jpeg", facts=Facts(record=record))
        chat.patient_presses("apart")
    _begin(chat)
    chat.case = replace(chat.case, step=_sendable(chat)[0])
    remarks = (("blurred",), ("dark",), ("small",), ("blurred",), ())
    for number, unclear in zip(chat.patient_uploads(*(words[:64] for _ in remarks)), remarks, strict=True):
        chat.bot_has_looked_at(number, kind="jpeg", remarks=unclear)
    chat.patient_presses("apart")
    _begin(chat)
    chat.case = replace(chat.case, step=_sendable(chat)[0])
    for number, day in zip(chat.patient_uploads(*(words[:64] for _ in range(4))), (3, 0, 4, 0), strict=True):
        chat.bot_has_looked_at(number, kind="jpeg", facts=Facts(date=f"2026-02-{day:02}" if day else ""))
    chat.patient_presses("apart")


def _another_name(chat: Chat, words: str) -> None:
    _begin(chat)
    for number, name in enumerate((ANA, ANA, ANA, words[:60])):
        chat.patient_sends(words[:64], facts=Facts(patient=name, record=_sendable(chat)[number % 2]))
    chat.patient_presses("sorted_yes")
    if chat.shown[-1].name == "sort_name":
        chat.patient_presses("sort_leave")


def _a_thick_pile(chat: Chat, words: str) -> None:
    _begin(chat)
    numbers = chat.patient_uploads(*(words[:64] for _ in range(MOST_LINES + 3)))
    for number in numbers:
        chat.bot_has_looked_at(number, facts=Facts(record=_sendable(chat)[0], date="2026-09-30"))


def _what_is_noticed_later(chat: Chat, words: str) -> None:
    """Suggestions about files that were sorted otherwise than they look, and about scans and their reports."""
    scans, images = chat.dialogue.guide.scan_reports, chat.dialogue.guide.scan_images
    studies = Facts(studies=(Study("CT", "2026-01-05", 1, 9),))
    for facts in ((Facts(record=_sendable(chat)[-1]),), (Facts(date="2026-01-05"), Facts(date="2026-01-09"), studies)):
        _begin(chat)
        for number in chat.patient_uploads(*(words[:64] for _ in facts)):
            chat.bot_has_looked_at(number, facts=facts[number - chat.case.documents[0].number])
        placed = (replace(each, record=images if each.facts.studies else scans) for each in chat.case.documents)
        chat.case = replace(chat.case, documents=tuple(placed))
        chat.patient_presses_data("aside/hints")
