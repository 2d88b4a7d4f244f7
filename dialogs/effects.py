"""What the bot is asked to do. An effect is data: nothing happens until it has been committed with the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.receiving.file_effects import Erase as Erase
from dialogs.receiving.file_effects import Fetch as Fetch
from dialogs.receiving.file_effects import Look as Look
from dialogs.receiving.file_effects import Read as Read
from dialogs.receiving.file_effects import TakeOut as TakeOut
from dialogs.receiving.file_effects import Unlock as Unlock

SHARE = "https://t.me/share/url"
"""Lets a person choose whom of their own chats to send something: https://core.telegram.org/api/links#share-links"""


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what it sends back when tapped, and where its label stands among the words.

    One that copies or opens something sends nothing back: Telegram itself does what it is for, and we hear of no tap.
    """

    data: str
    label: str
    mark: str = ""
    """The standing of the record it opens, shown before the label."""
    copies: str = ""
    """What a tap puts on the clipboard, word for word."""
    opens: str = ""
    """The https address that a tap opens."""
    shares: str = ""
    """A message of the same values, whose text a tap lets the patient pass on to somebody they choose."""


Keyboard = tuple[tuple[Button, ...], ...]


def aside(name: str, label: str = "", thing: object = "") -> Button:
    """A button that works at any step and leads back to it; with a thing, it is about that one of several."""
    return Button(f"aside@{thing}/{name}" if thing else f"aside/{name}", f"button.{label or name}")


def copy_button(label: str, text: str) -> Button:
    """A button that copies a text, so that a patient can paste it wherever they are asked for it."""
    return Button("", label, copies=text)


def share_button(label: str, url: str, text: str = "") -> Button:
    """A button that lets a patient pass on a link, with words they can still change, to somebody they choose."""
    return Button("", label, opens=share_address(url, text))


def share_message(label: str, name: str) -> Button:
    """A button that lets a patient pass on what a message says, of the values of the one it stands under."""
    return Button("", label, shares=name)


def share_address(url: str, text: str = "") -> str:
    """What opens the choice of a chat to send something to; a text alone is taken in the place of the link, too."""
    return f"{SHARE}?url={quote(url, safe='')}" + (f"&text={quote(text, safe='')}" if text else "")


@dataclass(frozen=True, slots=True)
class Say:
    """A message by name, with the values its template may use."""

    name: str
    values: Mapping[str, Any] = field(default_factory=dict)
    buttons: Keyboard = ()
    lead: Say | None = None
    """Said first, in the same message."""
    slot: str = ""
    """Messages of one slot take each other's place: a receipt that is brought up to date."""
    replaces: bool = False
    """Take the place of the message whose button was tapped, if it is still the last one."""
    quiet: bool = False
    """Delivered without a sound."""
    asks: bool = False
    """It is the card of the patient's step: the buttons of the card that was this one before it are taken off."""
    stays: bool = False
    """A message that must not wait: new, alone, and never changed by whatever comes after it."""
    answers: int = 0
    """The patient's message that it is about: a new message is shown as a reply to it, if it is still there."""
    placeholder: str = ""
    """What the empty field says that is asked for, a key of [placeholder]; below buttons Telegram shows none."""
    moves: bool = False
    """A message of a slot that comes anew, at the bottom of the chat, and the one before it is taken away."""
    for_another: bool = False
    """Said to somebody who gathers the records of another: of the patient, not of "you"."""
    reader: str = ""
    """The language of whoever is to read what is passed on with it; empty: that of the chat."""

    def of_another(self) -> Say:
        """The same, and what leads it, as it is said to somebody who gathers the records of another."""
        return replace(self, for_another=True, lead=self.lead and self.lead.of_another())

    @property
    def in_field(self) -> bool:
        """Whether the empty field says what is asked for: Telegram has that of new messages, and below no buttons."""
        return bool(self.placeholder) and not self.buttons


MOST_LETTERS = 12
"""Letters that a message shows of those that could not be printed."""


def unprinted(letters: str) -> Say:
    """Some letters stand on a page as their code points."""
    return Say("unprinted", {"letters": " ".join(letters[:MOST_LETTERS])})


@dataclass(frozen=True, slots=True)
class SendPaper:
    """Make a paper, such as the one-page summary, and send it; `kind` is one of those of `dialogs.words.papers`."""

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)
    for_another: bool = False
    """Asked for by somebody who gathers the records of another: it does not claim that the patient wrote it."""
    reader: str = ""
    """The language of whoever is to read it; empty: that of the chat."""


@dataclass(frozen=True, slots=True)
class Unsay:
    """Remove the message that the patient just sent from the chat, if Telegram allows it."""


@dataclass(frozen=True, slots=True)
class BuildPacket:
    """Build the packet of the case as it then is, and report `PacketBuilt` or `PacketFailed`; `number` counts them."""

    number: int


@dataclass(frozen=True, slots=True)
class ErasePackets:
    """Erase for good every piece of every packet, but for these (their numbers in the vault)."""

    but: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareErrand:
    """Make the link that opens one errand, once and for a while, and send it to the patient, who passes it on."""

    errand: int
    fingerprint: str = ""
    """What is stored of the link; empty until it is made."""


@dataclass(frozen=True, slots=True)
class EndErrand:
    """Let no link and no button open this errand any more."""

    errand: int


@dataclass(frozen=True, slots=True)
class TellHelper:
    """Say something to the helper who has this errand."""

    errand: int
    say: Say


@dataclass(frozen=True, slots=True)
class GatherEverything:
    """Find out in which parts all that is kept can be sent, and report `EverythingGathered`; `number` counts them."""

    number: int


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete everything we hold about this patient, for good."""

    then: str = ""
    """The message that is said once all of it is gone, though the case is gone too; empty: none."""
    for_another: bool = False
    """It is said to somebody who gathered the records of another."""


Effect = (
    Say
    | Fetch
    | TakeOut
    | Look
    | SendPaper
    | Erase
    | Read
    | Unlock
    | Unsay
    | BuildPacket
    | ErasePackets
    | ShareErrand
    | EndErrand
    | TellHelper
    | GatherEverything
    | Forget
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer to one event: the case as it is now, and what to do about it."""

    case: Case
    effects: tuple[Effect, ...] = ()

    @property
    def replaces(self) -> bool:
        """Whether the answer takes the place of the card that was tapped. Below others that cannot turn its page, but
        what it asked is settled."""
        return any(isinstance(effect, Say) and effect.replaces for effect in self.effects)

    @property
    def comes_anew(self) -> bool:
        """Whether an answer that would take the place of the card has to be a new message all the same."""
        says = (effect for effect in self.effects if isinstance(effect, Say) and effect.replaces)
        return any(say.in_field or say.moves for say in says)
