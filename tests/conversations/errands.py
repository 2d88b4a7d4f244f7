"""What tests of errands have in common: handing one out, and what came of it."""

from dataclasses import replace

from dialogs.case.case import Case
from dialogs.effects import EndErrand, ShareErrand
from tests.chat import Chat
from tests.helping_hand import Helper


def hands_out(chat: Chat, record: str) -> Helper:
    chat.patient_commands("errands")
    chat.patient_presses("errands/new", f"errands/give/{record}")
    return Helper(chat, chat.case.errands_made)


def shared(chat: Chat) -> list[int]:
    return [effect.errand for effect in chat.turn.effects if isinstance(effect, ShareErrand)]


def ended(chat: Chat) -> list[int]:
    return [effect.errand for effect in chat.turn.effects if isinstance(effect, EndErrand)]


def is_as_it_was(chat: Chat, before: Case) -> bool:
    """Nothing changed but the buttons in sight."""
    return replace(chat.case, keyboard=before.keyboard) == before


def errands(chat: Chat) -> list[tuple[str, str, str]]:
    return [(errand.record, errand.state, errand.helper) for errand in chat.case.errands]
