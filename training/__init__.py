"""The table of what must not wait, learned from the examples of content/; needed by nobody who runs the bot."""
