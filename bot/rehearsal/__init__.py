"""A rehearsal without Telegram: the bot, unmodified, talks to a Telegram of one's own on this computer.

`telegram/` remembers people, chats, messages, files and updates, and refuses what Telegram refuses. `api/` gives them
to the bot as the Bot API. `page/` shows it all in a browser. `conductor.py` starts the bot, restarts it, and moves the
clock ahead for both. In tests people of `tests.telegram` take the place of the page and whoever sits before it.
"""

from bot.rehearsal.conductor import rehearse

__all__ = ["rehearse"]
