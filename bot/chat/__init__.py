"""Telegram: what comes in, what goes out, and the wire between. The only rooms that know the library."""
