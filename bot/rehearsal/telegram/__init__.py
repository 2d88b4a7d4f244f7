"""What the Telegram of your own remembers: people, chats, messages, files, updates; and what it refuses."""
