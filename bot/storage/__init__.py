"""What the bot remembers: one database, written by one thread, every turn in one commit."""
