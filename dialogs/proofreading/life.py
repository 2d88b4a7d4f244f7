"""Every message of the bot, as real conversations over the real guide bring it about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

from dialogs.asides import COMMANDS
from dialogs.case.deed import Deed
from dialogs.case.document import WAYS_OUT, Document, DocumentState
from dialogs.case.facts import Facts, Study
from dialogs.composed.contents import Content
from dialogs.content.guide import LETTERS
from dialogs.content.meanings import CRY
from dialogs.effects import Say
from dialogs.events import NotShownReason
from dialogs.letters import COUNTRIES
from dialogs.proofreading.chat import Chat
from dialogs.proofreading.destination_screens import destinations
from dialogs.proofreading.errand_screens import errands
from dialogs.proofreading.file_screens import fills_up, looking_after
from dialogs.proofreading.keeping_screens import keeping
from dialogs.proofreading.packet_screens import packet
from dialogs.proofreading.patient_screens import patient
from dialogs.proofreading.side_roads import side_roads
from dialogs.proofreading.sorting_screens import sorting
from dialogs.proofreading.urgency import (
    cries_and_tells_what_came,
    every_card,
    said_plainly,
    says_what_is_heard_anywhere,
)
from dialogs.receiving.quotas import MOST_A_DAY, MOST_BYTES
from dialogs.receiving.receipts import CHANGES_THE_PACKET
from dialogs.roads.errands.screens import LINK_DAYS
from dialogs.roads.records.path import substeps
from dialogs.words.vocabulary import OTHER_KINDS

HUGE = Document(1, "a1", "disc.zip", state="readable", size=MOST_BYTES)
STATES: tuple[DocumentState, ...] = (
    *("readable", "locked", "unreadable", "over_limit", "unknown_kind", "not_fetched"),
)


def every_message(content: Content, words: str = "A plain sentence", chat: Chat | None = None) -> list[Say]:
    """The same as `every_bubble`, each without what leads it, which stands beside it."""
    return list(each_alone(every_bubble(content, words, chat)))


def every_bubble(content: Content, words: str = "A plain sentence", chat: Chat | None = None) -> list[Say]:
    """All that is said in a long life of one chat; `words` is what the patient writes and calls a file."""
    chat = chat or Chat(dialogue=content.dialogue)
    helped: list[Say] = []
    _early(chat)
    _records(chat, words)
    _files(chat, words)
    patient(chat, words)
    _letters(chat, words)
    looking_after(chat, words)
    sorting(chat, words)
    _own_words(chat, words)
    _late(chat, words)
    packet(chat, words)
    side_roads(chat, words, wide=next(name for name, zones in content.places.zones.items() if len(zones) > 1))
    destinations(chat, words)
    errands(chat, words, helped)
    keeping(chat)
    _asides(chat, words)
    link = "https://t.me/rehearsal_bot?start=e-" + "a" * 32
    said = [Say("group"), chat.dialogue.caseless.away(), Say("errand_link", {"link": link, "days": LINK_DAYS})]
    return [*said, *every_card(), *chat.shown, *helped]


def each_alone(shown: Iterable[Say]) -> Iterable[Say]:
    for one in shown:
        say: Say | None = one
        while say:
            yield replace(say, lead=None)
            say = say.lead


def _early(chat: Chat) -> None:
    for text in ("hello", "it began in May", "it began in June"):
        chat.patient_writes(text)
    chat.patient_uploads("early.pdf")
    for command in ("start", "help", "privacy", "cancel", "delete"):
        chat.patient_commands(command)
    chat.patient_presses("welcome/begin", "decline", "welcome/begin")
    chat.patient_writes("?")
    chat.patient_presses("consent/checklist_only")
    chat.patient_uploads("unwanted.pdf")
    chat.patient_presses("aside/keep_files")
    for command in (each for each in COMMANDS if each != "delete"):
        chat.at("review").patient_commands(command)


def _records(chat: Chat, words: str) -> None:
    _decide(chat, "x" * 600)
    _decide(chat, words)
    chat.at("decision").patient_commands("start")
    chat.at("review").patient_commands("start")
    for record in chat.dialogue.guide.records:
        _with_files(chat, record.key, words)
        for substep in ("", *(name.partition(".")[2] for name in substeps(record))):
            _visit(chat, record.key, substep)
        for answer in ("elsewhere", "unsure", "later", "not_applicable"):
            chat.at(record.key).patient_presses_data(f"{record.key}/{answer}")
        chat.at(f"{record.key}.asked").patient_writes(words[:200])
        _visit(chat, record.key, "")


def _decide(chat: Chat, words: str) -> None:
    chat.at("decision").patient_writes(words)
    if chat.case.texts:  # they weigh up nothing, and are asked about
        chat.patient_presses("text/answer")


def _with_files(chat: Chat, record: str, words: str) -> None:
    """What is said at a record whose papers and scans are here, and about privacy once nothing more is kept."""
    before = chat.case
    scan = Facts(studies=(Study("CT", "2026-01-03", 2, 300),), other_folders=(words[:40],))
    files = (Document(800, "a", words[:64], record, "readable", 3), Document(801, "a", "", record, "readable", 0))
    chat.case = replace(chat.case, documents=(files[0], replace(files[1], facts=scan, kind="dicom")))
    _visit(chat, record, "")
    chat.case = replace(chat.case, step="files", returns_to=("review",))
    chat.patient_presses_data("files/look/801")
    chat.case = replace(chat.case, keeps_files=False)
    chat.patient_commands("privacy")
    chat.case = before


def _own_words(chat: Chat, words: str) -> None:
    """What is known of a record in words, and a button that is pressed by writing what stands on it."""
    for record in (record.key for record in chat.dialogue.guide.records if record.said):
        chat.at(record).patient_writes(f"{words} 20 mg")
        chat.patient_presses_data(f"{record}/line_wrong")
        chat.at(record).patient_writes(f"{words} 20 mg")
    chat.at("review").patient_commands("start")
    chat.patient_writes(chat.dialogue.label(chat.case.keyboard[-1], chat.case.for_another))
    before, wishes = chat.case, chat.dialogue.caseless.presses.wishes
    chat.case = replace(chat.at("review").case, deed=Deed("review", stray=True), keyboard=())
    chat.patient_writes(next((each.example for each in wishes if "line_wrong" in each.keys), words))
    chat.case = before


def _visit(chat: Chat, record: str, substep: str) -> None:
    chat.at(f"{record}.{substep}".rstrip(".")).patient_commands("start")


def _files(chat: Chat, words: str) -> None:
    sending = f"{chat.dialogue.guide.records[0].key}.sending"
    chat.at(sending).patient_presses_data(f"{sending}/done")
    for state in STATES:
        _apart(chat).at(sending).patient_sends(words[:64], "b.jpg", found=state)
        _apart(chat).at("review").patient_sends(words[:64], found=state)
    for remark in CHANGES_THE_PACKET:
        _apart(chat).at(sending).patient_sends(words[:64], "b.jpg", remarks=(remark,))
    chat.at("summary").patient_uploads("huge.zip", size=30 << 20)
    for number in chat.at(sending).patient_uploads("c.jpg"):
        chat.bot_cannot_fetch_yet(number)
    before = chat.case
    for kind in WAYS_OUT:
        _apart(chat).at("review").patient_sends(words[:64], found="unknown_kind", kind=kind)
    limits: tuple[dict[str, Any], ...] = (
        {"files_day": f"{chat.now:%Y-%m-%d}", "files_that_day": MOST_A_DAY},
        {"documents": (HUGE,)},
    )
    for too_much in limits:
        chat.case = replace(chat.case, **too_much)
        chat.patient_uploads("d.jpg")
        chat.case = before


def _apart(chat: Chat) -> Chat:
    """What comes now has a receipt of its own."""
    chat.case = replace(chat.case, pile="")
    return chat


def _locked_file(chat: Chat) -> None:
    """A single word beside a locked file may be its password, whatever else it looks like."""
    chat.at("review").patient_sends("locked.pdf", found="locked")
    chat.at("review").patient_writes("Kanarienvogel")
    _forget_locked_files(chat)


def _forget_locked_files(chat: Chat) -> None:
    """Beside a file that is locked, or may be yet, a single word is taken for its password."""
    open_ones = tuple(each for each in chat.case.documents if each.state not in ("locked", "arriving"))
    chat.case = replace(chat.case, documents=open_ones, password_near=0)


def _letters(chat: Chat, words: str) -> None:
    _locked_file(chat)
    chat.at("review").patient_commands("letters")
    chat.patient_presses_data("letters/write/records")
    for country in COUNTRIES:
        chat.case = replace(chat.at("country").case, letter="records", returns_to=("letters.one",))
        chat.patient_presses_here(country)
        chat.patient_presses_here("text")
    for record in chat.dialogue.guide.records:
        chat.case = chat.case.answering(record.key, "missing")
    for letter in LETTERS:
        chat.at("letters").patient_presses_data(f"letters/write/{letter}")
        chat.patient_presses_here("to")
        chat.patient_writes(words[:200])
        for move in ("text", "phone", "more", "to"):
            chat.patient_presses_here(move)


def _late(chat: Chat, words: str) -> None:
    _forget_locked_files(chat)
    for _ in range(6):
        chat.at("questions").patient_writes(words[:299] + str(len(chat.case.questions)))
    for move in ("every_3_days", "weekly", "pause", "resume", "stop", "not_now"):
        chat.at("reminders").patient_presses_data(f"reminders/{move}")
        chat.at("reminders").patient_commands("start")
    chat.at("reminders").patient_presses_data("reminders/weekly")
    chat.days_pass(60)
    for step in ("gather", "decision", "enough", "questions", "review", "reminders", "summary"):
        chat.at(step).patient_commands("start")


def _asides(chat: Chat, words: str) -> None:
    lists = "checklist", "summary", "questions", "packet", "remind"
    for command in (*lists, "costs", "how_to_send", "help", "privacy", "delete", "cancel"):
        chat.at("review").patient_commands(command)
    for data in ("aside/sources", "aside/sheet", "aside/delete_no", "old/button"):
        chat.at("review").patient_presses_data(data)
    for kind in OTHER_KINDS:
        chat.at("review").patient_sends_something_else(kind)
    for file in (False, True):
        chat.at("review").patient_edits_a_message(words, file)
    for why in get_args(NotShownReason):
        chat.at("review").bot_cannot_draw(why)
    chat.at("review").bot_stumbles()
    chat.at("review").bot_falls_behind()
    _forget_locked_files(chat)
    for text in (*said_plainly(chat, CRY), f"{words} and more"):
        chat.at("review").patient_writes(text)
    chat.at("review").patient_writes("Kanarienvogel-77")
    chat.at("decision").patient_writes(words, forwarded=True)
    cries_and_tells_what_came(chat.at("review"))
    says_what_is_heard_anywhere(chat)
    fills_up(chat)
    chat.at("review").patient_uploads("one-more.jpg")
    chat.patient_commands("delete")
    chat.patient_presses("delete_yes")
