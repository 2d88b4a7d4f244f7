"""Every message about looking after files, as conversations over the real guide bring it about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogs.case.document import Document, DocumentState
from dialogs.case.facts import Facts, Study
from dialogs.journey.steps import root
from dialogs.proofreading.chat import Chat
from dialogs.receiving.custody_events import FilesDamaged, KeptUnseen
from dialogs.roads.files.path import FILES
from dialogs.words.vocabulary import REMARKS


def looking_after(chat: Chat, words: str) -> None:
    """What is said about files; the case is as it was before when they are done with."""
    before = chat.case
    _lay_out(chat, words)
    _the_road(chat, words)
    for facts, remarks in _suggested(words, scans(chat), other_record(chat)):
        _hint(chat, words, facts, remarks)
    _answers(chat, words)
    _locked(chat, words)
    _several_dates(chat, words)
    _in_our_keeping(chat, words)
    _opened(chat, words)
    chat.case = before


def _lay_out(chat: Chat, words: str) -> None:
    facts = Facts(
        date="2026-02-01",
        status="preliminary",
        patient=words[:60],
        institution=words[:60],
        pages_missing=(2, 3),
        studies=(Study("CT", "2026-01-03", 2, 300), Study("MR", "", 1, 20)),
    )
    record = chat.dialogue.guide.records[0].key
    names = (words[:64], "", "b.pdf")
    states: tuple[DocumentState, ...] = ("readable", "readable", "locked", "unreadable", "arriving")
    files = [
        Document(900, "old", names[0], record, "readable", 3, REMARKS, facts, "pdf", turned=90),
        Document(901, "old", "", record, "readable", 1, kind="jpeg", date="2026-01-05", title=words[:60]),
        *(Document(902 + at, "old", words[:64], "", state) for at, state in enumerate(states)),
    ]
    chat.case = replace(chat.case, documents=tuple(files), files_seen=950, step="review", returns_to=())


def _the_road(chat: Chat, words: str) -> None:
    chat.patient_commands("files")
    for number in range(900, 907):
        _look(chat, number)
    for step in (step for step in chat.dialogue.journey.steps if root(step) == FILES):
        _at(chat, step).patient_commands("start")
    for title in ("x" * 100, words[:60]):
        _at(chat, "files.renaming").patient_writes(title)
    for text in ("once", "3/5/2025", "3/2025", "2199-01-01", "2025-01-01"):
        _at(chat, "files.dating").patient_writes(text)
    for step, data in (
        *(("files.one", "turn"), ("files.one", "up"), ("files.one", "down"), ("files.one", "down")),
        *(("files.one", "pictures"), ("files.moving", f"to/{other_record(chat)}"), ("files.dating", "no_day")),
        ("files.one", "turn"),
    ):
        _at(chat, step).patient_presses_here(data)
    chat.patient_presses("undo/901")
    _at(chat, "files.deleting").patient_presses_here("erase_yes")
    chat.case = replace(chat.case, documents=(), looking_at=0)
    for step in ("files", "files.one"):
        _at(chat, step).patient_commands("start")


def _look(chat: Chat, number: int) -> None:
    chat.case = replace(chat.case, step="files")
    chat.patient_presses_data(f"files/look/{number}")


def _at(chat: Chat, step: str) -> Chat:
    chat.case = replace(chat.case, step=step, returns_to=("review",), looking_at=901)
    return chat


def _suggested(words: str, scanned: str, other: str) -> Iterator[tuple[Facts, tuple[str, ...]]]:
    yield Facts(patient="Somebody Else"), ()
    yield Facts(record=other), ()
    yield Facts(identifiers=("A1",), date="2025-01-01"), ()
    yield Facts(pages_missing=(2,)), ()
    yield Facts(pages_missing=(2, 4)), ()
    yield Facts(status="preliminary"), ()
    yield Facts(pointers=(words[:200],)), ()
    yield Facts(record=scanned, institution="City Hospital"), ()
    for remark in ("blurred", "dark", "small"):
        yield Facts(), (remark,)


def _hint(chat: Chat, words: str, facts: Facts, remarks: tuple[str, ...]) -> None:
    """One file among four others of one person, at the record of written scans."""
    others = [
        Document(700 + at, "o", words[:64], scans(chat), "readable", 1, (), Facts(patient="Ana Bell"), "pdf")
        for at in range(3)
    ]
    twin = Facts(identifiers=("A1",), date="2025-01-01", patient="Ana Bell")
    twins = Document(710, "o", words[:64], scans(chat), "readable", 1, (), twin, "pdf")
    _begin(chat, (*others, twins))
    chat.patient_sends(words[:64], facts=facts, remarks=remarks)


def _begin(chat: Chat, documents: tuple[Document, ...]) -> None:
    chat.case = replace(chat.case, documents=documents, hint="", settled=(), step=scans(chat), returns_to=())


def scans(chat: Chat) -> str:
    """The record of written results of scans, or the first one."""
    return chat.dialogue.guide.scan_reports or chat.dialogue.guide.records[0].key


def other_record(chat: Chat) -> str:
    """A record that is sent here, and is not that one."""
    records = (each.key for each in reversed(chat.dialogue.guide.records) if "send" in each.answers)
    return next((key for key in records if key != scans(chat)), scans(chat))


def _answers(chat: Chat, words: str) -> None:
    """Three suggestions in a row and what each answer says; then those about several files, and about age."""
    pointed = Facts(pointers=(words[:100], "outside slides", "addendum to follow", "sent for molecular testing"))
    _begin(chat, ())
    chat.patient_sends(words[:64], facts=pointed)
    for answer in ("yes", "no", "no"):
        chat.patient_presses_data(f"aside/hint/{chat.case.hint}/{answer}")
    chat.patient_presses("aside/hints")
    chat.patient_presses_data(f"aside/hint/{chat.case.hint}/later")
    _begin(chat, ())
    chat.patient_sends(words[:64], facts=Facts(record=other_record(chat)))
    chat.patient_presses_data(f"aside/hint/looks_like.{chat.case.documents[-1].number}/yes")
    _begin(chat, ())
    chat.patient_sends("same.pdf", digest="d" * 32)
    chat.patient_sends(words[:64], digest="d" * 32)
    _begin(chat, ())
    for day in ("2025-01-01", "2025-02-01"):
        chat.patient_sends(words[:64], facts=Facts(date=day))
    chat.patient_sends("disc.zip", facts=Facts(studies=(Study("CT", "2025-01-01", 1, 9),)))
    chat.patient_commands("start")


def _locked(chat: Chat, words: str) -> None:
    outcomes: tuple[tuple[DocumentState, str], ...] = (
        *(("locked", "wrong_password"), ("locked", "other_lock"), ("readable", "")),
    )
    for found, remark in outcomes:
        _begin(chat, ())
        chat.patient_sends(words[:64], found="locked")
        number = chat.case.documents[-1].number
        chat.patient_presses_data(f"aside/file/{number}/password")
        chat.patient_writes("secret")
        chat.bot_has_looked_at(number, found, remarks=(remark,))


def _opened(chat: Chat, words: str) -> None:
    """A file that only held others: how many, what else, and what no room was for; then looked at, and deleted."""
    _begin(chat, ())
    chat.case = replace(chat.case, step="review")
    (holder,) = chat.patient_uploads(words[:64])
    names = (words[:64], "b.pdf", "c.pdf", "")
    within = chat.bot_has_opened(holder, *names, others=(words[:64],) * 3, other_files=9, beyond=2)
    states: tuple[DocumentState, ...] = ("readable", "readable", "unreadable", "locked")
    for number, state in zip(within, states, strict=True):
        chat.bot_has_looked_at(number, state)
    for number in (within[0], holder):
        chat.patient_commands("files")
        chat.patient_presses_data(f"files/look/{number}")
        chat.patient_presses_data(f"files.one@{number}/erase")
        chat.patient_presses_data(f"files.deleting@{number}/back")
    _begin(chat, ())
    chat.case = replace(chat.case, step="review")
    (in_vain,) = chat.patient_uploads(words[:64])
    for number in chat.bot_has_opened(in_vain, words[:64]):
        chat.bot_has_looked_at(number, "unreadable")


def _in_our_keeping(chat: Chat, words: str) -> None:
    _begin(chat, ())
    for number in chat.patient_uploads(words[:64], ""):
        chat.happens(KeptUnseen(chat.now, number))
    chat.patient_sends(*(words[:64] for _ in range(7)))
    lost = tuple(each.number for each in chat.case.documents)
    chat.happens(FilesDamaged(chat.now, lost[:1]))
    chat.happens(FilesDamaged(chat.now, lost[1:]))
    chat.patient_commands("files")
    chat.patient_presses_data(f"files/look/{lost[0]}")
    chat.patient_commands("start")


def _several_dates(chat: Chat, words: str) -> None:
    _begin(chat, ())
    first, second = chat.patient_uploads(words[:64], "b.pdf")
    for document in (first, second):
        chat.bot_has_looked_at(document, facts=Facts(date="2026-02-01"))
    chat.patient_commands("packet")
    chat.patient_presses(f"dates/change/{first}.{second}", f"dates/yes/{first}.{second}")
    chat.patient_sends("one.pdf", facts=Facts(date="2026-02-01"))
    chat.patient_commands("packet")
    chat.patient_presses_data(f"aside/dates/yes/{chat.case.documents[-1].number}")
    chat.patient_sends(words[:64], facts=Facts(either=("2026-02-01", "2026-01-02"), unclear=("date",)))
    chat.patient_commands("packet")
    chat.patient_presses_data(f"aside/dates/2026-02-01/{chat.case.documents[-1].number}")


def fills_up(chat: Chat) -> None:
    many = tuple(Document(number, "b", "n.jpg", state="readable", pages=1) for number in range(1000, 1300))
    chat.case = replace(chat.case, documents=many)
