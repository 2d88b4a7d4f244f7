"""Telegram: what comes in, what goes out, and the wire between. The only rooms that know the library."""

import os

# python-telegram-bot gives times as timedelta only if it is asked to; otherwise each one comes with a warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
