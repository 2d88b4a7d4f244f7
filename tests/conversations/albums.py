"""Photos as a telephone sends them: one by one, or as an album, with what is found on them."""

from datetime import timedelta

from dialogs.case.facts import Facts
from dialogs.roads.packet.plan import plan

SECONDS = timedelta(seconds=20)


def sends_photos(chat, count, after=SECONDS, **found):
    """Photos one by one, as a telephone's camera sends them: without a name."""
    numbers = []
    for _ in range(count):
        numbers += chat.patient_uploads("")
        chat.bot_has_looked_at(numbers[-1], kind="jpeg", **found)
        chat.now += after
    return numbers


def an_album(chat, count, **found):
    numbers = chat.patient_uploads(*("" for _ in range(count)))
    for number in numbers:
        chat.bot_has_looked_at(number, kind="jpeg", **found)
    return numbers


def of_page(page, of=6, **facts):
    missing = tuple(each for each in range(1, of + 1) if each != page)
    return Facts(page=page, of=of, pages_missing=missing, identifiers=("S26-1",), date="2026-02-03", **facts)


def reports(chat):
    """The packet's reports, each as the numbers of its files in their order."""
    return [[each.number for each in report] for report in plan(chat.guide, chat.case).reports]


def read_album(chat, *facts):
    """An album whose photos are all looked at, and then read."""
    numbers = an_album(chat, len(facts))
    for number, found in zip(numbers, facts, strict=True):
        chat.bot_has_read(number, found)
    return numbers
