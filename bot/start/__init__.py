"""Whether the bot can begin here, what belongs together, and why it ended."""
