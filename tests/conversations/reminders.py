"""Reminders as a patient asks for them and sets them, and the moment at which the next one comes."""

from datetime import datetime
from zoneinfo import ZoneInfo

from dialogs.events import ReminderDue
from dialogs.roads.reminders import schedule
from tests.chat import Chat

BERLIN = ZoneInfo("Europe/Berlin")


def asks_for_reminders(chat: Chat, pace: str = "every_3_days", where: str = "Berlin") -> None:
    chat.patient_walks_to("reminders")
    says_yes(chat, pace, where)


def says_yes(chat: Chat, pace: str = "every_3_days", where: str = "Berlin") -> None:
    """One Yes is enough; any pace but once a week is chosen behind the settings."""
    chat.patient_presses("reminders/remind_yes")
    chat.bot_says("reminders_set", "reminders_zone")
    chat.patient_writes(where)
    chat.bot_says("zone_noted")
    if pace != "weekly":
        chooses(chat, pace)


def is_asked_where(chat: Chat) -> None:
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes")


def chooses(chat: Chat, pace: str) -> None:
    in_the_settings(chat, pace)
    chat.bot_says("reminders_set")


def in_the_settings(chat: Chat, *moves: str) -> None:
    chat.patient_commands("remind")
    chat.patient_presses("reminders/settings", f"reminders.settings/{moves[0]}", *moves[1:])


def opens_the_request(chat: Chat) -> None:
    """From the list of what was asked for; where it was asked for need not be said yet."""
    chat.patient_commands("requests")
    if "look/1" not in chat.buttons():
        chat.patient_presses("other")
    chat.patient_presses("look/1")


def arrives_by_the_request(chat: Chat) -> None:
    opens_the_request(chat)
    chat.patient_presses("requests.one/arrived")


def has_nothing_left_to_ask_for(chat: Chat, *records: str) -> None:
    """From the list: of each, who has it is known."""
    for record in records:
        chat.patient_presses(f"open/{record}", f"{record}/more", f"{record}.more/elsewhere")
        chat.patient_is_at("review")


def due(chat: Chat) -> datetime:
    found = schedule.due(chat.case)
    assert found
    return found


def comes(chat: Chat) -> None:
    """The moment of the next reminder comes."""
    chat.now = due(chat)
    chat.happens(ReminderDue(chat.now, chat.now))
