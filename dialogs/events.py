"""What can happen in a conversation. Every event says when, in UTC: the dialogue has no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from dialogs.case.document import DocumentState
from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.case.packet import PacketResult
from dialogs.receiving.contents import NOTHING_IN_IT, Contents
from dialogs.receiving.custody_events import CustodyEvent
from dialogs.receiving.file_events import StillFetching as StillFetching
from dialogs.receiving.file_events import TextRead as TextRead
from dialogs.receiving.sent import SentFile
from dialogs.roads.errands.events import ErrandEvent
from dialogs.roads.keeping.events import KeepingEvent

ONE_TAP = timedelta(seconds=8)
"""The same button of the same card within this time of its last tap: a finger that was not sure it had been felt."""


@dataclass(frozen=True, slots=True)
class Command:
    """The patient sent a command such as /checklist; `name` comes without the slash."""

    at: datetime
    name: str
    argument: str = ""
    """What a link puts behind /start."""
    words: str = ""
    """All that was written, without the slash, if it is more than a command: "/i cannot breathe" is a sentence."""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """The patient tapped a button; `data` is what the button carries."""

    at: datetime
    data: str
    message: int = 0
    """The message it stands below, as far as Telegram tells (0: it does not)."""

    @property
    def button(self) -> str:
        """Which button of which card it is; empty where Telegram does not tell the card."""
        return f"{self.message}/{self.data}" if self.message else ""


@dataclass(frozen=True, slots=True)
class Wrote:
    """The patient wrote a text. A forwarded one is somebody else's words and never an answer."""

    at: datetime
    text: str
    forwarded: bool = False
    quote: str = ""
    """What the patient points at: a part of a message, or the message of theirs that they reply to."""
    message: int = 0
    """Which message of the chat it is, so that an answer can point at it (0: unknown)."""


@dataclass(frozen=True, slots=True)
class SentOther:
    """The patient sent something we cannot keep or answer: a sticker, a voice message, a place …"""

    at: datetime
    kind: str
    words: str = ""
    """What is written in it or under it."""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """The patient changed a message sent before."""

    at: datetime
    words: str = ""
    """What is written in it, or under it, now."""
    file: bool = False
    """It holds a photo or a file: perhaps another one than before."""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file was fetched and looked at. It is on stable storage if, and only if, it is readable, locked or opened."""

    at: datetime
    document: int
    state: DocumentState
    pages: int = 0
    remarks: tuple[str, ...] = ()
    facts: Facts = NOTHING_READ
    kind: str = ""
    digest: str = ""
    """The SHA-256 of the file, in hexadecimal."""
    drawn: tuple[int, ...] = ()
    compared: int = 0
    stands: int = 0
    sheet: tuple[int, ...] = ()
    contents: Contents = NOTHING_IN_IT
    """What lies in it, if it is "opened"."""


@dataclass(frozen=True, slots=True)
class PacketProgress:
    """A packet is being built: so many of its files are done."""

    at: datetime
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class PacketBuilt:
    """A packet is built, and all its pieces are on stable storage; `number` as in `effects.BuildPacket`."""

    at: datetime
    number: int
    packet: PacketResult


@dataclass(frozen=True, slots=True)
class PacketFailed:
    """The packet could not be built, however often it was tried."""

    at: datetime


@dataclass(frozen=True, slots=True)
class ReminderDue:
    """The moment of a planned reminder has come."""

    at: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class WentAway:
    """The patient blocked the bot or left Telegram: nothing can be said until they come back."""

    at: datetime
    unsaid: str = ""
    """The name of the message that Telegram did not take for that reason; empty if none was tried."""


@dataclass(frozen=True, slots=True)
class ClockSetRight:
    """The clock of the machine was ahead, and is right again: what was planned meanwhile lies too far away."""

    at: datetime


@dataclass(frozen=True, slots=True)
class FellBehind:
    """More answers wait for this patient than can be said one by one: much came at once, or we were away."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CameBack:
    """The patient unblocked the bot."""

    at: datetime


NotShownReason = Literal["too_large", "damaged"]


@dataclass(frozen=True, slots=True)
class NotShown:
    """The pages of a file that the patient asked to see could not be drawn."""

    at: datetime
    why: NotShownReason


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A page was made on which some letters stand as their code points: there is no typeface for them."""

    at: datetime
    letters: str


@dataclass(frozen=True, slots=True)
class Stumbled:
    """An event of this patient could not be handled, through a fault of ours."""

    at: datetime


Event = (
    Command
    | Pressed
    | Wrote
    | SentFile
    | SentOther
    | Edited
    | Inspected
    | StillFetching
    | TextRead
    | PacketProgress
    | PacketBuilt
    | PacketFailed
    | ReminderDue
    | WentAway
    | CameBack
    | ClockSetRight
    | FellBehind
    | NotShown
    | Unprinted
    | Stumbled
    | ErrandEvent
    | CustodyEvent
    | KeepingEvent
)


def is_act(event: Event) -> bool:
    """Whether a person did it: wrote, tapped or sent something, or came back."""
    return isinstance(event, Command | Pressed | Wrote | SentFile | SentOther | Edited | CameBack)


def own_words(event: Event) -> str:
    """What the patient wrote themselves in an event; an unknown command is a word with a slash before it."""
    match event:
        case Command():
            return event.words or event.name
        case Wrote():
            return event.text
        case SentFile():
            return event.caption
        case SentOther() | Edited():
            return event.words
    return ""


def written(event: Event) -> str:
    """All that the patient wrote or pointed at in an event: what must be heard before it is answered."""
    quote = event.quote if isinstance(event, Command | Wrote | SentFile | SentOther | Edited) else ""
    behind = event.words.partition(" ")[2] if isinstance(event, Command) else ""  # a cry behind the name of a command
    return "\n".join(filter(None, (own_words(event), behind, quote)))
