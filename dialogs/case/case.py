"""One patient's progress: the only thing we remember between two messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from dialogs.case.answer import Answer, Question
from dialogs.case.copies import replace
from dialogs.case.deed import Deed
from dialogs.case.delivery import Delivery
from dialogs.case.document import Document, Former
from dialogs.case.errand import Errand
from dialogs.case.expiry import Expiry
from dialogs.case.keyboard import Shown
from dialogs.case.opinion import Opinion
from dialogs.case.packet import PacketResult
from dialogs.case.patient import NOBODY_YET, Patient
from dialogs.case.reminders import Reminders
from dialogs.case.request import Request
from dialogs.case.text import HeldText, OwnWords
from dialogs.case.trail import Left

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)  # without slots: what it has is copied at once, and not field by field (`copies`)
class Case:
    """Everything a patient told us, and the step they are at."""

    step: str = "welcome"
    returns_to: tuple[str, ...] = ()
    """The steps to come back to, the next one last: set when a patient leaves the path to look after something."""
    trail: tuple[Left, ...] = ()
    """The questions of the path that were left, the last one last: the way back."""
    passed: tuple[str, ...] = ()
    """The questions of the path beside the records that were answered or passed over: none is asked again by itself."""
    sends_now: bool = False
    """What is still open is left open: they said that it is enough, and send what is there."""
    for_another: bool = False
    """The records are those of somebody the patient's helper cares for: the chat is with the helper."""
    keeps_files: bool | None = None
    """What the patient agreed to: keep files, only the checklist, or (None) nothing yet."""
    agreed: int = 1
    """The version of the consent that they agreed to."""
    agreed_on: str = ""
    """The day (ISO 8601) on which they did; empty: before days were noted."""
    consent_asked: datetime | None = None
    """When they were asked to agree to a newer version; None: it was not asked, or is answered."""
    expiry: Expiry | None = None
    """The end of the days for which it is kept, once it is near."""
    exports: int = 0
    """How often the patient asked for everything that is kept; the number of the last time."""
    exporting: bool = False
    destination: str = ""
    """Where the second opinion is to be, in the patient's words."""
    destinations: tuple[str, ...] = ()
    """Where it is to be, by the keys of `content/destinations/`, as they were chosen."""
    deliveries: tuple[Delivery, ...] = ()
    """What was sent to the destinations, in the order in which it was told."""
    deliveries_made: int = 0
    delivery: int = 0
    """The number of the delivery that the patient is looking at."""
    patient: Patient = NOBODY_YET
    """Who the records are of, as the patient agreed to it."""
    patient_seen: bool = False
    """The lines about the patient were shown once, and agreed to or passed over."""
    decision: str = ""
    questions: tuple[Question, ...] = ()
    questions_seen: int = 0
    answers: Mapping[str, Answer] = field(default_factory=dict)
    own_words: Mapping[str, OwnWords] = field(default_factory=dict)
    """What the patient wrote of a record themselves: their medicines, their stage, their history."""
    documents: tuple[Document, ...] = ()
    pile: str = ""
    """The batch of the files whose place was not agreed to yet; empty: there is none."""
    files_seen: int = 0
    last_file: datetime = LONG_AGO
    """When the last file came (UTC): what comes within a minute of it may be more of the same report."""
    files_day: str = ""
    """The day (UTC, ISO 8601) on which the last file was taken, and how many were taken on it."""
    files_that_day: int = 0
    refused: str = ""
    """The album of the last file that was not taken: of the others in it nothing more is said."""
    refused_at: datetime = LONG_AGO
    reminders: Reminders | None = None
    reminders_offered: bool = False
    errands: tuple[Errand, ...] = ()
    errands_made: int = 0
    texts: tuple[HeldText, ...] = ()
    texts_seen: int = 0
    asked: str = ""
    """The message that asked something since the present step was last shown; empty: the step's own question."""
    keyboard: tuple[Shown, ...] = ()
    """The buttons of the newest card: what is written may be one of them in words."""
    deed: Deed | None = None
    """What was done last, as far as "that was wrong" can take it back; None: it leads one question back."""
    password_near: int = 0
    """How many of the next texts may be a password: a locked file was named, or its step was just left."""
    reachable: bool = True
    country: str = ""
    """Where the hospital is, as far as a rule depends on it: "us", "uk" or "other"; empty until asked."""
    letter: str = ""
    """The letter that is being written, as in `guide.LETTERS`."""
    addressed: Mapping[str, str] = field(default_factory=dict)
    """Whom each letter goes to, in the patient's words."""
    name: str = ""
    """The name on the packet's cover; empty: the one that is printed on the files."""
    unnamed: bool = False
    """No name shall stand on the cover."""
    looking_at: int = 0
    """The number of the file that the patient is looking at."""
    files_from: int = 0
    """How many files stand before the page of the list that the patient looks at."""
    former: Former | None = None
    changes: int = 0
    """How many changes of files there were; the number of the last one."""
    settled: tuple[str, ...] = ()
    """The keys of the suggestions that were answered, and of the dates that were asked about: none comes again."""
    hint: str = ""
    """The key of the suggestion that waits for an answer."""
    hints_left: int = 0
    """How many more may follow it in a row."""
    part_megabytes: int = 50
    packet: PacketResult | None = None
    """The packet as it was last built."""
    packet_for: str = ""
    """The key of the destination that the packet is made for; empty: for any."""
    kept_out: tuple[int, ...] = ()
    """The numbers of the documents that the patient does not want in the packet."""
    let_in: tuple[int, ...] = ()
    """The numbers of those that they want in it though its destination does not ask for them."""
    packets: int = 0
    """How many packets were begun; the number of the last one."""
    packing: bool = False
    requests: tuple[Request, ...] = ()
    requests_seen: int = 0
    request: int = 0
    """The number of the request the patient is looking at."""
    date: str = ""
    """The day (ISO 8601) of the appointment or the decision."""
    date_offered: bool = False
    zone: str = ""
    """The IANA name of the patient's time zone; empty if they did not say."""
    heard: datetime = LONG_AGO
    """When the patient last wrote, tapped or sent something (UTC)."""
    grief_guessed: datetime = LONG_AGO
    """When a death was last guessed at (UTC): for some hours none is guessed again, unless one was told since."""
    half_said: str = ""
    """What was written last, if it is short: what follows within a minute is heard with it. Then it is gone."""
    told_behind: datetime = LONG_AGO
    """When they were told last that more answers wait than can be said one by one (UTC)."""
    tapped: str = ""
    """The card and the button, if that was a tap: the same tap again within seconds is one tap."""
    deletions_asked: int = 0
    """How often it was asked whether to delete everything, and declined: only the last question can be agreed to."""
    opinion: str = ""
    """"yes" once the patient said that they have the second opinion."""
    opinions: tuple[Opinion, ...] = ()
    """What each opinion came to, as they told it."""
    slides_returned: bool = False
    language: str = ""
    """The language in which the bot writes, by its short name; empty: English."""
    telegrams_language: str = ""
    """The language of ours in which their Telegram was at their first message; empty: none of ours."""
    reader_language: str = ""
    """The language of what a doctor or a hospital is to read, as it was chosen; empty: it was not."""

    def answering(self, record: str, standing: str, note: str = "") -> Case:
        return replace(self, answers={**self.answers, record: Answer(standing, note)})

    def passing(self, *steps: str) -> Case:
        """The case once these questions need not be asked again."""
        return replace(self, passed=tuple(dict.fromkeys((*self.passed, *steps))))

    def gone_back(self) -> Case:
        """The case at the question that was left last, as it stood before it was answered."""
        *trail, left = self.trail
        answers = {key: answer for key, answer in self.answers.items() if key != left.step}
        kept = tuple(each for each in self.requests if each.record != left.step or each.number <= left.requests)
        passed = tuple(each for each in self.passed if each != left.step)
        return replace(
            self,
            step=left.step,
            trail=tuple(trail),
            answers=answers,
            requests=kept,
            request=left.request,
            passed=passed,
        )

    def with_document(self, document: Document) -> Case:
        """Add a document, or put it in place of the one with the same number."""
        known = {each.number: each for each in self.documents}
        return replace(self, documents=tuple({**known, document.number: document}.values()))

    def in_own_words(self, record: str, text: str, day: str) -> Case:
        """With what the patient wrote of a record, in place of what they wrote of it before."""
        return replace(self, own_words={**self.own_words, record: OwnWords(text, day)})

    def without_own_words(self, record: str) -> Case:
        """With nothing that the patient wrote of a record."""
        return replace(self, own_words={key: own for key, own in self.own_words.items() if key != record})

    def document(self, number: int) -> Document | None:
        return next((each for each in self.documents if each.number == number), None)

    def asking(self, question: Question) -> Case:
        """The case with one more question for the doctor."""
        number = max((self.questions_seen, *(each.number for each in self.questions))) + 1
        questions = (*self.questions, replace(question, number=number))
        return replace(self, questions=questions, questions_seen=number)

    def waiting_for(self, record: str) -> tuple[Request, ...]:
        """The requests for a record that are not answered yet, the oldest first."""
        return tuple(each for each in self.requests if each.record == record and each.waiting)

    def errand(self, number: int) -> Errand | None:
        return next((each for each in self.errands if each.number == number), None)

    def with_errand(self, errand: Errand) -> Case:
        """Add an errand, or put it in place of the one with the same number."""
        known = {each.number: each for each in self.errands}
        return replace(self, errands=tuple({**known, errand.number: errand}.values()))

    def without_errand(self, number: int) -> Case:
        return replace(self, errands=tuple(each for each in self.errands if each.number != number))

    def documents_of(self, record: str) -> tuple[Document, ...]:
        """The files that count for a record: those that are filed under it, and those that hold it beside another."""
        if not record:
            return ()
        # As `Document.records` has it, written out: a turn asks this for every record, and a case may have 300 files.
        return tuple([each for each in self.documents if each.record == record or (each.also and record in each.also)])

    def filed_under(self, record: str) -> tuple[Document, ...]:
        return tuple(each for each in self.documents if each.record == record)

    def batch(self, batch: str) -> tuple[Document, ...]:
        return tuple(each for each in self.documents if each.batch == batch)
