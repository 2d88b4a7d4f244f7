"""Every message of the bot, as real conversations over the real guide bring it about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dialogs import path
from dialogs.built import Built, LeftOut, Piece
from dialogs.case import Document, Question
from dialogs.content import Content
from dialogs.effects import Say
from dialogs.errand_pages import LINK_DAYS
from dialogs.events import PacketBuilt, PacketFailed, PacketProgress
from dialogs.guide import LETTERS
from dialogs.letters import COUNTRIES
from dialogs.packet import digest
from dialogs.quotas import MOST_A_DAY, MOST_BYTES
from dialogs.requests import MAX_REQUESTS, Request
from tests.chat import Chat
from tests.content.errand_screens import errands
from tests.content.file_screens import looking_after
from tests.content.side_roads import side_roads

STATES = ("readable", "locked", "unreadable", "over_limit", "unknown_kind", "not_fetched")
HUGE = Document(1, "a1", "disc.zip", state="readable", size=MOST_BYTES)
KINDS = ("sticker", "voice", "video", "location", "contact", "poll", "other")


def every_message(content: Content, words: str = "A plain sentence") -> list[Say]:
    """All that is said in a long life of one chat; `words` is what the patient writes and calls a file."""
    chat = Chat(guide=content.guide, safety=content.dialogue.safety)
    helped: list[Say] = []
    for step in (
        *_early(chat),
        *_records(chat, words),
        *_files(chat, words),
        *_letters(chat, words),
        *looking_after(chat, words),
        *_late(chat, words),
        *_packet(chat, words),
        *side_roads(chat, words),
        *errands(chat, words, helped),
        *_asides(chat, words),
    ):
        step()
    link = "https://t.me/rehearsal_bot?start=e-" + "a" * 32
    said = [Say("group"), Say("errand_link", {"link": link, "days": LINK_DAYS})]
    for shown in (*chat.shown, *helped):
        say: Say | None = shown
        while say:
            said.append(replace(say, lead=None))
            say = say.lead
    return said


def _early(chat: Chat) -> Iterator[Callable[[], object]]:
    yield lambda: chat.patient_writes("hello")
    yield lambda: chat.patient_uploads("early.pdf")
    for command in ("start", "help", "privacy", "delete"):
        yield lambda command=command: chat.patient_commands(command)
    yield lambda: chat.patient_presses("welcome/begin", "decline")
    yield lambda: chat.patient_presses("welcome/begin", "consent/checklist_only")
    yield lambda: chat.patient_uploads("unwanted.pdf")
    yield lambda: chat.patient_presses("aside/keep_files")
    yield lambda: chat.patient_commands("privacy")
    yield lambda: chat.patient_commands("checklist")


def _records(chat: Chat, words: str) -> Iterator[Callable[[], object]]:
    yield lambda: chat.patient_writes("x" * 600)
    yield lambda: chat.patient_writes(words)
    yield lambda: chat.happens_at("review", lambda: chat.patient_commands("start"))
    for record in chat.guide.records:
        for substep in ("", *(name.partition(".")[2] for name in path.substeps(record))):
            yield lambda record=record, substep=substep: _visit(chat, record.key, substep)
        yield lambda record=record: chat.happens_at(
            record.key, lambda: chat.patient_presses_data(f"{record.key}/explain")
        )
        for answer in ("elsewhere", "unsure", "later", "not_applicable"):
            yield lambda record=record, answer=answer: chat.happens_at(
                record.key, lambda: chat.patient_presses_data(f"{record.key}/{answer}")
            )
        yield lambda record=record: chat.happens_at(f"{record.key}.asked", lambda: chat.patient_writes(words[:200]))


def _ask(chat: Chat, words: str) -> None:
    chat.patient_writes(words[:299] + str(len(chat.case.questions)))


def _visit(chat: Chat, record: str, substep: str) -> None:
    chat.happens_at(f"{record}.{substep}".rstrip("."), lambda: chat.patient_commands("start"))


def _files(chat: Chat, words: str) -> Iterator[Callable[[], object]]:
    sending = f"{chat.guide.records[0].key}.sending"
    yield lambda: chat.happens_at(sending, lambda: chat.patient_presses_data(f"{sending}/done"))
    for state in STATES:
        yield lambda state=state: chat.happens_at(sending, lambda: chat.patient_sends(words[:64], "b.jpg", found=state))
        yield lambda state=state: chat.happens_at("review", lambda: chat.patient_sends(words[:64], found=state))
    yield lambda: chat.happens_at("summary", lambda: chat.patient_uploads("huge.zip", size=30 << 20))
    yield lambda: chat.happens_at(
        sending, lambda: [chat.bot_cannot_fetch_yet(n) for n in chat.patient_uploads("c.jpg")]
    )
    for too_much in ({"files_day": f"{chat.now:%Y-%m-%d}", "files_that_day": MOST_A_DAY}, {"documents": (HUGE,)}):
        yield lambda too_much=too_much: _with(chat, too_much, lambda: chat.patient_uploads("d.jpg"))


def _with(chat: Chat, changes: Mapping[str, Any], happens: Callable[[], object]) -> None:
    """Let something happen in a case that differs for so long."""
    before, chat.case = chat.case, replace(chat.case, **changes)
    happens()
    chat.case = before


def _letters(chat: Chat, words: str) -> Iterator[Callable[[], object]]:
    yield lambda: chat.happens_at("review", lambda: chat.patient_commands("letters"))
    yield lambda: chat.patient_presses_data("letters/write/records")
    for country in COUNTRIES:
        yield lambda country=country: chat.happens_at("letters.country", lambda: chat.patient_presses_here(country))
        yield lambda: chat.patient_presses_here("text")
    for letter in LETTERS:
        yield lambda letter=letter: chat.happens_at(
            "letters", lambda: chat.patient_presses_data(f"letters/write/{letter}")
        )
        yield lambda: chat.patient_presses_here("to")
        yield lambda: chat.patient_writes(words[:200])
        for move in ("text", "phone", "to"):
            yield lambda move=move: chat.patient_presses_here(move)


def _late(chat: Chat, words: str) -> Iterator[Callable[[], object]]:
    for _ in range(6):
        yield lambda: chat.happens_at(
            "questions", lambda: chat.patient_writes(words[:299] + str(len(chat.case.questions)))
        )
    for move in ("every_3_days", "weekly", "pause", "resume", "stop", "not_now"):
        yield lambda move=move: chat.happens_at("reminders", lambda: chat.patient_presses_data(f"reminders/{move}"))
    yield lambda: chat.happens_at("reminders", lambda: chat.patient_presses_data("reminders/weekly"))
    yield lambda: chat.days_pass(60)
    for step in ("decision", "questions", "review", "reminders", "summary"):
        yield lambda step=step: chat.happens_at(step, lambda: chat.patient_commands("start"))


def _packet(chat: Chat, words: str) -> Iterator[Callable[[], object]]:
    yield lambda: chat.happens_at("packet", lambda: chat.patient_commands("start"))
    yield lambda: chat.happens_at("packet.naming", lambda: chat.patient_commands("start"))
    yield lambda: chat.happens_at("packet.naming", lambda: chat.patient_writes(words[:60]))
    yield lambda: chat.happens_at("packet.naming", lambda: chat.patient_commands("start"))
    for parts, left_out in ((1, 0), (3, 9), (1, 1)):
        yield lambda: chat.happens_at("packet", lambda: chat.patient_presses_data("packet/build"))
        yield lambda: chat.happens_at("packet", lambda: chat.patient_presses_data("packet/build"))
        yield lambda: chat.happens(PacketProgress(chat.now, 1, 3))
        yield lambda parts=parts, left_out=left_out: chat.happens(_built(chat, parts, left_out))
        yield lambda: chat.happens_at("packet", lambda: chat.patient_presses_data("packet/build"))
        yield lambda: setattr(chat, "case", replace(chat.case, packet=None))
    yield lambda: chat.happens(PacketFailed(chat.now))


def _built(chat: Chat, parts: int, left_out: int) -> PacketBuilt:
    numbers = [document.number for document in chat.case.documents]
    missing = tuple(LeftOut(numbers[0], reason) for reason in ("unreadable", "locked", "disc", "too_long") * 3)
    pieces = tuple(Piece("pages", 1_000_000 + part, part, parts) for part in range(1, parts + 1))
    built = Built(digest(chat.guide, chat.case), 87, pieces, missing[:left_out])
    return PacketBuilt(chat.now, chat.case.packets, built)


def _asides(chat: Chat, words: str) -> Iterator[Callable[[], object]]:
    for command in ("checklist", "summary", "questions", "packet", "remind", "help", "privacy", "delete", "cancel"):
        yield lambda command=command: chat.happens_at("review", lambda: chat.patient_commands(command))
    for data in ("aside/sources", "aside/sheet", "aside/delete_no", "old/button"):
        yield lambda data=data: chat.happens_at("review", lambda: chat.patient_presses_data(data))
    for kind in KINDS:
        yield lambda kind=kind: chat.happens_at("review", lambda: chat.patient_sends_something_else(kind))
    for file in (False, True):
        yield lambda file=file: chat.happens_at("review", lambda: chat.patient_edits_a_message(words, file))
    yield lambda: chat.happens_at("review", chat.bot_stumbles)
    yield lambda: chat.happens_at("review", lambda: chat.patient_writes(words))
    yield lambda: chat.happens_at("decision", lambda: chat.patient_writes(words, forwarded=True))
    for text in ("I cannot breathe", "I have a fever of 39 and chills"):
        yield lambda text=text: chat.happens_at("review", lambda: chat.patient_writes(text))
    yield lambda: _fill_up(chat)
    yield lambda: chat.happens_at("review", lambda: chat.patient_uploads("one-more.jpg"))
    yield lambda: chat.patient_commands("delete")
    yield lambda: chat.patient_presses("delete_yes")


def _fill_up(chat: Chat) -> None:
    from dialogs.case import Document

    many = tuple(Document(number, "b", "n.jpg", state="readable", pages=1) for number in range(1000, 1300))
    chat.case = replace(chat.case, documents=many)


def fullest(content: Content) -> Chat:
    """A case with as much in it as a case can hold."""
    chat = Chat(guide=content.guide)
    chat.patient_walks_to("summary")
    note = "Ω" * 200
    for record in content.guide.records:
        chat.case = chat.case.answering(record.key, "asked", note)
    day = "2026-09-30"
    keys = [record.key for record in content.guide.records]
    requests = tuple(
        Request(number, keys[number % len(keys)], note, day, "in_person", "7" * 60, day, (day,))
        for number in range(MAX_REQUESTS)
    )
    chat.case = replace(chat.case, requests=requests, country="us", date=day)
    questions = tuple(Question(text="&" * 299 + str(number)) for number in range(5))
    chat.case = replace(chat.case, decision="<" * 500, questions=questions)
    return chat
