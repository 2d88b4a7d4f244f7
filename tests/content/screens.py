"""Every message of the bot, as real conversations over the real guide bring it about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dialogs import path
from dialogs.case import Case, Question
from dialogs.content import Content
from dialogs.effects import Say
from dialogs.errand_events import OwnLink
from dialogs.errand_pages import LINK_DAYS
from dialogs.events import SentFile
from dialogs.helping import Held
from tests.chat import Chat
from tests.helper import Helper

STATES = ("readable", "locked", "unreadable", "over_limit", "unknown_kind", "not_fetched")
KINDS = ("sticker", "voice", "video", "location", "contact", "poll", "other")


def every_message(content: Content, words: str = "A plain sentence") -> list[Say]:
    """All that is said in a long life of one chat; `words` is what the patient writes and calls a file."""
    chat = Chat(guide=content.guide, safety=content.dialogue.safety)
    helped: list[Say] = []
    for step in (
        *_early(chat),
        *_records(chat, words),
        *_files(chat, words),
        *_late(chat, words),
        *_errands(chat, words, helped),
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


def _errands(chat: Chat, words: str, helped: list[Say]) -> Iterator[Callable[[], object]]:
    """Errands of every kind, each as its patient and as its helper sees it; `helped` is what helpers were told."""
    before: list[Case] = []
    yield lambda: before.append(chat.case)
    yield lambda: chat.happens_at("errands", lambda: chat.patient_commands("errands"))
    yield lambda: chat.patient_presses_data("errands/new")
    for record in chat.guide.records:
        yield lambda record=record: _errand(chat, record.key, words, helped)
    yield lambda: _hand_out_all(chat)
    yield lambda: setattr(chat, "case", before[0])


def _errand(chat: Chat, record: str, words: str, helped: list[Say]) -> None:
    chat.case = replace(chat.case.answering(record, "missing"), documents=(), errands=(), keeps_files=True)
    for act in ("done", "return", "leave", "over"):
        chat.happens_at("errands", lambda: chat.patient_presses_data(f"errands/give/{record}"))
        helper = Helper(chat, chat.case.errands_made)
        chat.patient_presses_data(f"errands/look/{helper.number}")
        chat.happens(OwnLink(chat.now))
        helper.opens_the_link(words[:32] if act != "leave" else "")
        chat.patient_presses_data(f"errands/look/{helper.number}")
        helper.presses("send")
        helper.hears_of_the_file(helper.sends(words[:64]), "locked")
        helper.sends("disc.zip", size=30 << 20)
        for text in ("hello", "I cannot breathe", "I have a fever of 39 and chills"):
            helper.writes(text)
        chat.case = replace(chat.case, keeps_files=False)
        helper.presses("send")
        helper.commands("help")
        chat.case = replace(chat.case, keeps_files=True)
        ends = {"leave": helper.leaves, "over": helper.lets_time_pass}
        ends.get(act, lambda act=act, helper=helper: helper.presses(act))()
        helper.writes("anything")
        chat.patient_presses_data(f"errands/look/{helper.number}")
        chat.patient_presses_data(f"errands/{'not_yet' if act == 'done' else 'end'}/{helper.number}")
        helped += helper.shown
    helped += [*_which(chat), Say("errand_forgotten")]
    chat.patient_presses_data(f"errands/give/{record}")
    chat.patient_presses_data(f"errands/end/{chat.case.errands_made}")


def _which(chat: Chat) -> tuple[Say, ...]:
    theirs = [Held(number, number, chat.guide.records[0].key, True) for number in (1, 2)]
    return chat.dialogue.helping.remind(theirs, SentFile(chat.now, "id", "b.jpg", 9, "m1"))


def _hand_out_all(chat: Chat) -> None:
    chat.case = replace(chat.case, answers={}, errands=())
    for record in chat.guide.records:
        chat.happens_at("errands", lambda record=record: chat.patient_presses_data(f"errands/give/{record.key}"))
    chat.happens_at("errands", lambda: chat.patient_commands("errands"))


def _asides(chat: Chat, words: str) -> Iterator[Callable[[], object]]:
    for command in ("checklist", "summary", "questions", "remind", "help", "privacy", "delete", "cancel"):
        yield lambda command=command: chat.happens_at("review", lambda: chat.patient_commands(command))
    for data in ("aside/sources", "aside/sheet", "aside/delete_no", "old/button"):
        yield lambda data=data: chat.happens_at("review", lambda: chat.patient_presses_data(data))
    for kind in KINDS:
        yield lambda kind=kind: chat.happens_at("review", lambda: chat.patient_sends_something_else(kind))
    yield lambda: chat.happens_at("review", chat.patient_edits_a_message)
    yield lambda: chat.happens_at("review", chat.bot_stumbles)
    yield lambda: chat.happens_at("review", lambda: chat.patient_writes(words))
    yield lambda: chat.happens_at("decision", lambda: chat.patient_writes(words, forwarded=True))
    for text in ("I cannot breathe", "I have a fever of 39 and chills"):
        yield lambda text=text: chat.happens_at("review", lambda: chat.patient_writes(text))
    yield lambda: _fill_up(chat)
    yield lambda: chat.happens_at("review", lambda: chat.patient_uploads("one-more.jpg"))
    yield lambda: chat.patient_presses_data("aside/delete_yes")


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
    questions = tuple(Question(text="&" * 299 + str(number)) for number in range(5))
    chat.case = replace(chat.case, decision="<" * 500, questions=questions)
    return chat
