"""A rehearsal without Telegram: the bot, unmodified, talks to a Telegram of one's own on this computer.

`telegram/` remembers people, chats, messages, files and updates, and refuses what Telegram refuses. `api/` gives them
to the bot as the Bot API. `page/` shows it all in a browser. `conductor.py` starts the bot, restarts it, and moves the
clock ahead for both. In tests `RehearsalServer` and its `Patient`s take the place of the page and the person before it.
"""

from bot.rehearsal.api.server import RehearsalServer
from bot.rehearsal.conductor import rehearse
from bot.rehearsal.patient import GroupChat, Patient
from bot.rehearsal.telegram.seen import Button, Seen

__all__ = ["Button", "GroupChat", "Patient", "RehearsalServer", "Seen", "rehearse"]
