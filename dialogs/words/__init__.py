"""How a message becomes sentences: the words of a language, its templates, and what Telegram takes."""
