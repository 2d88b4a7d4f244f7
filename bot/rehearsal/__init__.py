"""A rehearsal without Telegram: the bot, unmodified, talks to a Telegram of one's own on this computer.

`telegram.py` remembers people, chats, messages, files and updates. `doorway.py` gives them to the bot as the Bot API
and refuses what Telegram refuses; `methods/` is what a bot can ask, `acts.py` what a person can do. `chat_page.py`
shows it all in a browser. `conductor.py` starts the bot, restarts it, and moves the clock ahead for both. In tests
`RehearsalServer` and its `Patient`s take the place of the page and the person before it.
"""

from bot.rehearsal.conductor import rehearse
from bot.rehearsal.patient import GroupChat, Patient
from bot.rehearsal.seen import Button, Seen
from bot.rehearsal.server import RehearsalServer

__all__ = ["Button", "GroupChat", "Patient", "RehearsalServer", "Seen", "rehearse"]
